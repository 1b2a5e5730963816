/** Markup that is safe to send: made only by `html` (which escapes every value put into it) or by `raw`. */
export class Html {
  readonly markup: string;
  constructor(markup: string) {
    this.markup = markup;
  }
  toString(): string {
    return this.markup;
  }
}

/** What may be put into a template: text is escaped, `Html` is kept, nothing is left out. */
export type Slot = Html | string | number | false | null | undefined | readonly Slot[];

const SPECIAL = /[&<>"']/;
const ENTITY: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Text as it may stand in an element or a quoted attribute. */
export function escape(text: string): string {
  return SPECIAL.test(text) ? text.replace(/[&<>"']/g, (sign) => ENTITY[sign] ?? sign) : text;
}

function put(slot: Slot): string {
  if (typeof slot === "string") return escape(slot);
  if (slot instanceof Html) return slot.markup;
  if (typeof slot === "number") return String(slot);
  if (slot === null || slot === undefined || slot === false) return "";
  let out = "";
  for (const part of slot) out += put(part);
  return out;
}

/** The only way to write markup: every slot is escaped unless it is `Html` already. */
export function html(parts: TemplateStringsArray, ...slots: readonly Slot[]): Html {
  let out = parts[0] ?? "";
  for (let i = 0; i < slots.length; i++) out += put(slots[i]) + (parts[i + 1] ?? "");
  return new Html(out);
}

/** Markup that we wrote ourselves. Never call it with anything a person typed. */
export function raw(markup: string): Html {
  return new Html(markup);
}

/** Several pieces one after another. */
export function join(pieces: readonly Slot[], between = ""): Html {
  return new Html(
    pieces
      .map(put)
      .filter((piece) => piece !== "")
      .join(between),
  );
}

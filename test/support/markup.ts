/** Elements that stand in a line of text: white space beside and inside them shows. Around all others it does not. */
const INLINE = new Set(["a", "abbr", "b", "code", "em", "i", "small", "span", "strong"]);
/** Elements whose white space is part of what they say. */
const EXACT = new Set(["pre", "textarea"]);
const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', nbsp: "\u00a0", ctdot: "⋯", copy: "©" };

const TOKEN =
  /<!--[\s\S]*?-->|<\/([a-z][\w-]*)\s*>|<([a-z][\w-]*)((?:\s+[^\s=>/]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>"']+))?)*)\s*\/?>|[^<]+|</gi;
const ATTRIBUTE = /([^\s=>/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+)))?/g;

/**
 * Markup as lines, one for each tag and text, that are equal when a browser would build and show the same page: white space that does
 * not show is gone, entities are read, attributes stand in the order written.
 */
export function markupLines(markup: string): string[] {
  const out = new Lines();
  for (const [token, closed, opened, given] of markup.matchAll(TOKEN)) {
    if (token.startsWith("<!--")) continue;
    if (closed !== undefined) out.close(closed.toLowerCase());
    else if (opened !== undefined) out.open(opened.toLowerCase(), given ?? "");
    else out.text(token);
  }
  return out.lines;
}

class Lines {
  readonly lines: string[] = [];
  /** Whether white space was met that shows only if more of the line follows. */
  #space = false;
  /** Whether the line of text has begun, and whether it ends in white space already. */
  #begun = false;
  #spaced = false;
  #exact = false;

  open(name: string, given: string): void {
    if (INLINE.has(name)) this.#writeSpace();
    else this.#endLine();
    this.#exact = EXACT.has(name);
    this.lines.push(`<${name}${attributesOf(given)}>`);
  }

  close(name: string): void {
    if (!INLINE.has(name)) this.#endLine();
    this.#exact = false;
    this.lines.push(`</${name}>`);
  }

  text(given: string): void {
    if (this.#exact) {
      this.lines.push(decode(given));
      return;
    }
    const words = given.trim();
    if (/^\s/.test(given)) this.#space = true;
    if (words === "") return;
    this.#writeSpace();
    this.lines.push(decode(words.replace(/\s+/g, " ")));
    this.#begun = true;
    this.#spaced = false;
    this.#space = /\s$/.test(given);
  }

  #writeSpace(): void {
    if (this.#space && this.#begun && !this.#spaced) {
      this.lines.push(" ");
      this.#spaced = true;
    }
    this.#space = false;
  }

  #endLine(): void {
    this.#space = this.#begun = this.#spaced = false;
  }
}

function attributesOf(given: string): string {
  let out = "";
  for (const [, name = "", double, single, bare] of given.matchAll(ATTRIBUTE)) {
    const value = decode(double ?? single ?? bare ?? "");
    out += ` ${name}="${name === "class" ? value.trim().replace(/\s+/g, " ") : value}"`;
  }
  return out;
}

function decode(text: string): string {
  return text.replace(/&(#?\w+);/g, (whole, name: string) => {
    if (name.startsWith("#x")) return String.fromCodePoint(Number.parseInt(name.slice(2), 16));
    if (name.startsWith("#")) return String.fromCodePoint(Number(name.slice(1)));
    return ENTITIES[name] ?? whole;
  });
}

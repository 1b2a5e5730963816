import type { Asked, Form, Loss, Option } from "./form.ts";
import { Names, snakeCase } from "./names.ts";
import { LONGEST_LINE } from "../definition/key.ts";

/** A question under its name in the definition. */
export interface NamedQuestion {
  readonly id: string;
  readonly asked: Asked;
  /** The option's code in the definition by its value in the source. */
  readonly codes: ReadonlyMap<string, string>;
  readonly inner: readonly NamedQuestion[];
}

export type NamedQuestions = ReadonlyMap<string, NamedQuestion>;

/** Gives every question and option its name in the definition, by its name in the source. A question asked on two pages is one question. */
export function nameAll(form: Form, losses: Loss[]): NamedQuestions {
  const names = new Names("question");
  const found = new Map<string, NamedQuestion>();
  for (const asked of form.pages.flatMap(({ questions }) => questions)) {
    if (found.has(asked.source))
      losses.push({ kind: "changed", at: asked.source, says: "It was asked on two pages. Here the first one asks it." });
    else found.set(asked.source, named(asked, names, losses));
  }
  return found;
}

function named(asked: Asked, names: Names, losses: Loss[]): NamedQuestion {
  const own = isMeaningless(asked.source) ? "" : snakeCase(asked.source);
  const id = names.take(own, snakeCase(shorter(asked.label ?? asked.ask)), snakeCase(asked.source));
  const inner = new Names("question");
  return {
    id,
    asked: trimmed(asked, losses),
    codes: codesOf(asked.options ?? []),
    inner: (asked.questions ?? []).map((each) => named(each, inner, losses)),
  };
}

/** The designer of the Defra forms gives names of six letters by chance. */
function isMeaningless(source: string): boolean {
  return /^[A-Za-z]{6}$/.test(source) && /[a-z][A-Z]|^[^aeiouAEIOU]*$/.test(source);
}

const FILLERS =
  /\b(what|which|who|when|where|how|is|are|was|were|do|does|did|you|your|the|a|an|of|to|have|has|please|enter|give|tell|us|about|will|would|can)\b/gi;

function shorter(ask: string): string {
  const rest = ask.replaceAll(FILLERS, " ").trim();
  return /[a-z]/i.test(rest) ? rest.split(/\s+/).slice(0, 5).join(" ") : ask;
}

function codesOf(options: readonly Option[]): ReadonlyMap<string, string> {
  const names = new Names("option");
  const codes = new Map<string, string>();
  for (const { value, text } of options) {
    if (!codes.has(value)) codes.set(value, names.take(/[a-z]/i.test(value) ? snakeCase(value) : "", snakeCase(text), snakeCase(value)));
  }
  return codes;
}

/** Texts as long as a line may be; what is cut off stands in the report. */
function trimmed(asked: Asked, losses: Loss[]): Asked {
  const cut = (text: string, what: string): string => {
    if (text.length <= LONGEST_LINE) return text;
    losses.push({ kind: "kept", at: asked.source, says: `${what} is longer than ${LONGEST_LINE} characters and is cut here.`, text });
    return `${text.slice(0, LONGEST_LINE - 1)}…`;
  };
  return {
    ...asked,
    ask: cut(asked.ask, "The question"),
    ...(asked.hint === undefined ? {} : { hint: cut(asked.hint, "The hint") }),
    ...(asked.label === undefined ? {} : { label: cut(asked.label, "The label") }),
  };
}

import { escape, type Html, raw } from "./html.ts";

/** Extra attributes of an element. An attribute without a value is given as "". */
export type Attributes = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** What nearly every component takes besides its content. */
export interface Styled {
  /** Class names added to the component's own, parted by spaces. */
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

/** Words by plural rule: `{ one: "One word to go", other: "%{count} words to go" }`. */
export type Plurals = Readonly<Record<string, string>>;

const NOTHING = raw("");

/** Attributes as they stand in a tag, each with a space before it. Names come from our code, never from a person. */
export function attributes(given: Attributes | undefined): Html {
  if (given === undefined) return NOTHING;
  let out = "";
  for (const name in given) out += ` ${name}="${escape(String(given[name] ?? ""))}"`;
  return raw(out);
}

/** One attribute that is left out when there is nothing to say; `true` gives the name alone. An empty text and 0 are kept. */
export function attribute(name: string, value: string | number | boolean | null | undefined): Html {
  if (value === undefined || value === null || value === false) return NOTHING;
  return raw(value === true ? ` ${name}` : ` ${name}="${typeof value === "string" ? escape(value) : value}"`);
}

/** Several attributes, each left out when there is nothing to say, in the order given. */
export function optional(given: Attributes): Html {
  let out = "";
  for (const name in given) out += attribute(name, given[name]).markup;
  return raw(out);
}

/** Class names in order, without those that do not apply. */
export function classes(own: string, ...others: readonly (string | false | undefined)[]): string {
  let out = own;
  for (const other of others) if (other) out += out === "" ? other : ` ${other}`;
  return out;
}

/** The attributes by which govuk-frontend's scripts take words in another language. */
export function translations(words: Readonly<Record<string, string | Plurals | undefined>>): Attributes {
  const out: Record<string, string> = {};
  for (const [key, word] of Object.entries(words)) {
    if (typeof word === "string" && word !== "") out[`data-i18n.${key}`] = word;
    if (typeof word === "object") for (const [rule, text] of Object.entries(word)) out[`data-i18n.${key}.${rule}`] = text;
  }
  return out;
}

import { parsePostcode } from "../answers/postcode-text.ts";
import { plainWords } from "../cases/case-row.ts";
import { readReference } from "../cases/reference.ts";

/** What somebody is looked for by. */
export type Wanted =
  | { readonly by: "reference" | "email" | "postcode" | "phone"; readonly text: string }
  /** Patterns of a name as it is kept for search: which of the words is the last name is not known. */
  | { readonly by: "name"; readonly patterns: readonly string[] };

const LONGEST = 200;
const MOST_WORDS = 8;
const FEWEST_DIGITS = 6;

/** The last ten digits of a telephone number, without its extension: the same with a country code and without. Null where it has too few. */
export function phoneSearch(phone: string): string | null {
  const digits = phone.replace(/[a-zA-Z].*$/s, "").replaceAll(/\D/g, "");
  return digits.length < FEWEST_DIGITS ? null : digits.slice(-10);
}

/** What was typed into the one box: a reference, an email address, a postcode, a telephone number or a name. Undefined for nothing. */
export function readWanted(typed: string): Wanted | undefined {
  const text = typed.trim().slice(0, LONGEST);
  if (text.includes("@")) return { by: "email", text: text.toLowerCase() };
  const postcode = parsePostcode(text);
  if (postcode !== null) return { by: "postcode", text: postcode };
  const phone = /^[\d\s()+./-]+$/.test(text) ? phoneSearch(text) : null;
  if (phone !== null) return { by: "phone", text: phone };
  const reference = readReference(text);
  if (reference !== undefined) return { by: "reference", text: reference };
  const words = plainWords(text).slice(0, MOST_WORDS);
  if (words.length === 0) return undefined;
  const turned = words.map((_, from) => `${[...words.slice(from), ...words.slice(0, from)].join("% ")}%`);
  return { by: "name", patterns: [...new Set(turned)] };
}

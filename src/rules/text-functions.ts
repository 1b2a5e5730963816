import { type BuiltIn, define, limited, onTexts } from "./built-in.ts";
import { isList } from "./compare.ts";
import { writtenOut } from "./decimal.ts";
import { BOOLEAN, NUMBER, TEXT } from "./type.ts";
import type { Value } from "./value.ts";

function asText([given]: readonly Value[]): string | null {
  if (typeof given === "number") return writtenOut(given);
  return typeof given === "string" || typeof given === "boolean" ? String(given) : null;
}

export const TEXT_FUNCTIONS: readonly (readonly [string, BuiltIn])[] = [
  define(
    "contains",
    onTexts(BOOLEAN, (text, part) => text.includes(part)),
    "Whether a text has another in it.",
    'contains(name, "Ada")',
    true,
  ),
  define(
    "starts with",
    onTexts(BOOLEAN, (text, part) => text.startsWith(part)),
    "Whether a text begins so.",
    'starts with(name, "Ada")',
    true,
  ),
  define(
    "ends with",
    onTexts(BOOLEAN, (text, part) => text.endsWith(part)),
    "Whether a text ends so.",
    'ends with(name, "Ada")',
    false,
  ),
  define(
    "upper case",
    onTexts(TEXT, (text) => text.toUpperCase(), ["text"]),
    "A text in capitals.",
    'upper case("ab1")',
    "AB1",
  ),
  define(
    "lower case",
    onTexts(TEXT, (text) => text.toLowerCase(), ["text"]),
    "A text in small letters.",
    'lower case("AB1")',
    "ab1",
  ),
  define(
    "string length",
    onTexts(NUMBER, (text) => Array.from(text).length, ["text"]),
    "How many characters a text has.",
    'string length("four")',
    4,
  ),
  define(
    "string",
    { takes: ["writable"], result: TEXT, run: asText },
    "A number, a date, or yes or no (true or false) as a text.",
    'string(rooms) + " rooms"',
    "3 rooms",
  ),
  define(
    "substring",
    { takes: ["text", "number", "number"], result: TEXT, run: ([text, start, length]) => substring(text, start, length) },
    "The part of a text from one character on, counted from 1, or from -1 at the end; with a third value, so many characters.",
    "substring(name, 1, 3)",
    "Ada",
    { optional: 1 },
  ),
  define(
    "substring before",
    onTexts(TEXT, (text, part) => text.slice(0, Math.max(0, text.indexOf(part)))),
    "What stands before another text in it; an empty text where that is not in it.",
    'substring before(name, " ")',
    "Ada",
  ),
  define(
    "substring after",
    onTexts(TEXT, (text, part) => (text.includes(part) ? text.slice(text.indexOf(part) + part.length) : "")),
    "What stands after another text in it; an empty text where that is not in it.",
    'substring after(name, " ")',
    "Brown",
  ),
  define(
    "string join",
    { takes: ["texts", "text"], result: TEXT, run: ([list, between = ""]) => joined(list, between) },
    "The texts of a list as one, with a text between them; those that are missing are left out.",
    'string join(children.name, ", ")',
    "Ben, Cal",
    { optional: 1 },
  ),
];

function substring(text: Value | undefined, start: Value | undefined, length: Value | undefined): Value {
  if (typeof text !== "string" || typeof start !== "number" || !Number.isInteger(start) || start === 0) return null;
  const rest = Array.from(text).slice(start > 0 ? start - 1 : start);
  if (length === undefined) return rest.join("");
  return typeof length === "number" && Number.isInteger(length) ? rest.slice(0, Math.max(0, length)).join("") : null;
}

function joined(list: Value | undefined, between: Value): Value {
  if (!isList(list) || typeof between !== "string") return null;
  const texts = list.filter((item) => typeof item === "string");
  const size = texts.reduce((sum, text) => sum + text.length + between.length, 0);
  // Asked before it is made: a text that is far too long could not be made at all.
  return size > 1_000_000 ? null : limited(texts.join(between));
}

import type { Settings } from "../answers/answer-type.ts";
import { UNITS } from "../answers/duration-units.ts";
import type { Key, Level, Shape } from "./key.ts";
import { LINE, NUMBER, PARAGRAPHS, RULE, SWITCH, level, mapOf, named } from "./key.ts";

const LIMIT: Shape = {
  kind: "form",
  pattern:
    /^(today|([01]\d|2[0-3]):[0-5]\d|\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])|[1-9]\d{0,3} (day|week|month|year)s? (before|after) today)$/,
  says: "today, a day such as 2026-04-01, a length such as 28 days after today, or for a time one such as 09:30",
};
const TEXTS = mapOf("either", LINE);

const OWN: Level = {
  ask: { shape: LINE, required: true, about: "The question, as it is asked." },
  type: { shape: named("hyphen"), required: true, about: "The answer type; it decides which other keys may stand here." },
  hint: { shape: LINE, about: "Help below the question." },
  label: { shape: LINE, about: "What summaries, worklists and exports call it; the question itself when absent." },
  optional: { shape: SWITCH, about: "true when the person may leave it empty." },
  personal: {
    shape: SWITCH,
    about: "true for personal data; some types, such as name, email and bank-details, are personal unless they say false.",
  },
};

/** Keys that only some answer types take. */
export const SETTING_KEYS: Readonly<Record<keyof Settings, Key>> = {
  options: { shape: TEXTS, about: "What may be chosen: code to label, in the order shown." },
  option_hints: { shape: TEXTS, about: "Help below an option: code to hint." },
  least: {
    shape: NUMBER,
    about: "The smallest number or amount; the fewest choices, files or entries; the shortest time, in the shortest of its units.",
  },
  most: {
    shape: NUMBER,
    about: "The largest number or amount; the most choices, files or entries; the longest time, in the shortest of its units.",
  },
  longest: { shape: NUMBER, about: "The greatest length in characters." },
  decimals: { shape: NUMBER, about: "Digits after the point." },
  unit: { shape: LINE, about: "What is counted, shown after the box." },
  units: { shape: { kind: "list", of: { kind: "word", values: UNITS } }, about: "What a length of time may be given in." },
  rows: { shape: mapOf("underscore", LINE), about: "What is asked in each row: name to label, in the order shown." },
  earliest: { shape: LIMIT, about: "The first day or time allowed." },
  latest: { shape: LIMIT, about: "The last day or time allowed." },
  accept: { shape: { kind: "word", values: ["image", "document", "any"] }, about: "Which files are taken." },
  declare: { shape: PARAGRAPHS, about: "What the person declares." },
  autocomplete: { shape: LINE, readBy: "officers", about: "The HTML autocomplete purpose, so that browsers can fill it in." },
  ranked: { shape: SWITCH, about: "true when the order of choosing counts." },
  from: { shape: named("hyphen"), about: "The register that it is chosen from: registers/NAME.csv, read as registers/NAME.yaml says." },
  show: { shape: { kind: "list", of: named("underscore") }, about: "Columns shown below the label of each row, to tell rows apart." },
  where: { shape: RULE, about: "Which rows are offered: a rule over the row's columns and the answers before." },
  questions: { shape: mapOf("underscore", level("question")), about: "The questions of one entry." },
  entry: { shape: LINE, about: "What one entry is called: child." },
};

/** The keys of a question, its own first. */
export const QUESTION_KEYS: Level = { ...OWN, ...SETTING_KEYS };

import { didYouMean } from "./closest.ts";
import { FUNCTIONS } from "./functions.ts";
import type { RuleType, Scope } from "./type.ts";

/** What a name may have been meant to be: what is known besides the scope, and the groups that a loop's variables hold. */
export interface Sight {
  readonly scope: Scope;
  readonly names: readonly string[];
  readonly variables: readonly { readonly name: string; readonly type: RuleType }[];
}

/** What to write instead of a name that stands for nothing. */
export function nameFix(name: string, sight: Sight): string | undefined {
  return (
    wordsFix(name, sight) ??
    partFix(name, sight) ??
    optionFix(name, sight) ??
    (name === "partial" ? "A loop does not see what it has made so far; use sum(...) or count(...) over the list." : undefined) ??
    (FUNCTIONS.has(name) ? `${name} is a function: write ${FUNCTIONS.get(name)?.example.source}.` : undefined) ??
    didYouMean(name, sight.names) ??
    whatThereIs(sight)
  );
}

const MOST_NAMED = 8;

/** Where nothing is near, all that there is. */
function whatThereIs({ names }: Sight): string | undefined {
  const known = names.filter((name) => name !== "today");
  if (known.length === 0) return "Nothing is asked before it; only today can be read here.";
  return known.length > MOST_NAMED ? undefined : `What can be read here is ${known.join(", ")} and today.`;
}

/** Words between two things, in the grammar of speech or of other languages. */
const SPOKEN: readonly (readonly [words: RegExp, fix: string])[] = [
  [/\b(is not|not equal(s)?( to)?)\b/, 'Write "!=" for "is not".'],
  [/\b(is|equals)\b/, 'Write "=" for "is".'],
  [/\bnot$/, "Write not(...) around the whole condition, or != for =."],
  [/\b(IF|THEN|ELSE|AND|OR|NOT|IN)\b/, "Write the words of the language in small letters."],
];

/** A name of several words is a sign or brackets left out: `not danger`, `count children`, `danger rooms`. */
function wordsFix(name: string, { names }: Sight): string | undefined {
  const words = name.split(" ");
  if (words.length === 1) return name === "not" ? "Put the condition in brackets after not, as in: not(danger)." : undefined;
  if (words[0] === "not") return `Write not(${words.slice(1).join(" ")}).`;
  for (let end = words.length - 1; end > 0; end--) {
    const called = words.slice(0, end).join(" ");
    if (FUNCTIONS.has(called))
      return `${called} is a function: write ${called}(${words.slice(end).join(" ")}), or as many values as it takes.`;
  }
  const spoken = SPOKEN.find(([pattern]) => pattern.test(name));
  if (spoken !== undefined) return spoken[1];
  return names.includes(words[0] ?? "") ? `Put a sign or a word such as "and" after "${words[0]}".` : undefined;
}

function partFix(name: string, { variables }: Sight): string | undefined {
  const holder = variables.find(({ type }) => type.kind === "record" && Object.hasOwn(type.fields, name));
  return holder === undefined ? undefined : `Did you mean ${holder.name}.${name}?`;
}

function optionFix(name: string, { scope }: Sight): string | undefined {
  if (name === "yes" || name === "no") return `Write ${name === "yes"} for ${name}.`;
  return Object.values(scope).some((type) => hasOption(type, name)) ? `Put an option in double quotes: "${name}".` : undefined;
}

function hasOption(type: RuleType, name: string): boolean {
  if (type.kind === "code") return type.values.includes(name);
  if (type.kind === "list") return hasOption(type.of, name);
  return type.kind === "record" && Object.values(type.fields).some((field) => hasOption(field, name));
}

/** Where a part lies that was looked for one level too high: `road.owner` for `owner`. */
export function deeperPart(name: string, fields: Readonly<Record<string, RuleType>>): string | undefined {
  for (const [holder, type] of Object.entries(fields)) {
    if (type.kind === "record" && Object.hasOwn(type.fields, name)) return `Did you mean ${holder}.${name}?`;
  }
  return undefined;
}

const ELSEWHERE: Readonly<Record<string, string>> = {
  length: "Use string length(...) for a text and count(...) for a list.",
  size: "Use string length(...) for a text and count(...) for a list.",
  len: "Use string length(...) for a text and count(...) for a list.",
  upper: "Use upper case(...).",
  lower: "Use lower case(...).",
  concat: "Put texts together with +.",
  average: "Use mean(...).",
  avg: "Use mean(...).",
  round: 'Use "round half up(amount, 2)", "round up" or "round down".',
  empty: 'Use "= null" for what was not answered, or count(...) = 0 for a list.',
  "is empty": 'Use "= null" for what was not answered, or count(...) = 0 for a list.',
  "is null": 'Use "= null".',
  count: "Use count(...).",
  year: "Write .year after the date.",
  month: "Write .month after the date.",
  day: "Write .day after the date.",
  mod: "Use modulo(...).",
  "last day of month": 'Write date(today.year, today.month, 1) + @"P1M" - @"P1D".',
  "random number": "Rules give the same for the same answers; there is no chance in them.",
  substr: "Use substring(...).",
  exists: "Use is defined(...), or some ... satisfies for a list.",
};

/** What other languages call a function. */
export function functionFix(name: string, known: readonly string[]): string | undefined {
  const lower = name.toLowerCase();
  return (Object.hasOwn(ELSEWHERE, lower) ? ELSEWHERE[lower] : undefined) ?? didYouMean(name, known);
}

/**
 * How each function reads in a sentence; $1, $2 and so on stand for what it is given. Conditions have a second form for when they do
 * not hold. A test holds that every function is here.
 */
const WORDS: Readonly<Record<string, string>> = {
  count: "the number of entries in $1",
  sum: "the total of $1",
  min: "the least of $1",
  max: "the greatest of $1",
  "upper case": "$1 in capitals",
  "lower case": "$1 in small letters",
  "string length": "the number of characters in $1",
  age: "the age $2 by $1",
  "days between": "the days from $1 to $2",
  "years between": "the whole years from $1 to $2",
  floor: "$1 rounded down",
  ceiling: "$1 rounded up",
  abs: "$1 without its minus sign",
  "round half up": "$1 rounded to $2 digits after the point",
};

const CONDITIONS: Readonly<Record<string, readonly [holds: string, not: string]>> = {
  "list contains": ["$2 is among $1", "$2 is not among $1"],
  contains: ["$1 contains $2", "$1 does not contain $2"],
  "starts with": ["$1 starts with $2", "$1 does not start with $2"],
  "ends with": ["$1 ends with $2", "$1 does not end with $2"],
  "is defined": ["$1 is answered", "$1 is not answered"],
};

/** A call that gives a value, in words; undefined for one that gives yes or no. */
export function valueCall(name: string, given: readonly string[]): string | undefined {
  const words = Object.hasOwn(WORDS, name) ? WORDS[name] : undefined;
  return words === undefined ? undefined : filled(words, given);
}

/** A call that gives yes or no, as the sentence that it holds, or that it does not. */
export function conditionCall(name: string, given: readonly string[], wanted: boolean): string | undefined {
  const words = Object.hasOwn(CONDITIONS, name) ? CONDITIONS[name] : undefined;
  return words === undefined ? undefined : filled(words[wanted ? 0 : 1], given);
}

function filled(words: string, given: readonly string[]): string {
  return words.replaceAll(/\$(\d)/g, (_, place: string) => given[Number(place) - 1] ?? "");
}

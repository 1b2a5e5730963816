/**
 * How each function reads in a sentence; $1, $2 and so on stand for what it is given. Conditions have a second form for when they do
 * not hold. A test holds that every function is here.
 */
const WORDS: Readonly<Record<string, string>> = {
  count: "the number of entries in $1",
  sum: "the total of $1",
  mean: "the mean of $1",
  min: "the least of $1",
  max: "the greatest of $1",
  "upper case": "$1 in capitals",
  "lower case": "$1 in small letters",
  substring: "$3 characters of $1 from number $2",
  "substring before": "what stands before $2 in $1",
  "substring after": "what stands after $2 in $1",
  "string join": "all of $1 with $2 between",
  "distinct values": "the different ones of $1",
  concatenate: "$1 together with $2",
  union: "$1 together with $2, each once",
  append: "$1 with $2 at its end",
  "index of": "the places of $2 in $1",
  sublist: "$3 entries of $1 from number $2",
  "item at": "number $2 of $1",
  string: "$1 as a text",
  "string length": "the number of characters in $1",
  age: "the age $2 by $1",
  "days between": "the days from $1 to $2",
  "years between": "the whole years from $1 to $2",
  "years and months duration": "the whole months from $1 to $2",
  "day of week": "the weekday of $1",
  "month of year": "the name of the month of $1",
  "day of year": "the number of the day of $1 in its year",
  "week of year": "the number of the week of $1",
  "working days after": "the day $2 working days after $1",
  "working days between": "the working days after $1 up to $2",
  date: "the day $3 of month $2 of the year $1",
  year: "the year of $1",
  month: "the month of $1",
  day: "the day of the month of $1",
  weekday: "the day of the week (from 1 for Monday) of $1",
  years: "the whole years of $1",
  months: "the months besides whole years of $1",
  days: "the days of $1",
  floor: "$1 rounded down",
  ceiling: "$1 rounded up",
  abs: "$1 without its minus sign",
  "round half up": "$1 rounded to $2 digits after the point",
  "round up": "$1 rounded up to $2 digits after the point",
  "round down": "$1 rounded down to $2 digits after the point",
  modulo: "what is left of $1 after portions of $2",
};

const CONDITIONS: Readonly<Record<string, readonly [holds: string, not: string]>> = {
  "list contains": ["$2 is among $1", "$2 is not among $1"],
  all: ["all of these hold: $1", "not all of these hold: $1"],
  any: ["at least one of these holds: $1", "none of these holds: $1"],
  contains: ["$1 contains $2", "$1 does not contain $2"],
  "starts with": ["$1 starts with $2", "$1 does not start with $2"],
  "ends with": ["$1 ends with $2", "$1 does not end with $2"],
  "is working day": ["$1 is a working day", "$1 is not a working day"],
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

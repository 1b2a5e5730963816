import { MONTHS } from "./calendar-functions.ts";
import { valueCall } from "./function-words.ts";

const PLACES: Readonly<Record<string, string>> = {
  "1": "first",
  "2": "second",
  "3": "third",
  "-1": "last",
  "-2": "last but one",
};

type Phrase = (given: readonly string[]) => string | undefined;

/** Calls whose words depend on what is given; the rest have one form. */
const PHRASES: Readonly<Record<string, Phrase>> = {
  age: ([born = "", on = ""]) => valueCall("age", [born, on === "today" ? on : `on ${on}`]),
  date: dateOfParts,
  substring: (given) => portion(given, "characters"),
  sublist: (given) => portion(given, "entries"),
  "string join": ([list = "", between = "nothing"]) => valueCall("string join", [list, between]),
  "item at": ([list = "", place = ""]) => `the ${placeWords(place)} of ${list}`,
  "working days after": ([day = "", count = ""]) =>
    count === "1" ? `the first working day after ${day}` : valueCall("working days after", [day, count]),
};

/** A call that gives a value, in words; `given` is what it is given, in words. */
export function callPhrase(name: string, given: readonly string[]): string | undefined {
  return (Object.hasOwn(PHRASES, name) ? PHRASES[name] : undefined)?.(given) ?? valueCall(name, given);
}

/** `first`, `last`, `number 7`. */
export function placeWords(place: string): string {
  return PLACES[place] ?? (place.startsWith("-") ? `last but ${-Number(place) - 1}` : `number ${place}`);
}

/** `1 September of the year of today`, where month and day are written in the rule. */
function dateOfParts([year = "", month = "", day = ""]: readonly string[]): string | undefined {
  const called = /^\d{1,2}$/.test(month) ? MONTHS[Number(month) - 1] : undefined;
  if (called === undefined) return undefined;
  return /^[\d,]+$/.test(year) ? `${day} ${called} ${year.replace(",", "")}` : `${day} ${called} of ${year}`;
}

function portion([whole = "", start = "", length]: readonly string[], what: string): string {
  const from = start === "1" ? "" : ` from number ${start}`;
  if (length === undefined) return `the ${what} of ${whole}${from} on`;
  return start === "1" ? `the first ${length} ${what} of ${whole}` : `${length} ${what} of ${whole}${from}`;
}

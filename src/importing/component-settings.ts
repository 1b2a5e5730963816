import { lose } from "./source.ts";
import type { Source } from "./source.ts";
import type { Settings } from "./form.ts";
import { at, entryOf, numberAt, textAt } from "./json.ts";
import type { Json } from "./json.ts";
import { plainLine, plainText } from "./plain-text.ts";

type Wished = Readonly<Record<string, string | number | boolean | undefined>>;

/** What of a component becomes settings of its answer type, and the keys that are thereby said. */
interface Reader {
  readonly options: readonly string[];
  readonly schema: readonly string[];
  read(component: Json): Wished;
}

function longest(component: Json): Wished {
  return { longest: numberAt(component, "schema", "max") ?? numberAt(component, "schema", "length") };
}

/** `length` is the exact number. */
function counts(component: Json): Wished {
  const exact = numberAt(component, "schema", "length");
  return { least: exact ?? numberAt(component, "schema", "min"), most: exact ?? numberAt(component, "schema", "max") };
}

const READERS: Readonly<Record<string, Reader>> = {
  text: {
    options: ["autocomplete"],
    schema: ["max", "min", "length"],
    read: (component) => ({ ...longest(component), autocomplete: autocomplete(component) }),
  },
  "long-text": { options: [], schema: ["max", "min", "length"], read: longest },
  number: {
    options: ["suffix"],
    schema: ["min", "max", "precision", "integer"],
    read: (component) => ({
      least: numberAt(component, "schema", "min"),
      most: numberAt(component, "schema", "max"),
      decimals: decimals(component),
      unit: plainLine(textAt(component, "options", "suffix")).slice(0, 60) || undefined,
    }),
  },
  choices: { options: [], schema: ["min", "max", "length"], read: counts },
  files: {
    options: ["accept", "multiple"],
    schema: ["min", "max", "length"],
    read: (component) => ({
      accept: fileKinds(textAt(component, "options", "accept")),
      ...(at(component, "options", "multiple") === false ? { most: 1 } : counts(component)),
    }),
  },
  date: {
    options: ["maxDaysInPast", "maxDaysInFuture", "earliestDate", "latestDate", "autocomplete"],
    schema: [],
    read: (component) => ({
      earliest: dayLimit(textAt(component, "options", "earliestDate"), numberAt(component, "options", "maxDaysInPast"), "before"),
      latest: dayLimit(textAt(component, "options", "latestDate"), numberAt(component, "options", "maxDaysInFuture"), "after"),
      autocomplete: autocomplete(component),
    }),
  },
  "month-and-year": {
    options: ["earliestMonthYear", "latestMonthYear"],
    schema: [],
    read: (component) => ({
      earliest: monthLimit(textAt(component, "options", "earliestMonthYear")),
      latest: monthLimit(textAt(component, "options", "latestMonthYear")),
    }),
  },
  declaration: {
    options: [],
    schema: [],
    read: (component) => ({ declare: plainText(textAt(component, "content")) || plainLine(textAt(component, "title")) || "I agree" }),
  },
};

/** Keys of a component's options and schema that its settings say. */
export function saidBySettings(type: string, of: "options" | "schema"): readonly string[] {
  return entryOf(READERS, type)?.[of] ?? [];
}

export function settingsOf(component: Json, type: string, place: string, source: Source): Settings {
  const settings: Record<string, string | number | boolean> = {};
  for (const [key, value] of Object.entries(entryOf(READERS, type)?.read(component) ?? {})) {
    const wrong = wrongWith(key, value, type);
    if (wrong !== undefined) lose(source, "left", place, `${key} is ${String(value)}, which is ${wrong}.`);
    else if (value !== undefined) settings[key] = value;
  }
  if (crossed(settings)) {
    const says = `The smallest is larger than the largest (${settings["least"]} and ${settings["most"]}); both are left out.`;
    lose(source, "left", place, says);
    delete settings["least"];
    delete settings["most"];
  }
  return settings;
}

function wrongWith(key: string, value: string | number | boolean | undefined, type: string): string | undefined {
  if (typeof value !== "number") return undefined;
  const counted = ["longest", "decimals"].includes(key) || type === "choices" || type === "files";
  if (counted && (!Number.isInteger(value) || value < (key === "longest" ? 1 : 0) || value > 1_000_000)) return "no sensible number";
  return isPlain(value) ? undefined : "too large or too exact";
}

/** Whether a number can be written out with the digits that a definition takes. */
function isPlain(number: number): boolean {
  return /^-?\d{1,12}(\.\d{1,6})?$/.test(String(number));
}

function crossed({ least, most }: Settings): boolean {
  return typeof least === "number" && typeof most === "number" && least > most;
}

function autocomplete(component: Json): string | undefined {
  const purpose = textAt(component, "options", "autocomplete");
  return /^[a-z][a-z0-9 -]{0,60}$/.test(purpose) ? purpose : undefined;
}

/** Digits after the point. The engines allow any number of them where nothing is said. */
function decimals(component: Json): number | undefined {
  if (at(component, "schema", "integer") === true) return undefined;
  const precision = numberAt(component, "schema", "precision");
  return precision === 0 ? undefined : Math.min(precision ?? 4, 6);
}

function fileKinds(accept: string): string {
  if (accept === "") return "any";
  const kinds = accept.split(",").map((kind) => (/^\s*(image\/|\.?(jpe?g|png|gif|webp|heic)\b)/i.test(kind) ? "image" : "document"));
  const distinct = new Set(kinds);
  return distinct.size > 1 ? "any" : (kinds[0] ?? "any");
}

function dayLimit(day: string, days: number | undefined, direction: "before" | "after"): string | undefined {
  if (/^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day))) return day;
  if (days === undefined || !Number.isInteger(days) || days < 0 || days > 9999) return undefined;
  return days === 0 ? "today" : `${days} days ${direction} today`;
}

function monthLimit(month: string): string | undefined {
  return /^[12]\d{3}-(0[1-9]|1[0-2])$/.test(month) ? `${month}-01` : undefined;
}

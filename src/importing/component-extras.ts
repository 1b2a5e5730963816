import { lose } from "./source.ts";
import type { Source } from "./source.ts";
import { saidBySettings } from "./component-settings.ts";
import { at, keysOf, numberAt, textAt } from "./json.ts";
import type { Json } from "./json.ts";
import { plainLine, plainText } from "./plain-text.ts";

/** Keys of a component that its reader carries over, or that only its designer sees. */
const KNOWN_KEYS: ReadonlySet<string> = new Set(
  "id type name title hint shortDescription list options schema subType nameHasError".split(" "),
);
/** Options that say how it looks, which the house decides. */
const LOOKS: ReadonlySet<string> = new Set("required classes optionalText rows bold type hideTitle".split(" "));

/** What the source says of a question that the definition has no place for. */
export function reportExtras(component: Json, type: string, place: string, source: Source): void {
  const options = at(component, "options");
  const said = { options: new Set(saidBySettings(type, "options")), schema: new Set(saidBySettings(type, "schema")) };
  for (const key of keysOf(options))
    if (!LOOKS.has(key) && !said.options.has(key)) extra(`options.${key}`, at(options, key), place, source);
  const schema = at(component, "schema");
  for (const key of keysOf(schema)) if (!said.schema.has(key)) extra(`schema.${key}`, at(schema, key), place, source);
  for (const key of keysOf(component))
    if (!KNOWN_KEYS.has(key) && !isCarried(key, component, type)) extra(key, at(component, key), place, source);
  if (type === "files") reportAccept(textAt(component, "options", "accept"), place, source);
  reportUnheeded(component, type, place, source);
}

function isCarried(key: string, component: Json, type: string): boolean {
  if (key === "content") return type === "declaration";
  if (key === "children") return type === "group";
  // Lists are named in one of two ways.
  return key === "values" && (textAt(component, "values", "type") === "listRef" || textAt(component, "values") === "");
}

function reportAccept(accept: string, place: string, source: Source): void {
  if (accept !== "")
    lose(source, "changed", place, `It took only files of the kinds ${accept.slice(0, 300)}. Here it takes all of the nearest kind.`);
}

/** Limits whose values a setting cannot take. */
function reportUnheeded(component: Json, type: string, place: string, source: Source): void {
  const unheeded =
    type === "date"
      ? ([
          ["earliestDate", "maxDaysInPast"],
          ["latestDate", "maxDaysInFuture"],
        ] as const)
      : [];
  for (const [day, days] of unheeded) {
    const [limit, number] = [textAt(component, "options", day), textAt(component, "options", days)];
    if (limit !== "" && number !== "")
      lose(source, "left", place, `Its limit is both a day and a number of days (${number.slice(0, 20)}). Only the day is kept.`);
  }
  for (const key of saidBySettings(type, "options").filter((each) => each !== "multiple" && each !== "accept")) {
    const value = textAt(component, "options", key);
    if (value !== "" && !isHeeded(key, value)) lose(source, "left", place, `Its ${key} is ${value.slice(0, 100)}, which cannot be kept.`);
  }
}

function isHeeded(key: string, value: string): boolean {
  if (key.startsWith("maxDays")) return /^\d{1,4}$/.test(value);
  if (key.endsWith("MonthYear")) return /^[12]\d{3}-(0[1-9]|1[0-2])$/.test(value);
  if (key.endsWith("Date")) return /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value));
  if (key === "autocomplete") return /^[a-z][a-z0-9 -]{0,60}$/.test(value);
  return true;
}

/** Keys whose values may be an address or a secret of the old system: named, never shown. */
export function seemsSecret(key: string, value: Json): boolean {
  return (
    /key|token|secret|password|url|endpoint|webhook|template|email/i.test(key) ||
    /https?:\/\/|@[\w-]+\.\w/.test(JSON.stringify(value) ?? "")
  );
}

/** What to do about the keys that mean something to whoever answers. */
const ADVICE: Readonly<Record<string, string>> = {
  "schema.regex": "The answer had to match a pattern. Choose an answer type that checks it, such as postcode or national-insurance.",
  "options.condition": "It was shown only under this condition. Here it is always asked: put it on a screen of its own with a rule.",
  "options.maxWords": "The number of words was limited. Limit the characters with longest.",
  "options.prefix": "This stood before the box. Put it into the hint, or choose the type money for pounds.",
  "options.customValidationMessage": "It had a message of its own for a wrong answer. The house has one for each mistake.",
  "options.customValidationMessages": "It had messages of its own for wrong answers. The house has one for each mistake.",
  "options.instructionText": "It had instructions of its own. Put what matters into the hint.",
  "options.declarationConfirmationLabel": "The box to tick had words of its own.",
  errorDescription: "Messages called it so. The label does that here.",
  content: "It had a text of its own besides the title.",
};

/** Reports one key that has no place, unless nothing stands there. */
export function extra(key: string, value: Json, place: string, source: Source): void {
  if (value === "" || value === null || value === false || value === undefined) return;
  if (typeof value === "object" && Object.keys(value).length === 0) return;
  const text = typeof value === "string" ? plainText(value) : (JSON.stringify(value) ?? "").slice(0, 2000);
  const advice = Object.hasOwn(ADVICE, key) ? ADVICE[key] : undefined;
  if (advice !== undefined) lose(source, key === "options.condition" ? "routing" : "left", place, `${key}: ${advice}`, text);
  else if (seemsSecret(key, value)) lose(source, "secret", place, `${plainLine(key).slice(0, 100)} is left out.`);
  else lose(source, "left", place, `${plainLine(key).slice(0, 100)} has no place here.`, text);
}

/** What is left of a limit on the length that no setting says, as the fewest characters; undefined where there is none. */
export function fewestCharacters(component: Json, type: string): number | undefined {
  if (type !== "text" && type !== "long-text") return undefined;
  const fewest = numberAt(component, "schema", "length") ?? numberAt(component, "schema", "min");
  return fewest !== undefined && Number.isInteger(fewest) && fewest > 1 && fewest < 10_000 ? fewest : undefined;
}

import type { Loss } from "./form.ts";
import type { Json } from "./json.ts";

const LANGUAGE = /^[a-z]{2}(-[A-Za-z]{2,4})?$/;

export type Language = "en" | "cy";

/** The same form in one language where a text stands in several, as in `{ en: Name, cy: Enw }`. The others go into the report. */
export function inOne(language: Language, json: Json, losses: Loss[], place = "the form"): Json {
  if (typeof json !== "object" || json === null) return json;
  if (Array.isArray(json)) return json.map((part: Json) => inOne(language, part, losses, place));
  const texts = textsOf(json);
  if (texts !== undefined) return chosen(language, texts, place, losses);
  const own = nameOf(json) ?? place;
  // Object.fromEntries makes a key named __proto__ a plain key.
  return Object.fromEntries(Object.entries(json).map(([key, part]) => [key, inOne(language, part, losses, own)]));
}

/** Language to text; undefined for everything else that has keys. */
function textsOf(value: object): ReadonlyMap<string, string> | undefined {
  const entries: readonly [string, unknown][] = Object.entries(value);
  const texts = entries.flatMap(([key, text]) => (LANGUAGE.test(key) && typeof text === "string" ? [[key, text] as const] : []));
  const found = new Map(texts);
  return found.size > 0 && found.size === entries.length && (found.has("en") || found.has("cy")) ? found : undefined;
}

function chosen(wanted: Language, texts: ReadonlyMap<string, string>, place: string, losses: Loss[]): string {
  const [language, text] = [wanted, "en"].flatMap((each) => [...texts].filter(([name]) => name === each))[0] ?? [...texts][0] ?? ["", ""];
  for (const [other, its] of texts)
    if (other !== language && its.trim() !== "")
      losses.push({ kind: "language", at: place, says: `${text.slice(0, 200)} in ${other}:`, text: its });
  return text;
}

/** What a part of a form is called: its path or name. */
function nameOf(value: object): string | undefined {
  const parts: Readonly<Record<string, unknown>> = { ...value };
  const name = [parts["path"], parts["name"]].find((each) => typeof each === "string" && each !== "");
  return typeof name === "string" ? name.slice(0, 200) : undefined;
}

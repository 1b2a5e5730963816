import { COMPONENT_TYPES } from "./answer-type-table.ts";
import type { Asked, Loss, LossKind, Option, Settings } from "./form.ts";
import { distinctOptions } from "./distinct-options.ts";
import { at, entryOf, keysOf, listAt, numberAt, textAt } from "./json.ts";
import type { Json } from "./json.ts";
import { plainLine, plainText } from "./plain-text.ts";
import { seemsPersonal } from "./personal.ts";

/** What the two JSON dialects share: components on pages, and lists of options. */
export interface Source {
  /** The list of options that a component names. */
  list(name: string): Json;
  readonly losses: Loss[];
}

export const CONTENT_TYPES: ReadonlySet<string> = new Set(
  "Html Para Details InsetText Markdown List FlashCard NotificationBanner".split(" "),
);

export function lose(source: Source, kind: LossKind, where: string, says: string, text?: string): void {
  source.losses.push(text === undefined || text === "" ? { kind, at: where, says } : { kind, at: where, says, text });
}

/** The text that a content component shows, with its heading. */
export function contentOf(component: Json, source: Source): string {
  const items = listAt(source.list(textAt(component, "list")), "items");
  const lines = items.map((item) => `- ${plainLine(textAt(item, "text"))}`).join("\n");
  const title = textAt(component, "type") === "Details" || items.length > 0 ? plainLine(textAt(component, "title")) : "";
  return [title, plainText(textAt(component, "content")), lines].filter((part) => part !== "").join("\n\n");
}

/** A component that asks something; undefined, with a word in the report, for a kind that is not known. `where` names its page. */
export function askedOf(component: Json, where: string, source: Source): Asked | undefined {
  const [kind, name] = [textAt(component, "type"), textAt(component, "name")];
  const known = entryOf(COMPONENT_TYPES, kind);
  const place = `${where}, ${name}`;
  if (kind === "HiddenField") {
    lose(
      source,
      "left",
      place,
      "A hidden field takes its value from the address. There is none here.",
      plainLine(textAt(component, "title")),
    );
    return undefined;
  }
  if (known === undefined || name === "") {
    const says = name === "" ? "A component has no name." : `There is no component ${kind.slice(0, 60)} here. Add its question by hand.`;
    lose(source, "left", place, says, plainLine(textAt(component, "title")));
    return undefined;
  }
  if (known.loses !== undefined) lose(source, "changed", place, `${kind}: ${known.loses}.`);
  const ask = plainLine(textAt(component, "title")) || name;
  const hint = plainLine(textAt(component, "hint"));
  const label = plainLine(textAt(component, "shortDescription"));
  const options = optionsOf(component, known.type, place, source);
  const type = options === undefined && (known.type === "choice" || known.type === "choices") ? "text" : known.type;
  reportExtras(component, place, source);
  return {
    source: name,
    ask,
    ...(hint === "" ? {} : { hint }),
    ...(label === "" || label === ask ? {} : { label }),
    optional: at(component, "options", "required") === false,
    personal: seemsPersonal(type, ask),
    type,
    ...(options === undefined ? {} : { options }),
    settings: settingsOf(component, type, place, source),
  };
}

function optionsOf(component: Json, type: string, place: string, source: Source): readonly Option[] | undefined {
  if (type !== "choice" && type !== "choices") return undefined;
  const name = textAt(component, "list") || textAt(component, "values", "list");
  const items = listAt(source.list(name), "items");
  for (const item of items) reportItem(item, place, source);
  const all = items.map((item) => optionOf(item)).filter((option) => option.text !== "");
  const options = distinctOptions(all, place, source.losses);
  if (options.length > 1) return options;
  lose(source, "routing", place, `The list ${name || "(no name)"} has fewer than two options, so this is asked as text. Add the options.`);
  return undefined;
}

function optionOf(item: Json): Option {
  const hint = plainLine(textAt(item, "hint", "text") || textAt(item, "description") || textAt(item, "hint"));
  const text = plainLine(textAt(item, "text"));
  return { value: textAt(item, "value") || text, text, ...(hint === "" ? {} : { hint }) };
}

function reportItem(item: Json, place: string, source: Source): void {
  const text = plainLine(textAt(item, "text"));
  const condition = textAt(item, "condition");
  if (condition !== "") lose(source, "routing", place, `The option ‘${text}’ is shown only if ${condition}. Here it is always shown.`);
  const inside = [...listAt(item, "conditional", "components"), ...listAt(item, "childrenItems")];
  const names = inside.map((part) => textAt(part, "title") || textAt(part, "name")).join("; ");
  if (inside.length > 0) lose(source, "left", place, `The option ‘${text}’ opens further questions. Ask them on the next screen.`, names);
}

const SETTINGS: Readonly<Record<string, (component: Json) => Record<string, string | number | boolean | undefined>>> = {
  text: (component) => ({
    longest: numberAt(component, "schema", "max") ?? numberAt(component, "schema", "length"),
    autocomplete: autocomplete(component),
  }),
  "long-text": (component) => ({ longest: numberAt(component, "schema", "max") ?? numberAt(component, "schema", "length") }),
  number: (component) => ({
    least: numberAt(component, "schema", "min"),
    most: numberAt(component, "schema", "max"),
    decimals: decimals(component),
    unit: plainLine(textAt(component, "options", "suffix")).slice(0, 60) || undefined,
  }),
  choices: (component) => ({ least: numberAt(component, "schema", "min"), most: numberAt(component, "schema", "max") }),
  files: (component) => ({
    accept: fileKinds(textAt(component, "options", "accept")),
    least: numberAt(component, "schema", "min"),
    most: numberAt(component, "schema", "length") ?? numberAt(component, "schema", "max"),
  }),
  date: (component) => ({
    earliest: dayLimit(textAt(component, "options", "earliestDate"), numberAt(component, "options", "maxDaysInPast"), "before"),
    latest: dayLimit(textAt(component, "options", "latestDate"), numberAt(component, "options", "maxDaysInFuture"), "after"),
    autocomplete: autocomplete(component),
  }),
  declaration: (component) => ({ declare: plainText(textAt(component, "content")) || plainLine(textAt(component, "title")) || "I agree" }),
};

function settingsOf(component: Json, type: string, place: string, source: Source): Settings {
  const settings: Record<string, string | number | boolean> = {};
  for (const [key, value] of Object.entries(SETTINGS[type]?.(component) ?? {})) {
    if (value === undefined) continue;
    const whole = ["longest", "decimals"].includes(key) || type === "choices" || type === "files";
    if (whole && typeof value === "number" && (!Number.isInteger(value) || value < (key === "longest" ? 1 : 0) || value > 1_000_000)) {
      lose(source, "left", place, `${key} is ${value}, which is no sensible number.`);
    } else if (typeof value === "number" && !isPlain(value))
      lose(source, "left", place, `${key} is ${value}, which is too large or too exact.`);
    else settings[key] = value;
  }
  if (crossed(settings)) {
    lose(
      source,
      "left",
      place,
      `The smallest is larger than the largest (${settings["least"]} and ${settings["most"]}); both are left out.`,
    );
    delete settings["least"];
    delete settings["most"];
  }
  return settings;
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
  if (days === undefined || !Number.isInteger(days) || days < 0 || days > 99_999) return undefined;
  return days === 0 ? "today" : `${days} days ${direction} today`;
}

/** What the source says of a question that the definition has no place for. */
const KNOWN_KEYS: ReadonlySet<string> = new Set(
  "id type name title hint shortDescription content list values options schema subType nameHasError".split(" "),
);
const SAID_OPTIONS: ReadonlySet<string> = new Set(
  "required autocomplete suffix accept maxDaysInPast maxDaysInFuture earliestDate latestDate classes optionalText rows bold type hideTitle exposeToContext finalValue noReturnUrlOnSummaryPage".split(
    " ",
  ),
);
const SAID_SCHEMA: ReadonlySet<string> = new Set("max min length precision integer minLength maxLength minPrecision".split(" "));

function reportExtras(component: Json, place: string, source: Source): void {
  const options = at(component, "options");
  for (const key of keysOf(options)) if (!SAID_OPTIONS.has(key)) extra(`options.${key}`, at(options, key), place, source);
  const schema = at(component, "schema");
  for (const key of keysOf(schema)) if (!SAID_SCHEMA.has(key)) extra(`schema.${key}`, at(schema, key), place, source);
  for (const key of keysOf(component)) if (!KNOWN_KEYS.has(key)) extra(key, at(component, key), place, source);
  const least = numberAt(component, "schema", "min");
  if (/Text/.test(textAt(component, "type")) && least !== undefined && least > 1)
    lose(source, "left", place, `It must have at least ${least} characters.`);
}

/** Keys whose values may be an address or a secret of the old system: named, never shown. */
export function seemsSecret(key: string, value: Json): boolean {
  return /key|token|secret|password|url|endpoint|webhook|template/i.test(key) || /https?:\/\//.test(JSON.stringify(value) ?? "");
}

function extra(key: string, value: Json, place: string, source: Source): void {
  if (value === "" || value === null || value === false || (typeof value === "object" && Object.keys(value).length === 0)) return;
  if (key === "schema.regex")
    lose(source, "left", place, "The answer had to match a pattern. Choose a fitting answer type.", textAt(value));
  else if (seemsSecret(key, value)) lose(source, "secret", place, `${key} is left out.`);
  else lose(source, "left", place, `${key} has no place here.`, JSON.stringify(value).slice(0, 2000));
}

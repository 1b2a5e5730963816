import { refuse } from "./form.ts";
import type { Imported } from "./form.ts";

export type Json = unknown;

/** Bytes of a file. The largest real forms have some hundred kilobytes. */
export const LARGEST_FILE = 4_000_000;
const DEEPEST = 60;
const MOST_VALUES = 120_000;

/** Reads the text of a JSON file, within bounds that no real form comes near. */
export function parseJson(text: string): Imported<Json> {
  const { depth, values } = measured(text);
  if (depth > DEEPEST)
    return refuse(`The file has ${depth} or more lists and groups inside each other.`, "Export the form again from its designer.");
  if (values > MOST_VALUES) return refuse(`The file has more than ${MOST_VALUES} values.`, "A form has far fewer. Export only the form.");
  try {
    const value: Json = JSON.parse(text);
    return { ok: true, value };
  } catch (error) {
    const why = error instanceof Error ? error.message.slice(0, 200) : "it cannot be read";
    return refuse(`The file is not JSON: ${why}.`, "Export the form again from its designer; do not edit the file by hand.");
  }
}

/** Looked for in the text, before anything is built from it; what stands inside texts is skipped. A value begins or follows a comma. */
function measured(text: string): { readonly depth: number; readonly values: number } {
  let [depth, deepest, values] = [0, 0, 1];
  let quoted = false;
  for (let at = 0; at < text.length && deepest <= DEEPEST && values <= MOST_VALUES; at++) {
    const sign = text[at];
    if (quoted && sign === "\\") at++;
    else if (sign === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (sign === "{" || sign === "[") deepest = Math.max(deepest, ++depth);
    else if (sign === "}" || sign === "]") depth--;
    if (sign === "," || sign === "{" || sign === "[") values += 1;
  }
  return { depth: deepest, values };
}

/** What stands at a key; undefined where there is no such key, or nothing to have keys. */
export function at(value: Json, ...keys: readonly string[]): Json {
  let found = value;
  for (const key of keys) {
    if (typeof found !== "object" || found === null || !Object.hasOwn(found, key)) return undefined;
    found = Object.getOwnPropertyDescriptor(found, key)?.value;
  }
  return found;
}

/** The entry of a table at a key that came from outside; never what every object has. */
export function entryOf<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

/** A text, trimmed; numbers and switches as they read; empty for everything else. */
export function textAt(value: Json, ...keys: readonly string[]): string {
  const found = at(value, ...keys);
  if (typeof found === "string") return found.trim();
  return typeof found === "number" || typeof found === "boolean" ? String(found) : "";
}

/** A number, also one that is written as a text; undefined for everything else. */
export function numberAt(value: Json, ...keys: readonly string[]): number | undefined {
  const text = textAt(value, ...keys);
  return text !== "" && Number.isFinite(Number(text)) ? Number(text) : undefined;
}

export function listAt(value: Json, ...keys: readonly string[]): readonly Json[] {
  const found = at(value, ...keys);
  return Array.isArray(found) ? found : [];
}

export function keysOf(value: Json): readonly string[] {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? Object.keys(value) : [];
}

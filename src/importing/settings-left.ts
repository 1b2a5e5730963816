import { seemsSecret, lose } from "./components.ts";
import type { Source } from "./components.ts";
import { at, keysOf, listAt, textAt } from "./json.ts";
import type { Json } from "./json.ts";

/** Keys of a form that its reader carries over, or that say nothing. */
const CARRIED: ReadonlySet<string> = new Set(
  "name title pages lists conditions sections startPage engine schema declaration fees version $schema id".split(" "),
);

/** Names every other key of the form that holds something. Values are not shown: they may be addresses, keys or people's email. */
export function reportSettings(form: Json, source: Source): void {
  for (const key of keysOf(form)) {
    const value = at(form, key);
    if (CARRIED.has(key) || isNothing(value)) continue;
    const says = `${key.slice(0, 60)} is left out${within(key, value)}.`;
    lose(source, "secret", "the form", says);
  }
}

function within(key: string, value: Json): string {
  const kinds = listAt(value).map((part) => textAt(part, "type") || textAt(part, "audience") || textAt(part, "name"));
  const named = kinds.filter((kind) => /^[\w -]{1,40}$/.test(kind));
  if (named.length > 0) return ` (${named.join(", ")})`;
  const inner = keysOf(value).filter((name) => /^[\w-]{1,40}$/.test(name));
  return inner.length > 0 && !seemsSecret(key, "") ? ` (${inner.slice(0, 12).join(", ")})` : "";
}

function isNothing(value: Json): boolean {
  if (value === undefined || value === null || value === "" || value === false) return true;
  return typeof value === "object" && Object.keys(value).length === 0;
}

/** A section groups pages under a heading; the language has none, so that the report says which pages. */
export function reportSections(form: Json, source: Source): void {
  for (const section of listAt(form, "sections")) {
    const names = new Set([textAt(section, "name"), textAt(section, "id")].filter((name) => name !== ""));
    const pages = listAt(form, "pages").filter((page) => names.has(textAt(page, "section")));
    if (pages.length === 0) continue;
    const titles = pages.map((page) => textAt(page, "title") || textAt(page, "path")).join(", ");
    lose(
      source,
      "left",
      `section ‘${textAt(section, "title") || textAt(section, "name")}’`,
      `Its pages stand in the flow without its heading: ${titles.slice(0, 1000)}.`,
    );
  }
}

import { type Language, LANGUAGES } from "../language/language.ts";
import type { Council } from "./council.ts";
import { group, LINE, text, texts } from "./sheet.ts";
import type { Form, Sheet } from "./sheet.ts";

const LANGUAGE: Form = { pattern: new RegExp(`^(${LANGUAGES.join("|")})$`), says: `one of ${LANGUAGES.join(", ")}` };

/** What the council publishes in. English is always among it, and first: it is what others are translated from. */
export function languagesOf(sheet: Sheet): readonly Language[] {
  const named = new Set<string>(texts(sheet, "languages", LANGUAGE));
  return LANGUAGES.filter((language) => language === "en" || named.has(language));
}

/** The council with its Welsh beside it, where it publishes in Welsh. Notes what lacks it. */
export function withWelsh(sheet: Sheet, council: Council): Council {
  if (!council.languages.includes("cy")) return council;
  const inner = group(sheet, "welsh", "the Welsh");
  const found = (english: string): string | undefined =>
    inner?.map.entries.has(english) === true ? text(inner, english, LINE) : undefined;
  const needed = (english: string): string => found(english) ?? lacking(sheet, english);
  const { contact } = council;
  const welsh: Council = {
    ...council,
    name: needed(council.name),
    place: found(council.place) ?? council.place,
    contact: {
      ...contact,
      hours: contact.hours.map(needed),
      address: contact.address.map((line) => found(line) ?? line),
    },
    groups: council.groups.map((name) => found(name) ?? name),
    groupNames: new Map(council.groups.map((name) => [name, found(name) ?? name])),
  };
  return { ...council, welsh: Object.freeze(welsh) };
}

function lacking({ map, notes }: Sheet, english: string): string {
  const at = map.entries.get("languages")?.value ?? { file: map.file, from: map.from, to: map.from };
  const fix = `Write it under welsh: "${english}": and its Welsh.`;
  notes.push({ code: "council-welsh", at, message: `The council publishes in Welsh, and “${english}” has none.`, fix });
  return english;
}

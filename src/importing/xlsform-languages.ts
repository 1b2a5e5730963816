import type { Loss } from "./form.ts";
import type { Sheet } from "./xlsx.ts";

const TEXTS = ["label", "hint", "constraint_message", "required_message", "guidance_hint"];

/** The ending of the columns in the language that is read: empty, or such as `::english (en)`. */
export function languageOf({ headings }: Sheet, wanted: string): string {
  if (headings.includes("label")) return "";
  const languages = endings(headings);
  const own = wanted.toLowerCase();
  const named = languages.find((ending) => own !== "" && (ending === `::${own}` || ending.startsWith(`::${own} `)));
  return named ?? languages.find((ending) => /english|\(en\b/.test(ending)) ?? languages[0] ?? "";
}

function endings(headings: readonly string[]): readonly string[] {
  return [...new Set(headings.filter((heading) => heading.startsWith("label::")).map((heading) => heading.slice("label".length)))];
}

/** Every text in another language, in full, and those that are missing in it: the definition has one language. */
export function reportLanguages(sheets: ReadonlyMap<string, Sheet>, language: string, losses: Loss[]): void {
  for (const [name, sheet] of sheets) {
    for (const ending of endings(sheet.headings).filter((each) => each !== language)) {
      for (const { number, cells } of sheet.rows) {
        const texts = TEXTS.map((column) => cells[column + ending] ?? "").filter((text) => text !== "");
        const at = `${name}, row ${number}, ${cells["name"] ?? ""}`;
        const own = cells[`label${language}`] ?? "";
        if (texts.length > 0) losses.push({ kind: "language", at, says: `In ${ending.slice(2)}:`, text: texts.join("\n") });
        else if (own !== "") losses.push({ kind: "language", at, says: `It has no text in ${ending.slice(2)}.` });
      }
    }
  }
}

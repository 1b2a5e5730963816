import type { Loss } from "./form.ts";
import type { Row, Sheet } from "./xlsx.ts";

const TEXTS = ["label", "hint", "constraint_message", "required_message", "guidance_hint"];

/** The ending of the columns in the language that is read: empty, or such as `::english (en)`. */
export function languageOf({ headings }: Sheet, wanted: string): string {
  if (headings.includes("label")) return "";
  const languages = endings(headings);
  const own = wanted.toLowerCase();
  const named = languages.find((ending) => own !== "" && (ending === `::${own}` || ending.startsWith(`::${own} `)));
  return named ?? languages.find((ending) => /english|\(en\b/.test(ending)) ?? languages[0] ?? "";
}

/** The same rows with the texts of one language in the place of those that another does not have. */
export function filledIn(sheets: ReadonlyMap<string, Sheet>, language: string, from: string): ReadonlyMap<string, Sheet> {
  const filled = (cells: Row["cells"]): Row["cells"] => {
    const missing = TEXTS.filter((column) => (cells[column + language] ?? "") === "" && cells[column + from] !== undefined);
    return { ...cells, ...Object.fromEntries(missing.map((column) => [column + language, cells[column + from] ?? ""])) };
  };
  return new Map(
    [...sheets].map(([name, sheet]) => [name, { ...sheet, rows: sheet.rows.map((row) => ({ ...row, cells: filled(row.cells) })) }]),
  );
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

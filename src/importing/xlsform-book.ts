import type { Loss } from "./form.ts";
import { typeOf } from "./xlsform-types.ts";
import type { Sheet, Workbook } from "./xlsx.ts";

const SAID_SETTINGS: ReadonlySet<string> = new Set(["form_title", "form_id", "version", "default_language"]);
/** Settings that hold no address and no key. */
const SHOWN_SETTINGS: ReadonlySet<string> = new Set(["instance_name", "style", "allow_choice_duplicates", "name"]);
const CHOICE_COLUMNS: ReadonlySet<string> = new Set(["list_name", "name", "label"]);

/** What stands in a workbook besides its questions. */
export function reportBook(
  { others }: Workbook,
  sheets: ReadonlyMap<string, Sheet>,
  settings: Readonly<Record<string, string>>,
  losses: Loss[],
): void {
  for (const [key, text] of Object.entries(settings)) {
    if (SHOWN_SETTINGS.has(key)) losses.push({ kind: "left", at: "settings", says: `${key} has no place here.`, text });
    else if (!SAID_SETTINGS.has(key)) losses.push({ kind: "secret", at: "settings", says: `${key.slice(0, 60)} is left out.` });
  }
  for (const name of others)
    losses.push({ kind: "left", at: `sheet ${name.slice(0, 60)}`, says: "It is no part of the standard, and is not read." });
  for (const [name, { formulas }] of sheets) reportFormulas(name, formulas, losses);
  const survey = sheets.get("survey");
  for (const name of ["choices", "external_choices"]) {
    const sheet = sheets.get(name);
    if (sheet !== undefined && survey !== undefined) reportChoices(name, sheet, survey, losses);
  }
}

function reportFormulas(sheet: string, formulas: readonly string[], losses: Loss[]): void {
  if (formulas.length === 0) return;
  const says = `${formulas.length} ${formulas.length === 1 ? "cell has a formula" : "cells have formulas"}: what they showed last is taken (${formulas.slice(0, 20).join(", ")}).`;
  losses.push({ kind: "changed", at: `sheet ${sheet}`, says });
}

/** Columns beside the options, such as those that filter them; and lists that no question shows. */
function reportChoices(name: string, { rows, headings }: Sheet, survey: Sheet, losses: Loss[]): void {
  const shown = new Set(survey.rows.map((row) => typeOf(row).of));
  for (const heading of headings.filter((each) => !CHOICE_COLUMNS.has(each.split("::")[0] ?? ""))) {
    const cells = rows.flatMap(({ cells }) =>
      cells[heading] === undefined ? [] : [`${cells["list_name"] ?? ""}, ${cells["name"] ?? ""}: ${cells[heading]}`],
    );
    if (cells.length > 0)
      losses.push({
        kind: "left",
        at: `sheet ${name}`,
        says: `Its column ${heading.slice(0, 60)} has no place here.`,
        text: cells.join("\n"),
      });
  }
  for (const [list, own] of Map.groupBy(rows, ({ cells }) => cells["list_name"] ?? "")) {
    if (shown.has(list)) continue;
    const text = own.map(({ cells }) =>
      Object.entries(cells)
        .filter(([column]) => /^(name|label)/.test(column))
        .map(([, each]) => each)
        .join(": "),
    );
    losses.push({
      kind: "left",
      at: `sheet ${name}, list ${list.slice(0, 60)}`,
      says: "No question shows this list.",
      text: text.join("\n"),
    });
  }
}

import assert from "node:assert/strict";
import { test } from "node:test";
import { importForm } from "../../src/importing/import-form.ts";
import { denseXlsform } from "./dense-xlsform.ts";
import type { Sheets } from "./dense-xlsform.ts";
import { imported } from "./imported.ts";
import { xlsxFile } from "./xlsx-file.ts";

interface Cell {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly heading: string;
  readonly text: string;
}

function cellsOf(sheets: Sheets): readonly Cell[] {
  return Object.entries(sheets).flatMap(([sheet, [headings = [], ...rows]]) =>
    rows.flatMap((cells, index) =>
      cells.flatMap((text, column): readonly Cell[] =>
        text === "" ? [] : [{ sheet, row: index + 1, column, heading: headings[column] ?? "", text }],
      ),
    ),
  );
}

function changed(sheets: Sheets, changes: ReadonlyMap<Cell, string>): Sheets {
  const copy = structuredClone(sheets) as Record<string, string[][]>;
  for (const [{ sheet, row, column }, text] of changes) (copy[sheet]?.[row] ?? [])[column] = text;
  return copy;
}

function outcome(sheets: Sheets): string {
  const result = importForm({ name: "form.xlsx", bytes: xlsxFile(sheets) });
  return result.ok ? (result.value.definition + result.value.report).toLowerCase() : result.refusal.why;
}

const WORDS = /^(label|hint|guidance_hint|constraint message|required_message)/;
/** Looks that the house decides, and what stands in a sheet that the standard does not know. */
function isMeant({ sheet, heading, text }: Cell): boolean {
  return (
    sheet !== "My notes" && !(heading === "appearance" && text === "field-list") && heading !== "form_id" && heading !== "default_language"
  );
}
const PRIVATE = ["submission_url", "public_key"];

test("every text of a spreadsheet form is in the definition or in the report", () => {
  const sheets = denseXlsform();
  // A list of Yes and No stays one only under these words.
  const words = cellsOf(sheets).filter((cell) => WORDS.test(cell.heading) && !/^(yes|no)$/i.test(cell.text));
  const found = outcome(changed(sheets, new Map(words.map((cell, index) => [cell, `${cell.text} Mark${index}x`]))));
  assert.deepEqual(
    words.filter((_, index) => !found.includes(`mark${index}x`)),
    [],
  );
});

test("no other cell of a spreadsheet form can change unheeded", () => {
  const sheets = denseXlsform();
  const before = outcome(sheets);
  const cells = cellsOf(sheets).filter((cell) => isMeant(cell) && !WORDS.test(cell.heading) && !PRIVATE.includes(cell.heading));
  const silent = cells.filter(
    (cell) => outcome(changed(sheets, new Map([[cell, /^\d/.test(cell.text) ? "7" : `${cell.text}Zq`]]))) === before,
  );
  assert.deepEqual(silent, []);
});

test("addresses and keys of a spreadsheet form are named and not shown", () => {
  const all = outcome(denseXlsform());
  for (const name of PRIVATE) assert.ok(all.includes(name), name);
  assert.doesNotMatch(all, /s3cr3t/);
  assert.match(all, /sheet my notes/);
});

test("a spreadsheet form with every kind of row gives a definition without errors", () => {
  const { compiled, names } = imported("form.xlsx", xlsxFile(denseXlsform()));
  assert.ok(compiled.questions.size > 25);
  const types = ["row_i", "month", "signed", "row_l"].map((name) => compiled.questions.get(names.get(name) ?? "")?.type);
  assert.deepEqual(types, ["declaration", "month-and-year", "signature", "time"]);
});

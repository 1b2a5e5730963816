import type { Loss, LossKind } from "./form.ts";
import type { Row } from "./xlsx.ts";

const TEXTS = "label hint guidance_hint";

function columns(names: string): ReadonlySet<string> {
  return new Set(`type name disabled ${names}`.split(" "));
}

/** The columns that the reader of a kind of row carries over, or reports itself. */
export const QUESTION_COLUMNS = columns(
  `${TEXTS} required relevant constraint constraint_message appearance choice_filter required_message parameters`,
);
export const GROUP_COLUMNS = columns("label relevant appearance repeat_count");
export const NOTE_COLUMNS = columns("label hint relevant");
export const CALCULATE_COLUMNS = columns("calculation");

/** Looks that the house decides. */
const LOOKS =
  /^(w\d|minimal|columns|columns-\d|columns-pack|no-buttons|quick|compact|compact-\d+|quickcompact|horizontal|horizontal-compact|vertical|likert|field-list|multiline|label|list-nolabel|numbers|no-calendar|autocomplete|search|picker|no-ticks|thousands-sep|month-year|signature|new|maps|placement-map|hide-input)$/;

interface Reported {
  readonly language: string;
  readonly losses: Loss[];
}

function lose({ losses }: Reported, kind: LossKind, row: Row, says: string, text = ""): void {
  losses.push({ kind, at: `row ${row.number}, ${row.cells["name"] ?? ""}`, says, ...(text === "" ? {} : { text }) });
}

/** Reports every cell of a row that nothing else speaks of. Columns of other languages have a report of their own. */
export function reportRest(row: Row, source: Reported, said: ReadonlySet<string>): void {
  for (const [column, text] of Object.entries(row.cells)) {
    const [plain = ""] = column.split("::");
    const own = !TEXTUAL.has(plain) || column === plain || column === plain + source.language;
    if (plain === "media") lose(source, "left", row, `It shows ${text.slice(0, 200)} (${column.slice(0, 60)}), which has no place here.`);
    else if (own && !said.has(plain)) lose(source, "left", row, `Its ${column.slice(0, 60)} has no place here.`, text);
  }
  const looks = (row.cells["appearance"] ?? "").split(/\s+/).filter((word) => word !== "" && !LOOKS.test(word));
  if (looks.length > 0) lose(source, "left", row, `Its appearance ${looks.join(" ").slice(0, 100)} has no place here.`);
  reportParameters(row, source, said);
  const message = row.cells[`required_message${source.language}`] ?? row.cells["required_message"] ?? "";
  const always = /^(yes|true(\(\))?|1|no|false(\(\))?|0|)$/i.test(row.cells["required"] ?? "");
  if (message !== "" && always && said.has("required_message"))
    lose(source, "changed", row, "An empty answer has the house's own message instead of this one.", message);
}

const TEXTUAL: ReadonlySet<string> = new Set(`${TEXTS} constraint_message required_message`.split(" "));

/** Only the ends and the step of a range say something here. */
function reportParameters(row: Row, source: Reported, said: ReadonlySet<string>): void {
  const all = row.cells["parameters"] ?? "";
  const range = /^range$/i.test(row.cells["type"] ?? "");
  const rest = range ? all.replaceAll(/\b(start|end|step)\s*=\s*-?\d+(\.\d+)?[\s;,]*/g, "").trim() : all;
  if (rest !== "" && said.has("parameters")) lose(source, "left", row, "Its parameters have no place here.", rest);
}

/** A row in full, or some of its columns, for the report. */
export function rowText({ cells }: Row, only?: readonly string[]): string {
  const chosen = Object.entries(cells).filter(([column]) => only?.includes(column) ?? true);
  return chosen.map(([column, text]) => `${column}: ${text}`).join("\n");
}

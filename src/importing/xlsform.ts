import { allText } from "./asked-text.ts";
import type { Asked, Form, Imported, Loss, Page } from "./form.ts";
import { refuse } from "./form.ts";
import type { Language } from "./localised.ts";
import { plainLine, plainText } from "./plain-text.ts";
import { reportBook } from "./xlsform-book.ts";
import { CALCULATE_COLUMNS, GROUP_COLUMNS, NOTE_COLUMNS, reportRest, rowText } from "./xlsform-columns.ts";
import { inStandardColumns } from "./xlsform-headings.ts";
import { filledIn, languageOf, reportLanguages } from "./xlsform-languages.ts";
import { cell, conditionAt, questionOf } from "./xlsform-question.ts";
import type { RowSource } from "./xlsform-question.ts";
import { SKIPPED_TYPES, typeOf } from "./xlsform-types.ts";
import type { Row, Sheet, Workbook } from "./xlsx.ts";
import { all } from "./condition.ts";
import type { Condition } from "./condition.ts";

/** A group or a repeat that the rows are in. */
interface Frame {
  readonly row: Row;
  readonly kind: "group" | "repeat";
  readonly when?: Condition;
  /** Its questions stand on one screen. */
  readonly together: boolean;
  readonly questions: Asked[];
}

const MOST_ROWS = 3000;
/** Over all questions; a list counts for each that shows it. */
const MOST_OPTIONS = 8000;

function choicesOf(sheet: Sheet | undefined): ReadonlyMap<string, readonly Row[]> {
  return Map.groupBy(sheet?.rows ?? [], ({ cells }) => cells["list_name"] ?? "");
}

function optionsIn({ rows }: Sheet, choices: ReadonlyMap<string, readonly Row[]>): number {
  return rows.reduce((count, row) => count + (choices.get(typeOf(row).of)?.length ?? 0), 0);
}

/** A spreadsheet form: its rows are asked in order, each where what makes it relevant holds. */
export function readXlsform(book: Workbook, wanted: Language = "en"): Imported<Form> {
  const read = inStandardColumns(book.sheets);
  const found = read.get("survey");
  const own = found === undefined ? "" : languageOf(found, read.get("settings")?.rows[0]?.cells["default_language"] ?? "");
  const language = found === undefined || wanted === "en" ? own : languageOf(found, "welsh");
  const sheets = language === own ? read : filledIn(read, language, own);
  const survey = sheets.get("survey");
  if (survey === undefined || !survey.headings.includes("type")) {
    return refuse(
      "The spreadsheet has no sheet ‘survey’ with a column ‘type’, so it is no XLSForm.",
      "Name the sheet of the questions survey.",
    );
  }
  const settings = sheets.get("settings")?.rows[0]?.cells ?? {};
  const losses: Loss[] = [];
  const choices = choicesOf(sheets.get("choices"));
  if (survey.rows.length > MOST_ROWS || optionsIn(survey, choices) > MOST_OPTIONS) {
    return refuse(`The form has more than ${MOST_ROWS} rows or ${MOST_OPTIONS} options to choose from.`, "Import it in parts.");
  }
  const reader = new SurveyReader({ survey, choices, external: choicesOf(sheets.get("external_choices")), language, losses });
  const wrong = readRows(reader, survey);
  if (wrong !== undefined) return wrong;
  reportLanguages(sheets, language, losses);
  reportBook(book, sheets, settings, losses);
  const title = plainLine(settings["form_title"] ?? "") || plainLine(settings["form_id"] ?? "") || "Imported form";
  const { pages, start } = reader;
  return { ok: true, value: { dialect: "xlsform", title, pages, fees: [], losses, ...(start === "" ? {} : { start }) } };
}

/** Reads all rows; gives why the form cannot be read where its groups do not match. */
function readRows(reader: SurveyReader, survey: Sheet): Imported<Form> | undefined {
  for (const row of survey.rows) {
    const wrong = reader.read(row);
    if (wrong !== undefined) return refuse(wrong, "Give each begin an end, in the order in which they were begun.");
  }
  const open = reader.open();
  return open === undefined ? undefined : refuse(`Row ${open} of the survey begins a group that never ends.`, "Add the row that ends it.");
}

class SurveyReader {
  readonly pages: Page[] = [];
  start = "";
  private readonly frames: Frame[] = [];
  private readonly source: RowSource;

  constructor(source: Omit<RowSource, "asked" | "calculations">) {
    this.source = { ...source, asked: new Map(), calculations: new Map() };
  }

  open(): number | undefined {
    return this.frames.at(-1)?.row.number;
  }

  /** Reads one row. Says what is wrong where the groups do not match. */
  read(row: Row): string | undefined {
    const kind = typeOf(row);
    if (/^(yes|true|1)$/i.test(row.cells["disabled"] ?? "")) {
      this.lose("left", row, `The row is switched off (${kind.name} ${kind.of}).`, rowText(row));
      return undefined;
    }
    if (kind.name === "begin") return this.begin(row, kind.of);
    if (kind.name === "end") return this.end(row, kind.of);
    if (kind.name === "calculate") this.calculate(row);
    else if (kind.name === "note") this.note(row);
    else if (kind.name !== "") this.ask(row, kind.name);
    else if (Object.keys(row.cells).length > 0) this.lose("left", row, "The row has no type, so that it asks nothing.", rowText(row));
    return undefined;
  }

  private begin(row: Row, of: string): string | undefined {
    if (this.frames.length >= 20) return `Row ${row.number} of the survey begins a group inside 20 others.`;
    const kind = of === "repeat" ? "repeat" : "group";
    reportRest(row, this.source, GROUP_COLUMNS);
    const when = this.condition(row, "relevant");
    const together = kind === "repeat" || /\bfield-list\b/.test(row.cells["appearance"] ?? "") || this.inside("together");
    // What is asked before it on the same screen does not stand under its condition.
    if (when !== undefined) this.flush();
    this.frames.push({ row, kind, together, questions: [], ...(when === undefined ? {} : { when }) });
    return undefined;
  }

  private end(row: Row, of: string): string | undefined {
    const frame = this.frames.pop();
    if (frame === undefined) return `Row ${row.number} of the survey ends a ${of}, and none is begun.`;
    if ((of === "repeat") !== (frame.kind === "repeat"))
      return `Row ${row.number} of the survey ends a ${of}, but row ${frame.row.number} begins a ${frame.kind}.`;
    const label = this.label(frame.row);
    if (frame.kind === "repeat") this.group(frame, label);
    else if (frame.together && (frame.when !== undefined || !this.inside("together"))) this.screen(frame, label);
    else if (frame.together) this.frames.at(-1)?.questions.push(...frame.questions);
    if (frame.kind === "group" && !frame.together && label !== "") {
      this.lose("left", frame.row, `The heading of the group ‘${label}’ stands over no screen.`);
    }
    return undefined;
  }

  private inside(what: "together" | "repeat"): boolean {
    return this.frames.some((frame) => (what === "repeat" ? frame.kind === "repeat" : frame.together));
  }

  private calculate(row: Row): void {
    const [name, text] = [row.cells["name"] ?? "", row.cells["calculation"] ?? ""];
    this.source.calculations.set(name, text);
    reportRest(row, this.source, CALCULATE_COLUMNS);
    this.lose("left", row, "A calculation. Conditions that read it say what it says; nothing else shows it.", text);
  }

  private note(row: Row): void {
    const text = [cell(row, "label", this.source), cell(row, "hint", this.source)]
      .map(plainText)
      .filter((each) => each !== "")
      .join("\n\n");
    reportRest(row, this.source, NOTE_COLUMNS);
    if (this.pages.length === 0 && this.frames.length === 0 && this.start === "" && row.cells["relevant"] === undefined) this.start = text;
    else this.lose("kept", row, row.cells["relevant"] === undefined ? "A note." : `A note, shown only if ${row.cells["relevant"]}.`, text);
  }

  private ask(row: Row, name: string): void {
    if (SKIPPED_TYPES.has(name))
      return this.lose("left", row, `${name} collects something about the device or the form, which is not asked here.`, rowText(row));
    const found = questionOf(row, this.source);
    if (found === undefined) return;
    const when = this.condition(row, "relevant");
    for (const asked of found.questions) {
      if (this.inside("repeat")) this.inEntry(row, asked, when);
      else if (this.inside("together") && when === undefined && asked === found.questions[0]) this.frames.at(-1)?.questions.push(asked);
      else
        this.alone(
          row,
          asked,
          asked === found.questions[0]
            ? when
            : all([...(when === undefined ? [] : [when]), ...(found.other === undefined ? [] : [found.other])]),
        );
      if (!this.inside("repeat")) this.source.asked.set(asked.source, asked);
    }
  }

  private inEntry(row: Row, asked: Asked, when: Condition | undefined): void {
    if (when !== undefined)
      this.lose(
        "routing",
        row,
        `It is asked only if ${row.cells["relevant"] ?? ""}. In an entry of a group all questions are asked: it is optional here.`,
      );
    if (asked.must !== undefined)
      this.lose("routing", row, `In an entry of a group this is not checked: ${asked.must.say}.`, rowText(row, ["constraint", "required"]));
    const { must: _, ...rest } = asked;
    this.frames.at(-1)?.questions.push(when === undefined ? rest : { ...rest, optional: true });
  }

  /** A question of its own; on a screen with others, those before it come first. */
  private alone(row: Row, asked: Asked, when: Condition | undefined): void {
    const frame = this.frames.findLast(({ together }) => together);
    if (frame !== undefined) {
      this.lose("changed", row, "It was shown on a screen with others when their answers called for it. Here it is asked after them.");
      this.flush();
    }
    this.add(row.cells["name"] ?? "", "", [asked], when);
  }

  /** Makes a screen of what is waiting for one. */
  private flush(): void {
    for (const frame of this.frames) if (frame.kind === "group") this.screen(frame, this.label(frame.row), true);
  }

  private screen(frame: Frame, label: string, going = false): void {
    if (frame.questions.length > 0) this.add(frame.row.cells["name"] ?? "", label, [...frame.questions], going ? undefined : frame.when);
    frame.questions.length = 0;
  }

  private add(source: string, title: string, questions: readonly Asked[], own: Condition | undefined): void {
    const around = this.frames.flatMap(({ when }) => (when === undefined ? [] : [when]));
    const when = all([...around, ...(own === undefined ? [] : [own])]);
    const always = when.kind === "constant" && when.value;
    this.pages.push({ source, title, questions, ...(always ? {} : { when }) });
  }

  private group(frame: Frame, label: string): void {
    const name = frame.row.cells["name"] ?? `repeat${frame.row.number}`;
    const count = frame.row.cells["repeat_count"];
    if (count !== undefined)
      this.lose("changed", frame.row, `It was asked as many times as ${count} says. Here a person adds as many as there are.`);
    if (frame.questions.length === 0) return;
    const settings = { entry: "entry", least: 0, most: 20 };
    const questions = frame.questions.filter(({ type }) => type !== "group");
    const asked: Asked = { source: name, ask: label || name, optional: true, personal: false, type: "group", settings, questions };
    if (this.inside("repeat"))
      this.lose(
        "routing",
        frame.row,
        "A repeat inside a repeat cannot be said. It is left out.",
        [label, allText(frame.questions)].join("\n"),
      );
    else {
      this.flush();
      this.source.asked.set(name, asked);
      this.add(name, "", [asked], frame.when);
    }
  }

  private label(row: Row): string {
    return plainLine(row.cells[`label${this.source.language}`] ?? row.cells["label"] ?? "").slice(0, 300);
  }

  private condition(row: Row, column: string): Condition | undefined {
    return conditionAt(row, column, this.source);
  }

  private lose(kind: Loss["kind"], row: Row, says: string, text = ""): void {
    this.source.losses.push({ kind, at: `row ${row.number}, ${row.cells["name"] ?? ""}`, says, ...(text === "" ? {} : { text }) });
  }
}

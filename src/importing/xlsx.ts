import { refuse } from "./form.ts";
import type { Imported } from "./form.ts";
import { attribute, scanXml } from "./xml-scan.ts";
import type { Mark } from "./xml-scan.ts";
import { zipParts } from "./zip-parts.ts";
import type { ZipParts } from "./zip-parts.ts";

/** A sheet as rows of texts, by the headings of its first row. */
export interface Workbook {
  readonly sheets: ReadonlyMap<string, Sheet>;
  /** The names of the sheets that were not asked for. */
  readonly others: readonly string[];
}

export interface Sheet {
  readonly rows: readonly Row[];
  readonly headings: readonly string[];
  /** Cells with a formula, such as `C7`: what they showed last is taken. */
  readonly formulas: readonly string[];
}

export interface Row {
  /** As the spreadsheet counts it, from 1. */
  readonly number: number;
  readonly cells: Readonly<Record<string, string>>;
}

const MOST_ROWS = 6000;
const MOST_COLUMNS = 200;
const MOST_CELLS = 100_000;
const LONGEST_CELL = 33_000;

type Cells = ReadonlyMap<number, ReadonlyMap<number, string>>;

/** The sheets of an .xlsx file by their names in small letters, of which only those asked for are read. */
export function readXlsx(bytes: Uint8Array, wanted: readonly string[]): Imported<Workbook> {
  const zip = zipParts(bytes);
  if (!zip.ok) return zip;
  const places = sheetPlaces(zip.value);
  if (!places.ok) return places;
  const shared = sharedTexts(zip.value);
  if (!shared.ok) return shared;
  const sheets = new Map<string, Sheet>();
  for (const [name, part] of places.value) {
    if (!wanted.includes(name)) continue;
    const xml = zip.value.text(part);
    const sheet = xml.ok ? readSheet(xml.value, shared.value, name) : xml;
    if (!sheet.ok) return sheet;
    sheets.set(name, sheet.value);
  }
  const others = [...places.value.keys()].filter((name) => !wanted.includes(name));
  return { ok: true, value: { sheets, others } };
}

/** Hands over each mark in turn, until one is met with ‘stop’; false where the XML breaks off. */
function each(xml: string, see: (mark: Mark) => "stop" | void): boolean {
  for (const mark of scanXml(xml)) {
    if (mark === undefined) return false;
    if (see(mark) === "stop") return true;
  }
  return true;
}

const SMALLER = "Keep only the rows and columns of the form.";

function unreadable(): Imported<never> {
  return refuse("A part of the spreadsheet is broken.", "Open it in a spreadsheet program and save it again as .xlsx.");
}

function sheetPlaces(zip: ZipParts): Imported<ReadonlyMap<string, string>> {
  const book = zip.text("xl/workbook.xml");
  const links = zip.text("xl/_rels/workbook.xml.rels");
  if (!book.ok || !links.ok) return refuse("The file is no .xlsx spreadsheet.", "Save the form as .xlsx, or export it as JSON.");
  const targets = new Map<string, string>();
  const places = new Map<string, string>();
  const linked = each(links.value, (mark) => {
    if (mark.kind === "open" && mark.name === "Relationship")
      targets.set(attribute(mark.attributes, "Id"), attribute(mark.attributes, "Target"));
  });
  const booked = each(book.value, (mark) => {
    if (mark.kind !== "open" || mark.name !== "sheet") return;
    const target = targets.get(attribute(mark.attributes, "r:id"));
    if (target === undefined) return;
    places.set(attribute(mark.attributes, "name").trim().toLowerCase(), target.startsWith("/") ? target.slice(1) : `xl/${target}`);
  });
  if (!linked || !booked) return unreadable();
  return { ok: true, value: places };
}

/** Texts that cells name by number. */
function sharedTexts(zip: ZipParts): Imported<readonly string[]> {
  if (!zip.has("xl/sharedStrings.xml")) return { ok: true, value: [] };
  const xml = zip.text("xl/sharedStrings.xml");
  if (!xml.ok) return xml;
  const texts: string[] = [];
  let own = "";
  // Within rPh stands how a text is read aloud.
  let [within, spoken] = [false, false];
  const whole = each(xml.value, (mark) => {
    if (mark.kind === "text") own += within && !spoken ? mark.text.slice(0, LONGEST_CELL) : "";
    else if (mark.name === "t") within = mark.kind === "open" && !mark.empty;
    else if (mark.name === "rPh") spoken = mark.kind === "open";
    else if (mark.name === "si" && mark.kind === "open") own = "";
    if (mark.kind !== "text" && mark.name === "si" && (mark.kind === "close" || mark.empty)) texts.push(own.slice(0, LONGEST_CELL).trim());
  });
  return whole ? { ok: true, value: texts } : unreadable();
}

interface OpenCell {
  readonly row: number;
  readonly column: number;
  readonly reference: string;
  readonly type: string;
  value: string;
  inside: string;
}

function readSheet(xml: string, shared: readonly string[], name: string): Imported<Sheet> {
  const reader = new SheetReader(shared);
  if (!each(xml, (mark) => (reader.count > MOST_CELLS || reader.cells.size > MOST_ROWS ? "stop" : reader.see(mark)))) return unreadable();
  if (reader.count > MOST_CELLS) return refuse(`The sheet ${name} has more than ${MOST_CELLS} cells.`, SMALLER);
  if (reader.cells.size > MOST_ROWS) return refuse(`The sheet ${name} has more than ${MOST_ROWS} rows.`, SMALLER);
  return { ok: true, value: sheetOf(reader.cells, reader.formulas) };
}

class SheetReader {
  readonly cells = new Map<number, Map<number, string>>();
  readonly formulas: string[] = [];
  count = 0;
  private row = 0;
  private column = 0;
  private cell: OpenCell | undefined;
  private readonly shared: readonly string[];

  constructor(shared: readonly string[]) {
    this.shared = shared;
  }

  see(mark: Mark): void {
    if (mark.kind === "text") this.add(mark.text);
    else if (mark.kind === "close") this.close(mark.name);
    else if (mark.name === "row") {
      this.row = Number(attribute(mark.attributes, "r")) || this.row + 1;
      this.column = 0;
    } else if (mark.name === "c") this.open(attribute(mark.attributes, "r"), attribute(mark.attributes, "t"), mark.empty);
    else if (this.cell !== undefined) {
      if (mark.name === "f") this.formulas.push(this.cell.reference);
      this.cell.inside = mark.empty ? "" : mark.name;
    }
  }

  private open(reference: string, type: string, empty: boolean): void {
    this.count += 1;
    this.column = columnOf(reference) ?? this.column + 1;
    this.cell = empty ? undefined : { row: this.row, column: this.column, reference, type, value: "", inside: "" };
  }

  private add(text: string): void {
    if (this.cell?.inside === "v" || this.cell?.inside === "t") this.cell.value += text.slice(0, LONGEST_CELL);
  }

  private close(name: string): void {
    if (this.cell !== undefined) this.cell.inside = "";
    if (name !== "c" || this.cell === undefined) return;
    if (this.cell.column <= MOST_COLUMNS && this.count <= MOST_CELLS) put(this.cells, this.cell, textOf(this.cell, this.shared));
    this.cell = undefined;
  }
}

function columnOf(reference: string): number | undefined {
  const letters = /^([A-Z]{1,3})\d/.exec(reference)?.[1];
  if (letters === undefined) return undefined;
  let column = 0;
  for (let at = 0; at < letters.length; at++) column = column * 26 + letters.charCodeAt(at) - 64;
  return column;
}

function textOf({ type, value }: OpenCell, shared: readonly string[]): string {
  if (type === "s") return shared[Number(value)] ?? "";
  return type === "b" ? (value === "1" ? "true" : "false") : value;
}

function put(cells: Map<number, Map<number, string>>, { row, column }: OpenCell, text: string): void {
  if (text.trim() === "") return;
  const own = cells.get(row) ?? new Map<number, string>();
  cells.set(row, own.set(column, text.trim()));
}

function sheetOf(cells: Cells, formulas: readonly string[]): Sheet {
  const [first, ...rest] = [...cells].toSorted(([left], [right]) => left - right);
  const headings = new Map(
    [...(first?.[1] ?? [])].map(([column, heading]) => [column, heading.toLowerCase().replaceAll(/\s*::\s*/g, "::")]),
  );
  const rows = rest.map(([number, own]) => ({
    number,
    cells: Object.fromEntries([...own].flatMap(([column, text]) => (headings.has(column) ? [[headings.get(column) ?? "", text]] : []))),
  }));
  return { rows, headings: [...headings.values()], formulas };
}

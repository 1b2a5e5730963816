import type { Gathered } from "./gathered.ts";
import { makeRegister } from "./make-register.ts";
import type { CsvCell, CsvLine } from "./read-csv.ts";
import { csvLines } from "./read-csv.ts";
import { LOOKS, readCell } from "./read-cell.ts";
import type { Cell, CellKind, Register, RegisterPlan } from "./register.ts";
import { columnName } from "./register.ts";

/** The most rows that a register may have. */
export const MOST_ROWS = 50_000;
const MOST_COLUMNS = 100;
/** Characters in a key, in a label and in any other cell. */
export const LONGEST_KEY = 100;
export const LONGEST_LABEL = 200;
const LONGEST_CELL = 500;
/** A file with more wrong than this is another file. */
const MOST_FAULTS = 20;

/** Nothing but plain signs, with single spaces: what nearly every cell is. */
const PLAIN = /^(?:[!-~]+ )*[!-~]*$/;

/** Something wrong in the file, at offsets into its text. */
export interface Fault {
  readonly code: "register-file" | "register-column" | "register-key" | "register-cell" | "register-empty";
  readonly message: string;
  readonly fix?: string;
  readonly from: number;
  readonly to: number;
}

export type RegisterReading =
  | { readonly ok: true; readonly register: Register }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/** The columns of the plan, by where they stand in the file. */
interface Layout {
  readonly key: number;
  readonly label: number;
  readonly welsh: number | undefined;
  readonly columns: readonly (readonly [name: string, kind: CellKind, at: number])[];
  readonly width: number;
}

/** Reads the text of a register's file by its plan. Says all that is wrong, up to twenty things. Pure. */
export function readRegister(text: string, plan: RegisterPlan): RegisterReading {
  const faults: Fault[] = [];
  const lines = csvLines(text);
  const head = lines.next();
  if (head.done === true) return { ok: false, faults: [head.value === undefined ? nothing() : broken(head.value)] };
  const layout = layoutOf(head.value, plan, faults);
  if (layout === undefined) return { ok: false, faults };
  const gathered = gather(lines, layout, faults);
  if (gathered.keys.length === 0 && faults.length === 0) faults.push(nothing());
  return faults.length > 0 ? { ok: false, faults } : { ok: true, register: makeRegister(plan, gathered) };
}

function nothing(): Fault {
  return { code: "register-empty", message: "The register has no rows.", fix: "Add a row for each thing to choose from.", from: 0, to: 1 };
}

function broken({ from, message }: { readonly from: number; readonly message: string }): Fault {
  return { code: "register-file", message, fix: "Save the file as CSV again.", from, to: from + 1 };
}

/** Where each column of the plan stands; undefined, with faults, where one is not there or is there twice. */
function layoutOf(head: CsvLine, plan: RegisterPlan, faults: Fault[]): Layout | undefined {
  const names = head.map(({ text }) => columnName(text));
  const to = head.at(-1)?.to ?? 1;
  const find = (name: string): number => {
    const at = names.indexOf(name);
    if (at === -1) faults.push({ code: "register-column", ...absent(name, names), from: 0, to });
    else if (names.includes(name, at + 1)) {
      faults.push({ code: "register-column", message: `Two columns are called ${name}.`, fix: "Rename one.", from: 0, to });
    }
    return at;
  };
  const columns = Object.entries(plan.columns).map(([name, kind]) => [name, kind, find(name)] as const);
  const layout = { key: find(plan.key), label: find(plan.label), welsh: plan.welsh === undefined ? undefined : find(plan.welsh) };
  if (head.length > MOST_COLUMNS)
    faults.push({ code: "register-file", message: `The file has more than ${MOST_COLUMNS} columns.`, from: 0, to });
  return faults.length > 0 ? undefined : { ...layout, columns, width: head.length };
}

function absent(name: string, names: readonly string[]): Pick<Fault, "message" | "fix"> {
  const known = names.filter((one) => one !== "").slice(0, 20);
  const message = `There is no column ${name} in the first line of the file.`;
  if (known.length === 1)
    return { message, fix: "The file has one column only: commas must stand between columns, not semicolons or tabs." };
  return { message, fix: `Its columns are ${known.join(", ")}.` };
}

function gather(lines: ReturnType<typeof csvLines>, layout: Layout, faults: Fault[]): Gathered {
  const gathered: Gathered = { keys: [], labels: [], welsh: [], cells: Object.fromEntries(layout.columns.map(([name]) => [name, []])) };
  const seen = new Map<string, CsvCell>();
  for (;;) {
    const next = lines.next();
    if (next.done === true) {
      if (next.value !== undefined) faults.push(broken(next.value));
      return gathered;
    }
    if (gathered.keys.length === MOST_ROWS) faults.push(tooMany(next.value));
    if (gathered.keys.length === MOST_ROWS || faults.length >= MOST_FAULTS) return gathered;
    takeLine(next.value, layout, { gathered, seen, faults });
  }
}

function tooMany([first]: CsvLine): Fault {
  const from = first?.from ?? 0;
  return {
    code: "register-file",
    message: `The register has more than ${MOST_ROWS} rows.`,
    fix: "Split it, or leave rows out.",
    from,
    to: from + 1,
  };
}

interface Taking {
  readonly gathered: Gathered;
  readonly seen: Map<string, CsvCell>;
  readonly faults: Fault[];
}

const NO_CELL: CsvCell = { text: "", from: 0, to: 0 };

function takeLine(line: CsvLine, layout: Layout, { gathered, seen, faults }: Taking): void {
  const [from, to] = [line[0]?.from ?? 0, line.at(-1)?.to ?? 0];
  if (line.slice(layout.width).some((cell) => cell.text !== "")) {
    const message = `This line has ${line.length} cells and the first line has ${layout.width}.`;
    return void faults.push({ code: "register-file", message, fix: "Put a text that holds a comma in quotes.", from, to });
  }
  const place = { from, to };
  const cellAt = (at: number): CsvCell => line[at] ?? { ...NO_CELL, ...place };
  const key = keyOf(cellAt(layout.key), seen, faults);
  const label = textOf(cellAt(layout.label), LONGEST_LABEL, faults);
  if (cellAt(layout.label).text === "")
    faults.push({ code: "register-cell", message: "This row has no label.", fix: "Write what people call it.", ...place });
  gathered.keys.push(key);
  gathered.labels.push(label);
  gathered.welsh.push(layout.welsh === undefined ? null : textOf(cellAt(layout.welsh), LONGEST_LABEL, faults) || null);
  for (const [name, kind, at] of layout.columns) gathered.cells[name]?.push(cellOf(name, kind, cellAt(at), faults));
}

function keyOf(cell: CsvCell, seen: Map<string, CsvCell>, faults: Fault[]): string {
  const key = textOf(cell, LONGEST_KEY, faults);
  const { from, to } = cell;
  if (cell.text === "")
    faults.push({ code: "register-key", message: "This row has no key.", fix: "Give each row a key of its own.", from, to });
  else if (key !== "" && seen.has(key)) {
    const message = `The key ${key.slice(0, 60)} stands in another row before this one.`;
    faults.push({ code: "register-key", message, fix: "Give each row a key of its own.", from, to });
  }
  seen.set(key, cell);
  return key;
}

function textOf({ text, from, to }: CsvCell, longest: number, faults: Fault[]): string {
  if (text.length <= longest) return PLAIN.test(text) ? text : text.replaceAll(/\s+/g, " ").normalize("NFC");
  faults.push({ code: "register-cell", message: `This cell has more than ${longest} characters.`, fix: "Shorten it.", from, to });
  return "";
}

function cellOf(name: string, kind: CellKind, cell: CsvCell, faults: Fault[]): Cell {
  const text = textOf(cell, LONGEST_CELL, faults);
  const found = readCell(kind, text);
  if (found !== undefined) return found;
  const message = `${name} should be ${LOOKS[kind]}; here it is “${text.slice(0, 40)}”.`;
  faults.push({
    code: "register-cell",
    message,
    fix: "Correct the cell, leave it empty, or call the column a text.",
    from: cell.from,
    to: cell.to,
  });
  return null;
}

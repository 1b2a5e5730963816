/** What a cell may hold. Nothing is written for undefined and null. */
export type Cell = string | number | undefined | null;

// A spreadsheet takes a text that starts so for a formula and runs it.
const FORMULA = /^[=+\-@\t\r]/;
const QUOTED = /[",\r\n]/;

function field(cell: Cell): string {
  if (typeof cell === "number") return String(cell);
  const text = cell ?? "";
  const safe = FORMULA.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
  return QUOTED.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** One line, with its end. */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(field).join(",")}\r\n`;
}

/**
 * Rows as RFC 4180 text: commas, quotes doubled, every line ended by CR LF. A text that a spreadsheet would run as a formula gets an
 * apostrophe before it.
 */
export function csv(head: readonly string[], rows: Iterable<readonly Cell[]>): string {
  let out = csvLine(head);
  for (const row of rows) out += csvLine(row);
  return out;
}

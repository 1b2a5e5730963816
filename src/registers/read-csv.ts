/** A cell of the file: its text, and where it starts and ends there. */
export interface CsvCell {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

export type CsvLine = readonly CsvCell[];

/** A quote that nothing ends, or text after the quote that ends a cell. */
export interface CsvFault {
  readonly from: number;
  readonly message: string;
}

const QUOTE = '"';

/** What no table of a council has. Reading ends there, so that a file of anything else is refused at once. */
export const MOST_LINES = 200_000;
const MOST_CELLS = 1000;
/** Characters of a cell that are looked at: more than any column may hold, so that what is longer is still seen to be. */
const LONGEST_TEXT = 5000;

/**
 * Reads RFC 4180 text, line by line: commas, cells in quotes with quotes doubled, lines ended by LF or CR LF. What a spreadsheet would run as
 * a formula is a text like any other. Lines with nothing in them are left out, also those of commas alone that
 * spreadsheets write at the end. Throws nothing; a fault ends the reading and is given last.
 */
export function* csvLines(text: string): Generator<CsvLine, CsvFault | undefined> {
  let at = 0;
  for (let lines = 0; at < text.length; lines++) {
    if (lines === MOST_LINES)
      return { from: at, message: "The file has more than 200,000 lines. Delete the empty rows below the last one." };
    const line: CsvCell[] = [];
    for (;;) {
      const cell = text[at] === QUOTE ? quoted(text, at) : plain(text, at);
      if ("message" in cell) return cell;
      if (line.length === MOST_CELLS) return { from: line[0]?.from ?? at, message: "This line has more than 1,000 cells." };
      line.push(cell);
      at = cell.to;
      if (text[at] !== ",") break;
      at += 1;
    }
    at = afterLine(text, at);
    if (line.some((cell) => cell.text !== "")) yield line;
  }
  return undefined;
}

function plain(text: string, from: number): CsvCell {
  let to = from;
  for (let code = text.charCodeAt(to); to < text.length && code !== 44 && code !== 10 && code !== 13; code = text.charCodeAt(to)) to += 1;
  return { text: text.slice(from, Math.min(to, from + LONGEST_TEXT)).trim(), from, to };
}

function quoted(text: string, from: number): CsvCell | CsvFault {
  let end = text.indexOf(QUOTE, from + 1);
  while (end !== -1 && text[end + 1] === QUOTE) end = text.indexOf(QUOTE, end + 2);
  if (end === -1) return { from, message: "A quote is opened here and never closed." };
  const after = text[end + 1];
  if (after !== undefined && after !== "," && after !== "\n" && after !== "\r") {
    return { from: end, message: "A comma is missing after this quote, or a quote inside the text is not doubled." };
  }
  const raw = text.slice(from + 1, Math.min(end, from + LONGEST_TEXT));
  return { text: (raw.includes(QUOTE) ? raw.replaceAll('""', QUOTE) : raw).trim(), from, to: end + 1 };
}

function afterLine(text: string, at: number): number {
  if (text[at] === "\r" && text[at + 1] === "\n") return at + 2;
  return at + 1;
}

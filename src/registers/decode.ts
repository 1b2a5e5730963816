import { MOST_LINES } from "./read-csv.ts";

/** The most that a register's file may hold, in bytes. */
export const LARGEST_FILE = 16 * 1024 * 1024;

export type Decoded = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly message: string; readonly fix: string };

// Signs that nobody sees: those that change the direction of what follows could disguise one row as another.
// oxlint-disable-next-line no-control-regex -- control characters are what it removes
const INVISIBLE = /[\u0001-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;
const utf8 = new TextDecoder("utf-8", { fatal: true });
const SAVE = "In a spreadsheet, save it as “CSV UTF-8”.";

export const TOO_LARGE: Decoded = { ok: false, message: "The file is larger than 16 MB.", fix: "Leave out columns that nobody needs." };

/** The text of a file as spreadsheets write it: UTF-8, with a byte-order mark or without. Nothing is guessed. */
export function decodeRegister(bytes: Uint8Array): Decoded {
  if (bytes.length > LARGEST_FILE) return TOO_LARGE;
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    return { ok: false, message: "The file is written in UTF-16, and a register is UTF-8.", fix: SAVE };
  }
  if (first === 0x50 && second === 0x4b)
    return { ok: false, message: "The file is a spreadsheet, and a register is a CSV file.", fix: SAVE };
  if (hasManyLines(bytes))
    return { ok: false, message: "The file has more than 200,000 lines.", fix: "Delete the empty rows below the last one." };
  return decoded(bytes);
}

/** Spreadsheets write a million empty rows where somebody once touched the last. */
function hasManyLines(bytes: Uint8Array): boolean {
  let at = -1;
  for (let lines = 0; lines < MOST_LINES; lines++) {
    at = bytes.indexOf(10, at + 1);
    if (at === -1) return false;
  }
  return true;
}

function decoded(bytes: Uint8Array): Decoded {
  let text: string;
  try {
    text = utf8.decode(bytes);
  } catch {
    const line = lineOfBroken(bytes);
    return { ok: false, message: `The file is not UTF-8: line ${line} has a character in another encoding.`, fix: SAVE };
  }
  if (text.includes("\0")) return { ok: false, message: "The file holds bytes that are no text.", fix: SAVE };
  return { ok: true, text: text.replaceAll(INVISIBLE, "") };
}

/** The first line that is no UTF-8. No character reaches across the byte of a line end. */
function lineOfBroken(bytes: Uint8Array): number {
  let [line, from] = [1, 0];
  for (;;) {
    const end = bytes.indexOf(10, from);
    try {
      utf8.decode(bytes.subarray(from, end === -1 ? bytes.length : end));
    } catch {
      return line;
    }
    if (end === -1) return line;
    from = end + 1;
    line += 1;
  }
}

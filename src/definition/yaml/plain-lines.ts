import type { Node } from "./node.ts";
import { endOf } from "./plain-scalar.ts";
import type { Cursor } from "./plain-scalar.ts";

export const AT_END = -1;
export const ODD = -2;

const REST = / *(?: #[^\n]*)?(?:\n|$)/y;

/** Moves over the rest of a value's line, which may hold a comment, to the next content; false where something else stands there. */
export function endLine(cursor: Cursor): boolean {
  const to = endOf(REST, cursor.file.text, cursor.at);
  if (to === -1) return false;
  cursor.at = to;
  cursor.ended = to;
  nextContent(cursor);
  return true;
}

/**
 * Moves from the start of a line over empty lines and comments to what stands next. A comment belongs to what it stands in line
 * with; of any other the library must say to what it belongs, because that moves where a group ends.
 */
export function nextContent(cursor: Cursor): void {
  const text = cursor.file.text;
  let comments: number | undefined;
  for (;;) {
    const first = pastSpaces(text, cursor.at);
    const column = first - cursor.at;
    const sign = text[first];
    if (sign !== "\n" && sign !== "#") {
      cursor.at = first;
      const here = sign === undefined ? AT_END : column;
      cursor.column = comments === undefined || comments === here ? here : ODD;
      return;
    }
    if (sign === "#") comments = comments === undefined || comments === column ? column : ODD;
    const end = text.indexOf("\n", first);
    cursor.at = end === -1 ? text.length : end + 1;
  }
}

export function pastSpaces(text: string, from: number): number {
  let at = from;
  while (text[at] === " ") at += 1;
  return at;
}

/** The lines after `|`: a text that keeps its line ends. `indent`: the column of the group that it stands in. */
export function readLines(cursor: Cursor, indent: number): Node | undefined {
  const { file, at: from } = cursor;
  const first = from + 2;
  const column = pastSpaces(file.text, first) - first;
  if (file.text[from + 1] !== "\n" || column <= indent) return undefined;
  const found = linesFrom(file.text, first, column);
  if (found === undefined) return undefined;
  cursor.at = found.to;
  cursor.ended = found.to;
  nextContent(cursor);
  return { kind: "text", file, from, to: found.to, value: found.value, style: "block" };
}

function linesFrom(text: string, first: number, column: number): { readonly to: number; readonly value: string } | undefined {
  let value = "";
  let empty = "";
  let to = first;
  for (let at = first; at < text.length;) {
    const end = text.indexOf("\n", at);
    const content = pastSpaces(text, at);
    if (end === -1 || (content === end && content > at)) return undefined;
    if (content === end) empty += "\n";
    else if (content - at < column) break;
    else {
      value += `${empty}${text.slice(at + column, end + 1)}`;
      empty = "";
      to = end + 1;
    }
    at = end + 1;
  }
  return value === "" ? undefined : { to, value };
}

import { DEEPEST } from "./inspect-tokens.ts";
import type { Entry, Node } from "./node.ts";
import { pastSpaces } from "./plain-lines.ts";
import { IN_BRACKETS, readScalar } from "./plain-scalar.ts";
import type { Cursor } from "./plain-scalar.ts";

/** The column of the group that the outermost brackets stand in, and how many groups stand around a value. */
export interface Around {
  readonly indent: number;
  readonly depth: number;
}

/** The library refuses keys of more than 1,024 characters. */
export const LONGEST_KEY = 1000;

/** A list in brackets or a group in braces, on one or more lines without comments. */
export function readBrackets(cursor: Cursor, { indent, depth }: Around): Node | undefined {
  if (depth >= DEEPEST) return undefined;
  const inner = { indent, depth: depth + 1 };
  return cursor.file.text[cursor.at] === "[" ? bracketList(cursor, inner) : bracketMap(cursor, inner);
}

function valueIn(cursor: Cursor, around: Around): Node | undefined {
  const sign = cursor.file.text[cursor.at];
  return sign === "[" || sign === "{" ? readBrackets(cursor, around) : readScalar(cursor, IN_BRACKETS);
}

function bracketList(cursor: Cursor, around: Around): Node | undefined {
  const { file, at: from } = cursor;
  const items: Node[] = [];
  for (let more = opened(cursor, around, "]"); more !== "last"; more = after(cursor, around, "]")) {
    const item = more === "next" ? valueIn(cursor, around) : undefined;
    if (item === undefined) return undefined;
    items.push(item);
  }
  return { kind: "list", file, from, to: cursor.at, items };
}

function bracketMap(cursor: Cursor, around: Around): Node | undefined {
  const { file, at: from } = cursor;
  const entries = new Map<string, Entry>();
  for (let more = opened(cursor, around, "}"); more !== "last"; more = after(cursor, around, "}")) {
    const entry = more === "next" ? entryIn(cursor, around) : undefined;
    if (entry === undefined || entries.has(entry.key.value)) return undefined;
    entries.set(entry.key.value, entry);
  }
  return { kind: "map", file, from, to: cursor.at, entries };
}

function entryIn(cursor: Cursor, around: Around): Entry | undefined {
  const key = readScalar(cursor, IN_BRACKETS);
  if (key?.kind !== "text" || key.to - key.from > LONGEST_KEY || !pastColon(cursor)) return undefined;
  if (!pastSpace(cursor, around)) return undefined;
  const value = valueIn(cursor, around);
  return value === undefined ? undefined : { key, value };
}

/** Moves over a colon that ends a key; false where there is none. */
export function pastColon(cursor: Cursor): boolean {
  const text = cursor.file.text;
  const next = text[cursor.at + 1];
  if (text[cursor.at] !== ":" || (next !== " " && next !== "\n")) return false;
  cursor.at += 1;
  return true;
}

type Then = "next" | "last" | "odd";

function opened(cursor: Cursor, around: Around, closes: string): Then {
  cursor.at += 1;
  if (!pastSpace(cursor, around)) return "odd";
  if (cursor.file.text[cursor.at] !== closes) return "next";
  cursor.at += 1;
  return "last";
}

/** What follows a value in brackets. */
function after(cursor: Cursor, around: Around, closes: string): Then {
  if (!pastSpace(cursor, around)) return "odd";
  const sign = cursor.file.text[cursor.at];
  cursor.at += 1;
  if (sign === closes) return "last";
  if (sign !== "," || !pastSpace(cursor, around)) return "odd";
  if (cursor.file.text[cursor.at] !== closes) return "next";
  cursor.at += 1;
  return "last";
}

/** Moves over spaces and line ends; false where a line does not stand further in than the group around the brackets. */
function pastSpace(cursor: Cursor, { indent }: Around): boolean {
  const text = cursor.file.text;
  cursor.at = pastSpaces(text, cursor.at);
  if (text[cursor.at] !== "\n") return true;
  let line = cursor.at;
  while (text[cursor.at] === "\n") {
    line = cursor.at + 1;
    cursor.at = pastSpaces(text, line);
  }
  return cursor.at - line > indent;
}

import { DEEPEST } from "./inspect-tokens.ts";
import type { Entry, MapNode, Node, SourceFile } from "./node.ts";
import { LONGEST_KEY, pastColon, readBrackets } from "./plain-brackets.ts";
import type { Around } from "./plain-brackets.ts";
import { AT_END, endLine, nextContent, pastSpaces, readLines } from "./plain-lines.ts";
import { IN_BLOCK, readScalar } from "./plain-scalar.ts";
import type { Cursor } from "./plain-scalar.ts";
import { MOST_PARTS } from "./read-tokens.ts";

/** The library makes at most two parts of a character, so a shorter text never has too many. */
const LONGEST_PLAIN = MOST_PARTS / 2 - 100;
/** Tabs, other line ends, marks of documents and directives. */
const NOT_PLAIN = /[\t\r\uFEFF]|^(?:---|\.\.\.|%)/m;

/**
 * Reads the plain part of YAML that definitions are written in, to the tree that the library reads, with the same places. Returns
 * undefined for anything else, right or wrong: the library reads that, and says what is wrong with it.
 */
export function readPlainYaml(file: SourceFile): MapNode | undefined {
  if (file.text.length > LONGEST_PLAIN || NOT_PLAIN.test(file.text)) return undefined;
  const cursor: Cursor = { file, at: 0, column: AT_END, ended: 0 };
  nextContent(cursor);
  const { column } = cursor;
  if (column !== 0) return undefined;
  const root = blockMap(cursor, 0, 1);
  return cursor.column === AT_END ? root : undefined;
}

function blockMap(cursor: Cursor, indent: number, depth: number): MapNode | undefined {
  if (depth > DEEPEST) return undefined;
  const { file, at: from } = cursor;
  const entries = new Map<string, Entry>();
  do {
    const entry = blockEntry(cursor, { indent, depth });
    if (entry === undefined || entries.has(entry.key.value)) return undefined;
    entries.set(entry.key.value, entry);
  } while (cursor.column === indent);
  return cursor.column > indent ? undefined : { kind: "map", file, from, to: cursor.ended, entries };
}

function blockEntry(cursor: Cursor, around: Around): Entry | undefined {
  const key = readScalar(cursor, IN_BLOCK);
  if (key?.kind !== "text" || key.to - key.from > LONGEST_KEY || !pastColon(cursor)) return undefined;
  const value = blockValue(cursor, around, lineValue);
  return value === undefined ? undefined : { key, value };
}

function blockList(cursor: Cursor, indent: number, depth: number): Node | undefined {
  if (depth > DEEPEST) return undefined;
  const { file, at: from } = cursor;
  const items: Node[] = [];
  do {
    const item = startsItem(cursor) ? blockItem(cursor, { indent, depth }) : undefined;
    if (item === undefined) return undefined;
    items.push(item);
  } while (cursor.column === indent);
  return cursor.column > indent ? undefined : { kind: "list", file, from, to: cursor.ended, items };
}

function blockItem(cursor: Cursor, around: Around): Node | undefined {
  cursor.at += 1;
  return blockValue(cursor, around, itemValue);
}

function startsItem({ file, at }: Cursor): boolean {
  return file.text.startsWith("- ", at) || file.text.startsWith("-\n", at);
}

/** What follows a key's colon or an item's dash: on the same line, or on the lines below. */
function blockValue(cursor: Cursor, around: Around, onLine: (cursor: Cursor, around: Around) => Node | undefined): Node | undefined {
  const text = cursor.file.text;
  const first = pastSpaces(text, cursor.at);
  const sign = text[first];
  if (sign !== "\n" && sign !== "#") {
    cursor.at = first;
    return sign === "|" ? readLines(cursor, around.indent) : onLine(cursor, around);
  }
  if (!endLine(cursor) || cursor.column <= around.indent) return undefined;
  return startsItem(cursor) ? blockList(cursor, cursor.column, around.depth + 1) : itemValue(cursor, around);
}

function lineValue(cursor: Cursor, around: Around): Node | undefined {
  const sign = cursor.file.text[cursor.at];
  const value = sign === "[" || sign === "{" ? readBrackets(cursor, around) : readScalar(cursor, IN_BLOCK);
  return value !== undefined && endLine(cursor) ? value : undefined;
}

/** After a dash or on a line of its own, a key may begin a group, whose other keys stand below it. */
function itemValue(cursor: Cursor, around: Around): Node | undefined {
  const { file, at: from } = cursor;
  const sign = file.text[from];
  if (sign === "[" || sign === "{") return lineValue(cursor, around);
  const value = readScalar(cursor, IN_BLOCK);
  if (value === undefined) return undefined;
  if (file.text[cursor.at] !== ":") return endLine(cursor) ? value : undefined;
  cursor.at = from;
  return blockMap(cursor, from - file.text.lastIndexOf("\n", from) - 1, around.depth + 1);
}

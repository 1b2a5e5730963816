import type { Node, SourceFile } from "./node.ts";

/** Where a reading has come to. */
export interface Cursor {
  readonly file: SourceFile;
  at: number;
  /** The column of what stands at `at` when it begins a line; `AT_END` after the last, `ODD` where the library must look. */
  column: number;
  /** Where the last value ends, with the rest of its line. */
  ended: number;
}

/*
 * A text without quotes on one line: in a block it ends before ": ", " #" and the line's end; in brackets before their signs too.
 * One that starts with a sign that means something in YAML does not match at all.
 */
export const IN_BLOCK = /(?:[^-?:,[\]{}#&*!|>'"%@` \n]|-(?=[^ \n,[\]{}]))(?:[^\n: ]+|:(?![ \n]|$)| +(?![ #\n]|$))*/y;
export const IN_BRACKETS = /(?:[^-?:,[\]{}#&*!|>'"%@` \n]|-(?=[^ \n,[\]{}]))(?:[^\n:,[\]{} ]+|:(?![ \n,[\]{}]|$)| +(?![ #\n,[\]{}]|$))*/y;

const SINGLE = /'(?:[^'\n]|'')*'/y;
const DOUBLE = /"(?:[^"\\\n]|\\["\\/nt])*"/y;
const ESCAPES: Readonly<Record<string, string>> = { n: "\n", t: "\t" };

const DECIMAL = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/;
/** Numbers in other bases, infinities and the words for nothing. */
const UNUSUAL = /^(?:0[ox][\da-f]+|[-+]?\.inf|\.nan|~|null)$/i;
const SWITCH = /^(?:[Tt]rue|TRUE|[Ff]alse|FALSE)$/;
/** Beyond this many digits, how a number is rounded is the library's to say. */
const MOST_DIGITS = 15;

/** The text, number or switch at the cursor, which moves past it; undefined for what is not plainly one. */
export function readScalar(cursor: Cursor, plain: RegExp): Node | undefined {
  switch (cursor.file.text[cursor.at]) {
    case "'":
      return quoted(cursor, SINGLE, "single");
    case '"':
      return quoted(cursor, DOUBLE, "double");
    default:
      return unquoted(cursor, plain);
  }
}

function quoted(cursor: Cursor, pattern: RegExp, style: "single" | "double"): Node | undefined {
  const { file, at: from } = cursor;
  const to = endOf(pattern, file.text, from);
  if (to === -1) return undefined;
  cursor.at = to;
  const inner = file.text.slice(from + 1, to - 1);
  const value = style === "single" ? inner.replaceAll("''", "'") : unescaped(inner);
  return { kind: "text", file, from, to, value, style };
}

function unescaped(inner: string): string {
  return inner.includes("\\") ? inner.replaceAll(/\\(.)/g, (_, sign: string) => ESCAPES[sign] ?? sign) : inner;
}

function unquoted(cursor: Cursor, pattern: RegExp): Node | undefined {
  const { file, at: from } = cursor;
  const to = endOf(pattern, file.text, from);
  if (to === -1 || file.text[to - 1] === " ") return undefined;
  cursor.at = to;
  return typed(file, from, to);
}

function typed(file: SourceFile, from: number, to: number): Node | undefined {
  const value = file.text.slice(from, to);
  if (UNUSUAL.test(value)) return undefined;
  if (SWITCH.test(value)) return { kind: "switch", file, from, to, value: value.startsWith("t") || value.startsWith("T") };
  if (!DECIMAL.test(value)) return { kind: "text", file, from, to, value, style: "plain" };
  return value.length > MOST_DIGITS ? undefined : { kind: "number", file, from, to, value: Number(value) };
}

/** Where a match that starts at `from` ends, or -1. */
export function endOf(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : -1;
}

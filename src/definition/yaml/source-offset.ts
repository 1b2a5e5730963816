import type { TextNode } from "./node.ts";

/**
 * Where in the file the character at `offset` of a text's value stands. Exact for plain and quoted texts, escapes included;
 * in texts that run over several lines an offset inside a fold gives the fold's start.
 */
export function sourceOffset(node: TextNode, offset: number): number {
  const text = node.file.text;
  let at = contentStart(node);
  let given = 0;
  while (given < offset && at < node.to) {
    const step = stepAt(text, at, node, offset - given);
    if (step.fold) given = pastFold(node.value, given);
    else given += step.gives;
    at += step.takes;
  }
  return Math.min(at, node.to);
}

interface StepOver {
  /** Characters of the file. */
  readonly takes: number;
  /** Characters of the value that they make. */
  readonly gives: number;
  readonly fold: boolean;
}

const ONE: StepOver = { takes: 1, gives: 1, fold: false };

function contentStart(node: TextNode): number {
  if (node.style === "plain") return node.from;
  if (node.style !== "block") return node.from + 1;
  const line = node.file.text.indexOf("\n", node.from);
  return line === -1 ? node.to : line + 1 + spaces(node.file.text, line + 1);
}

/** At most `left` characters of the value. */
function stepAt(text: string, at: number, node: TextNode, left: number): StepOver {
  const { blanks, lines } = blanksAt(text, at, node.to);
  if (lines > 0) return { takes: blanks, gives: 0, fold: true };
  // All of them at once: to look at the rest again behind each of them takes for ever where there are a hundred thousand.
  if (blanks > 0) return { takes: Math.min(blanks, left), gives: Math.min(blanks, left), fold: false };
  if (node.style === "single" && text.startsWith("''", at)) return { takes: 2, gives: 1, fold: false };
  if (node.style === "double" && text[at] === "\\") return escapeAt(text, at);
  return ONE;
}

/** How much white space begins here, and how many line ends it holds. */
function blanksAt(text: string, at: number, end: number): { readonly blanks: number; readonly lines: number } {
  let to = at;
  let lines = 0;
  while (to < end && isBlank(text[to])) {
    if (text[to] === "\n") lines += 1;
    to += 1;
  }
  return { blanks: to - at, lines };
}

function pastFold(value: string, from: number): number {
  let to = from;
  while (to < value.length && isBlank(value[to])) to += 1;
  return to;
}

function escapeAt(text: string, at: number): StepOver {
  switch (text[at + 1]) {
    case "x":
      return { takes: 4, gives: 1, fold: false };
    case "u":
      return { takes: 6, gives: 1, fold: false };
    case "U":
      return { takes: 10, gives: Number.parseInt(text.slice(at + 2, at + 10), 16) > 0xffff ? 2 : 1, fold: false };
    case "\n":
      return { takes: 2 + spaces(text, at + 2), gives: 0, fold: false };
    default:
      return { takes: 2, gives: 1, fold: false };
  }
}

function spaces(text: string, from: number): number {
  let to = from;
  while (text[to] === " " || text[to] === "\t") to += 1;
  return to - from;
}

function isBlank(character: string | undefined): boolean {
  return character === " " || character === "\t" || character === "\n" || character === "\r";
}

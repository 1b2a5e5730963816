/*
 * A text is translated piece by piece: each paragraph, and each item of a list, is a piece. A translator sees one line of English, and a change to one
 * paragraph leaves the others translated.
 */

const BETWEEN = /\n[^\S\n]*\n\s*/;

/** What most texts do not have: blanks besides single spaces. */
const BROKEN = /\s\s|[^\S ]/;

/** The pieces of a text, in order. */
export function segmentsOf(text: string): readonly string[] {
  if (!text.includes("\n")) return piecesOf(text.trim());
  return text.trim().split(BETWEEN).flatMap(piecesOf);
}

/** The text with every piece translated; undefined where one has no translation. */
export function translatedText(text: string, find: (segment: string) => string | undefined): string | undefined {
  const blocks: string[] = [];
  for (const block of text.trim().split(BETWEEN)) {
    const pieces = piecesOf(block).map((piece) => (isWordless(piece) ? piece : find(piece)));
    if (pieces.includes(undefined)) return undefined;
    blocks.push(isList(block) ? pieces.map((piece) => `- ${piece}`).join("\n") : pieces.join(" "));
  }
  return blocks.join("\n\n");
}

/** Nothing in it to translate: an amount, a number, a placeholder alone. */
export function isWordless(segment: string): boolean {
  return !/\p{L}/u.test(segment.includes("{") ? segment.replace(/\{[^{}]*\}/g, "") : segment);
}

/** One space between words and none around them: how a line is broken in the file changes no text. */
export function plainSegment(text: string): string {
  return (BROKEN.test(text) ? text.replace(/\s+/g, " ") : text).trim();
}

function piecesOf(block: string): readonly string[] {
  return isList(block) ? block.split("\n").map((line) => plainSegment(line.replace(/^\s*- /, ""))) : [plainSegment(block)];
}

function isList(block: string): boolean {
  return /^\s*- /.test(block) && block.split("\n").every((line) => /^\s*- /.test(line));
}

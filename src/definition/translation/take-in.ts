import type { MapNode, SourceFile, TextNode } from "../yaml/node.ts";
import { mapAt } from "../yaml/read.ts";
import { yamlText } from "../yaml/quote.ts";
import type { Comparison, Piece, Stale } from "./compare.ts";
import { plainSegment } from "./segments.ts";

/** One line of a translator's table. */
export interface Row {
  /** The place that this translation is for alone; empty for any. */
  readonly where: string;
  readonly english: string;
  readonly welsh: string;
}

export interface TakenIn {
  /** The file with the translations in it. */
  readonly text: string;
  readonly changed: number;
  /** Rows whose English the file does not say any more. */
  readonly refused: readonly Row[];
}

interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/**
 * Puts a translator's table into the `welsh:` section of one file: a new text behind the one that comes before it, a changed one in its place, and
 * one whose English was changed in the place of the old. All else, comments too, stays as it is. The English is looked up as the file has it now, so
 * that a table made from an older file takes nothing in that does not belong to what it says today. An overlay takes in the Welsh of its base, too,
 * which is not written to.
 */
export function takeIn(root: MapNode, comparison: Comparison, rows: readonly Row[], base?: SourceFile): TakenIn {
  const { file } = root;
  const mine = comparison.pieces.filter(({ node, translation }) => [file, base].includes((translation?.welsh ?? node).file));
  const edits: Edit[] = [];
  const refused: Row[] = [];
  const added = new Map<Piece, string>();
  for (const row of rows) {
    const welsh = row.welsh.trim();
    if (welsh === "") continue;
    const piece = pieceFor(comparison.pieces, row);
    if (piece === undefined) refused.push(row);
    else if (!mine.includes(piece) || piece.translation?.welsh.value.trim() === welsh) continue;
    else if (piece.translation?.welsh.file === file) edits.push(replaced(piece.translation.welsh, welsh));
    // One line would take the place of the shelf's for all places.
    else if (piece.translation?.where !== undefined) refused.push(row);
    else added.set(piece, welsh);
  }
  for (const { translation, now } of comparison.stale) edits.push(...overStale(translation, now, added, file));
  const count = edits.length + added.size;
  return { text: applied(file.text, [...edits, ...insertions(root, mine, added)]), changed: count, refused };
}

function pieceFor(pieces: readonly Piece[], { where, english }: Row): Piece | undefined {
  const wanted = plainSegment(english);
  const same = pieces.filter((piece) => piece.english === wanted);
  return same.find((piece) => (piece.translation?.where?.value ?? "") === where) ?? (where === "" ? same[0] : undefined);
}

function replaced(node: TextNode, text: string): Edit {
  const end = node.file.text.slice(node.from, node.to).trimEnd().length;
  return { from: node.from, to: node.from + end, text: yamlText(text) };
}

/** A new translation of changed English takes the place of the stale one, and is no addition any more. */
function overStale(old: Stale["translation"], now: Piece | undefined, added: Map<Piece, string>, file: SourceFile): readonly Edit[] {
  const welsh = now && added.get(now);
  if (now === undefined || welsh === undefined || old.welsh.file !== file || old.where !== undefined) return [];
  added.delete(now);
  return [{ from: old.english.from, to: replaced(old.welsh, "").to, text: `${yamlText(now.english)}: ${yamlText(welsh)}` }];
}

/** Behind the translation of the nearest text before it that has one, or at the start of the section. */
function insertions(root: MapNode, pieces: readonly Piece[], added: ReadonlyMap<Piece, string>): readonly Edit[] {
  const found = mapAt(root, "welsh");
  const section = found?.file === root.file ? found : undefined;
  const { text } = root.file;
  const first = section === undefined ? text.length : lineStart(text, section.from);
  const indent = section === undefined ? "  " : text.slice(first, section.from);
  const lines = new Map<number, string[]>();
  let at = first;
  for (const piece of pieces) {
    const welsh = added.get(piece);
    if (welsh === undefined) {
      if (piece.translation?.welsh.file === root.file) at = lineEnd(text, piece.translation.welsh);
      continue;
    }
    lines.set(at, [...(lines.get(at) ?? []), `${indent}${yamlText(piece.english)}: ${yamlText(welsh)}\n`]);
  }
  const head = section === undefined && lines.size > 0 ? `${text.endsWith("\n") ? "" : "\n"}welsh:\n` : "";
  return [...lines].map(([from, all]) => ({ from, to: from, text: `${head}${all.join("")}` }));
}

function lineStart(text: string, at: number): number {
  return text.lastIndexOf("\n", at - 1) + 1;
}

function lineEnd(text: string, node: TextNode): number {
  const end = text.indexOf("\n", replaced(node, "").to);
  return end === -1 ? text.length : end + 1;
}

function applied(text: string, edits: readonly Edit[]): string {
  let out = text;
  for (const edit of edits.toSorted((a, b) => b.from - a.from)) out = out.slice(0, edit.from) + edit.text + out.slice(edit.to);
  return out;
}

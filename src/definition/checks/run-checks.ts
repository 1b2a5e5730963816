import type { Outline } from "../outline.ts";
import { present } from "../present.ts";
import type { Finding } from "../service.ts";
import type { Note, SourceFile } from "../yaml/node.ts";
import type { Position } from "../yaml/position.ts";
import { positionsOf } from "../yaml/position.ts";
import { CHECKS } from "./registry.ts";

/** A list that nobody reads to its end helps nobody. */
const MOST_FINDINGS = 100;
const MESSAGE_END = 600;

/** Runs every check that looks at a whole definition. */
export function lookThrough(outline: Outline): readonly Note[] {
  const notes: Note[] = [];
  for (const check of CHECKS.values()) {
    for (const found of check.find?.(outline) ?? []) notes.push({ code: check.code, ...found });
  }
  return notes;
}

/** Notes as findings, in the order of the files. A note on the same place and of the same code as one before it adds nothing. */
export function findingsOf(notes: readonly Note[]): readonly Finding[] {
  const positions = new Map<SourceFile, (offset: number) => Position>();
  return mostOf(distinct(notes.toSorted(byPlace))).map((note) => findingOf(note, positions));
}

function distinct(notes: readonly Note[]): readonly Note[] {
  const seen = new Set<string>();
  return notes.filter(({ code, at, message }) => seen.size < seen.add(`${code} ${at.file.name} ${at.from} ${message}`).size);
}

/** Where there are too many, errors come before the rest: without one in sight the definition would pass for sound. */
function mostOf(notes: readonly Note[]): readonly Note[] {
  if (notes.length <= MOST_FINDINGS) return notes;
  const errors = notes.filter((note) => severityOf(note) === "error").slice(0, MOST_FINDINGS);
  const others = notes.filter((note) => severityOf(note) !== "error").slice(0, MOST_FINDINGS - errors.length);
  return [...errors, ...others].toSorted(byPlace);
}

function severityOf({ code }: Note): Finding["severity"] {
  return CHECKS.get(code)?.severity ?? "error";
}

function byPlace(a: Note, b: Note): number {
  return a.at.file.name.localeCompare(b.at.file.name) || a.at.from - b.at.from;
}

function findingOf(note: Note, positions: Map<SourceFile, (offset: number) => Position>): Finding {
  const file = note.at.file;
  const positionAt = positions.get(file) ?? positionsOf(file);
  positions.set(file, positionAt);
  return present<Finding>({
    code: note.code,
    severity: severityOf(note),
    message: note.message.slice(0, MESSAGE_END),
    fix: note.fix?.slice(0, MESSAGE_END),
    file: file.name,
    ...positionAt(note.at.from),
    length: lengthOnLine(note),
  });
}

function lengthOnLine(note: Note): number {
  const text = note.at.file.text.slice(note.at.from, note.at.to);
  const end = text.indexOf("\n");
  return Math.max(1, (end === -1 ? text : text.slice(0, end)).trimEnd().length);
}

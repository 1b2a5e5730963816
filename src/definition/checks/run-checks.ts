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
  const seen = new Set<string>();
  const findings: Finding[] = [];
  for (const note of notes.toSorted(byPlace)) {
    const key = `${note.code} ${note.at.file.name} ${note.at.from} ${note.message}`;
    if (seen.has(key)) continue;
    seen.add(key);
    findings.push(findingOf(note, positions));
    if (findings.length === MOST_FINDINGS) break;
  }
  return findings;
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
    severity: CHECKS.get(note.code)?.severity ?? "error",
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

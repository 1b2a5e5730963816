import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { FRAGMENT } from "../definition/compile-text.ts";

/** What a command said of a file, and what it took. */
export interface Report {
  readonly code: number;
  readonly said: readonly string[];
  readonly complained: readonly string[];
  /** Milliseconds of the processor. */
  readonly ms: number;
  /** The most memory that the process has had so far, in megabytes. */
  readonly mb: number;
}

export type Files = Readonly<Record<string, string | Uint8Array>>;

const MOST_MB = 200;
/** A second is the promise; a machine with other work counts more for the same. */
const MOST_MS = 2500;

/** Runs a command over each file in one process that has little memory, and gives a report of each in the order of the files. */
export function reportsOf(files: Files, ending: string, wordsFor: (file: string) => readonly string[]): ReadonlyMap<string, Report> {
  const root = mkdtempSync(join(tmpdir(), "guildhall-hostile-"));
  try {
    mkdirSync(join(root, "services", "shared"), { recursive: true });
    writeFileSync(join(root, "services", "shared", "who-you-are.yaml"), FRAGMENT);
    const names = Object.keys(files);
    for (const [at, content] of Object.values(files).entries()) writeFileSync(join(root, `file-${at}.${ending}`), content);
    const script = join(import.meta.dirname, "run-each.ts");
    const child = spawnSync(process.execPath, ["--max-old-space-size=150", "--max-semi-space-size=8", script, root], {
      input: names.map((_, at) => JSON.stringify(wordsFor(`file-${at}.${ending}`))).join("\n"),
      encoding: "utf8",
      timeout: 120_000,
      maxBuffer: 50_000_000,
    });
    const reports = linesOf(child.stdout) as readonly Report[]; // as run-each.ts writes them
    const stopped = `it stopped at "${names[reports.length]}": ${child.signal} ${child.stderr.slice(-2000)}`;
    assert.ok(child.status === 0 && reports.length === names.length, stopped);
    return new Map(names.map((name, at) => [name, reports[at] ?? assert.fail(name)]));
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

export function isQuickAndSmall(name: string, { ms, mb }: Report): void {
  assert.ok(ms < MOST_MS, `${name} took ${Math.round(ms)} ms`);
  assert.ok(mb < MOST_MB, `${name} took ${Math.round(mb)} MB`);
}

/** The values on the lines of a text. */
export function linesOf(text: string): readonly unknown[] {
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line): unknown => JSON.parse(line));
}

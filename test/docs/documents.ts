import { globSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";

export const ROOT = join(import.meta.dirname, "..", "..");

export interface Document {
  /** From the root, with slashes. */
  readonly path: string;
  readonly text: string;
}

/** A document by its path from the root. */
export function readDocument(path: string): Document {
  return { path, text: readFileSync(join(ROOT, path), "utf8") };
}

/** Every document that people read: those at the root, and all under docs/. */
export function documents(): readonly Document[] {
  return globSync(["*.md", "docs/**/*.md"], { cwd: ROOT })
    .map((path) => relative(ROOT, join(ROOT, path)).replaceAll("\\", "/"))
    .toSorted()
    .map(readDocument);
}

/** The texts of a document's fenced blocks of a language ("" for those that name none), in order, each without its fences. */
export function blocks({ text }: Document, language: string): readonly string[] {
  return [...text.matchAll(/^```([a-z]*)\n(.*?)^```$/gms)].flatMap(([, found, block = ""]) => (found === language ? [block] : []));
}

/** The document without its fenced blocks. */
export function prose({ text }: Document): string {
  return text.replaceAll(/^```.*?^```$/gms, "");
}

/** What stands in backticks outside the fenced blocks. */
export function quoted(document: Document): readonly string[] {
  return [...prose(document).matchAll(/`([^`\n]+)`/g)].map(([, found = ""]) => found);
}

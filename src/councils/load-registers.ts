import { readdir, readFile, stat } from "node:fs/promises";
import { basename, extname, join, relative } from "node:path";
import type { RegisterContent, RegisterFile, RegisterFiles } from "../definition/register-file.ts";
import type { SourceFile } from "../definition/yaml/node.ts";
import type { Decoded } from "../registers/decode.ts";
import { decodeRegister, LARGEST_FILE, TOO_LARGE } from "../registers/decode.ts";

/** A text that names registers, among them perhaps some of the folders. */
const NAMES = /[a-z][a-z0-9_-]*/g;

/**
 * The registers of folders, each laid over those before it, file by file: a council that has only rows of its own keeps the shelf's declaration.
 * Of those only the ones whose name stands in one of the texts are read. `root` is what the names of files in findings start from.
 */
export async function loadRegisters(folders: readonly string[], root: string, texts: readonly string[]): Promise<RegisterFiles> {
  const words = new Set(texts.flatMap((text) => text.match(NAMES) ?? []));
  const found = new Map<string, { declaration?: string; content?: string }>();
  for (const folder of folders) {
    for (const file of await names(folder)) {
      const kind = extname(file);
      const name = basename(file, kind);
      if (!words.has(name) || (kind !== ".csv" && kind !== ".yaml")) continue;
      found.set(name, { ...found.get(name), [kind === ".csv" ? "content" : "declaration"]: join(folder, file) });
    }
  }
  const read = [...found].map(async ([name, paths]): Promise<RegisterFile> => {
    const declaration = paths.declaration === undefined ? undefined : await declarationOf(paths.declaration, root);
    const content = paths.content === undefined ? undefined : await contentOf(paths.content, root);
    return { name, ...(declaration !== undefined && { declaration }), ...(content !== undefined && { content }) };
  });
  return new Map((await Promise.all(read)).map((file) => [file.name, file]));
}

async function names(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).filter((name) => !name.startsWith(".")).toSorted();
  } catch (error) {
    if (error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR")) return [];
    throw error;
  }
}

function nameOf(path: string, root: string): string {
  return relative(root, path).replaceAll("\\", "/");
}

async function declarationOf(path: string, root: string): Promise<SourceFile> {
  return { name: nameOf(path, root), text: await readFile(path, "utf8") };
}

async function contentOf(path: string, root: string): Promise<RegisterContent> {
  const decoded = await decodedAt(path);
  const name = nameOf(path, root);
  if (decoded.ok) return { ok: true, file: { name, text: decoded.text } };
  return { ok: false, file: { name, text: "" }, message: decoded.message, fix: decoded.fix };
}

/** A file that is too large is not read at all: one of gigabytes would fill the memory before it is refused. */
async function decodedAt(path: string): Promise<Decoded> {
  const found = await stat(path);
  if (!found.isFile()) return { ok: false, message: "This is a folder, and a register is a CSV file.", fix: "Put a file in its place." };
  return found.size > LARGEST_FILE ? TOO_LARGE : decodeRegister(await readFile(path));
}

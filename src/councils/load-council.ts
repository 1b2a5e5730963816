import { readdir, readFile } from "node:fs/promises";
import { basename, join, relative } from "node:path";
import type { Finding } from "../definition/service.ts";
import type { RegisterFiles } from "../definition/register-file.ts";
import type { Note, SourceFile, TextNode } from "../definition/yaml/node.ts";
import type { Council } from "./council.ts";
import { loadRegisters } from "./load-registers.ts";
import { readCouncil } from "./read-council.ts";
import { findingsOf } from "./sheet.ts";

/** A definition as it lies in a folder, not compiled. */
export interface DefinitionFile {
  readonly service: string;
  readonly file: SourceFile;
  /** The shared fragments it names, by name. */
  readonly fragments: ReadonlyMap<string, SourceFile>;
  /** The registers it names, by name. */
  readonly registers: RegisterFiles;
}

export interface CouncilFolder {
  readonly id: string;
  /** Absent when council.yaml has errors. */
  readonly council?: Council;
  /** In the order of council.yaml. */
  readonly definitions: readonly DefinitionFile[];
  /** What is wrong with council.yaml and with the files it names. Definitions are not checked here. */
  readonly findings: readonly Finding[];
}

function isAbsent(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR");
}

/** A file's text with its name from the folder that holds both councils and shelf; undefined when it isn't there. */
async function source(path: string, root: string): Promise<SourceFile | undefined> {
  try {
    return { name: relative(root, path).replaceAll("\\", "/"), text: await readFile(path, "utf8") };
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw error;
  }
}

async function yamlFiles(folder: string): Promise<readonly string[]> {
  try {
    const names = await readdir(folder);
    return names.filter((name) => name.endsWith(".yaml") && !name.startsWith(".")).toSorted();
  } catch (error) {
    if (isAbsent(error)) return [];
    throw error;
  }
}

/** The shared fragments of the shelf with the council's own laid over them, by the name of their file. */
async function fragmentsOf(folders: readonly string[], root: string): Promise<ReadonlyMap<string, SourceFile>> {
  const fragments = new Map<string, SourceFile>();
  for (const folder of folders) {
    for (const name of await yamlFiles(folder)) {
      const file = await source(join(folder, name), root);
      if (file !== undefined) fragments.set(basename(name, ".yaml"), file);
    }
  }
  return fragments;
}

function noCouncil(id: string): Finding {
  const fix = "Add one, or take the folder out.";
  return {
    code: "council-file",
    severity: "error",
    message: "The folder has no council.yaml.",
    fix,
    file: `${id}/council.yaml`,
    line: 1,
    column: 1,
    length: 1,
  };
}

function noDefinition(node: TextNode): Note {
  const fix = `Add services/${node.value}.yaml, or take it out of the list.`;
  return { code: "council-service", at: node, message: `There is no definition of ${node.value}.`, fix };
}

/**
 * Reads a council's folder: council.yaml, and each service it lists from its own `services/NAME.yaml` or else from the shelf's
 * `NAME.yaml`. `shelf` is the folder of shipped definitions, with shared fragments in `shared/` and registers in `registers/`.
 */
export async function loadCouncilFolder(folder: string, shelf: string): Promise<CouncilFolder> {
  const [id, root] = [basename(folder), join(shelf, "..")];
  const file = await source(join(folder, "council.yaml"), root);
  if (file === undefined) return { id, definitions: [], findings: [noCouncil(id)] };
  const reading = readCouncil(file, id);
  if (!reading.ok) return { id, definitions: [], findings: reading.findings };
  const fragments = await fragmentsOf([join(shelf, "shared"), join(folder, "services", "shared")], root);
  const found: Omit<DefinitionFile, "registers">[] = [];
  const notes: Note[] = [];
  for (const node of reading.services) {
    const service = node.value.trim();
    const own = (await source(join(folder, "services", `${service}.yaml`), root)) ?? (await source(join(shelf, `${service}.yaml`), root));
    if (own === undefined) notes.push(noDefinition(node));
    else found.push({ service, file: own, fragments: named(fragments, own.text) });
  }
  const registers = await loadRegisters([join(shelf, "registers"), join(folder, "registers")], root, found.flatMap(textsOf));
  const definitions = found.map((definition) => ({ ...definition, registers: named(registers, textsOf(definition).join("\n")) }));
  return { id, council: reading.council, definitions, findings: findingsOf(notes) };
}

function textsOf({ file, fragments }: Omit<DefinitionFile, "registers">): readonly string[] {
  return [file.text, ...[...fragments.values()].map((fragment) => fragment.text)];
}

/** The fragments or registers that a definition may mean: those whose name stands anywhere in it. A version keeps no others. */
function named<File>(files: ReadonlyMap<string, File>, text: string): ReadonlyMap<string, File> {
  const words = new Set(text.match(/[a-z][a-z0-9_-]*/g));
  return new Map([...files].filter(([name]) => words.has(name)));
}

/** The folders of all councils in `folder`, by name. */
export async function councilFolders(folder: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    const names = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith(".")).map((entry) => entry.name);
    return names.toSorted().map((name) => join(folder, name));
  } catch (error) {
    if (isAbsent(error)) return [];
    throw error;
  }
}

import { readdir } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Finding } from "../definition/service.ts";
import type { RegisterFiles } from "../definition/register-file.ts";
import { baseIn } from "../definition/overlay/base.ts";
import type { Note, SourceFile, TextNode } from "../definition/yaml/node.ts";
import type { Council } from "./council.ts";
import { loadRegisters } from "./load-registers.ts";
import { readCouncil } from "./read-council.ts";
import { findingsOf } from "./sheet.ts";
import { isAbsent, newestOnShelf, onShelf, source } from "./shelf.ts";

/** A definition as it lies in a folder, not compiled. */
export interface DefinitionFile {
  readonly service: string;
  readonly file: SourceFile;
  /** The shared fragments it names, by name; and what it lies over, as `shelf/NAME@1`. */
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
export async function fragmentsOf(folders: readonly string[], root: string): Promise<ReadonlyMap<string, SourceFile>> {
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
  const found: Texts[] = [];
  const notes: Note[] = [];
  for (const node of reading.services) {
    const service = node.value.trim();
    const own = (await source(join(folder, "services", `${service}.yaml`), root)) ?? (await newestOnShelf(shelf, service));
    if (own === undefined) notes.push(noDefinition(node));
    else found.push(await completed(service, own, fragments, shelf));
  }
  const definitions = await withRegisters(found, [join(shelf, "registers"), join(folder, "registers")], root);
  return { id, council: reading.council, definitions, findings: findingsOf(notes) };
}

/** What a definition needs, but for the registers. */
type Texts = Omit<DefinitionFile, "registers">;

function textsOf({ file, fragments }: Texts): readonly string[] {
  return [file.text, ...[...fragments.values()].map((fragment) => fragment.text)];
}

/** Definitions with the registers that they may name. A register that several name is read once. */
export async function withRegisters(found: readonly Texts[], folders: readonly string[], root: string): Promise<readonly DefinitionFile[]> {
  const registers = await loadRegisters(folders, root, found.flatMap(textsOf));
  return found.map((definition) => ({ ...definition, registers: named(registers, textsOf(definition).join("\n")) }));
}

/** A definition with the texts that it needs: the fragments it may name and, for an overlay, what it lies over. */
export async function completed(
  service: string,
  file: SourceFile,
  fragments: ReadonlyMap<string, SourceFile>,
  shelf: string,
): Promise<Texts> {
  const wanted = baseIn(file.text);
  const base = wanted && (await onShelf(shelf, wanted));
  if (wanted === undefined || base === undefined) return { service, file, fragments: named(fragments, file.text) };
  return { service, file, fragments: new Map([...named(fragments, `${file.text}\n${base.text}`), [wanted.name, base]]) };
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

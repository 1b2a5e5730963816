import { basename, join, relative, resolve } from "node:path";
import type { Council } from "../councils/council.ts";
import { compileFile } from "../councils/compile-file.ts";
import { completed, councilFolders, fragmentsOf, loadCouncilFolder, withRegisters } from "../councils/load-council.ts";
import type { CouncilFolder, DefinitionFile } from "../councils/load-council.ts";
import { sharedCodes } from "../councils/shared-codes.ts";
import { closest } from "../rules/closest.ts";
import type { Compilation, Finding } from "../definition/service.ts";
import type { SourceFile } from "../definition/yaml/node.ts";
import { MOST_BYTES } from "../definition/yaml/parse-yaml.ts";
import { readStart } from "../platform/files/read-start.ts";

/** A definition with what the compiler said of it for one council; files on no council's list are compiled without one. */
export interface Checked {
  readonly service: string;
  readonly file: SourceFile;
  readonly definition: DefinitionFile;
  readonly compilation: Compilation;
  readonly council?: Council;
}

export interface Workspace {
  readonly checked: readonly Checked[];
  /** What is wrong with the councils' own files. */
  readonly findings: readonly Finding[];
}

/** Reads the councils under `root` and compiles every service that they take. */
export async function openWorkspace(root: string): Promise<Workspace> {
  const folders = await councils(root);
  const checked = folders.map(checkedOf);
  return { checked: checked.flat(), findings: [...folders.flatMap((folder) => folder.findings), ...checked.flatMap(codesOfCouncil)] };
}

function codesOfCouncil(checked: readonly Checked[]): readonly Finding[] {
  return sharedCodes(
    checked.flatMap(({ definition, compilation }) => (compilation.ok ? [{ definition, codes: compilation.service.codes }] : [])),
  );
}

async function councils(root: string): Promise<readonly CouncilFolder[]> {
  const found: CouncilFolder[] = [];
  for (const folder of await councilFolders(join(root, "councils"))) found.push(await loadCouncilFolder(folder, join(root, "services")));
  return found;
}

function checkedOf({ council, definitions }: CouncilFolder): readonly Checked[] {
  return definitions.map((definition) => checkOne(definition, council));
}

function checkOne(definition: DefinitionFile, council: Council | undefined): Checked {
  const { service, file } = definition;
  const compilation = compileFile(definition, council);
  const checked = { service, file, definition, compilation };
  return council === undefined ? checked : { ...checked, council };
}

export type Choice = { readonly ok: true; readonly checked: readonly Checked[] } | { readonly ok: false; readonly why: string };

/** The services and files that the words name: a service's name, or the path of a file; all services without words. */
export async function choose(workspace: Workspace, root: string, words: readonly string[]): Promise<Choice> {
  if (words.length === 0) return { ok: true, checked: workspace.checked };
  const chosen: Checked[] = [];
  for (const word of words) {
    const named = workspace.checked.filter((checked) => checked.service === word || isFile(root, word, checked));
    const found = named.length > 0 ? named : await lone(root, word);
    if (found === undefined) return { ok: false, why: unknownService(workspace, word) };
    chosen.push(...found);
  }
  return { ok: true, checked: chosen };
}

function isFile(root: string, word: string, { file }: Checked): boolean {
  return relative(root, resolve(root, word)).replaceAll("\\", "/") === file.name;
}

/** A file that no council lists. Its fragments and registers are the shelf's, since it stands on its own. */
async function lone(root: string, word: string): Promise<readonly Checked[] | undefined> {
  const file = (await read(root, word)) ?? (await read(root, join("services", `${word}.yaml`)));
  if (file === undefined) return undefined;
  const service = basename(file.name).replace(/\.ya?ml$/, "");
  const shelf = join(root, "services");
  const found = await completed(service, file, await fragmentsOf([join(shelf, "shared")], root), shelf);
  const definitions = await withRegisters([found], [join(shelf, "registers")], root);
  return definitions.map((definition) => ({ service, file, definition, compilation: compileFile(definition) }));
}

async function read(root: string, path: string): Promise<SourceFile | undefined> {
  try {
    return { name: relative(root, resolve(root, path)).replaceAll("\\", "/"), text: await readStart(resolve(root, path), MOST_BYTES) };
  } catch {
    return undefined;
  }
}

function unknownService(workspace: Workspace, word: string): string {
  const names = [...new Set(workspace.checked.map((checked) => checked.service))];
  const meant = closest(word, names);
  const help = meant === undefined ? `The services are ${names.join(", ")}.` : `Did you mean ${meant}?`;
  return `There is no service and no file called ${word}. ${help}`;
}

import { readFileSync } from "node:fs";
import { compileDefinition } from "../../src/definition/compile-definition.ts";
import type { RegisterFile } from "../../src/definition/register-file.ts";
import type { Compilation, Service } from "../../src/definition/service.ts";

const FOLDER = import.meta.dirname;

/** A sound definition that uses every key; the examples of the checks are changes to it. */
export const SOUND = readFileSync(`${FOLDER}/borrow-a-tool.yaml`, "utf8");
export const FRAGMENT = readFileSync(`${FOLDER}/who-you-are.yaml`, "utf8");
export const COUNCIL = { teams: ["libraries", "waste"], roles: ["adviser", "manager"], workers: ["adviser"] };

const fragments = new Map([["who-you-are", { name: "shared/who-you-are.yaml", text: FRAGMENT }]]);

/** A register as it lies in a folder. */
export function registerFile(name: string, declaration: string, csv: string): RegisterFile {
  const content = { ok: true, file: { name: `registers/${name}.csv`, text: csv } } as const;
  return { name, declaration: { name: `registers/${name}.yaml`, text: declaration }, content };
}

export const LIBRARIES_YAML =
  "register: libraries\nkey: code\nlabel: name\ncolumns: { town: text, lends_tools: yes-no, shelves: number }\n";
export const LIBRARIES_CSV = `Code,Name,Town,Lends tools,Shelves
central,Central Library,Eastmere,yes,400
harbour,Harbour Library,Saltby,yes,60
mobile,Mobile Library,,no,12
`;

/** The sound definition with a question that is chosen from the register. */
export const CHOOSING = SOUND.replace(
  "  notes: {",
  "  library: { ask: Which library will you collect it from?, type: register, from: libraries, show: [town], where: lends_tools }\n  notes: {",
).replace("  - card\n", "  - card\n  - library\n");

const libraries = new Map([["libraries", registerFile("libraries", LIBRARIES_YAML, LIBRARIES_CSV)]]);

/** The sound definition with other text in the files of its register. */
export function withLibraries(yaml: string, csv: string, text = CHOOSING): Compilation {
  return compileDefinition(
    { name: "borrow-a-tool.yaml", text },
    fragments,
    COUNCIL,
    [],
    new Map([["libraries", registerFile("libraries", yaml, csv)]]),
  );
}

/** Compiles a text as the file of the sound definition, with its fragment, its register and a small council. */
export function compileText(text: string, name = "borrow-a-tool.yaml"): Compilation {
  return compileDefinition({ name, text }, fragments, COUNCIL, [], libraries);
}

export function codesOf(text: string): readonly string[] {
  return compileText(text).findings.map((finding) => finding.code);
}

export function serviceFrom(text: string): Service {
  const compilation = compileText(text);
  if (!compilation.ok) throw new Error(JSON.stringify(compilation.findings, null, 1));
  return compilation.service;
}

/** The sound definition with one piece of it changed. */
export function changed(right: string, wrong: string): string {
  if (SOUND.split(right).length !== 2) throw new Error(`"${right}" stands not once in the sound definition`);
  return SOUND.replace(right, () => wrong);
}

import { readdirSync, readFileSync } from "node:fs";
import type { Answer, FileAnswer } from "../../src/answers/answer-type.ts";
import { compileDefinition } from "../../src/definition/compile-definition.ts";
import { loadRegisters } from "../../src/councils/load-registers.ts";
import type { Service } from "../../src/definition/service.ts";

const FOLDER = new URL("../../services/", import.meta.url).pathname;

function sources(folder: string): { name: string; text: string }[] {
  const names = readdirSync(folder).filter((name) => name.endsWith(".yaml"));
  return names.map((name) => ({ name, text: readFileSync(`${folder}${name}`, "utf8") }));
}

const fragments = new Map(
  sources(`${FOLDER}shared/`).map((file) => [file.name.replace(".yaml", ""), { ...file, name: `shared/${file.name}` }]),
);

const registers = await loadRegisters([`${FOLDER}registers`], `${FOLDER}..`, ["schools showgrounds street-lights"]);

/** Every shipped definition, compiled. Throws what is wrong with one. */
export function shelf(): readonly Service[] {
  return sources(FOLDER).map((file) => {
    const compilation = compileDefinition(file, fragments, undefined, [], registers);
    if (!compilation.ok) throw new Error(JSON.stringify(compilation.findings, null, 1));
    return compilation.service;
  });
}

/** The files that answers name, as if they had been uploaded. */
export function filesIn(answer: Answer): readonly FileAnswer[] {
  if (answer === null || typeof answer !== "object") return [];
  if (Array.isArray(answer)) return answer.flatMap(filesIn);
  if ("sha256" in answer) return [answer as unknown as FileAnswer];
  return Object.values(answer).flatMap(filesIn);
}

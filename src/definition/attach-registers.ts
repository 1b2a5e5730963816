import type { QuestionSource } from "./outline.ts";
import { readRegisterFile } from "./read-register-file.ts";
import type { RegisterFiles } from "./register-file.ts";
import type { Note } from "./yaml/node.ts";
import { textNodeAt } from "./yaml/read.ts";

/** The questions with the registers that they choose from. What is wrong with a register is said once for each service that names it. */
export function attachRegisters(
  questions: ReadonlyMap<string, QuestionSource>,
  registers: RegisterFiles,
  notes: Note[],
): ReadonlyMap<string, QuestionSource> {
  return new Map([...questions].map(([id, source]) => [id, attach(source, registers, notes)]));
}

function attach(source: QuestionSource, registers: RegisterFiles, notes: Note[]): QuestionSource {
  const { question, inner } = source;
  if (question.type === "register") return attachOne(source, registers, notes);
  const attached = inner.map((one) => attach(one, registers, notes));
  if (attached.every((one, index) => one === inner[index])) return source;
  const settings = { ...question.settings, questions: attached.map((one) => one.question) };
  return { ...source, inner: attached, question: { ...question, settings } };
}

function attachOne(source: QuestionSource, registers: RegisterFiles, notes: Note[]): QuestionSource {
  const at = textNodeAt(source.node, "from");
  if (at === undefined) return source;
  const file = registers.get(at.value.trim());
  const read = file === undefined ? undefined : readRegisterFile(file);
  notes.push(...(read?.notes ?? [{ code: "register-unknown", at, ...missing(at.value.slice(0, 60), file) }]));
  const register = read?.register;
  return register === undefined ? source : { ...source, question: { ...source.question, register } };
}

function missing(name: string, file: ReturnType<RegisterFiles["get"]>): Pick<Note, "message" | "fix"> & { message: string } {
  if (file === undefined) {
    return {
      message: `There is no register ${name}.`,
      fix: `Add registers/${name}.csv, and registers/${name}.yaml that says how to read it.`,
    };
  }
  const [there, lacks] = file.content === undefined ? ["yaml", "csv"] : ["csv", "yaml"];
  return { message: `The register ${name} has a ${name}.${there} and no ${name}.${lacks}.`, fix: `Add registers/${name}.${lacks}.` };
}

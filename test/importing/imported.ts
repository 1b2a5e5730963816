import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Answer } from "../../src/answers/answer-type.ts";
import { compileDefinition } from "../../src/definition/compile-definition.ts";
import type { Service } from "../../src/definition/service.ts";
import { importForm } from "../../src/importing/import-form.ts";
import type { ImportedForm } from "../../src/importing/import-form.ts";
import { walk } from "../../src/journey/walk.ts";
import type { Taken } from "./source-engines.ts";

export const TODAY = "2026-07-01";

export function formFile(name: string): Buffer {
  return readFileSync(join(import.meta.dirname, "forms", name));
}

/** Imports a form that can be, and compiles what comes of it, which must be without an error or a warning of its own making. */
export function imported(name: string, content: Uint8Array | string | object): ImportedForm & { readonly compiled: Service } {
  const text = typeof content === "string" ? content : content instanceof Uint8Array ? content : JSON.stringify(content);
  const result = importForm({ name, bytes: typeof text === "string" ? Buffer.from(text) : text });
  assert.ok(result.ok, result.ok ? "" : result.refusal.why);
  const { definition, service } = result.value;
  const compilation = compileDefinition({ name: `services/${service}.yaml`, text: definition }, new Map());
  const errors = compilation.findings.filter(({ severity }) => severity === "error");
  assert.deepEqual(
    errors.map(({ code, line, message }) => `${code} ${line}: ${message}`),
    [],
    definition,
  );
  assert.ok(compilation.ok);
  return { ...result.value, compiled: compilation.service };
}

/** What our journey asks somebody with these answers, in the names of the source. Answers are by the source's names too. */
export function takeOurs({ compiled, names }: ReturnType<typeof imported>, answers: Readonly<Record<string, Answer>>): Taken {
  const sources = new Map([...names].map(([source, id]) => [id, source]));
  const ours = Object.fromEntries(Object.entries(answers).map(([source, answer]) => [names.get(source) ?? source, answer]));
  const { answered, at } = walk(compiled, ours, TODAY);
  assert.notEqual(at.kind, "screen", `stuck at ${JSON.stringify(at)}`);
  const asked = answered.flatMap(({ questions }) => questions.map(({ id }) => sources.get(id) ?? id));
  return at.kind === "outcome" ? { asked, ended: at.outcome } : { asked };
}

import assert from "node:assert/strict";
import { compileFile } from "../../src/councils/compile-file.ts";
import { CHECKS } from "../../src/definition/checks/registry.ts";
import { importForm } from "../../src/importing/import-form.ts";
import type { Shipped } from "./shipped.ts";
import { spoiltTexts } from "./spoilt.ts";

/** Milliseconds of the processor: a second is the promise, and what else runs on the machine costs something too. */
const MOST_MS = 2500;

export interface Fuzzed {
  /** Milliseconds of the processor that the slowest took. */
  readonly slowest: number;
  /** How many were sound all the same, and made a service. */
  readonly sound: number;
}

/** Spoils shipped definitions in ways that the seed gives, and compiles each. Throws with the text where one is not taken well. */
export function fuzzDefinitions(from: readonly Shipped[], count: number, seed: number): Fuzzed {
  const own = from.map(({ definition }) => definition.file.text);
  const texts = spoiltTexts(own, count, seed);
  return fuzzed(texts, seed, (text, at) => {
    const { definition, council } = from[at % from.length] ?? assert.fail("nothing is shipped");
    const compilation = compileFile({ ...definition, file: { ...definition.file, text } }, council);
    assert.ok(compilation.ok || compilation.findings.some(({ severity }) => severity === "error"), "there is neither service nor error");
    assert.ok(compilation.findings.length <= 100);
    for (const { code, message } of compilation.findings) {
      assert.ok(CHECKS.has(code), code);
      assert.ok(message.length > 10 && message.length <= 600, message);
    }
    return compilation.ok;
  });
}

/** The same for forms of other engines. */
export function fuzzForms(forms: readonly string[], count: number, seed: number): Fuzzed {
  return fuzzed(spoiltTexts(forms, count, seed), seed, (text) => {
    const imported = importForm({ name: "form.json", bytes: Buffer.from(text) });
    if (!imported.ok) assert.match(imported.refusal.why, /\.$/);
    if (!imported.ok) return false;
    const { definition, service } = imported.value;
    const name = `services/${service}.yaml`;
    const errors = compileFile({ service, file: { name, text: definition }, fragments: new Map(), registers: new Map() }).findings.filter(
      ({ severity }) => severity === "error",
    );
    assert.deepEqual(errors, []);
    return true;
  });
}

function fuzzed(texts: readonly string[], seed: number, take: (text: string, at: number) => boolean): Fuzzed {
  let [slowest, sound] = [0, 0];
  for (const [at, text] of texts.entries()) {
    const before = process.cpuUsage();
    try {
      sound += take(text, at) ? 1 : 0;
    } catch (error) {
      throw new Error(`Seed ${seed}, number ${at}, of ${texts.length}:\n${text.slice(0, 20_000)}`, { cause: error });
    }
    const { user, system } = process.cpuUsage(before);
    const ms = (user + system) / 1000;
    assert.ok(ms < MOST_MS, `Seed ${seed}, number ${at}, took ${Math.round(ms)} ms:\n${text.slice(0, 20_000)}`);
    slowest = Math.max(slowest, ms);
  }
  return { slowest, sound };
}

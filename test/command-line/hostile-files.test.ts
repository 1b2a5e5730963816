import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import * as fc from "fast-check";
import { CHECKS } from "../../src/definition/checks/registry.ts";
import type { Finding } from "../../src/definition/service.ts";
import { SOUND, changed } from "../definition/compile-text.ts";

const FEE = "fee: if count(extras) > 1 then 5 else 3";
const many = (count: number, line: (at: number) => string): string => Array.from({ length: count }, (_, at) => line(at)).join("");
const withFlow = (lines: string): string => SOUND.replace("flow:\n", () => `flow:\n${lines}`);
const withQuestions = (lines: string, flow: string): string => withFlow(flow).replace("questions:\n", () => `questions:\n${lines}`);

/** Files that want to use up time, memory or the stack; none is a definition that anybody could use. */
const FILES: Readonly<Record<string, string | Uint8Array>> = {
  empty: "",
  "noise of bytes": Uint8Array.from({ length: 100_000 }, (_, at) => (at * 7919) % 251),
  "text in UTF-16": Buffer.from(SOUND, "utf16le"),
  "thirty million letters": "a".repeat(30_000_000),
  "a rule of a million characters": changed(FEE, `fee: ${"1 + ".repeat(250_000)}1`),
  "a rule as long as a file may be": changed(FEE, `fee: ${"1 + ".repeat(47_000)}1`),
  "a rule of brackets": changed(FEE, `fee: ${"(".repeat(90_000)}1${")".repeat(90_000)}`),
  "a rule of quotation marks": changed(FEE, `fee: '${'"'.repeat(150_000)}'`),
  "aliases on aliases": `a: &a [x, x]\n${many(60, (at) => `b${at}: &b${at} [*${at === 0 ? "a" : `b${at - 1}`}, *a, *a, *a]\n`)}`,
  "an alias of itself": "service: &s { title: *s, flow: [*s, *s] }\n",
  "a merge of itself": "a: &a\n  <<: *a\n",
  "JSON of brackets": "[".repeat(150_000),
  "JSON of objects": `${'{"a":'.repeat(30_000)}1${"}".repeat(30_000)}`,
  "JSON of a hundred thousand numbers": `[${"1,".repeat(90_000)}1]`,
  "JSON of names of the program": '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}',
  "deep keys": many(400, (at) => `${" ".repeat(at)}a:\n`),
  "a branch in a branch": withFlow(`  - ${"{ when: true, then: [".repeat(4000)}tool${"] }".repeat(4000)}\n`),
  "ten thousand keys": many(12_000, (at) => `key${at}: 1\n`),
  "three thousand questions": withQuestions(
    many(3000, (at) => `  q_${at}: { ask: A, type: numbr }\n`),
    many(3000, (at) => `  - q_${at}\n`),
  ),
  "rules that hang together": withQuestions(
    many(900, (at) => `  q_${at}: { ask: A?, type: number, least: 0, most: 9 }\n`),
    many(900, (at) => (at === 0 ? "  - q_0\n" : `  - { when: q_${at - 1} > 1 or q_${at >> 1} < 3 and q_${at} = 2, ask: q_${at} }\n`)),
  ),
  "rules of many cases": withFlow(
    many(300, (at) => `  - { when: '(${many(20, (n) => `tool = "${n}" or `)}tool = "x") and not(tool = "${at}")', stop: gone }\n`),
  ),
  "a table of five thousand rows": changed(
    FEE,
    `fee: price\ntables: { price: { hit: unique, rows: [${many(5000, (at) => `{when: height = ${at}, gives: 1}, `)}] } }`,
  ),
  "tables of tables": changed(
    FEE,
    `fee: t_29\ntables:\n${many(30, (at) => `  t_${at}: { hit: first, rows: [{ when: ${at === 0 ? "height" : `t_${at - 1} + t_${at - 1}`} > 1, gives: ${at === 0 ? "1" : `t_${at - 1} * t_${at - 1}`} }] }\n`)}`,
  ),
  "facts of facts": changed(
    FEE,
    `fee: f_39\nfacts:\n${many(40, (at) => `  f_${at}: { label: f, type: number, rule: '${at === 0 ? "card" : `f_${at - 1} - f_${at - 1} * f_${at - 1}`}' }\n`)}`,
  ).replace("  - card\n", () => `  - card\n${many(40, (at) => `  - f_${at}\n`)}`),
  "six thousand options": changed(
    "drill: A drill, ladder: A ladder",
    many(6000, (at) => `o_${at}: ${at} to ${at + 5}, `),
  ),
  "a text without an end": changed("Our longest ladder reaches 6 metres.", "notwithstanding the aforementioned ".repeat(4000)),
  "a text of one word": changed("Our longest ladder reaches 6 metres.", "e".repeat(150_000)),
  "a label of numbers": changed("A drill", `"${"1-".repeat(50_000)}"`),
  "a subject of braces": changed("subject: Thank you", `subject: "${"{".repeat(60_000)}"`),
  "dates that never were": changed("earliest: today", "earliest: 9999-99-99"),
};

interface Report {
  readonly file: string;
  readonly code: number;
  readonly found: readonly Finding[];
  readonly complained: readonly string[];
  readonly ms: number;
  readonly mb: number;
}

const MOST_MS = 1000;
const MOST_MB = 200;

describe("hostile files", () => {
  let root: string;
  before(() => {
    root = mkdtempSync(join(tmpdir(), "guildhall-hostile-"));
    mkdirSync(join(root, "services", "shared"), { recursive: true });
  });
  after(() => rmSync(root, { recursive: true, force: true }));

  /** Checks files in one process that has little memory, and gives what it said of each. */
  function checked(files: Readonly<Record<string, string | Uint8Array>>): readonly Report[] {
    const names = Object.keys(files).map((name) => `${name.replaceAll(" ", "-")}.yaml`);
    for (const [at, content] of Object.values(files).entries()) writeFileSync(join(root, names[at] ?? ""), content);
    const script = join(import.meta.dirname, "check-each.ts");
    const child = spawnSync(process.execPath, ["--max-old-space-size=150", "--max-semi-space-size=8", script, root, ...names], {
      encoding: "utf8",
      timeout: 120_000,
      maxBuffer: 50_000_000,
    });
    assert.equal(child.status, 0, `${child.signal} ${child.stderr.slice(-2000)}`);
    const reports = child.stdout.trim().split("\n");
    assert.equal(reports.length, names.length);
    return reports.map((line) => JSON.parse(line) as Report); // as check-each.ts writes them
  }

  function isClear({ file, code, found, complained, ms, mb }: Report): void {
    assert.equal(code, 1, file);
    assert.deepEqual(complained, [], file);
    assert.ok(found.some(({ severity }) => severity === "error") && found.length <= 100, file);
    for (const { code: name, message, line, column } of found) {
      assert.ok(CHECKS.has(name), `${file}: ${name}`);
      assert.ok(message.length > 10 && message.length <= 600 && line >= 1 && column >= 1, `${file}: ${message}`);
    }
    assert.ok(ms < MOST_MS, `${file} took ${Math.round(ms)} ms`);
    assert.ok(mb < MOST_MB, `${file} took ${Math.round(mb)} MB`);
  }

  test("each comes back from check with a clear error, within a second of the processor and 200 MB", () => {
    for (const report of checked(FILES)) isClear(report);
  });

  test("so does what chance makes of a sound definition", () => {
    const piece = fc.nat({ max: SOUND.length - 1 });
    const bits = fc.constantFrom(
      "[",
      "{",
      "- ",
      ": ",
      '"',
      "'",
      "&a ",
      "*a",
      "<<: *a",
      "!!js ",
      "|\n",
      "? ",
      "\u0000",
      "\t",
      "%YAML 9\n",
      "---\n",
      "\uFFFE",
      "__proto__: ",
    );
    const spoilt = fc
      .array(fc.tuple(piece, fc.nat({ max: 200 }), bits, fc.constantFrom(1, 3, 500, 20_000)), { minLength: 1, maxLength: 5 })
      .map((cuts) =>
        cuts.reduce((text, [from, length, bit, times]) => text.slice(0, from) + bit.repeat(times) + text.slice(from + length), SOUND),
      );
    const seed = Math.floor(Math.random() * 2 ** 31);
    const texts = fc.sample(spoilt, { numRuns: 60, seed });
    for (const report of checked(Object.fromEntries(texts.map((text, at) => [`spoilt ${seed} ${at}`, text])))) {
      if (report.code === 1) isClear(report);
      else
        assert.ok(
          report.ms < MOST_MS && report.mb < MOST_MB,
          `${report.file} took ${Math.round(report.ms)} ms, ${Math.round(report.mb)} MB`,
        );
    }
  });
});

import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { CHECKS } from "../../src/definition/checks/registry.ts";
import { LONGEST_FILE } from "../../src/definition/yaml/parse-yaml.ts";
import { SOUND, changed, codesOf, compileText } from "./compile-text.ts";

const FULL = LONGEST_FILE - 200;

function repeated(piece: string): string {
  return piece.repeat(Math.floor(FULL / piece.length));
}

/** Texts as long as a file may be, made to exhaust memory, the stack or patience. */
const HOSTILE: Readonly<Record<string, string>> = {
  "only brackets": repeated("["),
  "only braces": repeated("{a: "),
  dashes: repeated("- "),
  "question marks": repeated("? "),
  "nested keys": Array.from({ length: 600 }, (_, depth) => `${" ".repeat(depth)}a:`).join("\n"),
  "aliases on aliases": `a: &a [x, x]\n${Array.from({ length: 30 }, (_, at) => `b${at}: &b${at} [*a, *a, *a]`).join("\n")}`,
  "many keys": Array.from({ length: FULL / 12 }, (_, at) => `key${at}: 1`)
    .join("\n")
    .slice(0, FULL),
  "many equal keys": repeated("key: 1\n"),
  "many questions": `service: x\nquestions:\n${repeated("  q: { ask: A, type: text }\n")}`,
  "quotation marks": repeated('"'),
  "opened quotation marks": repeated('"a\n'),
  colons: repeated("a: "),
  tabs: repeated("\t"),
  spaces: repeated(" "),
  "line ends": repeated("\n"),
  comments: repeated("#\n"),
  tags: repeated("!!x "),
  documents: repeated("---\n"),
  directives: repeated("%YAML 1.2\n"),
  commas: repeated(","),
  blocks: repeated("a: |\n"),
  nulls: "\u0000".repeat(1000),
  "half characters": "title: \uD800\uD800",
  "a long rule": changed("fee: if count(extras) > 1 then 5 else 3", `fee: ${"1 + ".repeat(40_000)}1`),
  "a long name": changed("owner: libraries", `owner: ${"a".repeat(FULL / 2)}`),
  "a deep rule": changed("fee: if count(extras) > 1 then 5 else 3", `fee: ${"(".repeat(4000)}1${")".repeat(4000)}`),
};

/** Milliseconds of this thread's processor time, so that what else runs on the machine does not count. */
function spent(start: NodeJS.CpuUsage): number {
  const { user, system } = process.threadCpuUsage(start);
  return (user + system) / 1000;
}

for (const [name, text] of Object.entries(HOSTILE)) {
  test(`a file of ${name} is refused within two seconds`, () => {
    const start = process.threadCpuUsage();
    const compilation = compileText(text);
    const took = spent(start);
    assert.equal(compilation.ok, false);
    assert.ok(compilation.findings.length > 0 && compilation.findings.length <= 100);
    for (const finding of compilation.findings) assert.ok(CHECKS.has(finding.code), finding.code);
    assert.ok(took < 2000, `${Math.round(took)} ms`);
  });
}

test("a thousand questions are read within two seconds", () => {
  const ids = Array.from({ length: 1000 }, (_, at) => `q_${at}`);
  const questions = ids.map((id) => `  ${id}: { ask: A, type: number }\n`).join("");
  const flow = ids
    .map((id, at) => (at === 0 ? `  - ${id}\n` : `  - { when: ${ids[at - 1]} > 1 and ${id.slice(0, 3)} = 2, ask: ${id} }\n`))
    .join("");
  const text = changed("  tool: {", `${questions}  tool: {`).replace("flow:\n", () => `flow:\n${flow}`);
  const start = process.threadCpuUsage();
  assert.equal(compileText(text).ok, false);
  const took = spent(start);
  assert.ok(took < 2000, `${Math.round(took)} ms`);
});

test("names of the program's own objects are keys like any other, and refused", () => {
  for (const name of ["__proto__", "constructor", "prototype", "toString"]) {
    assert.ok(codesOf(changed("  card: {", `  ${name}: {`)).length > 0, name);
    assert.ok(codesOf(changed("owner: libraries", `owner: libraries\n${name}: { polluted: true }`)).includes("key-unknown"), name);
    assert.ok(codesOf(changed("drill: A drill", `${name}: A drill`)).length > 0, name);
    assert.ok(codesOf(changed("  - card\n", `  - ${name}\n`)).length > 0, name);
  }
  assert.equal(Object.hasOwn(Object.prototype, "polluted"), false);
});

test("a merge key is refused", () => {
  assert.ok(codesOf(changed("person: { address: address }", "person: { <<: { address: address } }")).includes("key-unknown"));
});

test("a comma in an unquoted text within braces is explained", () => {
  const findings = compileText(changed("says: You have the tool.", "says: You have the tool, the best.")).findings;
  assert.match(findings.find((finding) => finding.code === "key-unknown")?.fix ?? "", /quotes/);
});

test("no cut, doubling or swap of a definition makes the compiler throw", () => {
  const lines = SOUND.split("\n");
  const piece = fc.nat({ max: SOUND.length - 1 });
  const damage = fc.oneof(
    fc.tuple(piece, fc.nat({ max: 60 })).map(([from, length]) => SOUND.slice(0, from) + SOUND.slice(from + length)),
    fc.tuple(piece, fc.string({ maxLength: 4 })).map(([at, text]) => SOUND.slice(0, at) + text + SOUND.slice(at)),
    fc
      .tuple(piece, fc.constantFrom("[", "]", "{", "}", '"', "'", ":", ": ", ", ", "\n", "\t", "- ", "|", "null", "1"))
      .map(([at, text]) => SOUND.slice(0, at) + text + SOUND.slice(at + 1)),
    fc
      .tuple(fc.nat({ max: lines.length - 1 }), fc.nat({ max: lines.length - 1 }))
      .map(([from, to]) => lines.toSpliced(to, 0, ...lines.slice(from, from + 1)).join("\n")),
  );
  fc.assert(
    fc.property(damage, (text) => {
      const compilation = compileText(text);
      assert.ok(compilation.ok || compilation.findings.some((finding) => finding.severity === "error"));
      for (const finding of compilation.findings) assert.ok(CHECKS.has(finding.code), finding.code);
    }),
    { numRuns: 300 },
  );
});

import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { test } from "node:test";
import * as fc from "fast-check";
import { CHECKS } from "../../src/definition/checks/registry.ts";
import { parseByLibrary, parseYaml } from "../../src/definition/yaml/parse-yaml.ts";
import { readPlainYaml } from "../../src/definition/yaml/plain-yaml.ts";
import { SOUND, changed } from "./compile-text.ts";
import { WELSH } from "./welsh-text.ts";

const ROOT = `${import.meta.dirname}/../..`;
const FILES = globSync(["services/**/*.yaml", "councils/**/*.yaml", "test/**/*.yaml"], { cwd: ROOT });

function assertSame(text: string): void {
  const file = { name: "x.yaml", text };
  const plain = readPlainYaml(file);
  if (plain !== undefined) assert.deepStrictEqual({ root: plain, notes: [] }, parseByLibrary(file));
}

for (const name of FILES) {
  test(`${name} is read without the library, and the same`, () => {
    const text = readFileSync(`${ROOT}/${name}`, "utf8");
    assert.notEqual(readPlainYaml({ name, text }), undefined);
    assertSame(text);
    assertSame(text.trimEnd());
  });
}

test("the examples of all checks are read the same", () => {
  for (const { example } of CHECKS.values())
    if (example !== undefined && SOUND.includes(example.right)) assertSame(changed(example.right, example.wrong));
  assertSame(WELSH);
});

const TEXTS = FILES.map((name) => readFileSync(`${ROOT}/${name}`, "utf8"));
/** What means something in YAML, and what only looks so. */
const SIGNS = [
  ..."-?:,[]{}#&*!|>'\"%@` \n\\~\t\r\uFEFF",
  ": ",
  " #",
  "- ",
  "\n  ",
  "\n    ",
  "\n\n",
  "\n# x\n",
  "\n  # x\n",
  "|\n",
  ">\n",
  "''",
  '\\"',
  "\\x41",
  "---\n",
  "a: b",
  "x",
  "é",
  "😀",
  "12",
  "-1",
  "1.50",
  ".5",
  "1e3",
  "0x1f",
  "0o7",
  "true",
  "FALSE",
  "null",
  ".inf",
  "123456789012345678",
  "<<",
  "key: 1\n",
  "\n  - a\n",
];

/** Some whole lines of a text, moved to the left edge. */
function piece(text: string, from: number): string {
  const lines = text.split("\n");
  const first = from % lines.length;
  const indent = /^ */.exec(lines[first] ?? "")?.[0] ?? "";
  const found = lines.slice(first, first + 8).map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line));
  return `${found.join("\n")}\n`;
}

test("a shipped definition with pieces changed or cut anywhere is read the same", () => {
  const edit = fc.record({ at: fc.nat(), takes: fc.nat(8), gives: fc.constantFrom("", ...SIGNS) });
  const edits = fc.array(edit, { minLength: 1, maxLength: 2 });
  fc.assert(
    fc.property(fc.constantFrom(...TEXTS), fc.nat(), edits, (text, from, found) => {
      let part = piece(text, from);
      for (const { at, takes, gives } of found) {
        const cut = at % part.length || 0;
        part = part.slice(0, cut) + gives + part.slice(cut + takes);
      }
      assertSame(part);
      assertSame(`a:\n${part.replaceAll(/^/gm, "  ")}\nb: c\n`);
    }),
    { numRuns: 700 },
  );
});

test("any pieces of YAML one after another are read the same", () => {
  const line = fc.array(fc.constantFrom(...SIGNS), { maxLength: 6 }).map((signs) => signs.join(""));
  fc.assert(
    fc.property(fc.array(line, { maxLength: 5 }), fc.array(line, { maxLength: 3 }), (lines, inner) => {
      assertSame(lines.map((text, at) => `k${at}: ${text}`).join("\n"));
      assertSame(`a: { b: ${inner.join(", ")}, c: [${lines.join(", ")}] }\n`);
      assertSame(`a:\n${lines.map((text) => `  - ${text}\n`).join("")}${inner.join("\n")}`);
      assertSame(`a: |\n  ${lines.join("\n  ")}\n${inner.join("\n")}`);
    }),
    { numRuns: 700 },
  );
});

const PLAIN_WORD = fc.stringMatching(/^[a-z][a-z0-9_-]{0,6}$/);
const VALUE = fc.oneof(
  fc.stringMatching(/^[a-z][a-z0-9 :#'-]{0,12}[a-z]$/),
  fc.constantFrom(
    "12",
    "-3",
    "2.50",
    "true",
    "''",
    "'it''s'",
    '"a\\n\\"b\\""',
    "[]",
    "{}",
    "[a, 'b', [c]]",
    "{ a: b, c: { d: 1 } }",
    "[\nIa,\nIb,\nI]",
    "\nI{ a: b }",
    "\nIa text",
  ),
);

/** A group or a list as it is laid out at a column. */
const { tree } = fc.letrec<{ tree: (indent: number) => string; value: (indent: number) => string }>((tie) => ({
  tree: fc
    .tuple(
      fc.boolean(),
      fc.uniqueArray(fc.tuple(PLAIN_WORD, tie("value"), fc.boolean()), { minLength: 1, maxLength: 4, selector: ([key]) => key }),
    )
    .map(([list, pairs]) => (indent) => {
      const space = " ".repeat(indent);
      return pairs
        .map(([key, value, note]) => `${note ? `${space}# note\n\n` : ""}${space}${list ? "-" : `${key}:`}${value(indent)}`)
        .join("");
    }),
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    VALUE.map((value) => (indent: number) => ` ${value.replaceAll("\nI", `\n${" ".repeat(indent + 2)}`)}\n`),
    fc.constant((indent: number) => ` |\n${" ".repeat(indent + 2)}one\n\n${" ".repeat(indent + 3)}two\n`),
    tie("tree").map((inner) => (indent: number) => ` # below\n${inner(indent + 2)}`),
  ),
}));

test("documents of any make in the plain part are read without errors, and the same", () => {
  fc.assert(
    fc.property(tree, (lay) => {
      const text = `root:\n${lay(2)}`;
      assertSame(text);
      assert.deepEqual(parseYaml({ name: "x.yaml", text }).notes, parseByLibrary({ name: "x.yaml", text }).notes);
    }),
    { numRuns: 300 },
  );
});

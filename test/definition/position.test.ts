import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { parseYaml } from "../../src/definition/yaml/parse-yaml.ts";
import { sourceOffset } from "../../src/definition/yaml/source-offset.ts";
import type { TextNode } from "../../src/definition/yaml/node.ts";
import { textNodeAt } from "../../src/definition/yaml/read.ts";
import { changed, compileText } from "./compile-text.ts";

const GUARD = 'when: tool = "ladder", ask: height';

/** The first finding's place for a guard written in a certain style, as the text that stands there. */
function pointedAt(guard: string): string {
  const text = changed(GUARD, guard);
  const [finding] = compileText(text).findings;
  assert.ok(finding !== undefined);
  const line = text.split("\n")[finding.line - 1] ?? "";
  return line.slice(finding.column - 1, finding.column - 1 + (finding.length ?? 1));
}

test("a rule's problem is shown where it stands, however the rule is quoted", () => {
  assert.equal(pointedAt('when: tool = "drill" or tol = "ladder", ask: height'), "tol");
  assert.equal(pointedAt('when: \'tool = "drill" or tol = "ladder"\', ask: height'), "tol");
  assert.equal(pointedAt('when: "tool = \\"drill\\" or tol = \\"ladder\\"", ask: height'), "tol");
  assert.equal(pointedAt('when: "tool\\u0020= \\x22drill\\" or tol = \\"ladder\\"", ask: height'), "tol");
  assert.equal(pointedAt('when: tool = "drill"\n      or tol = "ladder", ask: height'), "tol");
  assert.equal(pointedAt('when: "tool = \\"drill\\"\n      or\n\n      tol = \\"ladder\\"", ask: height'), "tol");
});

function pointedAtFee(block: string): string {
  const text = changed("fee: if count(extras) > 1 then 5 else 3", block);
  const [finding] = compileText(text).findings;
  assert.ok(finding !== undefined);
  const line = text.split("\n")[finding.line - 1] ?? "";
  return line.slice(finding.column - 1, finding.column - 1 + (finding.length ?? 1));
}

test("a rule's problem is shown where it stands in a block of lines", () => {
  assert.equal(pointedAtFee("fee: |\n  if count(extras) > 1\n  then fiv\n  else 3"), "fiv");
  assert.equal(pointedAtFee("fee: >-\n  if count(extras) > 1\n\n  then 5\n  else thre"), "thre");
});

function nodeFrom(yaml: string): TextNode {
  const { root } = parseYaml({ name: "x.yaml", text: `key: ${yaml}\n` });
  const node = root?.kind === "map" ? textNodeAt(root, "key") : undefined;
  assert.ok(node !== undefined, yaml);
  return node;
}

const WORDS = fc.array(fc.stringMatching(/^[a-z"'\\]{1,6}$/), { minLength: 1, maxLength: 6 });

test("every character of a quoted text is found in the file", () => {
  fc.assert(
    fc.property(WORDS, fc.boolean(), (words, single) => {
      const value = words.join(" ");
      const node = nodeFrom(single ? `'${value.replaceAll("'", "''")}'` : JSON.stringify(value));
      assert.equal(node.value, value);
      for (let offset = 0; offset < value.length; offset++) {
        const shown = node.file.text.slice(sourceOffset(node, offset));
        const wanted = value[offset] ?? "";
        assert.ok(shown.startsWith(wanted) || shown.startsWith(`\\${wanted}`), `${node.file.text} ${offset}`);
      }
    }),
    { numRuns: 200 },
  );
});

test("lines and columns count from 1", () => {
  const finding = compileText(changed("owner: libraries", "ownr: libraries")).findings.find((one) => one.code === "key-unknown");
  assert.deepEqual([finding?.line, finding?.column, finding?.length], [6, 1, 4]);
});

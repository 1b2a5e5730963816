import assert from "node:assert/strict";
import { test } from "node:test";
import { FUNCTIONS } from "../../src/rules/functions.ts";
import { EXAMPLE_FACTS, EXAMPLE_SCOPE, RULE_REFERENCE } from "../../src/rules/reference.ts";
import { compiled } from "./support.ts";

test("every example of the language reference gives what it says", () => {
  for (const { name, example, gives } of RULE_REFERENCE) {
    assert.deepEqual(compiled(example, EXAMPLE_SCOPE).run(EXAMPLE_FACTS), gives, `${name}: ${example}`);
  }
});

test("every entry has its own name and one sentence, and every function is there", () => {
  const names = RULE_REFERENCE.map((entry) => entry.name);
  assert.equal(new Set(names).size, names.length);
  for (const { name, says } of RULE_REFERENCE) assert.match(says, /^[A-Z][^.]*(\.\s[A-Z][^.]*)?\.$/, name);
  for (const name of FUNCTIONS.keys()) assert.ok(names.includes(name), name);
});

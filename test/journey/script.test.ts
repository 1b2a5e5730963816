import assert from "node:assert/strict";
import { test } from "node:test";
import { script } from "../../src/journey/script.ts";
import { service, yesNo } from "./small-service.ts";

const FLOW = ["  - a", "  - { when: a, ask: b }", "  - { when: b != true, ask: c }", "  - d"].join("\n");

function screens(answers: Readonly<Record<string, boolean>>): readonly string[] {
  return script(service(yesNo("a", "b", "c", "d"), FLOW), answers, "2026-07-01").screens.map(({ id }) => id);
}

test("the desk's page asks what is not put off by an answer that is still to come", () => {
  assert.deepEqual(screens({}), ["a", "d"]);
  assert.deepEqual(screens({ a: true }), ["a", "b", "d"]);
  assert.deepEqual(screens({ a: true, b: false }), ["a", "b", "c", "d"]);
});

test("a question on a way that is not taken is nothing to the rules after it, as on the web", () => {
  assert.deepEqual(screens({ a: false }), ["a", "c", "d"]);
});

import assert from "node:assert/strict";
import { test } from "node:test";

import { phoneSearch, readWanted } from "../../src/contact/typed-person.ts";

test("one box takes whatever a person can say of themselves", () => {
  assert.deepEqual(readWanted(" Jane@Example.com "), { by: "email", text: "jane@example.com" });
  assert.deepEqual(readWanted("em1 2ab"), { by: "postcode", text: "EM1 2AB" });
  assert.deepEqual(readWanted("+44 (0)1632 960 001"), { by: "phone", text: "1632960001" });
  assert.deepEqual(readWanted("Jane O'Neill"), { by: "name", patterns: ["jane% oneill%", "oneill% jane%"] });
  assert.equal(readWanted("%_"), undefined);
  assert.equal(readWanted("   "), undefined);
  assert.deepEqual(readWanted("12345"), { by: "name", patterns: ["12345%"] });
});

test("a telephone number is the same with its country code, its spaces and its extension", () => {
  const same = ["01632 960001", "+441632960001", "00 44 1632 960 001", "01632-960001 ext 12"];
  assert.deepEqual(new Set(same.map(phoneSearch)), new Set(["1632960001"]));
  assert.equal(phoneSearch("999"), null);
});

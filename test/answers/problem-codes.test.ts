import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { PROBLEM_CODES } from "../../src/answers/problem-codes.ts";

const FOLDER = new URL("../../src/answers/", import.meta.url);

/** The codes in calls of `bad(field, code, message)`; the compiler holds them to the list. */
function codesUsed(): ReadonlySet<string> {
  const sources = readdirSync(FOLDER).filter((name) => name.endsWith(".ts") && name !== "problem-codes.ts");
  const text = sources.map((name) => readFileSync(new URL(name, FOLDER), "utf8")).join("\n");
  return new Set([...text.matchAll(/bad\(\s*[^"]*?"([a-z-]+)"/g)].map(([, code]) => code ?? ""));
}

describe("problem codes", () => {
  it("are all used, and no others", () => {
    assert.deepEqual([...codesUsed()].toSorted(), Object.keys(PROBLEM_CODES).toSorted());
  });

  it("are each explained by one sentence", () => {
    for (const sentence of Object.values(PROBLEM_CODES)) assert.match(sentence, /^[A-Z][^.]*\.$/);
  });
});

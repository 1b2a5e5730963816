import assert from "node:assert/strict";
import { test } from "node:test";
import { serviceLines } from "../../src/command-line/show-service.ts";
import { diffServices } from "../../src/definition/diff/diff-services.ts";
import { boundaryAnswers } from "../../src/journey/boundaries.ts";
import { changed, compileText, serviceFrom } from "./compile-text.ts";

const FEE = "fee: if count(extras) > 1 then 5 else 3";
const TABLES = `tables:
  price:
    hit: unique
    rows:
      - { when: tool = "drill", gives: 5 }
      - { when: tool = "ladder" and height <= 3, gives: 2.50 }
      - { when: tool = "ladder" and height > 3, gives: 4 }
    otherwise: 1
`;
const PRICED = changed(FEE, `${TABLES}fee: price + 0.50 * count(extras)`);

test("a fee is worked out from a table of rates", () => {
  const { fee } = serviceFrom(PRICED);
  const today = "2026-11-22";
  assert.equal(fee?.run({ today, tool: "ladder", height: 3, extras: ["gloves"] }), 3);
  assert.equal(fee?.run({ today, tool: "drill", extras: [] }), 5);
  assert.equal(fee?.run({ today, tool: "ladder", extras: [] }), 1);
  assert.deepEqual(fee?.reads.toSorted(), ["extras", "height", "tool"]);
});

test("a mistake in a row is found at its line and column", () => {
  const [finding, another] = compileText(PRICED.replace("height > 3, gives", "hight > 3, gives")).findings;
  assert.ok(finding !== undefined && another === undefined);
  assert.deepEqual([finding.code, finding.fix], ["rule-unknown-name", "Did you mean height?"]);
  const line = PRICED.split("\n").findIndex((text) => text.includes("height > 3, gives"));
  assert.deepEqual([finding.line, finding.column], [line + 1, (PRICED.split("\n")[line]?.indexOf("height >") ?? -1) + 1]);
});

test("rows that can both hold are found with a case in which they do", () => {
  const [finding] = compileText(PRICED.replace("height > 3, gives", "height >= 3, gives")).findings;
  assert.equal(finding?.code, "table-rows");
  assert.equal(finding?.message, 'Rows 2 and 3 can both hold, for example where tool is "ladder" and height is 3.');
});

test("a guard cannot read a table before what the table reads is asked", () => {
  const early = PRICED.replace('when: tool = "ladder", ask: height', "when: price > 2, ask: height");
  const [finding] = compileText(early).findings;
  assert.equal(finding?.message, "The table price reads height, which is not asked before it.");
});

test("a table without a hit, with another hit or without rows is told what it needs", () => {
  for (const [right, wrong] of [
    ["    hit: unique\n", ""],
    ["hit: unique", "hit: any"],
  ] as const) {
    const { ok, findings } = compileText(PRICED.replace(right, wrong));
    assert.ok(!ok && findings.length > 0, wrong);
  }
});

test("show tells the rows in words, diff says which row changes, and journeys are tried at the rows' boundaries", () => {
  const service = serviceFrom(PRICED);
  const lines = serviceLines(service).join("\n");
  assert.match(lines, /price \(one row holds\)/);
  assert.match(lines, /2\.5 \[2\.50\] when the answer to "Which tool do you need\?" is "A ladder" and .* is at most 3 \[/);
  const changes = diffServices(service, serviceFrom(PRICED.replace("2.50 }", "3 }"))).map(({ words }) => words);
  assert.equal(changes.length, 1);
  assert.match(changes[0] ?? "", /^Row 2 of the table price was ‘2\.50 when .*’ and becomes ‘3 when .*’\.$/);
  const height = service.questions.get("height");
  assert.ok(height !== undefined);
  assert.deepEqual(boundaryAnswers(service, height, "2026-11-22").includes(4), true);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { changed, compileText } from "./compile-text.ts";

const FEE = "fee: if count(extras) > 1 then 5 else 3";

/** The gap of a table with these rows, or undefined. */
function gapOf(hit: string, ...conditions: readonly string[]): string | undefined {
  const rows = conditions.map((when) => `{ when: '${when}', gives: 3 }`).join(", ");
  const { findings } = compileText(changed(FEE, `fee: price\ntables:\n  price: { hit: ${hit}, rows: [${rows}] }`));
  assert.deepEqual(
    findings.filter(({ severity }) => severity === "error"),
    [],
  );
  const message = findings.find(({ code }) => code === "table-gap")?.message;
  return /holds where (.*), so it gives nothing there\.$/.exec(message ?? "")?.[1];
}

test("a table with a gap is found with a case that no row holds for", () => {
  assert.equal(gapOf("unique", 'tool = "drill"'), 'tool is "ladder"');
  assert.equal(gapOf("first", "height < 3", "height > 3"), "height is 3");
  assert.equal(gapOf("first", "height <= 3", "height > 4"), "height is 4");
  assert.equal(gapOf("unique", 'tool = "drill" and height < 2', 'tool = "ladder"'), 'tool is "drill" and height is 2');
  assert.equal(gapOf("sum", "count(extras) > 1"), "count(extras) is 1");
  assert.equal(gapOf("first", 'day of week(first_day) in ["Saturday", "Sunday"]'), 'day of week(first_day) is "Monday"');
  assert.equal(gapOf("first", "age(first_day, today) < 18", "age(first_day, today) > 18"), "age(first_day, today) is 18");
});

test("a table whose rows take in every answer has none", () => {
  assert.equal(gapOf("unique", 'tool = "drill"', 'tool = "ladder"'), undefined);
  assert.equal(gapOf("first", "height <= 3", "height >= 4"), undefined);
  assert.equal(gapOf("first", "height <= 3", "true"), undefined);
  assert.equal(gapOf("first", "count(extras) > 1", "count(extras) < 2"), undefined);
  assert.equal(gapOf("first", 'height > 3 or tool = "drill"', 'not(height > 3 or tool = "drill")'), undefined);
  assert.equal(gapOf("first", 'day of week(first_day) in ["Saturday", "Sunday"]', 'day of week(first_day) != "Saturday"'), undefined);
});

const SIGNS: Readonly<Record<string, (one: number, other: number) => boolean>> = {
  "<": (one, other) => one < other,
  "<=": (one, other) => one <= other,
  "=": (one, other) => one === other,
  ">": (one, other) => one > other,
};

interface Row {
  readonly sign: string;
  readonly height: number;
  readonly tool: string | null;
}

const row: fc.Arbitrary<Row> = fc.record({
  sign: fc.constantFrom(...Object.keys(SIGNS)),
  height: fc.integer({ min: 1, max: 9 }),
  tool: fc.constantFrom(null, null, "drill", "ladder"),
});

function holds(one: Row, tool: string, height: number): boolean {
  return SIGNS[one.sign]?.(height, one.height) === true && (one.tool === null || one.tool === tool);
}

test("there is a gap where, and only where, trying every answer finds one; and its case is one", () => {
  const answers = ["drill", "ladder"].flatMap((tool) => Array.from({ length: 9 }, (_, index) => ({ tool, height: index + 1 })));
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), (rows) => {
      const uncovered = answers.filter(({ tool, height }) => !rows.some((one) => holds(one, tool, height)));
      const written = rows.map(({ sign, height, tool }) => `height ${sign} ${height}${tool === null ? "" : ` and tool = "${tool}"`}`);
      const gap = gapOf("first", ...written);
      assert.equal(gap !== undefined, uncovered.length > 0, `${written.join("; ")}: ${gap}`);
      const tool = /tool is "(\w+)"/.exec(gap ?? "")?.[1];
      const height = Number(/height is (\d+)/.exec(gap ?? "")?.[1] ?? Number.NaN);
      const named = uncovered.filter((one) => (tool === undefined || one.tool === tool) && (Number.isNaN(height) || one.height === height));
      assert.ok(gap === undefined || named.length > 0, `${written.join("; ")}: ${gap}`);
    }),
    { numRuns: 100 },
  );
});

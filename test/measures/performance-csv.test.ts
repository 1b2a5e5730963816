import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import type { ChannelCost } from "../../src/councils/council.ts";
import { CSV_COLUMNS, performanceCsv } from "../../src/measures/performance-csv.ts";
import { csv } from "../../src/platform/csv.ts";

/** Reads RFC 4180 text back, as a spreadsheet would. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, bare = "", end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    row.push(quoted === undefined ? bare : quoted.replaceAll('""', '"'));
    if (end === "\r\n") {
      rows.push(row);
      row = [];
    }
  }
  return rows;
}

function guarded(text: string): string {
  return /^[=+\-@\t\r]/.test(text) && !/^-\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
}

test("any text comes back as it went, but for the apostrophe before a formula", () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.string({ unit: "binary" }), { minLength: 2, maxLength: 2 })), (rows) => {
      const read = readCsv(csv(["a", "b"], rows));
      assert.deepEqual(read[0], ["a", "b"]);
      assert.deepEqual(
        read.slice(1),
        rows.map((row) => row.map(guarded)),
      );
    }),
  );
});

test("formulas are not run, and numbers below nought stay numbers", () => {
  assert.equal(
    csv(["x"], [["=1+1"], ["@sum"], ["+44"], ["-1+1"], ["-12.5"], [-3], [undefined], [null]]),
    "x\r\n'=1+1\r\n'@sum\r\n'+44\r\n'-1+1\r\n-12.5\r\n-3\r\n\r\n\r\n",
  );
});

test("one row a service, month, channel and measure, and the figures of each month with what they divide", () => {
  const web: ChannelCost = { pence: 20, source: "A test", assumption: false };
  const text = performanceCsv({
    measures: [
      { service: "pothole", month: "2026-02", channel: "web", measure: "submitted", count: 4, total: 0 },
      { service: "pothole", month: "2026-02", channel: "web", measure: "rated", count: 2, total: 9 },
      { service: "pothole", month: "2026-02", channel: "web", measure: "satisfied", count: 2, total: 0 },
      { service: "bin", month: "2026-02", channel: "phone", measure: "submitted", count: 1, total: 0 },
      { service: "bin", month: "2026-02", channel: "phone", measure: "unheard_of", count: 1, total: 0 },
    ],
    costs: new Map([["web", web]]),
    titles: new Map([["pothole", "Report a pothole, or two"]]),
  });
  const rows = readCsv(text);
  assert.deepEqual(rows[0], Object.keys(CSV_COLUMNS));
  assert.ok(rows.every((row) => row.length === rows[0]?.length));
  const keys = rows.slice(1).map(([service, , month, channel, measure]) => [service, month, channel, measure].join("|"));
  assert.equal(new Set(keys).size, keys.length);
  const find = (...key: string[]): string[] | undefined =>
    rows.find(([service, , , channel, measure]) => [service, channel, measure].join() === key.join());
  assert.deepEqual(find("pothole", "web", "submitted"), [
    "pothole",
    "Report a pothole, or two",
    "2026-02",
    "web",
    "submitted",
    "4",
    "count",
    "",
    "",
  ]);
  assert.deepEqual(find("pothole", "web", "rating_points")?.slice(5), ["9", "points", "", ""]);
  assert.deepEqual(find("pothole", "all", "cost_per_transaction")?.slice(5), ["0.20", "pounds", "80", "4"]);
  assert.deepEqual(find("pothole", "all", "user_satisfaction")?.slice(5), ["100", "per cent", "2", "2"]);
  // Only the phone, which has no cost here: nothing to divide, so no figure.
  assert.deepEqual(find("bin", "all", "cost_per_transaction"), [
    "bin",
    "bin",
    "2026-02",
    "all",
    "cost_per_transaction",
    "",
    "pounds",
    "0",
    "0",
  ]);
  assert.ok(!text.includes("unheard_of") && !text.includes("NaN"));
});

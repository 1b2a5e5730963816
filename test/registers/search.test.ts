import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { readRegister } from "../../src/registers/read-register.ts";
import type { Register } from "../../src/registers/register.ts";

function registerOf(labels: readonly string[]): Register {
  const rows = labels.map((label, at) => `k${at},${label}`);
  const plan = { name: "streets", key: "code", label: "name", welsh: "enw", columns: { parish: "text" } } as const;
  const reading = readRegister(`code,name,enw,parish\n${rows.join("\n")}`, plan);
  assert.ok(reading.ok, JSON.stringify(reading));
  return reading.register;
}

const streets = registerOf([
  "Mill Lane,Lôn y Felin,Saltby",
  "Millbrook Close,,Saltby",
  "Old Mill Lane,,Eastmere",
  "St Anne's Road,,Millford",
  "Market Square,Sgwâr y Farchnad,Eastmere",
  "High Street,,Saltby",
  "High Street,,Eastmere",
]);

function found(words: string, limit = 10): readonly string[] {
  return streets.search({ words, limit }).rows.map(({ key, label }) => `${key} ${label}`);
}

test("a whole word comes before the beginning of one, a short label before a long one, and the label before other columns", () => {
  assert.deepEqual(found("mill"), ["k0 Mill Lane", "k2 Old Mill Lane", "k1 Millbrook Close", "k3 St Anne's Road"]);
});

test("a label that begins as what was typed comes first", () => {
  assert.deepEqual(found("high st"), ["k5 High Street", "k6 High Street"]);
  const schools = registerOf(["Albert Street,,", "Foundry Street Academy,,", "St Anne's,,", "The Old School of St Anne,,"]);
  assert.equal(schools.search({ words: "st a", limit: 1 }).rows[0]?.label, "St Anne's");
});

test("every word has to fit, in any order and in any column", () => {
  assert.deepEqual(found("street eastmere high"), ["k6 High Street"]);
  assert.deepEqual(found("eastmere"), ["k4 Market Square", "k6 High Street", "k2 Old Mill Lane"]);
});

test("capitals, accents, apostrophes and the short forms of words do not matter", () => {
  assert.deepEqual(found("SAINT ANNES RD"), ["k3 St Anne's Road"]);
  assert.deepEqual(found("lon y felin"), ["k0 Mill Lane"]);
  assert.deepEqual(
    streets.labelled("high st").map(({ key }) => key),
    ["k5", "k6"],
  );
});

test("a letter wrong, left out or swapped is forgiven", () => {
  for (const typed of ["markte square", "marcet", "millbrok", "markt sq"])
    assert.equal(found(typed)[0]?.slice(3, 7), typed.startsWith("mill") ? "Mill" : "Mark", typed);
  assert.deepEqual(found("xylophone"), []);
});

test("where nothing has every word, what has some of them is given", () => {
  assert.deepEqual(found("mill zzzzz")[0], "k0 Mill Lane");
});

test("nothing typed gives the rows in the order of the file, and pages follow each other without a gap", () => {
  const all = streets.search({ words: " ", limit: 10 });
  assert.deepEqual([all.total, all.rows[0]?.key], [7, "k0"]);
  const pages = [0, 3, 6].flatMap((from) => streets.search({ words: "", limit: 3, from }).rows);
  assert.deepEqual(pages, all.rows);
});

test("only rows that may be offered are found and counted", () => {
  const only = { words: "high", limit: 1, only: ({ cells }: { cells: Readonly<Record<string, unknown>> }) => cells["parish"] === "Saltby" };
  assert.deepEqual([streets.search(only).total, streets.search(only).rows[0]?.key], [1, "k5"]);
});

test("whatever is typed, a search ends at once and gives no more than it may; a label finds its own row", () => {
  const word = fc.constantFrom("mill", "oak", "church", "hill", "abbey", "long", "field", "brook");
  const labels = fc.array(
    fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => `${words.join(" ")},,`),
    { minLength: 1, maxLength: 40 },
  );
  fc.assert(
    fc.property(labels, fc.string({ unit: "binary", maxLength: 60 }), (all, typed) => {
      const register = registerOf(all);
      assert.ok(register.search({ words: typed, limit: 5 }).rows.length <= 5);
      const [first] = register.rows();
      const again = register.search({ words: first?.label ?? "", limit: all.length }).rows.map(({ label }) => label);
      assert.ok(again.includes(first?.label ?? ""));
    }),
    { numRuns: 60 },
  );
});

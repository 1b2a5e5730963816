import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { csv } from "../../src/platform/csv.ts";
import { decodeRegister } from "../../src/registers/decode.ts";
import { MOST_ROWS, readRegister } from "../../src/registers/read-register.ts";
import type { Register, RegisterPlan } from "../../src/registers/register.ts";

const PLAN: RegisterPlan = {
  name: "schools",
  key: "code",
  label: "name",
  welsh: "enw",
  columns: { places: "number", fee: "money", opened: "date", mixed: "yes-no", note: "text" },
};
const HEAD = "Code,Name,Enw,Places,Fee,Opened,Mixed,Note,Left out\n";

function read(rows: string): Register {
  const reading = readRegister(HEAD + rows, PLAN);
  assert.ok(reading.ok, JSON.stringify(reading));
  return reading.register;
}

test("cells are read by the kind of their column, an empty one is nothing, and a column that is not declared is left out", () => {
  const register = read('a,"Abbey, the ""old"" school",Ysgol yr Abaty,"1,200",£12.50,1/9/2026,Yes,  two  words ,x\r\nb,Bridge,,,,,,,\r\n');
  assert.deepEqual(register.row("a"), {
    key: "a",
    label: 'Abbey, the "old" school',
    welsh: "Ysgol yr Abaty",
    cells: { places: 1200, fee: 1250, opened: "2026-09-01", mixed: true, note: "two words" },
  });
  assert.deepEqual(register.row("b")?.cells, { places: null, fee: null, opened: null, mixed: null, note: null });
  assert.equal(register.row("toString"), undefined);
});

test("a formula is a text like any other", () => {
  assert.equal(read('=1+1,"=HYPERLINK(""https://x"")",,,,,,@SUM(A1),\n').row("=1+1")?.label, '=HYPERLINK("https://x")');
});

test("lines of commas alone, and empty cells past the last column, are no rows and no cells", () => {
  const register = read("a,Abbey,,,,,,,,,,\n,,,,,,,,\n\n , ,,\nb,Bridge\n,,,,,,,,");
  assert.deepEqual(
    [...register.rows()].map(({ label }) => label),
    ["Abbey", "Bridge"],
  );
  assert.equal(readRegister(`${HEAD}a,Abbey,,,,,,,,,x\n`, PLAN).ok, false);
});

test("a file of too many rows is refused, and one of as many as there may be is read", () => {
  const rows = (count: number): string => Array.from({ length: count }, (_, at) => `k${at},Row ${at},,,,,,,`).join("\n");
  assert.equal(read(rows(MOST_ROWS)).size, MOST_ROWS);
  const reading = readRegister(HEAD + rows(MOST_ROWS + 1), PLAN);
  assert.ok(!reading.ok && reading.faults[0]?.message === "The register has more than 50000 rows.");
});

test("a file of nothing but commas, quotes or line ends is refused at once, and a cell of millions of signs too", () => {
  const files = [",".repeat(5_000_000), '"'.repeat(5_000_000), "\n".repeat(5_000_000), "=".repeat(5_000_000), ",,,,,,,,\n".repeat(400_000)];
  const start = performance.now();
  for (const file of files) {
    const reading = readRegister(HEAD + file, PLAN);
    assert.ok(!reading.ok && reading.faults.length > 0, file.slice(0, 3));
  }
  assert.ok(performance.now() - start < 10_000);
});

test("what is too long is said to be that, and not also to lack", () => {
  const reading = readRegister(`${HEAD}${"k".repeat(101)},${"x".repeat(10_000)},,,,,,,\n`, PLAN);
  assert.deepEqual(reading.ok ? [] : reading.faults.map(({ message }) => message), [
    "This cell has more than 100 characters.",
    "This cell has more than 200 characters.",
  ]);
});

const ENCODINGS: readonly (readonly [what: string, bytes: Uint8Array, says: RegExp])[] = [
  ["Windows-1252", Buffer.from("code,name\na,Caf\xe9", "latin1"), /line 2 has a character in another encoding/],
  ["UTF-16", Buffer.from("\ufeffcode,name", "utf16le"), /UTF-16/],
  ["a spreadsheet", Buffer.from("PK\x03\x04"), /is a spreadsheet/],
  ["NUL bytes", Buffer.from("code,name\0"), /no text/],
  ["a million empty lines", Buffer.alloc(1_000_000, "\n"), /more than 200,000 lines/],
  ["17 MB", Buffer.alloc(17 * 1024 * 1024, "a"), /larger than 16 MB/],
];

for (const [what, bytes, says] of ENCODINGS) {
  test(`a file of ${what} is refused in words`, () => {
    const decoded = decodeRegister(bytes);
    assert.ok(!decoded.ok);
    assert.match(decoded.message, says);
    assert.ok(decoded.fix.length > 10);
  });
}

test("a byte-order mark and signs that turn text round are left out", () => {
  const decoded = decodeRegister(Buffer.from("\ufeffcode,na\u202eme"));
  assert.deepEqual(decoded, { ok: true, text: "code,name" });
});

test("whatever rows a file holds, each is found again by its key and by its whole label", () => {
  const cell = fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 }).map((text) => text.replaceAll(/[\s'\0]+/g, " ").trim());
  const rows = fc.uniqueArray(fc.tuple(cell, cell), { minLength: 1, maxLength: 30, selector: ([key]) => key.normalize("NFC") });
  fc.assert(
    fc.property(rows, (all) => {
      const good = all.filter(([key, label]) => key !== "" && label !== "" && !/^[=+\-@]/.test(key + label) && !/^[=+\-@]/.test(label));
      const reading = readRegister(csv(["code", "name"], good), { name: "x", key: "code", label: "name", columns: {} });
      if (good.length === 0) return assert.equal(reading.ok, false);
      assert.ok(reading.ok, JSON.stringify(reading));
      for (const [key, label] of good) {
        const row = reading.register.row(key.normalize("NFC"));
        assert.equal(row?.label, label.normalize("NFC").replaceAll(/\s+/g, " "));
        if (/[a-z]/i.test(label)) assert.ok(reading.register.labelled(label).some((one) => one.key === row?.key));
      }
      return undefined;
    }),
    { numRuns: 100 },
  );
});

test("no text at all makes reading throw", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
      const reading = readRegister(`code,name\n${text}`, { name: "x", key: "code", label: "name", columns: {} });
      return reading.ok || reading.faults.every(({ from, to, message }) => from <= to && message.endsWith("."));
    }),
  );
});

import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { compileRule } from "../../src/rules/compile-rule.ts";
import { ruleInWords } from "../../src/rules/rule-words.ts";
import { ruleToSql } from "../../src/rules/sql/rule-to-sql.ts";
import { compileTable, LONGEST_TABLE, MOST_ROWS } from "../../src/rules/table.ts";
import type { Tables } from "../../src/rules/tables.ts";
import { FACTS, HOUSEHOLD } from "./support.ts";

/** What a session may cost this thread, whatever else the machine does. */
const MOST_SECONDS = 1;

function within(what: string, work: () => void): void {
  const start = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(start);
  assert.ok(user + system < MOST_SECONDS * 1_000_000, `${what.slice(0, 60)}... took ${(user + system) / 1000} ms`);
}

/** All that is ever done with a rule: it has a problem inside it, or it runs, is told and is said in SQL. */
function survives(source: string): void {
  within(source, () => {
    const compilation = compileRule(source, HOUSEHOLD);
    if (!compilation.ok) {
      assert.ok(compilation.problems.length > 0);
      for (const { from, to, message, fix = "" } of compilation.problems) {
        assert.ok(from >= 0 && from <= to && to <= source.length);
        assert.ok(message.length + fix.length < 3000, `a message of ${message.length}`);
      }
      return;
    }
    compilation.rule.run(FACTS);
    ruleInWords(compilation.rule, {});
    ruleToSql(compilation.rule, { answers: "c.answers", today: "2026-01-31" });
  });
}

const PIECES = [
  ..."( ) [ ] { } , . .. @ - + * / = != < > \" ' // /* */ \\ ? £ % ! ; : #".split(" "),
  ..."not( if then else some every for in satisfies return between and or null true false today item".split(" "),
  ..."rooms danger name born children needs scores where count( sum( date( duration( string( children[ [1.. (1, x in".split(" "),
  "some x in scores satisfies ",
  "if danger then ",
  "working days after(today, ",
  "days between(",
  "working days between(",
  "  ",
  "\n",
  "\0",
  "\ud800",
  "é",
];

const piece = fc.constantFrom(...PIECES);

test("a rule of one piece over and over, short or a million times, is answered within a second", () => {
  for (const one of PIECES) {
    for (const size of [2001, 3_000_000]) survives(one.repeat(Math.ceil(size / one.length)));
    survives(one.repeat(Math.floor(1990 / one.length)));
  }
});

test("so is any mixture of pieces, as long as a rule may be and longer", () => {
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 6 }), fc.constantFrom(50, 1999, 2001, 100_000), (pieces, size) => {
      const round = pieces.join(" ");
      survives(round.repeat(Math.ceil(size / round.length)).slice(0, size));
    }),
    { numRuns: 60 },
  );
});

test("so is anything nested as deep as there is room for, closed properly", () => {
  for (const [open, close] of [
    ["(", ")"],
    ["[", "]"],
    ["not(", ")"],
    ["-(", ")"],
    ["if danger then ", " else 1"],
    ["string(", ")"],
    ["children[count(", ") > 1]"],
    ["some x in scores satisfies x > (", ")"],
    ["count(for x in scores return ", ")"],
    ["upper case(", ")"],
    ["round up(", ", 2)"],
    ["modulo(", ", 7)"],
    ["min(", ", 1)"],
    ["substring before(", ', "a")'],
    ["date(", ", 1, 1).year"],
    ["working days after(", ", 1)"],
    ["age(", ", today)"],
    ["{ a: ", " }"],
    ["function(x) ", ""],
  ] as const) {
    for (const depth of [49, 500_000]) {
      for (const core of ["1", "danger"]) survives(open.repeat(depth) + core + close.repeat(depth));
    }
  }
});

test("tables that read tables are no larger than they may be", () => {
  const tables: Record<string, Tables[string]> = {};
  const refused = new Set<string>();
  within("tables", () => {
    for (let level = 0; level < 5; level++) {
      const read = level === 0 ? "rooms" : Array.from({ length: 30 }, () => `t${level - 1}`).join(" + ");
      const rows = Array.from({ length: 3 }, (_, row) => ({ when: `rooms > ${row}`, gives: read }));
      const compiled = compileTable({ hit: "first", rows }, HOUSEHOLD, tables);
      if (compiled.ok) tables[`t${level}`] = compiled.table;
      else for (const found of compiled.problems) refused.add(found.problem.message);
    }
  });
  assert.ok(Object.keys(tables).length > 1);
  assert.ok(refused.has("With the tables that it reads, the rule is too large."));
});

test("a table of as many and as long rows as there may be is compiled, or refused, within a second", () => {
  for (const hit of ["unique", "sum"] as const) {
    for (const part of ["rooms in [1, 2] or ", "rooms = 1 or danger and ", "1 + "]) {
      const when = (size: number): string => `${part.repeat(Math.floor(size / part.length))}${part.includes("+") ? "1 > 3" : "danger"}`;
      const rows = (size: number) => Array.from({ length: MOST_ROWS }, () => ({ when: when(size), gives: "1" }));
      within(`${hit} ${part}`, () => void compileTable({ hit, rows: rows(LONGEST_TABLE / MOST_ROWS - 20) }, HOUSEHOLD));
      within(`${hit} ${part}`, () => assert.equal(compileTable({ hit, rows: rows(1900) }, HOUSEHOLD).ok, false));
    }
  }
});

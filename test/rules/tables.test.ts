import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { compileRule } from "../../src/rules/compile-rule.ts";
import { ruleToSql } from "../../src/rules/sql/rule-to-sql.ts";
import { ruleInWords } from "../../src/rules/rule-words.ts";
import { compileTable, type TableSource } from "../../src/rules/table.ts";
import type { Tables } from "../../src/rules/tables.ts";
import type { Value } from "../../src/rules/value.ts";
import { FACTS, HOUSEHOLD } from "./support.ts";

type Rows = readonly (readonly [when: string, gives: string])[];

function source(hit: TableSource["hit"], rows: Rows, otherwise?: string): TableSource {
  const written = { hit, rows: rows.map(([when, gives]) => ({ when, gives })) };
  return otherwise === undefined ? written : { ...written, otherwise };
}

function tablesOf(written: Readonly<Record<string, TableSource>>): Tables {
  const tables: Record<string, Tables[string]> = {};
  for (const [name, one] of Object.entries(written)) {
    const compilation = compileTable(one, HOUSEHOLD, tables);
    assert.ok(compilation.ok, JSON.stringify(compilation));
    tables[name] = compilation.table;
  }
  return tables;
}

function read(rule: string, tables: Tables, facts = FACTS): Value {
  const compilation = compileRule(rule, HOUSEHOLD, undefined, tables);
  assert.ok(compilation.ok, JSON.stringify(compilation));
  return compilation.rule.run(facts);
}

function wrong(table: TableSource): { where: unknown; code: string; message: string } {
  const compilation = compileTable(table, HOUSEHOLD);
  assert.ok(!compilation.ok);
  const [found, another] = compilation.problems;
  assert.ok(found !== undefined && another === undefined, JSON.stringify(compilation.problems));
  return { where: [found.row, found.part], code: found.problem.code, message: found.problem.message };
}

const BANDS: Rows = [
  ["rooms <= 2", "10"],
  ["rooms in (2..4]", "20.50"],
  ["rooms > 4", "30"],
];

test("a table gives the value of its one row that holds, and is read by its name in any rule", () => {
  const tables = tablesOf({ band: source("unique", BANDS) });
  assert.equal(read("band", tables), 20.5);
  assert.equal(read("band * 2 + 1", tables), 42);
  assert.equal(read("if band > 20 then fee else deposit", tables), 10.1);
  assert.equal(read("some child in children satisfies child.age * 5 > band", tables), true);
  assert.equal(read("band", tables, {}), null);
});

test("without a row that holds a table gives what otherwise says", () => {
  const tables = tablesOf({ band: source("unique", BANDS, "rooms * 0 + 99"), none: source("first", [["rooms > 9", "1"]], "7") });
  assert.equal(read("none", tables), 7);
  assert.equal(read("band", tables, {}), null);
});

test("first takes the first row that holds, sum adds up all that do", () => {
  const rows: Rows = [
    ["danger", "5"],
    ["rooms = 3", "fee"],
    ["rooms > 9", "100"],
  ];
  const tables = tablesOf({ one: source("first", rows), all: source("sum", rows), none: source("sum", [["rooms > 9", "1"]]) });
  assert.equal(read("one", tables), 5);
  assert.equal(read("all", tables), 15.1);
  assert.equal(read("none", tables), null);
});

test("tables may read tables that stand before them, and a rule knows all that it reads by them", () => {
  const tables = tablesOf({
    band: source("unique", BANDS),
    price: source("first", [["band > 20 and danger", "band + count(children)"]], "1"),
  });
  const compilation = compileRule("price > 1", HOUSEHOLD, undefined, tables);
  assert.ok(compilation.ok);
  assert.deepEqual(compilation.rule.reads.toSorted(), ["children", "danger", "rooms"]);
});

test("a table is typed: the options it gives are known where it is read", () => {
  const tables = tablesOf({ urgency: source("first", [["danger", '"high"']], '"normal"') });
  const compilation = compileRule('urgency = "hihg"', HOUSEHOLD, undefined, tables);
  assert.ok(!compilation.ok);
  assert.equal(compilation.problems[0]?.fix, 'Did you mean "high"?');
  assert.equal(read('urgency = "high"', tables), true);
});

test("a table of plain numbers stands for pounds next to money, as plain numbers do", () => {
  const tables = tablesOf({ band: source("unique", BANDS), extras: source("sum", [["danger", "5"]]) });
  assert.equal(read("fee + band + extras", tables), 35.6);
  const compilation = compileRule("fee + worked", HOUSEHOLD, undefined, tablesOf({ worked: source("first", [["danger", "rooms"]]) }));
  assert.ok(!compilation.ok);
});

test("a table that reads what is not asked yet is named with it", () => {
  const tables = tablesOf({ band: source("unique", BANDS) });
  const { rooms: _, ...earlier } = HOUSEHOLD;
  const compilation = compileRule("band > 1", earlier, undefined, tables);
  assert.ok(!compilation.ok);
  assert.equal(compilation.problems[0]?.message, "The table band reads rooms, which is not asked before it.");
});

test("rows that can both hold are found, with a case in which they do", () => {
  const cases: readonly (readonly [Rows, string])[] = [
    [
      [
        ["rooms <= 3", "1"],
        ["rooms >= 3", "2"],
      ],
      "Rows 1 and 2 can both hold, for example where rooms is 3.",
    ],
    [
      [
        ["rooms < 3", "1"],
        ['width = "large"', "2"],
      ],
      'Rows 1 and 2 can both hold, for example where rooms is 2 and width is "large".',
    ],
    [
      [
        ["danger", "1"],
        ["not(danger)", "2"],
        ["rooms = 1", "3"],
      ],
      "Rows 1 and 3 can both hold, for example where danger is yes and rooms is 1.",
    ],
    [
      [
        ['width = "large"', "1"],
        ['width != "small"', "2"],
      ],
      'Rows 1 and 2 can both hold, for example where width is "large".',
    ],
    [
      [
        ["age(born, today) < 18", "1"],
        ["age(born, today) in [17..20]", "2"],
      ],
      "Rows 1 and 2 can both hold, for example where age(born, today) is 17.",
    ],
    [
      [
        ["fee != 5", "1"],
        ["fee = null", "2"],
      ],
      "Rows 1 and 2 can both hold, for example where fee is not answered.",
    ],
  ];
  for (const [rows, message] of cases) {
    const found = wrong(source("unique", rows));
    assert.deepEqual([found.code, found.message], ["table-rows", message]);
    assert.ok(compileTable(source("first", rows), HOUSEHOLD).ok);
  }
});

test("rows that exclude each other pass", () => {
  const sound: readonly Rows[] = [
    [
      ["rooms < 3", "1"],
      ["rooms >= 3 and danger", "2"],
      ["rooms >= 3 and not(danger)", "3"],
    ],
    [
      ['width in ["small"]', "1"],
      ['width = "large" and born < date("2000-01-01")', "2"],
      ['width = "large" and born >= date("2000-01-01")', "3"],
    ],
    [
      ["fee = null", "1"],
      ["fee < 5", "2"],
      ["not(fee < 5)", "3"],
    ],
    [
      ["is defined(fee)", "1"],
      ["not(is defined(fee))", "2"],
    ],
    [
      ["rooms between -1 and 1", "1"],
      ["not(rooms between -1 and 1)", "2"],
    ],
    [
      ['name = "a"', "1"],
      ['name != "a" and name != "b"', "2"],
      ['name = "b"', "3"],
    ],
    [
      ['list contains(needs, "ramp")', "1"],
      ['not(list contains(needs, "ramp"))', "2"],
    ],
  ];
  for (const rows of sound) assert.ok(compileTable(source("unique", rows), HOUSEHOLD).ok, JSON.stringify(rows));
});

const literal = fc.integer({ min: 0, max: 4 }).map(String);
const plainTest = fc.oneof(
  fc.tuple(fc.constantFrom("rooms", "fee"), fc.constantFrom("<", "<=", ">", ">=", "=", "!="), literal).map((parts) => parts.join(" ")),
  fc.tuple(fc.constantFrom("=", "!="), fc.constantFrom('"small"', '"large"', "null")).map((parts) => `width ${parts.join(" ")}`),
  fc.constantFrom(
    "danger",
    "danger = false",
    "rooms in [1..3)",
    "not(rooms in (< 1, 3))",
    "fee in [1, 2]",
    "rooms = null",
    "is defined(fee)",
  ),
);
const plainWhen = fc.oneof(
  plainTest,
  fc.tuple(plainTest, plainTest).map((tests) => tests.join(" and ")),
  fc.tuple(plainTest, plainTest).map((tests) => `not(${tests.join(" or ")})`),
  fc.tuple(plainTest, plainTest).map((tests) => tests.join(" or ")),
);
const household = fc.record({
  rooms: fc.option(fc.integer({ min: -1, max: 5 })),
  fee: fc.option(fc.integer({ min: -1, max: 9 }).map((half) => half / 2)),
  width: fc.option(fc.constantFrom("small", "large")),
  danger: fc.option(fc.boolean()),
});

test("two rows that pass never both hold, and of those refused it is not claimed without need", () => {
  let both = 0;
  fc.assert(
    fc.property(plainWhen, plainWhen, fc.array(household, { minLength: 20, maxLength: 20 }), (one, other, cases) => {
      const passes = compileTable(
        source("unique", [
          [one, "1"],
          [other, "2"],
        ]),
        HOUSEHOLD,
      ).ok;
      const [first, second] = [one, other].map((when) => compileRule(when, HOUSEHOLD));
      assert.ok(first?.ok === true && second?.ok === true);
      for (const facts of cases) {
        if (first.rule.run(facts) !== true || second.rule.run(facts) !== true) continue;
        both++;
        assert.ok(!passes, `${one} | ${other} | ${JSON.stringify(facts)}`);
      }
    }),
    { numRuns: 400 },
  );
  assert.ok(both > 100);
});

test("what is wrong with a row is said at it", () => {
  assert.deepEqual(
    wrong(
      source("first", [
        ["rooms > 1", "1"],
        ["romos > 1", "2"],
      ]),
    ).where,
    [1, "when"],
  );
  assert.deepEqual(wrong(source("first", [["rooms", "1"]])), {
    where: [0, "when"],
    code: "rule-type",
    message: "This rule must give yes or no, but it gives a number.",
  });
  assert.deepEqual(
    wrong(
      source("first", [
        ["rooms > 1", "1"],
        ["rooms > 2", '"a"'],
      ]),
    ),
    {
      where: [1, "gives"],
      code: "rule-type",
      message: "This gives a text, and a row before it a number; all rows must give values of one type.",
    },
  );
  assert.deepEqual(wrong(source("first", [["rooms > 1", "1"]], "danger")).where, [undefined, "otherwise"]);
  assert.match(wrong(source("sum", [["rooms > 1", '"a"']])).message, /added up/);
  const many = Array.from({ length: 101 }, (_, row) => [`rooms = ${row}`, "1"] as const);
  assert.equal(wrong(source("first", many)).message, "A table has up to 100 rows; this one has 101.");
});

test("a table of the most rows runs, and tables that read tables without end of size are refused", () => {
  const many = Array.from({ length: 100 }, (_, row) => [`rooms = ${row}`, String(row)] as const);
  assert.equal(read("big", tablesOf({ big: source("unique", many) })), 3);
  const tables: Record<string, Tables[string]> = {};
  let refused = 0;
  for (let level = 0; level < 20; level++) {
    const below = level === 0 ? "rooms" : `t${level - 1}`;
    const compilation = compileTable(source("first", [[`${below} > 1`, `${below} + ${below}`]], below), HOUSEHOLD, tables);
    if (compilation.ok) tables[`t${level}`] = compilation.table;
    else {
      refused = level;
      assert.match(compilation.problems[0]?.problem.message ?? "", /too large/);
      break;
    }
  }
  assert.ok(refused > 2);
});

test("a table is told by its name, and said in SQL as what it stands for", () => {
  const compilation = compileRule("band > 20", HOUSEHOLD, undefined, tablesOf({ band: source("unique", BANDS) }));
  assert.ok(compilation.ok);
  assert.equal(ruleInWords(compilation.rule, {}), 'the value of the table "band" is more than 20');
  assert.ok(ruleToSql(compilation.rule, { answers: "answers", today: "2026-01-31" }).ok);
});

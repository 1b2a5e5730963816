import assert from "node:assert/strict";
import { test } from "node:test";
import { compileRule } from "../../src/rules/compile-rule.ts";
import { BOOLEAN, code, MONEY, NUMBER, TEXT } from "../../src/rules/type.ts";
import { compiled, HOUSEHOLD, problem, problems } from "./support.ts";

function expectCode(wanted: string, cases: Readonly<Record<string, string>>): void {
  for (const [source, part] of Object.entries(cases)) {
    const found = problem(source);
    assert.deepEqual([found.code, found.part], [wanted, part], source);
  }
}

function refused(source: string): void {
  const found = compileRule(source, HOUSEHOLD);
  assert.deepEqual(found.ok ? [] : found.problems.map((each) => each.code), ["rule-not-supported"], source.slice(0, 20));
}

function repeated(part: string): string {
  return part.repeat(Math.floor(1990 / part.length));
}

test("a rule that cannot be read is a syntax problem at its place", () => {
  expectCode("rule-syntax", {
    "": "",
    "danger and": "",
    "danger && rooms": "&&",
    'name = "Ada': '"Ada',
    "(1, 2)": ",",
    "if danger then 1": "",
    'date("2026-02-30")': 'date("2026-02-30")',
    '@"P1M10D"': '@"P1M10D"',
    'duration("1 year")': 'duration("1 year")',
  });
});

test("habits of other languages get the cure", () => {
  assert.equal(problem("danger && rooms = 1").fix, 'Write "and".');
  assert.equal(problem("danger || rooms = 1").fix, 'Write "or".');
  assert.equal(problem("rooms == 1").fix, 'Write one "=".');
  assert.equal(problem("name = 'Ada'").fix, 'Put texts in double quotes, as in "yes".');
  assert.equal(problem("fee > £5").fix, "Write amounts of money as plain numbers, as in 12.50.");
  assert.equal(problem("!danger").fix, 'Write "not(...)", or "!=" for "is not".');
  assert.equal(problem("if danger then 1").fix, 'Every "if ... then ..." needs an "else ...".');
  assert.equal(problem("(danger or rooms = 1").fix, 'Add the closing bracket ")".');
  assert.equal(problem("not danger").fix, "Write not(danger).");
  assert.equal(problem("danger rooms").fix, 'Put a sign or a word such as "and" after "danger".');
});

test("what the language leaves out of FEEL is refused", () => {
  expectCode("rule-not-supported", {
    "rooms ** 2": "**",
    "{ a: 1 }": "{ a: 1 }",
    "function(x) x": "function(x) x",
    "rooms instance of number": "rooms instance of number",
    "scores[rooms]": "rooms",
    "[1..5]": "[1..5]",
    "for i in 1..3 return i": "1..3",
    "for a in scores, b in scores return a": "b in scores",
    "1e3": "1e3",
    "1234567890123456": "1234567890123456",
    "0.1234567890123456": "0.1234567890123456",
    'time("10:00:00")': 'time("10:00:00")',
    "date(born)": "date(born)",
    "contains(string: name, match: name)": "string: name, match: name",
    "where.road.owner(1)": "where.road.owner(1)",
    "danger in rooms = 1": "rooms = 1",
  });
});

test("a long or deep rule is refused before it is walked", () => {
  refused(`danger or ${"danger or ".repeat(200)} danger`);
  refused(`${"(".repeat(51)}1${")".repeat(51)}`);
  refused(`${"-".repeat(1900)}1`);
  refused(`${"not(".repeat(51)}danger${")".repeat(51)}`);
  compiled(`${"(".repeat(50)}1${")".repeat(50)}`);
});

test("the longest rows that fit are compiled and run", () => {
  assert.equal(compiled(`${repeated("1+")}1`).run({}), 996);
  assert.equal(compiled(`${repeated("x or ")}x`, { x: BOOLEAN }).run({ x: true }), true);
  assert.equal(compiled(`${repeated("x in [true] or ")}x`, { x: BOOLEAN }).run({ x: false }), false);
  assert.equal(compiled(`${repeated("true=")}true`).run({}), true);
  assert.equal(compiled(`${repeated("if x then 1 else ")}2`, { x: BOOLEAN }).run({ x: false }), 2);
});

test("names, parts, options and functions that do not exist come with the nearest that does", () => {
  assert.deepEqual(problem("romos = 1"), {
    code: "rule-unknown-name",
    part: "romos",
    message: 'There is nothing called "romos" here.',
    fix: "Did you mean rooms?",
  });
  assert.deepEqual(problem('where.raod.owner = "x"'), {
    code: "rule-unknown-name",
    part: "raod",
    message: 'There is no "raod" in it.',
    fix: "Did you mean road?",
  });
  assert.deepEqual(problem('width = "lrage"'), {
    code: "rule-unknown-option",
    part: '"lrage"',
    message: '"lrage" is not one of the options.',
    fix: 'Did you mean "large"?',
  });
  assert.deepEqual(problem("cuont(children) > 1"), {
    code: "rule-unknown-function",
    part: "cuont",
    message: 'There is no function called "cuont".',
    fix: "Did you mean count?",
  });
  assert.equal(problem("children[agee < 5]").fix, "Did you mean age?");
  assert.equal(problem('where.zzzzzz = "x"').fix, "It has road.");
  assert.equal(problem('width = "purple"').fix, 'The options are "small", "large".');
  assert.equal(problem("today(1) = born").fix, "Write today without brackets.");
  assert.equal(problem("constructor = 1").fix, undefined);
  assert.equal(problem("zzzz = 1", undefined, { rooms: NUMBER }).fix, "What can be read here is rooms and today.");
});

test("an option is checked wherever a text meets a choice", () => {
  expectCode("rule-unknown-option", {
    'width in ["large", "smal"]': '"smal"',
    'width in ("large", "smal")': '"smal"',
    'width != (if danger then "large" else "smal")': '"smal"',
    '"rmap" in needs': '"rmap"',
    'list contains(needs, "rmap")': '"rmap"',
    'needs = ["ramp", "rmap"]': '"rmap"',
    'some need in needs satisfies need = "rmap"': '"rmap"',
  });
  assert.equal(problem('if danger then "emergncy" else "normal"', code(["emergency", "normal"])).part, '"emergncy"');
});

test("types that do not mix are named in plain words", () => {
  const cases: Readonly<Record<string, string>> = {
    "name = width": 'This compares a text with one of "small", "large".',
    "name = 1": "This compares a text with a number.",
    "width = 1": 'This compares one of "small", "large" with a number.',
    "fee < rooms": "This compares an amount of money with a number.",
    'born < "2020-01-01"': "This compares a date with a text.",
    "danger = 1": "This compares yes or no with a number.",
    "width = born": 'This compares one of "small", "large" with a date.',
    "fee + rooms": '"+" does not work with an amount of money and a number.',
    "fee * fee": '"*" does not work with an amount of money and an amount of money.',
    "born + 10": '"+" does not work with a date and a number.',
    "danger and rooms": '"and" needs a condition (yes or no) here, not a number.',
    "if rooms then 1 else 2": '"if" needs a condition (yes or no) here, not a number.',
    "if danger then 1 else name": '"then" gives a number and "else" gives a text; both must be of one type.',
    '[1, "a"]': "A list holds values of one type; this one holds a number and a text.",
    "-name": "A minus sign needs a number or an amount of money, not a text.",
    "rooms[item > 1]": "A filter in square brackets needs a list, not a number.",
    "some x in rooms satisfies x > 1": '"some" needs a list, not a number.',
    "every x in scores satisfies x": '"satisfies" needs a condition (yes or no) here, not a number.',
    "age(name, today)": "age needs a date here, not a text.",
    "count(rooms)": "count needs a list here, not a number.",
    "sum(needs)": 'sum needs a list of numbers or amounts of money here, not a list of the options "ramp", "large print".',
    "min(fee, rooms)": "min needs values of one type, not an amount of money, a number.",
    "not(1)": "not needs a condition (yes or no), not a number.",
    "not(danger, danger)": "not takes one condition, not 2.",
    "age(born)": "age takes 2 values, not 1.",
    "list contains(scores, name)": "The list holds a number, which cannot be compared with a text.",
    "name in scores": "This looks for a text in a list of numbers.",
    "rooms.size": 'A number has no parts, so ".size" finds nothing.',
    "where = where": "This compares a group of road with a group of road.",
  };
  for (const [source, message] of Object.entries(cases))
    assert.deepEqual([problem(source).code, problem(source).message], ["rule-type", message], source);
});

test("some types have no order", () => {
  assert.equal(problem('width > "small"').code, "rule-type");
  assert.equal(problem("danger > false").message, 'Yes or no has no order, so ">" cannot compare it.');
});

test("choices without a shared option are never equal", () => {
  assert.match(problem("width = height").message, /share no option/);
});

test("the place of a rule says which type it needs", () => {
  assert.equal(problem("rooms", BOOLEAN).message, "This rule must give yes or no, but it gives a number.");
  assert.equal(problem("null", BOOLEAN).code, "rule-type");
  assert.equal(problem("rooms", MONEY).code, "rule-type");
  assert.equal(problem("fee", NUMBER).code, "rule-type");
  assert.equal(problem("name", code(["a"])).code, "rule-type");
  assert.equal(problem("width", code(["small", "medium"])).code, "rule-type");
  assert.deepEqual(compiled("if danger then 5 else 2.50", HOUSEHOLD, MONEY).type, MONEY);
  assert.deepEqual(compiled("width", HOUSEHOLD, code(["small", "large", "huge"])).type.kind, "code");
  assert.deepEqual(compiled("width", HOUSEHOLD, TEXT).type, TEXT);
  assert.deepEqual(compiled('if danger then "a" else "b"').type, code(["a", "b"]));
});

test("all problems of a rule are reported, each once", () => {
  const codes = problems('name = 1 or widht = "x" or cuont(children) > 1 or children[agee > 1]').map((found) => found.code);
  assert.deepEqual(codes, ["rule-type", "rule-unknown-name", "rule-unknown-function", "rule-unknown-name"]);
});

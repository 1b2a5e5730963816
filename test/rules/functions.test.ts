import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { list, NUMBER, TEXT } from "../../src/rules/type.ts";
import { compiled, gives, problem, value } from "./support.ts";

test("dates have parts, and can be made of parts", () => {
  gives({
    "born.year": 2004,
    "born.month": 2,
    "born.day": 29,
    "born.weekday": 7,
    'date("2026-11-25").weekday': 3,
    "date(today.year, 9, 1)": "2026-09-01",
    "date(born.year + 1, born.month, born.day)": null,
    "date(2026, 2.5, 1)": null,
    "age(born, date(today.year, 8, 31))": 22,
    "today() = today": true,
  });
  gives({ "born.year": null, "date(rooms, 1, 1)": null }, { today: "2026-03-01" });
});

test("lengths of time have parts, are counted in whole months, and are taken so many times", () => {
  gives({
    "years and months duration(born, today)": { unit: "months", amount: 264 },
    'years and months duration(date("2026-01-31"), date("2026-02-28"))': { unit: "months", amount: 0 },
    'years and months duration(date("2026-03-15"), date("2026-01-20"))': { unit: "months", amount: -1 },
    'duration("P1Y6M").years': 1,
    'duration("P1Y6M").months': 6,
    'duration("P1Y6M").days': null,
    "(today - born).days": 8036,
    '@"P1M" * rooms': { unit: "months", amount: 3 },
    '2 * @"P10D"': { unit: "days", amount: 20 },
    '@"P1M" * 0.5': null,
    'born + @"P1Y" * rooms': "2007-02-28",
  });
});

test("the weekday goes round with the days of any year", () => {
  fc.assert(
    fc.property(fc.date({ min: new Date("0001-01-01"), max: new Date("9999-12-31"), noInvalidDate: true }), (instant) => {
      const day = instant.toISOString().slice(0, 10);
      assert.equal(value(`date("${day}").weekday`), instant.getUTCDay() === 0 ? 7 : instant.getUTCDay());
    }),
    { numRuns: 200 },
  );
});

test("texts are joined and cut", () => {
  gives({
    'name + " (" + width + ")"': "Ada (large)",
    "name + other_name": null,
    "substring(name, 2)": "da",
    "substring(name, -2, 1)": "d",
    "substring(name, 9)": "",
    "substring(name, 0)": null,
    "substring(name, 1.5)": null,
    'substring("a\u{1F600}b", 2, 1)': "\u{1F600}",
    'substring before("AB1 2CD", " ")': "AB1",
    'substring after("AB1 2CD", " ")': "2CD",
    'substring before("AB1", "x")': "",
    'string join(children.name, " and ")': "Ben and Cal",
    "string join(needs)": "ramp",
    'string join([name, other_name, "x"], "-")': "Ada-x",
    'string join([], "-")': "",
  });
});

test("a text that would be far too long comes to nothing, and nothing throws", () => {
  const long = "x".repeat(10_000);
  const scope = { word: TEXT, numbers: list(NUMBER) };
  const facts = { word: long, numbers: Array.from({ length: 50_000 }, () => 1) };
  for (const source of ["string join(for n in numbers return word)", Array.from({ length: 20 }, () => "word").join(" + ")]) {
    assert.equal(compiled(source, scope).run(facts), null);
  }
});

test("lists are joined, thinned out, averaged and asked", () => {
  gives({
    "mean(scores)": null,
    "mean(children.cost)": 21.175,
    "mean([])": null,
    "mean(1, 2, 4)": 2.33333333333333,
    "distinct values([2, 1, 2, null, null])": [2, 1, null],
    'distinct values([@"P1M", @"P1M"])': [{ unit: "months", amount: 1 }],
    "concatenate(children.age, [1])": [4, 9, 1],
    "concatenate(children.cost, [1])": [30.25, 12.1, 1],
    "count(concatenate(children, children))": 4,
    "concatenate(children.age, if danger then null else [1])": null,
    "all(danger, rooms > 1)": true,
    "all(danger, deposit > 1)": null,
    "any(danger, deposit > 1)": true,
    "any(children.at_school)": true,
    "all([])": true,
    "any([])": false,
  });
});

test("numbers are rounded up and down, and shared out in portions", () => {
  gives({
    "round up(2.301, 2)": 2.31,
    "round up(-2.301, 2)": -2.31,
    "round up(2.3, 2)": 2.3,
    "round down(2.399, 2)": 2.39,
    "round down(-2.399, 2)": -2.39,
    "round up(1234, -2)": 1300,
    "round up(fee / 3, 2)": 3.37,
    "modulo(10, 4)": 2,
    "modulo(-12, 5)": 3,
    "modulo(12, -5)": -3,
    "modulo(10.1, 4.5)": 1.1,
    "modulo(rooms, 0)": null,
  });
});

test("days know their week, month and year", () => {
  gives({
    "day of week(born)": "Sunday",
    "month of year(born)": "February",
    'day of year(date("2024-12-31"))': 366,
    'week of year(date("2026-12-31"))': 53,
    'week of year(date("2027-01-01"))': 53,
    'week of year(date("2024-12-30"))': 1,
    'date(today.year, today.month, 1) + @"P1M" - @"P1D"': "2026-03-31",
    'date("2026-01-31") + @"P1M" + @"P1M"': "2026-03-28",
    'date("2024-01-31") + @"P1M"': "2024-02-29",
    "years and months duration(born, today).years": 22,
  });
  gives({ "day of week(born)": null, "week of year(born)": null }, {});
  assert.equal(problem('day of week(born) = "Satuday"').fix, 'Did you mean "Saturday"?');
});

test("numbers, dates and yes or no are written as texts", () => {
  gives({
    "string(rooms)": "3",
    "string(fee)": "10.1",
    "string(1 / 10000000)": "0.0000001",
    "string(1000000000000 * 1000000000000)": "1000000000000000000000000",
    "string(-0.5 / 1000000)": "-0.0000005",
    "string(born)": "2004-02-29",
    "string(danger)": "true",
    "string(width)": "large",
    "string(other_name)": null,
  });
  assert.equal(
    problem("string(stay)").message,
    "string needs a text, a number, an amount of money, a date, or yes or no here, not a length of time.",
  );
});

test("lists are put together, cut, and asked for one of their items", () => {
  gives({
    "children[1].name": "Ben",
    "children[-1].name": "Cal",
    "children[3].name": null,
    "scores[2]": null,
    "children[at_school][1].age": 9,
    "[4, 5, 6][-2]": 5,
    "union(children.age, [9, 1])": [4, 9, 1],
    "append(children.age, 4)": [4, 9, 4],
    "append(needs, width)": ["ramp", "large"],
    "index of(scores, 5)": [3],
    "index of(scores, null)": [2],
    'index of(needs, "ramp")': [1],
    "sublist(children.age, 2)": [9],
    "sublist(children.age, -1)": [9],
    "sublist(children.age, 1, 1)": [4],
    "sublist(children.age, 0)": null,
    "count(sublist(children, 1, 5))": 2,
  });
  gives({ "children[1].name": null, "append(scores, 1)": null, "union(scores, [1])": null, "sublist(scores, 1)": null }, {});
  assert.equal(problem("children[0]").message, "Items are counted from 1, or from -1 at the end.");
  assert.equal(problem("children[1.5]").fix, "Write [1] for the first.");
  assert.equal(problem("rooms[1]").message, "A filter in square brackets needs a list, not a number.");
  assert.equal(problem('append(scores, "a")').message, "append needs an item of the list's type, not a list of numbers and a text.");
  assert.equal(problem('index of(needs, "rmap")').fix, 'Did you mean "ramp"?');
});

test("what does not fit the new functions is named with a cure", () => {
  const { part, message, fix } = problem("born.yeer > 2000");
  assert.deepEqual([part, message, fix], ["yeer", 'There is no "yeer" in a date.', "Did you mean year?"]);
  assert.equal(problem("(today - born).hours").fix, "It has years, months, days.");
  assert.equal(problem("concatenate(scores, needs)").code, "rule-type");
  assert.equal(problem("string join(scores)").message, "string join needs a list of texts here, not a list of numbers.");
  assert.equal(problem("any(rooms, 1)").message, "any needs conditions (yes or no) here, not a list of numbers.");
  assert.equal(problem("substring(name)").message, "substring takes 2 or 3 values, not 1.");
  assert.equal(problem("date(born, 1, 1)").message, "date needs a number here, not a date.");
  assert.equal(problem("date(2026, 1)").message, "date takes 3 values, not 2.");
  assert.equal(problem("name * 2").code, "rule-type");
});

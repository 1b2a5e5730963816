import assert from "node:assert/strict";
import { test } from "node:test";
import { holds } from "../../src/rules/compile-rule.ts";
import { isRuleName } from "../../src/rules/parse.ts";
import { BOOLEAN } from "../../src/rules/type.ts";
import { compiled, FACTS, gives } from "./support.ts";

test("literals are numbers, texts, true, false, null and lists", () => {
  gives({
    "12.50": 12.5,
    ".5": 0.5,
    "-2": -2,
    '"a\\"b\\n\\u0041"': 'a"b\nA',
    true: true,
    false: false,
    null: null,
    "[1, 2]": [1, 2],
    "[]": [],
  });
});

test("a path reads a part of an answer, and of each item of a list", () => {
  gives({ "where.road.owner": "council", "children.age": [4, 9], "count(children.name)": 2 });
  gives({ "where.road.owner": null, "children.age": null }, { where: null });
  gives({ "where.road.owner": null }, { where: { road: null } });
});

test("values of one type compare", () => {
  gives({
    'where.road.owner != "council"': false,
    'width = "large"': true,
    "rooms >= 3": true,
    "fee < 10.2": true,
    '"\u{10000}" > "\uf900"': true,
    'name < "Bea"': true,
    'born < date("2005-01-01")': true,
    'stay > @"P13D"': true,
    "danger = true": true,
    'needs = ["ramp"]': true,
    'needs != ["ramp"]': false,
  });
});

test("between and ranges say which ends they include", () => {
  gives({
    "rooms between 3 and 4": true,
    "rooms in [1..3]": true,
    "rooms in [1..3)": false,
    "rooms in (3..5]": false,
    "rooms in ]2..4[": true,
    "fee in [10..11]": true,
    'born in [date("2004-01-01")..date("2004-12-31")]': true,
  });
});

test("in takes lists, answers that are lists, and comma lists of tests", () => {
  gives({
    'width in ["small", "large"]': true,
    'width in ("small")': false,
    '"ramp" in needs': true,
    '"large print" in needs': false,
    "rooms in (1, 2, > 10)": false,
    "rooms in (1, [2..5])": true,
    "rooms in (> 2)": true,
    "rooms in < 3": false,
    "rooms in (scores, 99)": true,
    "needs in [needs]": true,
  });
});

test("in comes before and, and before or, whatever the test", () => {
  gives({
    'width in ["small"] and danger': false,
    'width in ["large"] and not(danger)': false,
    'not(danger) and width in ["small"] or danger': true,
    'danger or width in ["small"] and not(danger)': true,
    "rooms in [1..3] and danger": true,
    "rooms in > 5 or danger": true,
    "rooms in (> 5) or danger": true,
    "rooms in (1, 2) or danger and rooms in [3]": true,
    '"ramp" in needs and rooms in scores and danger': true,
    '"ramp" in needs and not(danger) or rooms in scores': true,
    "some x in scores satisfies x in [5] and danger": true,
    "if rooms in [9] or danger then 1 else 2": 1,
    "rooms between 1 and 2 or rooms in scores": true,
  });
});

test("and, or and not have three values", () => {
  gives({
    "danger and deposit > 1": null,
    "not(danger) and deposit > 1": false,
    "deposit > 1 or danger": true,
    "deposit > 1 or not(danger)": null,
    "not(deposit > 1)": null,
    "danger and rooms = 3 and fee > 1": true,
    "danger and deposit > 1 and rooms = 0": false,
    "rooms = 0 or deposit > 1 or rooms = 3": true,
    "null and true": null,
  });
});

test("null equals only null and has no order", () => {
  gives({
    "deposit = null": true,
    "deposit != null": false,
    "fee != null": true,
    "deposit = 5": false,
    "deposit != 5": true,
    "deposit < 5": null,
    "deposit between 1 and 2": null,
    "5 between 6 and deposit / 1": false,
    "deposit in [1, 2]": false,
    "deposit in [1..2]": null,
    "deposit + 1": null,
    "-deposit": null,
    "where = null": false,
  });
});

test("if takes the second way where its condition is false or unknown", () => {
  gives({
    'if danger then "emergency" else "normal"': "emergency",
    'if deposit > 1 then "a" else "b"': "b",
    "if rooms > 5 then 50 else if rooms > 2 then fee else 5": 10.1,
    "if danger then null else fee": null,
  });
});

test("filters see the parts of each item, and the whole as item", () => {
  gives({
    "children[age < 5].name": ["Ben"],
    "children[item.age > 5].name": ["Cal"],
    "scores[item > 3]": [5],
    "children[at_school][cost > 100]": [],
    "count(children[age > rooms])": 2,
    "children[name = name].age": [4, 9],
  });
});

test("some, every and for go through a list", () => {
  gives({
    "some child in children satisfies child.age > 8": true,
    "every child in children satisfies child.age > 8": false,
    "some score in scores satisfies score > 9": null,
    "some score in scores satisfies score > 4": true,
    "every score in scores satisfies score > 4": false,
    "every score in scores satisfies score > 1": null,
    "every x in [] satisfies x = 1": true,
    "for child in children return child.cost * 2": [60.5, 24.2],
    "some a in children satisfies every b in children satisfies a.age <= b.age": true,
    "sum(for child in children[at_school] return child.cost)": 12.1,
  });
  gives({ "some child in children satisfies child.age > 8": null, "count(children)": null }, {});
});

test("comments and line ends are allowed", () => {
  gives({ "danger // it is\n and rooms = 3 /* three */": true });
});

test("a condition that is unknown does not hold", () => {
  assert.equal(holds(compiled("deposit > 1", undefined, BOOLEAN), FACTS), false);
  assert.equal(holds(compiled("not(deposit > 1)", undefined, BOOLEAN), FACTS), false);
  assert.equal(holds(compiled("danger", undefined, BOOLEAN), FACTS), true);
});

test("a rule says which names it reads, without today and without its own variables", () => {
  assert.deepEqual(compiled("where.road.speed > 20 and some c in children satisfies c.age < rooms").reads, ["where", "children", "rooms"]);
  assert.deepEqual(compiled("age(born, today) > 17").reads, ["born"]);
  assert.deepEqual(compiled("children[age < 5]").reads, ["children"]);
});

test("a question can be named by a plain word that is none of the language", () => {
  for (const name of ["where", "information", "order", "notes", "date", "list", "in_time", "road_2"]) assert.ok(isRuleName(name), name);
  for (const name of ["in", "if", "and", "null", "true", "today", "item", "two words", "a-b", "", "satisfies"])
    assert.ok(!isRuleName(name), name);
});

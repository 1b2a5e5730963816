import assert from "node:assert/strict";
import { test } from "node:test";
import { compiled, gives } from "./support.ts";

test("arithmetic is exact and follows the usual order", () => {
  gives({
    "0.1 + 0.2": 0.3,
    "1 + 2 * 3": 7,
    "(1 + 2) * 3": 9,
    "10 - 2 - 3": 5,
    "rooms -2": 1,
    "-rooms": -3,
    "-(1 - 1)": 0,
    "1.1 * 1.1": 1.21,
    "2 / 3": 0.666666666666667,
    "1 / 0": null,
    "fee / 2": 5.05,
    "fee / fee": 1,
    "fee * rooms - 0.3": 30,
  });
});

test("dates move by durations and differ by days", () => {
  gives({
    '@"2026-01-31" + @"P1M"': "2026-02-28",
    'born + duration("P1Y")': "2005-02-28",
    'duration("P10D") + today': "2026-03-11",
    'today - @"P1D"': "2026-02-28",
    "today - born": { unit: "days", amount: 8036 },
    "today - born > stay": true,
    'stay + @"P1D"': { unit: "days", amount: 15 },
    'stay + @"P1M"': null,
    'stay < @"P1M"': null,
    'stay = @"P1M"': false,
    'stay = @"P14D"': true,
    'duration("-P1Y2M")': { unit: "months", amount: -14 },
  });
});

test("days between is a function, and between an operator even after a question called days", () => {
  gives({
    'days between(date("2026-02-27"), today)': 2,
    'days  between (today, date("2026-02-27")) < 0': true,
    "years between(born, today) between 22 and 22": true,
    'days between(if contains(name, ",)") then born else today, today)': 0,
  });
  const scope = { days: { kind: "number" as const } };
  assert.equal(compiled("days between (1) and (30)", scope).run({ days: 5 }), true);
  assert.equal(compiled("days between 1 and 3", scope).run({ days: 5 }), false);
});

test("functions", () => {
  gives({
    "sum(children.cost)": 42.35,
    "sum(1, 2, 0.5)": 3.5,
    "sum([])": null,
    "sum(scores)": null,
    "min(fee, 5)": 5,
    "max(children.age)": 9,
    "max(born, today)": "2026-03-01",
    "min(scores)": null,
    'list contains(needs, "ramp")': true,
    "list contains(scores, null)": true,
    'string length("naïve 😀")': 7,
    'contains(name, "d")': true,
    'starts with(other_name, "d")': null,
    "age(born, today)": 22,
    'age(born, date("2026-02-28"))': 21,
    "age(today, born)": null,
    "floor(-1.5)": -2,
    "ceiling(-0.5)": 0,
    "abs(-2.5)": 2.5,
    "round half up(1.005, 2)": 1.01,
    "round half up(-2.5, 0)": -3,
    "round half up(fee / 3, 2)": 3.37,
    "round half up(1234, -2)": 1200,
    "round half up(1, 99)": null,
    "is defined(deposit)": false,
    "is defined(where.road)": true,
  });
});

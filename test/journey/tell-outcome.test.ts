import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Answers } from "../../src/answers/answer-type.ts";
import { acceptAnswers } from "../../src/journey/accept.ts";
import { tellOutcome } from "../../src/journey/tell-outcome.ts";
import type { ToldOutcome } from "../../src/journey/tell-outcome.ts";
import { walk } from "../../src/journey/walk.ts";
import { shelf } from "./shelf.ts";

const TODAY = "2026-03-02";
const service = shelf().find(({ id }) => id === "defer-care-payments");
assert.ok(service);
const deferral = service;

/** What a person is told who gives these answers, money in pence. */
function told(answers: Answers): ToldOutcome {
  const end = walk(deferral, { owner: true, relative: false, savings: 0, owed: 0, ...answers }, TODAY);
  assert.ok(end.at.kind === "outcome", JSON.stringify(end.at));
  const outcome = deferral.outcomes.get(end.at.outcome);
  assert.ok(outcome);
  return tellOutcome(outcome, end.facts);
}

/** Worked by hand: value, 10 per cent, equity limit; pence. */
const BY_HAND = [
  // The example of a council's own page: £165,000 less £16,500 less £14,250.
  { worth: 16_500_000, owed: 0, tenth: 1_650_000, limit: 13_425_000, said: "£134,250" },
  { worth: 25_000_000, owed: 4_000_000, tenth: 2_500_000, limit: 17_075_000, said: "£170,750" },
  // A tenth of £200,000.05 is £20,000.005: half a penny goes up.
  { worth: 20_000_005, owed: 0, tenth: 2_000_001, limit: 16_575_004, said: "£165,750.04" },
  { worth: 15_833_333, owed: 101, tenth: 1_583_333, limit: 12_824_899, said: "£128,248.99" },
] as const;

for (const { worth, owed, tenth, limit, said } of BY_HAND) {
  test(`a home worth ${worth} pence with ${owed} owed gives an equity limit of ${said}`, () => {
    const outcome = told({ worth, owed, weekly_cost: 100_000, weekly_pay: 25_000, starts: "2025-03-01" });
    const values = Object.fromEntries(outcome.figures.map(({ id, value }) => [id, value]));
    assert.deepEqual([values["tenth"], values["limit"]], [tenth, limit]);
    assert.equal(outcome.title, `You could put off up to ${said}`);
  });
}

test("the interest is the published gilt rate of the half-year and 0.15, and the time is whole weeks", () => {
  // £134,250 at £750 a week is 179 weeks; 4.25 per cent of it is £5,705.625.
  const at = (starts: string) => told({ worth: 16_500_000, weekly_cost: 100_000, weekly_pay: 25_000, starts });
  const texts = Object.fromEntries(at("2025-03-01").figures.map(({ id, text }) => [id, text]));
  assert.deepEqual(texts, {
    tenth: "£16,500",
    limit: "£134,250",
    weekly: "£750",
    weeks: "179 weeks",
    rate: "4.25%",
    interest: "£5,705.63",
  });
  const rateAt = (starts: string) => at(starts).figures.find(({ id }) => id === "rate")?.text;
  const days = [
    "2023-01-01",
    "2023-06-30",
    "2023-07-01",
    "2023-12-31",
    "2024-01-01",
    "2024-07-01",
    "2025-06-30",
    "2025-07-01",
    "2022-12-31",
  ];
  assert.deepEqual(days.map(rateAt), ["3.18%", "3.18%", "3.43%", "3.43%", "4.65%", "4.05%", "4.25%", undefined, undefined]);
});

test("the answer says that it is an estimate and no advice, and where it comes from", () => {
  const outcome = told({ worth: 16_500_000, weekly_cost: 100_000, weekly_pay: 25_000, starts: "2026-06-01" });
  assert.equal(outcome.id, "estimate");
  assert.match(outcome.body, /This is an estimate. It is not advice./);
  assert.match(outcome.body, /- £16,500 \(10 per cent\)/);
  assert.match(outcome.source ?? "", /Deferred Payment\) Regulations 2014/);
});

test("too much saved and too little worth end without figures", () => {
  assert.equal(told({ savings: 2_325_001 }).id, "too-much-saved");
  assert.equal(told({ savings: 2_325_000, worth: 1_583_333 }).id, "too-little");
});

test("the limit is exact to the penny for every value, beside whole-number arithmetic", () => {
  const tenthOf = (pence: number): number => Math.floor(pence / 10) + (pence % 10 >= 5 ? 1 : 0);
  fc.assert(
    fc.property(fc.integer({ min: 1_600_000, max: 9_999_999_999 }), (worth) => {
      const limit = worth - tenthOf(worth) - 1_425_000;
      const outcome = told({ worth, weekly_cost: 100_000, weekly_pay: 0, starts: TODAY });
      assert.equal(outcome.figures.find(({ id }) => id === "limit")?.value, limit);
    }),
    { numRuns: 200 },
  );
});

test("another system is given the figures with the outcome", () => {
  const answers = {
    owner: true,
    relative: false,
    savings: 0,
    worth: 16_500_000,
    owed: 0,
    weekly_cost: 100_000,
    weekly_pay: 0,
    starts: TODAY,
  };
  const acceptance = acceptAnswers(deferral, answers, { today: TODAY, files: [] });
  assert.ok(!acceptance.ok);
  assert.deepEqual(
    acceptance.outcome?.figures.map(({ id, value }) => [id, value]),
    [
      ["tenth", 1_650_000],
      ["limit", 13_425_000],
      ["weekly", 100_000],
      ["weeks", 134],
    ],
  );
});

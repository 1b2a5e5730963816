import assert from "node:assert/strict";
import { test } from "node:test";
import { boundaryAnswers } from "../../src/journey/boundaries.ts";
import { coveringJourneys } from "../../src/journey/cover.ts";
import { walk } from "../../src/journey/walk.ts";
import { shelf } from "./shelf.ts";

const today = "2026-03-02";
const services = shelf();

for (const service of services) {
  const journeys = coveringJourneys(service, today);

  test(`${service.id}: the covering journeys come to every outcome and to a case, and ask every question`, () => {
    const ends = new Set(journeys.map(({ end }) => (end.kind === "outcome" ? end.outcome : end.kind)));
    assert.deepEqual([...ends].toSorted(), [...(service.case.stages.size > 0 ? ["check"] : []), ...service.outcomes.keys()].toSorted());
    const asked = new Set(journeys.flatMap(({ answers }) => Object.keys(answers)));
    assert.deepEqual(
      [...service.questions.keys()].filter((question) => !asked.has(question)),
      [],
    );
  });

  test(`${service.id}: each covering journey walks to the end it says, again the same`, () => {
    for (const { answers, end } of journeys) assert.deepEqual(walk(service, answers, today).at, end);
    assert.deepEqual(coveringJourneys(service, today), journeys);
  });
}

function near(service: string, question: string): readonly unknown[] {
  const found = services.find(({ id }) => id === service);
  const asked = found?.questions.get(question);
  return found === undefined || asked === undefined ? [] : boundaryAnswers(found, asked, today);
}

test("a question that rules compare with a date, an age, an amount or a length of time is also answered just beside it", () => {
  assert.deepEqual(near("keep-a-dragon", "born"), ["2008-03-02", "2008-03-01", "2008-03-03"]);
  assert.deepEqual(near("keep-a-dragon", "cover"), [100_000_000, 99_999_999, 100_000_001]);
  assert.deepEqual(
    near("host-a-tournament", "length").slice(0, 3),
    [14, 13, 15].map((amount) => ({ amount, unit: "days" })),
  );
  assert.ok(near("primary-school-place", "child_born").includes("2022-08-31"));
});

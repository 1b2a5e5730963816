import assert from "node:assert/strict";
import { test } from "node:test";

import { diffServices } from "../../src/definition/diff/diff-services.ts";
import { acceptAnswers } from "../../src/journey/accept.ts";
import { coveringJourneys } from "../../src/journey/cover.ts";
import { pathsOf } from "../../src/journey/paths.ts";
import { script } from "../../src/journey/script.ts";
import { walk } from "../../src/journey/walk.ts";
import { compiled, definition } from "./small-service.ts";

const TODAY = "2026-03-02";
const CONTEXT = { today: TODAY, files: [] };
const QUESTIONS = `  days: { ask: How many days?, type: number, least: 1, most: 30, label: the number of days }
  sure: { ask: Are you sure?, type: yes-no, label: if you are sure }
facts:
  charge: { label: the charge, type: money, rule: if days > 7 then 0.335 * days else 2, source: Our charges }
  long: { label: if that is long, type: yes-no, rule: charge > 3, source: Our rules }`;
const FLOW = `  - days
  - charge
  - { screen: [long, sure], title: Is it long? }
  - { when: long and not(sure), stop: no }`;

const text = definition(QUESTIONS, FLOW);
const service = compiled(text);

test("a fact is worked out from what was asked, to the penny, and holds the journey until it was shown as it is", () => {
  const before = walk(service, { days: 10 }, TODAY);
  assert.deepEqual([before.at.kind === "screen" && before.at.screen.id, before.stated["charge"]], ["charge", 335]);
  const after = walk(service, { days: 10, charge: 335, long: true, sure: true }, TODAY);
  assert.deepEqual([after.at.kind, after.live], ["check", { days: 10, charge: 335, long: true, sure: true }]);
  const changed = walk(service, { days: 9, charge: 335, long: true, sure: true }, TODAY);
  assert.deepEqual([changed.at.kind === "screen" && changed.at.screen.id, changed.stated["charge"]], ["charge", 302]);
});

test("a fact is read by later facts and guards", () => {
  assert.equal(walk(service, { days: 10, sure: false }, TODAY, "all").at.kind, "outcome");
  assert.equal(walk(service, { days: 5, sure: false }, TODAY, "all").at.kind, "check");
});

test("a system may leave facts out, or send them as they are; one that told the person another is refused", () => {
  const answers = { days: 10, sure: true };
  const kept = { ...answers, charge: 335, long: true };
  for (const given of [answers, kept]) {
    const accepted = acceptAnswers(service, given, CONTEXT);
    assert.ok(accepted.ok);
    assert.deepEqual(accepted.walk.live, kept);
  }
  const refused = acceptAnswers(service, { ...answers, charge: 200 }, CONTEXT);
  assert.ok(!refused.ok);
  assert.deepEqual(
    refused.problems.map(({ field, code, message }) => [field, code, message]),
    [["charge", "fact-differs", "We state this, and for these answers it is £3.35. Leave it out, or tell the person that it has changed"]],
  );
});

test("the desk states a fact as soon as it can be worked out", () => {
  assert.deepEqual(script(service, {}, TODAY).stated, {});
  assert.deepEqual(script(service, { days: 1 }, TODAY).stated, { charge: 200, long: false });
});

test("paths and covering journeys look behind a fact at what it is worked out from", () => {
  const ends = pathsOf(service, TODAY).paths.map(({ end }) => end.kind);
  assert.deepEqual(ends.toSorted(), ["case", "outcome"]);
  const days = new Set(coveringJourneys(service, TODAY).map(({ answers }) => answers["days"]));
  for (const boundary of [7, 8]) assert.ok(days.has(boundary), `${boundary} days`);
});

test("diff says what is stated otherwise", () => {
  const words = (other: string): readonly string[] => diffServices(service, compiled(other)).map((change) => change.words);
  assert.deepEqual(words(text.replace("0.335 * days", "0.34 * days")), [
    "The fact charge is worked out otherwise: it was ‘if days > 7 then 0.335 * days else 2’ and becomes ‘if days > 7 then 0.34 * days else 2’.",
  ]);
  assert.deepEqual(words(text.replace("Our charges", "Our fees")), [
    "The source of the fact charge was ‘Our charges’ and becomes ‘Our fees’.",
  ]);
});

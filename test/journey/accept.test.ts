import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import type { Answer, Answers } from "../../src/answers/answer-type.ts";
import type { Service } from "../../src/definition/service.ts";
import { acceptAnswers } from "../../src/journey/accept.ts";
import type { Acceptance } from "../../src/journey/accept.ts";
import { coveringJourneys } from "../../src/journey/cover.ts";
import { filesIn, shelf } from "./shelf.ts";

const today = "2026-03-02";
const services = shelf();

function find(id: string): Service {
  const service = services.find((one) => one.id === id);
  assert.ok(service, id);
  return service;
}

const pothole = find("report-a-pothole");
const dragon = find("keep-a-dragon");
const good: Answers = {
  where: { text: "Outside 12 Mill Lane" },
  road_kind: "street",
  width: "small",
  danger: false,
  your_name: { first: "Ann", last: "Lee" },
  tell_by: "email",
  your_email: "ann@example.org",
};

function accept(service: Service, given: Readonly<Record<string, unknown>>): Acceptance {
  return acceptAnswers(service, given, { today, files: filesIn(given as Answer) });
}

function codes(acceptance: Acceptance): readonly string[] {
  assert.equal(acceptance.ok, false);
  return acceptance.problems.map(({ field, code }) => `${field}: ${code}`);
}

test("every covering journey of every shipped definition comes to the same end as on the web, and with the same answers", () => {
  let cases = 0;
  let outcomes = 0;
  for (const service of services) {
    for (const { answers, end } of coveringJourneys(service, today)) {
      const acceptance = accept(service, answers);
      if (end.kind === "outcome") {
        assert.equal(acceptance.ok, false);
        assert.equal(acceptance.outcome?.id, end.outcome, service.id);
        outcomes += 1;
      } else {
        assert.ok(acceptance.ok, `${service.id} ${JSON.stringify(acceptance)}`);
        assert.deepEqual(acceptance.walk.live, answers);
        cases += 1;
      }
    }
  }
  assert.ok(cases > 30 && outcomes > 3, `${cases} ${outcomes}`);
});

test("optional answers may be left out, and null may be sent for questions that are not asked", () => {
  const acceptance = accept(pothole, { ...good, your_address: null, more: null });
  assert.ok(acceptance.ok);
  assert.deepEqual(acceptance.walk.live, { ...good, photos: null, your_phone: null });
});

test("a question that is not asked with these answers is refused by name", () => {
  assert.deepEqual(codes(accept(pothole, { ...good, more: "Something else" })), ["more: answer-not-asked"]);
  const { your_email: _, ...rest } = good;
  const acceptance = accept(pothole, { ...rest, tell_by: "post", your_email: "ann@example.org" });
  assert.deepEqual(codes(acceptance), ["your_address.line1: answer-missing"]);
});

test("unknown questions are named, with the one that was meant", () => {
  const acceptance = accept(pothole, { ...good, widht: "small", ["__proto__x"]: 1 });
  assert.deepEqual(codes(acceptance), ["widht: question-unknown", "__proto__x: question-unknown"]);
  assert.match(acceptance.ok ? "" : (acceptance.problems[0]?.message ?? ""), /Did you mean width\?/);
  const poisoned = JSON.parse('{"__proto__": {"width": "small"}, "constructor": 1, "toString": 1}') as Record<string, unknown>;
  const { width: _, ...rest } = good;
  assert.deepEqual(codes(accept(pothole, { ...rest, ...poisoned })).toSorted(), [
    "__proto__: question-unknown",
    "constructor: question-unknown",
    "toString: question-unknown",
    "width: answer-missing",
  ]);
});

test("what is wrong further on is told together with what is missing here", () => {
  const { width: _, ...rest } = good;
  assert.deepEqual(codes(accept(pothole, { ...rest, your_email: "ann", tell_by: 3 })), [
    "width: answer-missing",
    "tell_by: answer-wrong-kind",
    "your_email: email-not-email",
  ]);
});

test("an outcome is told with its words, unless something before it is wrong", () => {
  const stopped = accept(pothole, { where: good["where"], road_kind: "motorway" });
  assert.equal(!stopped.ok && stopped.outcome?.id, "national-highways");
  assert.deepEqual(codes(accept(pothole, { where: 5, road_kind: "motorway" })), ["where: answer-wrong-kind"]);
});

test("answers that contradict each other are refused with the definition's own words", () => {
  const journey = coveringJourneys(dragon, today).find(({ end }) => end.kind === "check");
  assert.ok(journey);
  const acceptance = accept(dragon, { ...journey.answers, keep_from: "2026-05-01", keep_until: "2026-04-01" });
  assert.deepEqual(codes(acceptance), ["keep_until: answers-do-not-fit"]);
});

test("whatever JSON is sent, it is taken or refused with a reason, and what is taken is taken again as it is", () => {
  const keys = [...dragon.questions.keys()];
  const journey = coveringJourneys(dragon, today).find(({ end }) => end.kind === "check");
  assert.ok(journey);
  const change = fc.dictionary(fc.oneof(fc.constantFrom(...keys), fc.string()), fc.jsonValue(), { maxKeys: 3 });
  fc.assert(
    fc.property(change, fc.boolean(), (changes, whole) => {
      const given = whole ? { ...journey.answers, ...changes } : changes;
      const acceptance = accept(dragon, given);
      if (!acceptance.ok) assert.ok(acceptance.outcome !== undefined || acceptance.problems.length > 0);
      else assert.deepEqual(accept(dragon, acceptance.walk.live), acceptance);
    }),
    { numRuns: 1500 },
  );
});

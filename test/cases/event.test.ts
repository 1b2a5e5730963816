import assert from "node:assert/strict";
import { test } from "node:test";

import fc from "fast-check";

import type { StoredEvent } from "../../src/cases/event.ts";
import { canonical, CHAIN_START, chain, firstBroken } from "../../src/cases/event.ts";

const at = new Date("2026-06-01T09:00:00Z");
const circumstance = { at, channel: "web", officer: null } as const;

function threeEvents(): StoredEvent[] {
  const events: StoredEvent[] = [];
  for (const [index, text] of ["first", "second", "third"].entries()) {
    const place = { caseId: "c", number: index + 1, previous: events.at(-1)?.hash ?? CHAIN_START };
    events.push(
      chain("eastmere", place, { kind: "noted", data: {}, personal: { text } }, { ...circumstance, key: text }, Buffer.alloc(16, index)),
    );
  }
  return events;
}

test("a chain as it was written holds", () => {
  assert.equal(firstBroken("eastmere", threeEvents()), undefined);
});

test("a changed, missing, moved or foreign event breaks it, and says where", () => {
  const [one, two, three] = threeEvents();
  assert.ok(one && two && three);
  assert.equal(firstBroken("eastmere", [one, { ...two, personal: { text: "other" } }, three]), 2);
  assert.equal(firstBroken("eastmere", [one, { ...two, at: new Date(0) }, three]), 2);
  assert.equal(firstBroken("eastmere", [one, { ...two, officer: "someone" }, three]), 2);
  assert.equal(firstBroken("eastmere", [one, three]), 2);
  assert.equal(firstBroken("eastmere", [two, one, three]), 1);
  assert.equal(firstBroken("another", [one, two, three]), 1);
});

test("erasing the personal part and its salt leaves the chain whole", () => {
  const events = threeEvents().map((event) => ({ ...event, personal: null, salt: null }));
  assert.equal(firstBroken("eastmere", events), undefined);
});

test("the order of keys makes no difference to the text that is hashed", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      assert.equal(canonical(Object.fromEntries(Object.entries(value).toReversed())), canonical(value));
      assert.deepEqual(JSON.parse(canonical(value)), JSON.parse(JSON.stringify(value)));
    }),
  );
});

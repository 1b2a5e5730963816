import assert from "node:assert/strict";
import { test } from "node:test";
import { assert as assertAlways, property, string } from "fast-check";
import { sealHolds, sealOf, sign, unsign } from "../../src/platform/seal.ts";

const secret = Buffer.alloc(32, 7);
const other = Buffer.alloc(32, 8);
const now = new Date("2026-03-01T10:00:00Z");
const later = (seconds: number): Date => new Date(now.getTime() + seconds * 1000);

test("a signed value comes back as it was, whatever it holds", () => {
  assertAlways(property(string({ unit: "binary" }), (value) => unsign(secret, "cookie", sign(secret, "cookie", value), now) === value));
});

test("a signed value changed in any one letter is refused", () => {
  const signed = sign(secret, "cookie", "officer=42", later(60));
  for (let at = 0; at < signed.length; at++) {
    const changed = signed.slice(0, at) + (signed[at] === "A" ? "B" : "A") + signed.slice(at + 1);
    assert.equal(unsign(secret, "cookie", changed, now), undefined, `letter ${at}`);
  }
  assert.equal(unsign(secret, "cookie", signed, now), "officer=42");
});

test("another council's secret and another purpose refuse it", () => {
  const signed = sign(secret, "cookie", "value");
  assert.equal(unsign(other, "cookie", signed, now), undefined);
  assert.equal(unsign(secret, "case-link", signed, now), undefined);
  const seal = sealOf(secret, "form-key", "value");
  assert.equal(sealHolds(secret, "form-key", "value", seal), true);
  assert.equal(sealHolds(other, "form-key", "value", seal), false);
  assert.equal(sealHolds(secret, "cookie", "value", seal), false);
  assert.equal(sealHolds(secret, "form-key", "values", seal), false);
});

test("it is good until its expiry and not at it, and the expiry can't be taken out or put off", () => {
  const signed = sign(secret, "cookie", "value", later(60));
  assert.equal(unsign(secret, "cookie", signed, later(59)), "value");
  assert.equal(unsign(secret, "cookie", signed, later(60)), undefined);
  const [value, , seal] = signed.split(".");
  assert.equal(unsign(secret, "cookie", `${value}..${seal}`, now), undefined);
  assert.equal(unsign(secret, "cookie", `${value}.zzzzzz.${seal}`, now), undefined);
});

test("text that was never signed is refused", () => {
  assertAlways(property(string(), (text) => unsign(secret, "cookie", text, now) === undefined));
});

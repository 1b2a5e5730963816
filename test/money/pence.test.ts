import assert from "node:assert/strict";
import { test } from "node:test";

import fc from "fast-check";

import { pence, pounds } from "../../src/money/pence.ts";

test("every amount written with two decimals is exactly its pence", () => {
  fc.assert(fc.property(fc.integer({ min: -1e11, max: 1e11 }), (amount) => assert.equal(pence(Number((amount / 100).toFixed(2))), amount)));
  for (let amount = 0; amount < 100_000; amount++)
    assert.equal(pence(Number(`${Math.trunc(amount / 100)}.${String(amount % 100).padStart(2, "0")}`)), amount);
});

test("half a penny goes away from zero, whatever binary makes of it", () => {
  assert.equal(pence(1.005), 101);
  assert.equal(pence(-1.005), -101);
  assert.equal(pence(1.0049999), 100);
  assert.equal(pence(1e-7), 0);
  assert.equal(pence(1e9), 100_000_000_000);
});

test("pounds are shown with pence only where there are some", () => {
  assert.equal(pounds(6000), "£60");
  assert.equal(pounds(123_450), "£1,234.50");
  assert.equal(pounds(-5), "-£0.05");
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { Refusal } from "../../src/platform/http/errors.ts";
import { addressKey, makeRateLimits, RATES } from "../../src/platform/http/rate-limits.ts";

function limitsAt(start: string) {
  let time = new Date(start).getTime();
  const limits = makeRateLimits({ now: () => new Date(time) });
  return { limits, wait: (seconds: number) => (time += seconds * 1000) };
}

function refusedWith(work: () => void): number | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    assert.ok(error instanceof Refusal);
    assert.equal(error.code, "too-many-tries");
    return error.retryAfter;
  }
}

function spendAll(limits: ReturnType<typeof makeRateLimits>, council: string, key: string): void {
  for (let i = 0; i < RATES["resume-link"].burst; i++) limits.spend("resume-link", council, key);
}

test("after the burst it refuses and says when to try again, and then one goes through", () => {
  const { limits, wait } = limitsAt("2026-03-01T10:00:00Z");
  spendAll(limits, "a-town", "key");
  assert.equal(
    refusedWith(() => limits.spend("resume-link", "a-town", "key")),
    600,
  );
  wait(599);
  assert.equal(
    refusedWith(() => limits.spend("resume-link", "a-town", "key")),
    1,
  );
  wait(1);
  limits.spend("resume-link", "a-town", "key");
  assert.equal(
    refusedWith(() => limits.spend("resume-link", "a-town", "key")),
    600,
  );
});

test("another key, council or name is counted for itself", () => {
  const { limits } = limitsAt("2026-03-01T10:00:00Z");
  spendAll(limits, "a-town", "key");
  limits.spend("resume-link", "a-town", "other");
  limits.spend("resume-link", "b-town", "key");
  limits.spend("resume-link-address", "a-town", "key");
  assert.notEqual(
    refusedWith(() => limits.spend("resume-link", "a-town", "key")),
    undefined,
  );
});

test("what is given back can be spent again, and never more than the burst", () => {
  const { limits } = limitsAt("2026-03-01T10:00:00Z");
  spendAll(limits, "a-town", "key");
  limits.giveBack("resume-link", "a-town", "key");
  limits.spend("resume-link", "a-town", "key");
  assert.notEqual(
    refusedWith(() => limits.spend("resume-link", "a-town", "key")),
    undefined,
  );
  for (let i = 0; i < 100; i++) limits.giveBack("resume-link", "a-town", "key");
  spendAll(limits, "a-town", "key");
  assert.notEqual(
    refusedWith(() => limits.spend("resume-link", "a-town", "key")),
    undefined,
  );
});

test("a clock that is set back neither empties nor fills a bucket", () => {
  const { limits, wait } = limitsAt("2026-03-01T10:00:00Z");
  limits.spend("resume-link", "a-town", "key");
  wait(-3600);
  for (let i = 1; i < RATES["resume-link"].burst; i++) limits.spend("resume-link", "a-town", "key");
  assert.notEqual(
    refusedWith(() => limits.spend("resume-link", "a-town", "key")),
    undefined,
  );
});

test("a flood of keys takes bounded memory and pushes out only the longest unused", () => {
  const { limits } = limitsAt("2026-03-01T10:00:00Z");
  spendAll(limits, "a-town", "old");
  for (let i = 0; i < 9_999; i++) limits.spend("resume-link", "a-town", `flood-${i}`);
  assert.notEqual(
    refusedWith(() => limits.spend("resume-link", "a-town", "old")),
    undefined,
  );
  limits.spend("resume-link", "a-town", "one-more");
  assert.equal(
    refusedWith(() => limits.spend("resume-link", "a-town", "old")),
    undefined,
  );
});

test("IPv6 is counted by the household, IPv4 by the address", () => {
  assert.equal(addressKey("203.0.113.9"), "203.0.113.9");
  assert.equal(addressKey("::ffff:203.0.113.9"), "203.0.113.9");
  assert.equal(addressKey("2001:db8:0:1:aaaa::1"), "2001:db8:0:1::/64");
  assert.equal(addressKey("2001:DB8:0:1::2"), "2001:db8:0:1::/64");
  assert.equal(addressKey("2001:0db8::1:2:3:4"), "2001:db8:0:0::/64");
  assert.equal(addressKey("::1"), "0:0:0:0::/64");
});

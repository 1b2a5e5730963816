import assert from "node:assert/strict";
import { test } from "node:test";
import { hashPassword, passwordIs } from "../../src/people/password.ts";
import { passwordProblem } from "../../src/people/password-rule.ts";
import { seededIds } from "../../src/platform/ids.ts";

test("a password is known again by its hash alone, in whichever code points it is typed", async () => {
  const kept = await hashPassword("caf\u00e9 under the moor", seededIds(1));
  assert.match(kept, /^scrypt\$16\$8\$1\$/);
  assert.doesNotMatch(kept, /moor/);
  assert.equal(await passwordIs("cafe\u0301 under the moor", kept), true);
  assert.equal(await passwordIs("caf\u00e9 under the moo", kept), false);
});

test("the same password is kept differently each time, and its parameters with it", async () => {
  const ids = seededIds(2);
  const cheap = { cost: 4, block: 1, parallel: 1 };
  const [one, two] = [await hashPassword("three unusual words", ids, cheap), await hashPassword("three unusual words", ids, cheap)];
  assert.notEqual(one, two);
  // A hash of another day is checked with the parameters of that day.
  assert.match(one, /^scrypt\$4\$1\$1\$/);
  assert.equal(await passwordIs("three unusual words", one), true);
  assert.equal(await passwordIs("three unusual words", one.replace("$4$", "$5$")), false);
});

test("no password is right for nobody, nor for a hash that is broken", async () => {
  assert.equal(await passwordIs("", undefined), false);
  assert.equal(await passwordIs("three unusual words", "plain"), false);
});

test("more sign-ins than can wait are refused, and the rest are answered", async () => {
  const kept = await hashPassword("three unusual words", seededIds(3), { cost: 4, block: 1, parallel: 1 });
  const results = await Promise.allSettled(Array.from({ length: 70 }, () => passwordIs("three unusual words", kept)));
  const refused = results.filter((result) => result.status === "rejected");
  assert.equal(refused.length, 8);
  assert.ok(refused.every((result) => result.reason instanceof Error && "code" in result.reason && result.reason.code === "password-busy"));
  assert.equal(await passwordIs("three unusual words", kept), true);
});

test("a password has 12 to 128 characters", () => {
  assert.equal(passwordProblem("", []), "Enter a password");
  assert.equal(passwordProblem("quiet otter", []), "Password must be 12 characters or more");
  assert.equal(passwordProblem("quiet otters", []), undefined);
  assert.equal(passwordProblem("quiet otter rows ".repeat(8).slice(0, 128), []), undefined);
  assert.equal(passwordProblem("x1 ".repeat(43), []), "Password must be 128 characters or fewer");
  // Characters, not code units: twelve of these are twenty-four.
  assert.equal(passwordProblem("🦦🌊🪨🌲🐟🌙🏔️🌧️🔥", []), "Password must be 12 characters or more");
});

test("what everybody tries first is refused", () => {
  const easy = [
    "password1234",
    "Passw0rdPassw0rd",
    "qwertyuiop12",
    "123456789012",
    "aaaaaaaaaaaa",
    "abcabcabcabc",
    "Administrator1",
    "letmeinplease!",
    "WelcomeWelcome",
    "liverpoolfc1892",
  ];
  for (const password of easy) assert.match(passwordProblem(password, []) ?? "", /harder to guess/, password);
  assert.match(passwordProblem("Eastmere2026", ["Eastmere"]) ?? "", /harder/);
  assert.match(passwordProblem("samjones.123", ["Sam Jones", "sam.jones"]) ?? "", /harder/);
  assert.equal(passwordProblem("Eastmere otters swim", ["Eastmere"]), undefined);
});

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { changePassword, createOfficer, disable, enable, findOfficerByEmail, officersOf } from "../../src/people/officers.ts";
import { signIn, TRIES } from "../../src/people/sign-in.ts";
import { seededIds } from "../../src/platform/ids.ts";
import { countStatements } from "../../src/platform/statement-count.ts";
import { testDatabase } from "../support/database.ts";
import type { TestDatabase } from "../support/database.ts";

// A suite of its own: hooks outside one would run with every other test of the process.
describe("people: sign in", () => {
  const ids = seededIds(11);
  const passwordCost = { cost: 4, block: 1, parallel: 1 };
  const PASSWORD = "quiet otters swim";
  let database: TestDatabase;
  let time = new Date("2026-03-01T10:00:00Z").getTime();
  const clock = { now: () => new Date(time) };
  const wait = (minutes: number): void => void (time += minutes * 60_000);

  before(async () => {
    database = await testDatabase();
  });
  after(() => database.close());

  const sign = (email: string, password: string, council = "a-town") =>
    signIn({ database, clock, refusedAfter: 0 }, council, email, password);

  async function officerWith(email: string) {
    const made = await createOfficer(
      { database, ids, passwordCost },
      "a-town",
      { email, name: "Sam", password: PASSWORD, roles: ["worker"], teams: ["tools"] },
      clock.now(),
    );
    assert.ok(made.ok);
    return made.officer;
  }

  async function fail(email: string, times: number): Promise<void> {
    for (let i = 0; i < times; i++) assert.equal(await sign(email, "wrong words here"), undefined);
  }

  test("the right email and password give the officer, without the password, in their own council only", async () => {
    const officer = await officerWith("Sam.One@a.example");
    assert.deepEqual(await sign("  sam.one@A.EXAMPLE ", PASSWORD), officer);
    assert.equal(await sign("sam.one@a.example", PASSWORD, "b-town"), undefined);
    assert.equal(await sign("sam.one@a.example", "quiet otters swam"), undefined);
    assert.equal(await sign("nobody@a.example", PASSWORD), undefined);
  });

  test("an email is one officer's in a council, however it is written", async () => {
    await officerWith("twice@a.example");
    const again = await createOfficer(
      { database, ids, passwordCost },
      "a-town",
      { email: "TWICE@a.example", name: "B", password: PASSWORD, roles: [], teams: [] },
      clock.now(),
    );
    assert.deepEqual(again, { ok: false, why: "taken" });
    const elsewhere = await createOfficer(
      { database, ids, passwordCost },
      "b-town",
      { email: "twice@a.example", name: "B", password: PASSWORD, roles: [], teams: [] },
      clock.now(),
    );
    assert.equal(elsewhere.ok, true);
    assert.deepEqual(
      (await officersOf(database, "b-town")).map(({ name, disabled }) => ({ name, disabled })),
      [{ name: "B", disabled: false }],
    );
  });

  test("five wrong passwords lock the officer out for 15 minutes, five more for 30", async () => {
    await officerWith("lock@a.example");
    await fail("lock@a.example", TRIES - 1);
    await fail("lock@a.example", 1);
    assert.equal(await sign("lock@a.example", PASSWORD), undefined);
    wait(14.9);
    assert.equal(await sign("lock@a.example", PASSWORD), undefined);
    wait(0.2);
    await fail("lock@a.example", TRIES);
    wait(29);
    assert.equal(await sign("lock@a.example", PASSWORD), undefined);
    wait(1);
    assert.notEqual(await sign("lock@a.example", PASSWORD), undefined);
  });

  test("a right password starts the count again, and tries while locked out don't count", async () => {
    await officerWith("reset@a.example");
    await fail("reset@a.example", TRIES - 1);
    assert.notEqual(await sign("reset@a.example", PASSWORD), undefined);
    await fail("reset@a.example", TRIES - 1);
    assert.notEqual(await sign("reset@a.example", PASSWORD), undefined);
    await fail("reset@a.example", TRIES + 1);
    wait(15);
    assert.notEqual(await sign("reset@a.example", PASSWORD), undefined);
  });

  test("of many guesses sent at once, the right one does not pass after the others locked the officer out", async () => {
    await officerWith("burst@a.example");
    const slow: typeof database = {
      ...database,
      // The others are answered while the right one's password is still being checked.
      execute: async (statement, values) => {
        if (statement.name === "sign-in-success") await fail("burst@a.example", TRIES);
        return database.execute(statement, values);
      },
    };
    assert.equal(await signIn({ database: slow, clock, refusedAfter: 0 }, "a-town", "burst@a.example", PASSWORD), undefined);
    wait(15);
    assert.notEqual(await sign("burst@a.example", PASSWORD), undefined);
  });

  test("a disabled officer is refused until enabled; a new password ends a lock-out", async () => {
    const officer = await officerWith("gone@a.example");
    assert.equal(await disable(database, officer, clock.now()), true);
    assert.equal(await sign("gone@a.example", PASSWORD), undefined);
    assert.equal((await findOfficerByEmail(database, "a-town", "gone@a.example"))?.disabled, true);
    await enable(database, officer);
    await fail("gone@a.example", TRIES);
    assert.equal(await changePassword({ database, ids, passwordCost }, officer, "loud otters swim", clock.now()), true);
    assert.notEqual(await sign("gone@a.example", "loud otters swim"), undefined);
    assert.equal(await changePassword({ database, ids, passwordCost }, { ...officer, council: "b-town" }, PASSWORD, clock.now()), false);
  });

  test("each reason for a refusal costs the same statements, and none is answered early", async () => {
    const officer = await officerWith("same@a.example");
    await disable(database, await officerWith("same-disabled@a.example"), clock.now());
    await fail(officer.email, TRIES - 1);
    const refused = async (email: string, password: string) => {
      const started = performance.now();
      const { count } = await countStatements(() => signIn({ database, clock, refusedAfter: 600 }, "a-town", email, password));
      return { count, early: performance.now() - started < 595 };
    };
    const same = { count: 2, early: false };
    assert.deepEqual(await refused("nobody@a.example", "wrong words here"), same);
    assert.deepEqual(await refused("same-disabled@a.example", PASSWORD), same);
    assert.deepEqual(await refused(officer.email, "wrong words here"), same);
    assert.deepEqual(await refused(officer.email, PASSWORD), same);
  });
});

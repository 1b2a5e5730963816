import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Officer } from "../../src/people/officer.ts";
import { changePassword, createOfficer, disable } from "../../src/people/officers.ts";
import {
  findSession,
  revokeSession,
  revokeSessions,
  SESSION_IDLE,
  SESSION_LONGEST,
  startSession,
  sweepSessions,
} from "../../src/people/sessions.ts";
import { seededIds } from "../../src/platform/ids.ts";
import { countStatements } from "../../src/platform/statement-count.ts";
import { statement } from "../../src/platform/statement.ts";
import { testDatabase } from "../support/database.ts";
import type { TestDatabase } from "../support/database.ts";

// A suite of its own: hooks outside one would run with every other test of the process.
describe("people: sessions", () => {
  const ids = seededIds(12);
  const passwordCost = { cost: 4, block: 1, parallel: 1 };
  let database: TestDatabase;
  let officer: Officer;
  let time = new Date("2026-03-01T10:00:00Z").getTime();
  const clock = { now: () => new Date(time) };
  const wait = (milliseconds: number): void => void (time += milliseconds);
  const tools = () => ({ database, clock, ids });
  const found = (token: string, council = "a-town") => findSession(tools(), council, token);

  before(async () => {
    database = await testDatabase();
    const made = await createOfficer(
      { database, ids, passwordCost },
      "a-town",
      { email: "s@a.example", name: "Sam", password: "quiet otters swim", roles: ["worker"], teams: ["tools"] },
      clock.now(),
    );
    assert.ok(made.ok);
    officer = made.officer;
  });
  after(() => database.close());

  test("a session's token finds its officer, in its own council only", async () => {
    const token = await startSession(tools(), officer);
    assert.match(token, /^[\w-]{43}$/);
    assert.deepEqual(await found(token), { ...officer, areas: [] });
    assert.equal(await found(token, "b-town"), undefined);
    assert.equal(await found(token.replace(/.$/, token.endsWith("A") ? "B" : "A")), undefined);
  });

  test("the token itself is kept nowhere", async () => {
    const token = await startSession(tools(), officer);
    const rows = await database.query(statement("test-sessions-dump", "select s::text as row from sessions s where council = $1"), [
      "a-town",
    ]);
    assert.ok(rows.length > 0);
    assert.equal(JSON.stringify(rows).includes(token), false);
    assert.equal(JSON.stringify(rows).includes(Buffer.from(token).toString("hex")), false);
  });

  test("it ends when idle, and a request keeps it going", async () => {
    const token = await startSession(tools(), officer);
    for (let i = 0; i < 3; i++) {
      wait(SESSION_IDLE - 1);
      assert.notEqual(await found(token), undefined);
    }
    wait(SESSION_IDLE);
    assert.equal(await found(token), undefined);
  });

  test("it ends after twelve hours however busy it is, and is swept", async () => {
    const token = await startSession(tools(), officer);
    for (let passed = 0; passed < SESSION_LONGEST - SESSION_IDLE; passed += SESSION_IDLE - 1) {
      assert.notEqual(await found(token), undefined);
      wait(SESSION_IDLE - 1);
    }
    wait(SESSION_IDLE - 1);
    assert.equal(await found(token), undefined);
    assert.ok((await sweepSessions(tools(), "a-town")) > 0);
    assert.equal(await sweepSessions(tools(), "a-town"), 0);
  });

  test("finding it is one statement, and once a minute a second", async () => {
    const token = await startSession(tools(), officer);
    const cost = async () => (await countStatements(() => found(token))).count;
    assert.equal(await cost(), 1);
    wait(60_000);
    assert.equal(await cost(), 2);
    assert.equal(await cost(), 1);
  });

  test("signing out ends one session; revoking, a new password and disabling end all", async () => {
    const start = () => Promise.all([startSession(tools(), officer), startSession(tools(), officer)]);
    const [one, two] = await start();
    await revokeSession(tools(), "a-town", one);
    assert.equal(await found(one), undefined);
    assert.notEqual(await found(two), undefined);
    assert.ok((await revokeSessions(tools(), officer)) > 0);
    assert.equal(await found(two), undefined);
    const [three] = await start();
    await changePassword({ database, ids, passwordCost }, officer, "loud otters swim", clock.now());
    assert.equal(await found(three), undefined);
    const [four] = await start();
    await disable(database, officer, clock.now());
    assert.equal(await found(four), undefined);
  });

  test("two councils' officers with one id are not taken for each other", async () => {
    const twins = ["c-town", "d-town"].map(async (council) => {
      const given = { email: "twin@a.example", name: council, password: "quiet otters swim", roles: [], teams: [] };
      const made = await createOfficer({ database, ids: seededIds(99), passwordCost }, council, given, clock.now());
      assert.ok(made.ok);
      return made.officer;
    });
    const [one, other] = await Promise.all(twins);
    assert.ok(one !== undefined && other !== undefined);
    assert.equal(one.id, other.id);
    const token = await startSession(tools(), one);
    assert.equal((await found(token, "c-town"))?.name, "c-town");
    await revokeSessions(tools(), other);
    assert.equal((await found(token, "c-town"))?.name, "c-town");
    await disable(database, other, clock.now());
    assert.equal((await found(token, "c-town"))?.name, "c-town");
    // One row, not one for each council that has the id: the join is by council too.
    const both = await Promise.all([startSession(tools(), other), found(token, "c-town")]);
    assert.equal(await found(both[0], "d-town"), undefined);
  });
});

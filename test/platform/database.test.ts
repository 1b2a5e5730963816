import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { CodedError } from "../../src/platform/coded-error.ts";
import { StatementFailed } from "../../src/platform/database-error.ts";
import { openDatabase } from "../../src/platform/database.ts";
import { countStatements } from "../../src/platform/statement-count.ts";
import { statement } from "../../src/platform/statement.ts";
import { emptyDatabase } from "../support/database.ts";
import type { TestDatabase } from "../support/database.ts";

// A suite of its own: hooks outside one would run with every other test of the process.
describe("platform: database", () => {
  const own = { acrossCouncils: "a test's own table" };
  const insert = statement("test-words-insert", "insert into words (word, size) values ($1, $2)", own);
  const list = statement("test-words-list", "select word, size from words order by word", own);
  const typed = statement(
    "test-types",
    `select 9007199254740991::bigint as big, count(*) as count, date '2026-03-29' as day, array[date '2026-10-25', null] as days,
     '{}'::bigint[] as none, array[1, 2]::bigint[] as bigs, timestamptz '2026-07-01 12:00+01' as at, 1.10::numeric as exact,
     current_setting('TimeZone') as zone`,
    own,
  );
  const tooBig = statement("test-too-big", "select 9007199254740993::bigint as big", own);
  const notNumber = statement("test-not-number", "select $1::text::integer as value", own);
  const sleep = statement("test-sleep", "select pg_sleep(5)", own);
  const endOthers = statement(
    "test-end-others",
    "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
    own,
  );

  let database: TestDatabase;

  before(async () => {
    database = await emptyDatabase();
    await database.session((session) =>
      session.script("create table words (word text primary key, size integer check (size > 0))", "make"),
    );
  });

  async function thrown(work: Promise<unknown>): Promise<CodedError> {
    const error: unknown = await work.then(
      () => undefined,
      (reason: unknown) => reason,
    );
    assert.ok(error instanceof CodedError, String(error));
    return error;
  }

  test("values come back as numbers, calendar days, instants and exact text", async () => {
    const [row] = await database.query<Record<string, unknown>>(typed);
    assert.deepEqual(row, {
      big: 9_007_199_254_740_991,
      count: 1,
      day: "2026-03-29",
      days: ["2026-10-25", null],
      none: [],
      bigs: [1, 2],
      at: new Date("2026-07-01T11:00:00Z"),
      exact: "1.10",
      zone: "UTC",
    });
    assert.equal((await thrown(database.query(tooBig))).code, "statement-failed");
  });

  test("a refused statement says which and why, and never what was in it", async () => {
    await database.execute(insert, ["doreen@example.org", 1]);
    const twice = await thrown(database.execute(insert, ["doreen@example.org", 1]));
    assert.ok(twice instanceof StatementFailed);
    assert.equal(twice.sqlState, "23505");
    assert.equal(twice.constraint, "words_pkey");
    const bad = await thrown(database.query(notNumber, ["doreen"]));
    for (const error of [twice, bad]) {
      assert.doesNotMatch(`${error.stack} ${JSON.stringify(error)} ${String(error.cause)}`, /doreen/);
    }
    assert.match(twice.message, /test-words-insert.*23505.*words_pkey/);
  });

  test("a transaction is all or nothing, and its connection goes on", async () => {
    const before = await database.query(list);
    const stop = new Error("changed my mind");
    await assert.rejects(
      database.transaction(async (within) => {
        assert.equal(await within.execute(insert, ["a", 1]), 1);
        throw stop;
      }),
      stop,
    );
    const swallowed = database.transaction(async (within) => {
      await within.execute(insert, ["b", 1]);
      await within.execute(insert, ["b", 1]).catch(() => undefined);
    });
    assert.equal((await thrown(swallowed)).code, "statement-failed", "a commit that PostgreSQL turns into a rollback is an error");
    assert.deepEqual(await database.query(list), before);
    await database.transaction(async (within) => {
      await within.execute(insert, ["c", 1]);
      await within.execute(insert, ["d", 1]);
    });
    assert.equal((await database.query(list)).length, before.length + 2);
  });

  test("statements are counted for the work that sent them, and for no other", async () => {
    const other = database.query(list);
    const outer = await countStatements(async () => {
      await database.query(list);
      return database.transaction(async (within) => {
        await within.query(list);
        return (await within.query(list)).length > 0;
      });
    });
    await other;
    assert.deepEqual(outer, { result: true, count: 3 });
  });

  test("a lost connection, a slow statement and a server that is not there are all unavailable, and it recovers", async () => {
    const quick = await openDatabase(database.connection, { connections: 2, statementTimeout: 150, background: true });
    assert.equal((await thrown(quick.query(sleep))).code, "database-unavailable");
    const running = thrown(database.query(sleep));
    const inside = thrown(database.transaction((within) => within.query(sleep)));
    await quick.transaction(async (within) => {
      while ((await within.query(endOthers)).length < 2);
    });
    assert.equal((await running).code, "database-unavailable");
    assert.equal((await inside).code, "database-unavailable");
    assert.ok((await database.query(list)).length > 0);
    await quick.close();
    assert.equal((await thrown(quick.query(list))).code, "database-unavailable");
    assert.equal((await thrown(openDatabase({ host: "/nowhere", user: "guildhall" }))).code, "database-unavailable");
  });

  test("a wrong address is told apart from a server that is down", async () => {
    assert.equal((await thrown(openDatabase({ ...database.connection, database: "no_such" }))).code, "database-refused");
  });

  test("an address in DATABASE_URL opens the same database", async () => {
    const { host, user, port } = database.connection;
    const url = `postgres://${user}@${encodeURIComponent(host)}:${port}/${database.connection.database}`;
    const opened = await openDatabase(url, { background: true });
    assert.deepEqual(await opened.query(list), await database.query(list));
    await opened.close();
  });

  test("a database that could lose what it acknowledged is refused, with the setting and the cure", async () => {
    const unsafe = await emptyDatabase();
    const name = unsafe.connection.database;
    const set = (text: string): Promise<void> => unsafe.session((session) => session.script(`alter database ${name} ${text}`, "alter"));
    await set("set synchronous_commit = off");
    const refused = await thrown(openDatabase(unsafe.connection));
    assert.equal(refused.code, "database-unsafe");
    assert.match(refused.message, /synchronous_commit = off.*Set synchronous_commit to on/);
    await set("reset synchronous_commit");
    await (await openDatabase(unsafe.connection)).close();
  });
});

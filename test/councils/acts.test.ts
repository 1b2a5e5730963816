import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { after, afterEach, before, beforeEach, describe, test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { actInWords, fateOf } from "../../src/councils/act-words.ts";
import { actsOf } from "../../src/councils/act-store.ts";
import type { Wanted } from "../../src/councils/carry-out.ts";
import { carryOut } from "../../src/councils/carry-out.ts";
import type { Councils } from "../../src/councils/councils.ts";
import { openCouncils } from "../../src/councils/councils.ts";
import { publishedVersions } from "../../src/councils/definition-store.ts";
import { seededIds } from "../../src/platform/ids.ts";
import { statement } from "../../src/platform/statement.ts";
import type { TestClock } from "../support/clock.ts";
import { testClock } from "../support/clock.ts";
import { testDatabase } from "../support/database.ts";
import type { TestDatabase } from "../support/database.ts";
import { testLog } from "../support/log.ts";
import { councilYaml, DRILL, smallHouse } from "./small-council.ts";
import type { SmallHouse } from "./small-council.ts";

const DRILL_ID = "lend-a-drill";
const HOUR = 3_600_000;
const ids = seededIds(7);

// A suite of its own: hooks outside one would run with every other test of the process.
describe("councils: acts", () => {
  let database: TestDatabase;
  let house: SmallHouse;
  let clock: TestClock;
  let town = "";
  let towns = 0;

  before(async () => {
    database = await testDatabase();
  });
  after(() => database.close());
  beforeEach(() => {
    town = `acts-${++towns}`;
    house = smallHouse([town]);
    clock = testClock("2026-03-02T09:00:00Z");
  });
  afterEach(() => house.remove());

  const open = (settings: { watch?: boolean; publish?: boolean } = {}): Promise<Councils> =>
    openCouncils({ database, clock, log: testLog(), watch: false, folder: house.folder, shelf: house.shelf, ...settings });
  const titled = (title: string): string => DRILL.replace("Borrow a drill", title);
  const write = (title: string): void => house.write("services/lend-a-drill.yaml", titled(title));
  const officer = ids.uuid(new Date(0));
  const act = (wanted: Wanted, more: { key?: string; seen?: number } = {}) =>
    carryOut(
      { database, clock },
      { council: town, service: DRILL_ID, actor: { by: "officer", officer, reason: "As agreed" }, ...more },
      wanted,
    );
  const onDisk = (councils: Councils) => {
    const found = councils.onDisk(town, DRILL_ID);
    assert.ok(found);
    return found.definition;
  };
  const live = (councils: Councils): string => {
    const service = councils.service(town, DRILL_ID);
    return service === undefined ? councils.standing(town, DRILL_ID).kind : `${service.version} ${service.title}`;
  };
  const history = async (): Promise<readonly string[]> => {
    const acts = await actsOf(database, town);
    return acts.map((one) => `${actInWords(one)} by ${one.by}, ${fateOf(one, acts, clock.now())}`);
  };
  const byOfficers = (): void =>
    house.write(`councils/${town}/council.yaml`, councilYaml(town, [["groups:", "publishing: by officers\ngroups:"]]));

  test("a version that is planned goes live at its instant in every program, by the clock alone", async () => {
    const [one, other] = [await open(), await open()];
    write("Borrow a big drill");
    await one.reread();
    assert.equal(live(one), "1 Borrow a drill");
    const at = new Date(clock.now().getTime() + HOUR);
    assert.ok((await act({ kind: "publish", text: onDisk(one), at })).ok);
    await one.follow();
    await other.follow();
    assert.deepEqual([live(one), live(other)], ["1 Borrow a drill", "1 Borrow a drill"]);
    assert.deepEqual(
      other.planned(town, DRILL_ID).map(({ version }) => version),
      [2],
    );
    clock.pass(HOUR - 1);
    assert.deepEqual([live(one), live(other)], ["1 Borrow a drill", "1 Borrow a drill"]);
    clock.pass(1);
    assert.deepEqual([live(one), live(other)], ["2 Borrow a big drill", "2 Borrow a big drill"]);
    assert.equal(live(await open()), "2 Borrow a big drill");
    assert.deepEqual(await history(), ["Published version 1 by file, done", "Published version 2 by officer, took effect"]);
  });

  test("what is planned can be called off before its moment and not after", async () => {
    const councils = await open();
    const at = new Date(clock.now().getTime() + HOUR);
    assert.ok((await act({ kind: "withdraw", at })).ok);
    assert.ok((await act({ kind: "cancel", act: 2 })).ok);
    assert.deepEqual(await act({ kind: "cancel", act: 2 }), {
      ok: false,
      code: "act-not-planned",
      message: "That has happened or has been called off already, so it cannot be called off",
    });
    await councils.follow();
    clock.pass(2 * HOUR);
    assert.equal(live(councils), "1 Borrow a drill");
    assert.deepEqual((await history()).slice(1), ["Withdrawn by officer, called off", "Called off number 2 by officer, done"]);
  });

  test("a withdrawn service is offered by no program, stays so through a changed file and a restart, and comes back by an act", async () => {
    const councils = await open();
    assert.ok((await act({ kind: "withdraw" })).ok);
    await councils.follow();
    assert.equal(live(councils), "withdrawn");
    assert.deepEqual(councils.services(town), []);
    assert.equal(councils.withdrawn(town, DRILL_ID)?.title, "Borrow a drill");
    assert.equal((await councils.version(town, DRILL_ID, 1))?.title, "Borrow a drill");
    write("Borrow a safer drill");
    const again = await open();
    assert.equal(live(again), "withdrawn");
    assert.ok((await act({ kind: "publish", text: onDisk(again) })).ok);
    await again.follow();
    assert.equal(live(again), "2 Borrow a safer drill");
  });

  test("rolling back makes the earlier version live as an act of its own, and the file does not undo it", async () => {
    await open();
    write("Borrow a big drill");
    await open();
    assert.ok((await act({ kind: "roll-back", version: 1 })).ok);
    assert.equal(live(await open()), "1 Borrow a drill");
    assert.equal((await publishedVersions(database, town)).length, 2);
    const none = await act({ kind: "roll-back", version: 9 });
    assert.deepEqual(none, { ok: false, code: "act-version", message: "There is no version 9. There are: 1, 2" });
    write("Borrow a mended drill");
    assert.equal(live(await open()), "3 Borrow a mended drill");
    assert.deepEqual(await history(), [
      "Published version 1 by file, done",
      "Published version 2 by file, done",
      "Rolled back to version 1 by officer, done",
      "Published version 3 by file, done",
    ]);
  });

  test("a file that is put back to earlier text is a roll-back in the history", async () => {
    await open();
    write("Borrow a big drill");
    await open();
    write("Borrow a drill");
    assert.equal(live(await open()), "1 Borrow a drill");
    await open();
    const last = (await actsOf(database, town)).at(-1);
    assert.deepEqual(await history(), [
      "Published version 1 by file, done",
      "Published version 2 by file, done",
      "Rolled back to version 1 by file, done",
    ]);
    assert.equal(last?.reason, "The definition file was put back to the text of version 1");
  });

  test("where officers publish, a changed file waits for one, except in development", async () => {
    byOfficers();
    const councils = await open();
    assert.equal(live(councils), "never");
    assert.ok((await act({ kind: "publish", text: onDisk(councils) })).ok);
    write("Borrow a big drill");
    await councils.follow();
    await councils.reread();
    assert.equal(live(councils), "1 Borrow a drill");
    assert.deepEqual([councils.versionOnDisk(town, DRILL_ID), onDisk(councils).file.text.includes("big")], [undefined, true]);
    assert.equal(live(await open({ watch: true })), "2 Borrow a big drill");
  });

  test("the command line never publishes by looking", async () => {
    assert.equal(live(await open({ publish: false })), "never");
    assert.deepEqual(await publishedVersions(database, town), []);
  });

  test("of two officers who decide on the same history one is told to look again", async () => {
    const councils = await open();
    const seen = councils.acts(town, DRILL_ID).length;
    write("Borrow a big drill");
    await councils.reread();
    const both = await Promise.all([
      act({ kind: "publish", text: onDisk(councils) }, { seen, key: ids.uuid(clock.now()) }),
      act({ kind: "withdraw" }, { seen, key: ids.uuid(clock.now()) }),
    ]);
    assert.deepEqual(both.map(({ ok }) => ok).toSorted(), [false, true]);
    const lost = both.find(({ ok }) => !ok);
    assert.ok(lost !== undefined && !lost.ok);
    assert.equal(lost.code, "act-changed");
    assert.equal((await actsOf(database, town)).length, 2);
    // A version exists only where an act made it.
    const made = (await actsOf(database, town)).flatMap(({ version }) => version ?? []);
    assert.deepEqual(
      (await publishedVersions(database, town)).map(({ version }) => version),
      made,
    );
  });

  test("the same form sent twice, also at once, is one act", async () => {
    const councils = await open();
    const key = ids.uuid(clock.now());
    const results = await Promise.all([1, 2, 3, 4].map(() => act({ kind: "withdraw" }, { key, seen: 1 })));
    assert.deepEqual(new Set(results.map((result) => result.ok && result.act.number)), new Set([2]));
    await councils.follow();
    assert.equal((await actsOf(database, town)).length, 2);
  });

  test("what would change nothing, or is in the past, is refused in words", async () => {
    const councils = await open();
    const again = await act({ kind: "publish", text: onDisk(councils) });
    assert.deepEqual(again, { ok: false, code: "act-needless", message: "Version 1 is live already" });
    const past = await act({ kind: "withdraw", at: new Date(clock.now().getTime() - 1) });
    assert.equal(!past.ok && past.code, "act-when");
  });

  test("what is decided later takes effect later, also by a program whose clock is behind", async () => {
    await open();
    const ahead = { now: () => new Date(clock.now().getTime() + 3000) };
    const asking = { council: town, service: DRILL_ID, actor: { by: "operator", officer: null, reason: "" } } as const;
    assert.ok((await carryOut({ database, clock: ahead }, asking, { kind: "withdraw" })).ok);
    assert.ok((await act({ kind: "roll-back", version: 1 })).ok);
    clock.pass(4000);
    assert.equal(live(await open()), "1 Borrow a drill");
  });

  test("a program killed in the middle of a publish has published wholly or not at all, and trying again does it once", async () => {
    const councils = await open();
    const key = ids.uuid(clock.now());
    const text = titled("Borrow a new drill");
    const given = JSON.stringify({ connection: database.connection, council: town, text, key });
    const release = Promise.withResolvers<undefined>();
    const locked = Promise.withResolvers<undefined>();
    const holding = database.transaction(async (within) => {
      await within.execute(lockActs);
      locked.resolve(undefined);
      await release.promise;
    });
    await locked.promise;
    const program = spawn(process.execPath, [join(import.meta.dirname, "publish-program.ts"), given], {
      stdio: ["ignore", "pipe", "ignore"],
    });
    while ((await database.query<{ waiting: number }>(waitingStatements))[0]?.waiting === 0) await wait(10);
    program.kill("SIGKILL");
    await once(program, "exit");
    release.resolve(undefined);
    await holding;
    while ((await database.query<{ waiting: number }>(waitingStatements))[0]?.waiting !== 0) await wait(10);
    const version = await publishedVersions(database, town);
    const acts = await actsOf(database, town);
    assert.equal(version.length, acts.length);
    assert.ok((await act({ kind: "publish", text: { ...onDisk(councils), file: { name: "x", text } } }, { key })).ok);
    assert.deepEqual([(await publishedVersions(database, town)).length, (await actsOf(database, town)).length], [2, 2]);
  });
});

const lockActs = statement("test-lock-acts", "lock table acts in share row exclusive mode", { acrossCouncils: "a test's own lock" });
const waitingStatements = statement(
  "test-waiting-statements",
  "select count(*) as waiting from pg_stat_activity where datname = current_database() and query like 'with made as%' and state = 'active'",
  { acrossCouncils: "a test's own look at the server" },
);

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";

import { systemClock } from "../../src/platform/clock.ts";
import type { Clock } from "../../src/platform/clock.ts";
import { seededIds, systemIds } from "../../src/platform/ids.ts";
import type { EachHandler, Finish, JobHandler } from "../../src/platform/job.ts";
import { insertJobs, JobFailed, newJob } from "../../src/platform/job.ts";
import { backoff, MOST_ATTEMPTS } from "../../src/platform/job-retry.ts";
import { leaseReady } from "../../src/platform/job-store.ts";
import { createJobs } from "../../src/platform/jobs.ts";
import { statement } from "../../src/platform/statement.ts";
import { testClock } from "../support/clock.ts";
import type { TestDatabase } from "../support/database.ts";
import { testDatabase } from "../support/database.ts";
import { testLog } from "../support/log.ts";

const COUNCILS = ["north", "south"] as const;

const note = statement("test-note", "insert into secrets (council, name, value) values ($1, $2, '')");
const notes = statement("test-notes", "select name from secrets where council = $1 order by name");
const jobCount = statement("test-job-count", "select count(*) from jobs where council = $1");
const clear = statement(
  "test-clear",
  "with gone as (delete from jobs where council = any($1::text[])) delete from secrets where council = any($1::text[])",
);

let database: TestDatabase;
before(async () => {
  database = await testDatabase();
});
after(() => database.close());

const nothing: Finish = () => Promise.resolve();

interface Setup {
  readonly clock?: Clock;
  readonly grace?: number;
}

/** Runners over the one database, emptied; each call is like another program. */
async function house(setup: Setup = {}) {
  await database.execute(clear, [COUNCILS]);
  return another(setup);
}

function another(setup: Setup = {}) {
  const clock = setup.clock ?? testClock();
  const ids = systemIds();
  const log = testLog();
  const jobs = createJobs({ database, clock, ids, log, councils: () => COUNCILS, grace: setup.grace ?? 5000 });
  const add = (council: string, kind: string, ...names: readonly string[]) =>
    insertJobs(
      database,
      council,
      names.map((name) => newJob(kind, { name }, clock.now(), ids)),
    );
  return { jobs, log, clock, ids, add };
}

const left = async (council: string) => (await database.query<{ count: number }>(jobCount, [council]))[0]?.count;
const noted = async (council: string) => (await database.query<{ name: string }>(notes, [council])).map((row) => row.name);
const nameOf = (job: { readonly payload: Readonly<Record<string, unknown>> }) => String(job.payload["name"]);

/** Notes each job's name in the database: a second time would break the primary key. */
const noting: JobHandler = {
  kind: "note",
  together: async (within, council, jobs) => {
    for (const job of jobs) await within.execute(note, [council, nameOf(job)]);
  },
};

test("jobs run in the order they were written, and are gone", async () => {
  const clock = testClock();
  const { jobs, add } = await house({ clock });
  const seen: string[] = [];
  jobs.handle({ kind: "tell", atOnce: 1, each: (_, job) => (seen.push(nameOf(job)), Promise.resolve(nothing)) });
  const names = Array.from({ length: 20 }, (_, i) => `n${i}`);
  for (const name of names) {
    await add("north", "tell", name);
    clock.pass(1);
  }
  await jobs.settle();
  assert.deepEqual(seen, names);
  assert.equal(await left("north"), 0);
});

test("a job written in a transaction that rolls back is never run", async () => {
  const { jobs, clock, ids } = await house();
  jobs.handle(noting);
  const broken = database.transaction(async (within) => {
    await insertJobs(within, "north", [newJob("note", { name: "never" }, clock.now(), ids)]);
    throw new Error("no");
  });
  await assert.rejects(broken);
  await jobs.settle();
  assert.deepEqual(await noted("north"), []);
});

test("a failing job is tried again later each time, then is dead with its reason, and can be replayed", async () => {
  const clock = testClock();
  const { jobs, add, log } = await house({ clock });
  const at: number[] = [];
  let fixed = false;
  const each = (): Promise<Finish> => {
    at.push(clock.now().getTime());
    return fixed ? Promise.resolve(nothing) : Promise.reject(new JobFailed("register-closed", "The register is closed"));
  };
  jobs.handle({ kind: "tell", each });
  await add("north", "tell", "a");
  await jobs.settle();
  await jobs.settle();
  assert.equal(at.length, 1, "not before its time");
  for (let i = 0; i < 20; i++) {
    clock.pass(4_500_000);
    await jobs.settle();
  }
  assert.equal(at.length, MOST_ATTEMPTS);
  const { jobs: dead } = await jobs.dead("north", 1);
  assert.partialDeepStrictEqual(dead, [{ kind: "tell", attempts: 10, code: "register-closed", problem: "The register is closed" }]);
  assert.equal((await jobs.waiting()).dead, 1);
  assert.deepEqual((await jobs.dead("south", 1)).jobs, []);
  assert.equal(log.lines.filter((line) => line.includes('"job dead"')).length, 1);
  fixed = true;
  assert.equal(await jobs.replay("south", dead[0]?.id ?? ""), false, "another council's job can't be replayed");
  assert.equal(await jobs.replay("north", dead[0]?.id ?? ""), true);
  await jobs.settle();
  assert.equal(await left("north"), 0);
});

test("waits grow from a second to an hour, a fifth more or less", () => {
  const ids = seededIds(7);
  for (const [attempts, seconds] of [
    [1, 1],
    [2, 5],
    [3, 30],
    [7, 3600],
    [9, 3600],
  ] as const) {
    const wait = backoff(attempts, ids) / 1000;
    assert(wait >= seconds * 0.8 && wait <= seconds * 1.2, `${attempts}: ${wait}`);
  }
});

test("a permanent failure is dead at once, a fault of the program says so without its words, and a kind is replayed together", async () => {
  const { jobs, add, log } = await house();
  const why = (name: string) => (name === "gone" ? new JobFailed("gone", "It is gone", { permanent: true }) : new Error("Doreen's fault"));
  let broken = true;
  jobs.handle({ kind: "tell", each: (_, job) => (broken ? Promise.reject(why(nameOf(job))) : Promise.resolve(nothing)) });
  await add("north", "tell", "gone", "bug");
  await jobs.settle();
  assert.deepEqual(
    (await jobs.dead("north", 1)).jobs.map((job) => [job.code, job.attempts]),
    [["gone", 1]],
  );
  assert(!log.lines.join("").includes("Doreen"));
  broken = false;
  assert.equal(await jobs.replayAll("north", "other"), 0);
  assert.equal(await jobs.replayAll("north", "tell"), 1);
  await jobs.settle();
  assert.equal(await left("north"), 1, "the other still waits for its second attempt");
});

test("one poison job among many does not stop its neighbours, nor does its council stop another", async () => {
  const { jobs, add } = await house();
  const together: JobHandler = {
    kind: "note",
    together: async (within, council, batch) => {
      for (const job of batch) {
        await within.execute(note, [council, nameOf(job)]);
        if (nameOf(job) === "p13") throw new Error("poison");
      }
    },
  };
  jobs.handle(together);
  const names = Array.from({ length: 40 }, (_, i) => `p${i}`);
  await add("north", "note", ...names);
  await add("south", "note", "s");
  await jobs.settle();
  assert.deepEqual(await noted("north"), names.filter((name) => name !== "p13").toSorted());
  assert.deepEqual(await noted("south"), ["s"]);
  assert.equal(await left("north"), 1);
});

test("together is exactly once under a crash between its work and its commit", async () => {
  const clock = testClock();
  const { jobs, add } = await house({ clock });
  let crash = true;
  jobs.handle({
    ...noting,
    together: async (within, council, batch) => {
      if ("together" in noting) await noting.together(within, council, batch);
      if (crash) throw new Error("killed");
    },
  });
  await add("north", "note", "a", "b", "c");
  await jobs.settle();
  assert.deepEqual(await noted("north"), []);
  assert.equal(await left("north"), 3);
  crash = false;
  clock.pass(2000);
  await jobs.settle();
  assert.deepEqual(await noted("north"), ["a", "b", "c"]);
  assert.equal(await left("north"), 0);
});

test("a lease whose program was killed is taken again once it is over, and not before", async () => {
  const clock = testClock();
  const { jobs, add } = await house({ clock });
  await add("north", "tell", "a");
  const now = clock.now();
  const killed = await leaseReady(database, "north", "tell", { now, until: new Date(now.getTime() + 30_000) }, 5);
  assert.equal(killed.length, 1);
  const attempts: number[] = [];
  jobs.handle({ kind: "tell", each: (_, job) => (attempts.push(job.attempts), Promise.resolve(nothing)) });
  clock.pass(29_000);
  await jobs.settle();
  assert.deepEqual(attempts, []);
  clock.pass(1000);
  await jobs.settle();
  assert.deepEqual(attempts, [2]);
});

test("a program that kills every runner is dead after ten attempts", async () => {
  const clock = testClock();
  const { jobs, add } = await house({ clock });
  await add("north", "tell", "a");
  for (let i = 0; i < MOST_ATTEMPTS; i++) {
    const now = clock.now();
    assert.equal((await leaseReady(database, "north", "tell", { now, until: new Date(now.getTime() + 30_000) }, 5)).length, 1);
    clock.pass(30_000);
  }
  jobs.handle({ kind: "tell", each: () => Promise.reject(new Error("must not be tried again")) });
  await jobs.settle();
  assert.equal((await jobs.dead("north", 1)).jobs[0]?.code, "job-never-finished");
});

test("who lost the lease records nothing", async () => {
  const clock = testClock();
  const { jobs, add, log } = await house({ clock });
  await add("north", "tell", "a");
  const other = another({ clock });
  const finish =
    (name: string): Finish =>
    async (within) =>
      void (await within.execute(note, ["north", name]));
  other.jobs.handle({ kind: "tell", each: () => Promise.resolve(finish("second")) });
  jobs.handle({
    kind: "tell",
    each: async () => {
      // Frozen for longer than the lease, while another program goes on.
      clock.pass(31_000);
      await other.jobs.settle();
      return finish("first");
    },
  });
  await jobs.settle();
  assert.deepEqual(await noted("north"), ["second"]);
  assert.equal(log.lines.filter((line) => line.includes("job lease lost")).length, 1);
});

test("two programs at once share the work without doubling any", async () => {
  const one = await house();
  const two = another();
  const count = { one: 0, two: 0 };
  const counting = (which: "one" | "two"): EachHandler => ({
    kind: "tell",
    each: async (council, job) => {
      count[which] += 1;
      await pause(1);
      return async (within) => void (await within.execute(note, [council, nameOf(job)]));
    },
  });
  one.jobs.handle(counting("one"));
  two.jobs.handle(counting("two"));
  await one.add("north", "tell", ...Array.from({ length: 200 }, (_, i) => `n${i}`));
  await Promise.all([one.jobs.settle(), two.jobs.settle()]);
  assert.equal(count.one + count.two, 200);
  assert(count.one > 0 && count.two > 0);
  assert.equal((await noted("north")).length, 200);
});

test("councils are apart: settling one leaves the other's jobs", async () => {
  const { jobs, add } = await house();
  jobs.handle(noting);
  await add("north", "note", "n");
  await add("south", "note", "s");
  await jobs.settle("north");
  assert.deepEqual(await noted("north"), ["n"]);
  assert.deepEqual(await noted("south"), []);
  const { count, oldest } = await jobs.waiting();
  assert.deepEqual([count, oldest], [1, testClock().now()]);
});

test("once started, a wake starts the work at once and the sweep finds what nobody woke it for", async (t) => {
  const { jobs, add } = await house({ clock: systemClock });
  t.after(() => jobs.stop());
  jobs.handle(noting);
  jobs.start();
  await add("north", "note", "woken");
  jobs.wake("north");
  const waitFor = async (council: string, limit: number) => {
    const start = performance.now();
    while ((await noted(council)).length === 0) {
      assert(performance.now() - start < limit, `${council} was not served in ${limit} ms`);
      await pause(5);
    }
  };
  await waitFor("north", 1000);
  await add("south", "note", "found");
  await waitFor("south", 3500);
});

test("a stop finishes what is being done and starts nothing more", async () => {
  const { jobs, add } = await house({ clock: systemClock });
  let begun = 0;
  jobs.handle({
    kind: "tell",
    atOnce: 2,
    each: async () => {
      begun += 1;
      await pause(50);
      return nothing;
    },
  });
  await add("north", "tell", "a", "b", "c", "d", "e", "f");
  jobs.start();
  while (begun === 0) await pause(5);
  await jobs.stop();
  assert.equal(begun, 2);
  assert.equal(await left("north"), 4);
});

test("a stop does not wait for ever: what hangs is handed back, and another program takes it up at once", async () => {
  const { jobs, add } = await house({ clock: systemClock, grace: 20 });
  let release = (): void => undefined;
  const hanging = new Promise<Finish>((done) => {
    release = () => done(nothing);
  });
  let begun = false;
  jobs.handle({ kind: "tell", each: () => ((begun = true), hanging) });
  await add("north", "tell", "a");
  jobs.start();
  while (!begun) await pause(5);
  await jobs.stop();
  const other = another({ clock: systemClock });
  const seen: string[] = [];
  other.jobs.handle({ kind: "tell", each: (_, job) => (seen.push(nameOf(job)), Promise.resolve(nothing)) });
  await other.jobs.settle();
  assert.deepEqual(seen, ["a"]);
  release();
  await jobs.settle();
});

import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";

import type { Database } from "../../src/platform/database.ts";
import { DatabaseUnavailable } from "../../src/platform/database-error.ts";
import type { EachHandler } from "../../src/platform/job.ts";
import { MOST_ATTEMPTS } from "../../src/platform/job-retry.ts";
import { leaseReady } from "../../src/platform/job-store.ts";
import { testClock } from "../support/clock.ts";
import { jobsDatabase, nameOf, noteName, nothing } from "../support/jobs-house.ts";

// A suite of its own: hooks outside one would run with every other test of the process.
describe("platform: jobs leases", () => {
  let on: Awaited<ReturnType<typeof jobsDatabase>>;
  before(async () => {
    on = await jobsDatabase();
  });
  beforeEach(() => on.empty());
  after(() => on.database.close());

  test("a lease whose program was killed is taken again once it is over, and not before", async () => {
    const clock = testClock();
    const { jobs, add } = on.program({ clock });
    await add("north", "tell", "a");
    const now = clock.now();
    const killed = await leaseReady(on.database, "north", "tell", { now, until: new Date(now.getTime() + 30_000) }, 5);
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
    const { jobs, add } = on.program({ clock });
    await add("north", "tell", "a");
    for (let i = 0; i < MOST_ATTEMPTS; i++) {
      const now = clock.now();
      assert.equal((await leaseReady(on.database, "north", "tell", { now, until: new Date(now.getTime() + 30_000) }, 5)).length, 1);
      clock.pass(30_000);
    }
    jobs.handle({ kind: "tell", each: () => Promise.reject(new Error("must not be tried again")) });
    await jobs.settle();
    assert.equal((await jobs.dead("north", 1)).jobs[0]?.code, "job-never-finished");
  });

  test("who lost the lease records nothing", async () => {
    const clock = testClock();
    const { jobs, add, log } = on.program({ clock });
    await add("north", "tell", "a");
    const other = on.program({ clock });
    other.jobs.handle({ kind: "tell", each: () => Promise.resolve(noteName("north", "second")) });
    jobs.handle({
      kind: "tell",
      each: async () => {
        // Frozen for longer than the lease, while another program goes on.
        clock.pass(31_000);
        await other.jobs.settle();
        return noteName("north", "first");
      },
    });
    await jobs.settle();
    assert.deepEqual(await on.noted("north"), ["second"]);
    assert.equal(log.lines.filter((line) => line.includes("job lease lost")).length, 1);
  });

  test("two programs at once share the work without doubling any", async () => {
    const one = on.program();
    const two = on.program();
    const count = { one: 0, two: 0 };
    const counting = (which: "one" | "two"): EachHandler => ({
      kind: "tell",
      each: async (council, job) => {
        count[which] += 1;
        await pause(1);
        return noteName(council, nameOf(job));
      },
    });
    one.jobs.handle(counting("one"));
    two.jobs.handle(counting("two"));
    await one.add("north", "tell", ...Array.from({ length: 200 }, (_, i) => `n${i}`));
    await Promise.all([one.jobs.settle(), two.jobs.settle()]);
    assert.equal(count.one + count.two, 200);
    assert(count.one > 0 && count.two > 0);
    assert.equal((await on.noted("north")).length, 200);
  });

  test("the database goes away between an effect and its record: it is recorded later, and the effect is not repeated", async () => {
    on.program();
    let away = 2;
    const shaky: Database = {
      ...on.database,
      transaction: (work) => ((away -= 1) >= 0 ? Promise.reject(new DatabaseUnavailable("it is starting")) : on.database.transaction(work)),
    };
    const { jobs, add } = on.program({ database: shaky });
    let effects = 0;
    jobs.handle({
      kind: "tell",
      each: (council, job) => {
        effects += 1;
        return Promise.resolve(noteName(council, nameOf(job)));
      },
    });
    await add("north", "tell", "a");
    await jobs.settle();
    assert.deepEqual([effects, await on.noted("north"), await on.left("north")], [1, ["a"], 0]);
  });

  test("a finish that fails is not shared: its neighbours in the same transaction are recorded", async () => {
    const { jobs, add } = on.program();
    jobs.handle({ kind: "tell", each: (council, job) => Promise.resolve(noteName(council, nameOf(job))) });
    await add("north", "tell", "a", "b", "bad", "c", "d");
    await jobs.settle();
    assert.deepEqual(await on.noted("north"), ["a", "b", "c", "d"]);
    assert.equal(await on.left("north"), 1);
  });
});

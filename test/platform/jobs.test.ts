import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";

import { seededIds } from "../../src/platform/ids.ts";
import type { Finish, JobHandler } from "../../src/platform/job.ts";
import { insertJobs, JobFailed, newJob } from "../../src/platform/job.ts";
import { backoff, MOST_ATTEMPTS } from "../../src/platform/job-retry.ts";
import { testClock } from "../support/clock.ts";
import { jobsDatabase, nameOf, noteName, nothing, noting } from "../support/jobs-house.ts";

// A suite of its own: hooks outside one would run with every other test of the process.
describe("platform: jobs", () => {
  let on: Awaited<ReturnType<typeof jobsDatabase>>;
  before(async () => {
    on = await jobsDatabase();
  });
  beforeEach(() => on.empty());
  after(() => on.database.close());

  test("jobs run in the order they were written, and are gone", async () => {
    const clock = testClock();
    const { jobs, add } = on.program({ clock });
    const seen: string[] = [];
    jobs.handle({ kind: "tell", atOnce: 1, each: (_, job) => (seen.push(nameOf(job)), Promise.resolve(nothing)) });
    const names = Array.from({ length: 20 }, (_, i) => `n${i}`);
    for (const name of names) {
      await add("north", "tell", name);
      clock.pass(1);
    }
    await jobs.settle();
    assert.deepEqual(seen, names);
    assert.equal(await on.left("north"), 0);
  });

  test("a job written in a transaction that rolls back is never run", async () => {
    const { jobs, clock, ids } = on.program();
    jobs.handle(noting);
    const broken = on.database.transaction(async (within) => {
      await insertJobs(within, "north", [newJob("note", { name: "never" }, clock.now(), ids)]);
      throw new Error("no");
    });
    await assert.rejects(broken);
    await jobs.settle();
    assert.deepEqual(await on.noted("north"), []);
  });

  test("a failing job is tried again later each time, then is dead with its reason, and can be replayed", async () => {
    const clock = testClock();
    const { jobs, add, log } = on.program({ clock });
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
    assert.equal(await on.left("north"), 0);
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

  function why(name: string): Error {
    return name === "gone" ? new JobFailed("gone", "It is gone", { permanent: true }) : new Error("Doreen's fault");
  }

  test("a permanent failure is dead at once, a fault of the program says so without its words, and a kind is replayed together", async () => {
    const { jobs, add, log } = on.program();
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
    assert.equal(await on.left("north"), 1, "the other still waits for its second attempt");
  });

  test("one poison job among many does not stop its neighbours, nor does its council stop another", async () => {
    const { jobs, add } = on.program();
    const together: JobHandler = {
      kind: "note",
      together: async (within, council, batch) => {
        for (const job of batch) {
          await noteName(council, nameOf(job))(within);
          if (nameOf(job) === "p13") throw new Error("poison");
        }
      },
    };
    jobs.handle(together);
    const names = Array.from({ length: 40 }, (_, i) => `p${i}`);
    await add("north", "note", ...names);
    await add("south", "note", "s");
    await jobs.settle();
    assert.deepEqual(await on.noted("north"), names.filter((name) => name !== "p13").toSorted());
    assert.deepEqual(await on.noted("south"), ["s"]);
    assert.equal(await on.left("north"), 1);
  });

  test("together is exactly once under a crash between its work and its commit", async () => {
    const clock = testClock();
    const { jobs, add } = on.program({ clock });
    let crash = true;
    jobs.handle({
      ...noting,
      together: async (within, council, batch) => {
        await noting.together(within, council, batch);
        if (crash) throw new Error("killed");
      },
    });
    await add("north", "note", "a", "b", "c");
    await jobs.settle();
    assert.deepEqual(await on.noted("north"), []);
    assert.equal(await on.left("north"), 3);
    crash = false;
    clock.pass(2000);
    await jobs.settle();
    assert.deepEqual(await on.noted("north"), ["a", "b", "c"]);
    assert.equal(await on.left("north"), 0);
  });

  test("councils are apart: settling one leaves the other's jobs", async () => {
    const { jobs, add } = on.program();
    jobs.handle(noting);
    await add("north", "note", "n");
    await add("south", "note", "s");
    await jobs.settle("north");
    assert.deepEqual(await on.noted("north"), ["n"]);
    assert.deepEqual(await on.noted("south"), []);
    const { count, oldest } = await jobs.waiting();
    assert.deepEqual([count, oldest], [1, testClock().now()]);
  });
});

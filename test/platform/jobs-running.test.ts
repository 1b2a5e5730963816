import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";

import { systemClock } from "../../src/platform/clock.ts";
import type { Finish } from "../../src/platform/job.ts";
import { jobsDatabase, nameOf, nothing, noting } from "../support/jobs-house.ts";

// A suite of its own: hooks outside one would run with every other test of the process.
describe("platform: jobs running", () => {
  let on: Awaited<ReturnType<typeof jobsDatabase>>;
  before(async () => {
    on = await jobsDatabase();
  });
  beforeEach(() => on.empty());
  after(() => on.database.close());

  async function waitFor(council: string, limit: number): Promise<void> {
    const start = performance.now();
    while ((await on.noted(council)).length === 0) {
      assert(performance.now() - start < limit, `${council} was not served in ${limit} ms`);
      await pause(5);
    }
  }

  test("once started, a wake starts the work at once and the sweep finds what nobody woke it for", async (t) => {
    const { jobs, add } = on.program({ clock: systemClock });
    t.after(() => jobs.stop());
    jobs.handle(noting);
    jobs.start();
    await add("north", "note", "woken");
    jobs.wake("north");
    await waitFor("north", 1000);
    await add("south", "note", "found");
    await waitFor("south", 3500);
  });

  test("a stop finishes what is being done and starts nothing more", async () => {
    const { jobs, add } = on.program({ clock: systemClock });
    const begun: string[] = [];
    const first = Promise.withResolvers<void>();
    jobs.handle({
      kind: "tell",
      atOnce: 2,
      each: async (_, job) => {
        begun.push(nameOf(job));
        first.resolve();
        await pause(50);
        return nothing;
      },
    });
    await add("north", "tell", "a", "b", "c", "d", "e", "f");
    jobs.start();
    await first.promise;
    await jobs.stop();
    assert.equal(begun.length, 2);
    assert.equal(await on.left("north"), 4);
  });

  test("a stop does not wait for ever: what hangs is handed back, and another program takes it up at once", async () => {
    const { jobs, add } = on.program({ clock: systemClock, grace: 20 });
    const begun = Promise.withResolvers<void>();
    const hanging = Promise.withResolvers<Finish>();
    jobs.handle({ kind: "tell", each: () => (begun.resolve(), hanging.promise) });
    await add("north", "tell", "a");
    jobs.start();
    await begun.promise;
    await jobs.stop();
    const other = on.program({ clock: systemClock });
    const seen: string[] = [];
    other.jobs.handle({ kind: "tell", each: (_, job) => (seen.push(nameOf(job)), Promise.resolve(nothing)) });
    await other.jobs.settle();
    assert.deepEqual(seen, ["a"]);
    hanging.resolve(nothing);
    await jobs.settle();
  });
});

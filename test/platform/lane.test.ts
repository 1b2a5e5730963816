import assert from "node:assert/strict";
import { test } from "node:test";
import { setImmediate as turn } from "node:timers/promises";
import * as fc from "fast-check";
import { DatabaseUnavailable } from "../../src/platform/database-error.ts";
import { lane } from "../../src/platform/lane.ts";

test("items of one turn ride together, and those that come meanwhile share the next batch", async () => {
  const batches: number[][] = [];
  const open: (() => void)[] = [];
  const add = lane<number, number>(
    async (items) => {
      batches.push([...items]);
      await new Promise<void>((resolve) => open.push(resolve));
      return items.map((item) => item * 2);
    },
    { most: 3 },
  );
  const results = [1, 2].map((item) => add(item));
  assert.deepEqual(batches, []);
  await turn();
  assert.deepEqual(batches, [[1, 2]]);
  results.push(...[3, 4, 5, 6].map((item) => add(item)));
  for (let released = 0; released < 3; released += 1) {
    open[released]?.();
    await turn();
    await turn();
  }
  assert.deepEqual(batches, [[1, 2], [3, 4, 5], [6]]);
  assert.deepEqual(await Promise.all(results), [2, 4, 6, 8, 10, 12]);
});

test("an error in place of a result fails that item only", async () => {
  const add = lane<number, number>((items) => Promise.resolve(items.map((item) => (item === 2 ? new Error("two") : item))), { most: 10 });
  const settled = await Promise.allSettled([1, 2, 3].map((item) => add(item)));
  assert.deepEqual(
    settled.map(({ status }) => status),
    ["fulfilled", "rejected", "fulfilled"],
  );
});

test("without a database nothing is tried again, since the batch may have been committed", async () => {
  let runs = 0;
  const add = lane<number, number>(
    async () => {
      runs += 1;
      await turn();
      throw new DatabaseUnavailable("it is gone");
    },
    { most: 10, retryAlone: true },
  );
  const settled = await Promise.allSettled([1, 2, 3].map((item) => add(item)));
  assert.ok(settled.every((one) => one.status === "rejected" && one.reason instanceof DatabaseUnavailable));
  assert.equal(runs, 1);
});

test("a full lane refuses at once and goes on afterwards", async () => {
  const add = lane<number, number>((items) => turn(items), { most: 2, waiting: 2 });
  const riding = [1, 2].map((item) => add(item));
  await assert.rejects(add(3), { code: "lane-full" });
  assert.deepEqual(await Promise.all(riding), [1, 2]);
  assert.equal(await add(4), 4);
});

test("too few results fail the batch rather than shift one person's result to another", async () => {
  const add = lane<number, number>((items) => Promise.resolve(items.slice(1)), { most: 2 });
  await assert.rejects(add(1), /gave 0 results/);
});

interface Ride {
  readonly id: number;
  readonly key: string;
  readonly bad: boolean;
  readonly delay: number;
}

const rides = fc
  .array(fc.record({ key: fc.constantFrom("a", "b", "c", "d"), bad: fc.boolean(), delay: fc.nat(3) }), { maxLength: 40 })
  .map((list) => list.map((ride, id): Ride => ({ ...ride, id })));

test("property: each item gets its own result once, bad ones fail alone, keys never meet and keep their order", async () => {
  await fc.assert(
    fc.asyncProperty(rides, fc.integer({ min: 1, max: 7 }), async (list, most) => {
      const done: Ride[] = [];
      let inFlight = 0;
      const add = lane<Ride, number>(
        async (items) => {
          inFlight += 1;
          assert.equal(inFlight, 1);
          assert.ok(items.length > 0 && items.length <= most);
          assert.equal(new Set(items.map(({ key }) => key)).size, items.length);
          await turn();
          inFlight -= 1;
          if (items.some(({ bad }) => bad)) throw new Error(`bad ${items.map(({ id }) => id).join()}`);
          done.push(...items);
          return items.map(({ id }) => id * 10);
        },
        { most, keyOf: ({ key }) => key, retryAlone: true },
      );
      const settled = await Promise.allSettled(
        list.map(async (ride) => {
          for (let turns = 0; turns < ride.delay; turns += 1) await turn();
          return add(ride);
        }),
      );
      for (const [index, ride] of list.entries()) {
        const got = settled[index];
        if (ride.bad) assert.ok(got?.status === "rejected" && String(got.reason) === `Error: bad ${ride.id}`);
        else assert.deepEqual(got, { status: "fulfilled", value: ride.id * 10 });
      }
      for (const key of ["a", "b", "c", "d"]) {
        const arrived = done.filter((ride) => ride.key === key).map(({ id }) => id);
        const came = list.filter((ride) => ride.key === key && !ride.bad).toSorted((x, y) => x.delay - y.delay || x.id - y.id);
        assert.deepEqual(
          arrived,
          came.map(({ id }) => id),
        );
      }
    }),
    { numRuns: 200 },
  );
});

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { seededIds } from "../../src/platform/ids.ts";
import { openSecrets } from "../../src/platform/secrets.ts";
import { countStatements } from "../../src/platform/statement-count.ts";
import { testDatabase } from "../support/database.ts";
import type { TestDatabase } from "../support/database.ts";

// A suite of its own: hooks outside one would run with every other test of the process.
describe("platform: secrets", () => {
  let database: TestDatabase;
  before(async () => {
    database = await testDatabase();
  });
  after(() => database.close());

  test("each council has its own secret, the same in every program, also when two start at once", async () => {
    const one = openSecrets({ database, ids: seededIds(1) });
    const two = openSecrets({ database, ids: seededIds(2) });
    const found = await Promise.all([one.of("a-town"), two.of("a-town"), one.of("a-town"), two.of("b-town")]);
    assert.deepEqual(found[0], found[1]);
    assert.deepEqual(found[0], found[2]);
    assert.notDeepEqual(found[0], found[3]);
    assert.equal(found[0].length, 32);
  });

  test("it is read once", async () => {
    const secrets = openSecrets({ database, ids: seededIds(3) });
    const first = await countStatements(() => secrets.of("c-town"));
    const second = await countStatements(() => secrets.of("c-town"));
    assert.deepEqual([first.count, second.count], [3, 0]);
  });
});

import assert from "node:assert/strict";
import { dirname } from "node:path";
import { after, before, beforeEach, describe, test } from "node:test";
import { diffVersions } from "../../src/command-line/diff-verb.ts";
import type { OperatorTools } from "../../src/command-line/operator.ts";
import type { Desk } from "../../src/command-line/verb.ts";
import type { Councils } from "../../src/councils/councils.ts";
import { openCouncils } from "../../src/councils/councils.ts";
import { seededIds } from "../../src/platform/ids.ts";
import { DRILL, smallHouse } from "../councils/small-council.ts";
import { testDatabase } from "../support/database.ts";
import type { TestDatabase } from "../support/database.ts";
import { testLog } from "../support/log.ts";

// A suite of its own: hooks outside one would run with every other test of the process.
describe("command-line: versions", () => {
  const clock = { now: () => new Date("2026-03-01T10:00:00Z") };
  const ids = seededIds(33);
  const house = smallHouse(["a-town"]);
  let database: TestDatabase;
  let councils: Councils;
  let said: string[] = [];
  let complained: string[] = [];

  const open = async () => openCouncils({ database, clock, log: testLog(), watch: false, folder: house.folder, shelf: house.shelf });
  before(async () => {
    database = await testDatabase();
    await open();
    house.write("services/lend-a-drill.yaml", DRILL.replace("most: 99", "most: 50").replace("1 minute", "2 minutes"));
    councils = await open();
  });
  after(async () => {
    house.remove();
    await database.close();
  });
  beforeEach(() => {
    said = [];
    complained = [];
  });

  const tools = (): OperatorTools & Desk => ({
    root: dirname(house.folder),
    database,
    councils,
    clock,
    ids,
    say: (line) => void said.push(line),
    complain: (line) => void complained.push(line),
    readLine: async () => undefined,
  });
  const diff = (...names: readonly [string, string]) => diffVersions(tools(), { names, json: false, council: undefined });

  test("two published versions are compared, and one with the service as it is now", async () => {
    assert.equal(await diff("lend-a-drill@1", "lend-a-drill@2"), 0);
    assert.match(said.join("\n"), /The question holes: the most was ‘99’ and becomes ‘50’\./);
    assert.match(said.join("\n"), /The start page's time was ‘1 minute’ and becomes ‘2 minutes’\./);
    said = [];
    assert.equal(await diff("lend-a-drill@2", "lend-a-drill"), 0);
    assert.deepEqual(said, ["Nothing changes."]);
  });

  test("a version that was never published is said", async () => {
    assert.equal(await diff("lend-a-drill@1", "lend-a-drill@9"), 1);
    assert.deepEqual(complained, ["a-town Council has published no version 9 of lend-a-drill."]);
  });
});

import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { actsOf } from "../../src/councils/act-store.ts";
import { actInWords, fateOf } from "../../src/councils/act-words.ts";
import { openCouncils } from "../../src/councils/councils.ts";
import { writeEarlierVersions, writeLaterActs } from "../../src/demonstration/earlier-versions.ts";
import { seededIds } from "../../src/platform/ids.ts";
import { testClock } from "../support/clock.ts";
import { testDatabase } from "../support/database.ts";
import { testLog } from "../support/log.ts";

const ROOT = join(import.meta.dirname, "..", "..");
const DAY = 86_400_000;

test("Eastmere's potholes have half a year of versions, its council tax a planned night off, and the files are what is live", async () => {
  const database = await testDatabase();
  try {
    const clock = testClock("2026-03-02T09:00:00Z");
    const officer = seededIds(3).uuid(clock.now());
    const folders = { folder: join(ROOT, "councils"), shelf: join(ROOT, "services"), watch: false };
    for (let start = 0; start < 2; start++) await writeEarlierVersions(database, { councils: folders.folder }, clock.now());
    const councils = await openCouncils({ database, clock, log: testLog(), ...folders });
    await writeLaterActs(database, officer, clock.now());
    await councils.follow();
    const all = await actsOf(database, "eastmere");
    const told = (service: string): readonly string[] => {
      const acts = all.filter((act) => act.service === service);
      return acts.map((act) => `${actInWords(act)}, ${fateOf(act, acts, clock.now())}`);
    };
    assert.deepEqual(told("report-a-pothole"), [
      "Published version 1, done",
      "Published version 2, took effect",
      "Rolled back to version 1, done",
      "Published version 3, done",
    ]);
    assert.ok(all.filter(({ service }) => service === "report-a-pothole").every((act) => act.officer === officer && act.reason !== ""));
    assert.equal(councils.service("eastmere", "report-a-pothole")?.version, 3);
    assert.match((await councils.version("eastmere", "report-a-pothole", 1))?.questions.get("danger")?.hint ?? "", /deep or on a bend/);
    assert.deepEqual(told("council-tax-move").slice(1), ["Withdrawn, planned", "Rolled back to version 1, planned"]);
    const tax = (): string => councils.standing("eastmere", "council-tax-move").kind;
    const days = [tax()];
    for (const _ of [1, 2]) {
      clock.pass(days.length === 1 ? 9.7 * DAY : DAY / 2);
      days.push(tax());
    }
    assert.deepEqual(days, ["live", "withdrawn", "live"]);
    // A restart finds nothing to publish.
    await openCouncils({ database, clock, log: testLog(), ...folders });
    assert.equal((await actsOf(database, "eastmere")).length, all.length);
  } finally {
    await database.close();
  }
});

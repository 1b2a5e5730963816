import assert from "node:assert/strict";
import { test } from "node:test";
import { calendarOfNation } from "../../src/cases/clock/work-calendar.ts";
import { caseStore } from "../../src/cases/case-store.ts";
import { submissionStore } from "../../src/cases/submission-store.ts";
import type { Channel } from "../../src/councils/council.ts";
import { draftStore } from "../../src/drafts/draft-store.ts";
import { measureHandler } from "../../src/measures/measure-jobs.ts";
import { measureStore } from "../../src/measures/measure-store.ts";
import { seededIds } from "../../src/platform/ids.ts";
import { createJobs } from "../../src/platform/jobs.ts";
import { statement } from "../../src/platform/statement.ts";
import { testClock } from "../support/clock.ts";
import { testDatabase } from "../support/database.ts";
import { testLog } from "../support/log.ts";
import { smallService } from "./small-service.ts";

// A day whose only closing was taken back has a row that says none, until a recount clears it away: it is as good as no row.
const allMeasures = statement(
  "test-all-measures",
  `select council, service, day::text, channel, measure, count, total from measures where council = $1 and count <> 0
  union all select council, service, 'month ' || month, channel, measure, count, total from monthly_measures where council = $1 and count <> 0 order by 1, 2, 3, 4, 5`,
);
const spoil = statement(
  "test-spoil-measures",
  "update measures set count = count + 7, total = total + 3 where council = $1 and measure <> 'started'",
);
const plant = statement(
  "test-plant-measure",
  "insert into measures (council, service, day, channel, measure, count, total) values ($1, 'gone', '2026-03-01', 'web', 'submitted', 1, 0)",
);

const CHANNELS: readonly Channel[] = ["web", "phone", "desk", "api"];
const START = "2000-01-01";

/** Two councils on one database, with their stores and an outbox that works only when told. */
async function house(seed: number) {
  const database = await testDatabase();
  const clock = testClock("2026-03-28T22:50:00Z");
  const ids = seededIds(seed);
  const services = new Map(["pothole", "bin"].map((id) => [id, smallService(id)]));
  const versionOf = async (_: string, service: string) => services.get(service) ?? smallService(service);
  const calendarOf = () => calendarOfNation("england");
  const measures = measureStore(database);
  const jobs = createJobs({ database, clock, ids, log: testLog(), councils: () => ["here", "there"] });
  jobs.handle(measureHandler(measures));
  const chance = (most: number): number => (ids.bytes(1)[0] ?? 0) % most;
  return {
    database,
    clock,
    ids,
    jobs,
    measures,
    chance,
    services,
    submit: submissionStore({ database, clock, ids, calendarOf, tell: () => null }),
    cases: caseStore({
      database,
      clock,
      ids,
      versionOf,
      calendarOf,
      officersOf: () => Promise.resolve([]),
      coversOn: () => Promise.resolve([]),
      tell: () => null,
    }),
    drafts: draftStore({ database, clock, ids }),
  };
}

type House = Awaited<ReturnType<typeof house>>;

async function submitOne(at: House, council: string): Promise<string> {
  const service = at.services.get(at.chance(2) === 0 ? "pothole" : "bin") ?? smallService("bin");
  const due = new Date(at.clock.now().getTime() + at.chance(100) * 3_600_000).toISOString();
  const data = {
    service: service.id,
    version: 1,
    stage: "received",
    priority: "normal",
    team: "highways",
    due,
    feePence: null,
    tellBy: "none",
  } as const;
  const prepared = { data, answers: {}, person: { name: null, email: null, phone: null, address: [], postcode: null } };
  const channel = CHANNELS[at.chance(4)] ?? "web";
  const { id } = await at.submit({
    council,
    submission: at.ids.uuid(at.clock.now()),
    service,
    prepared,
    channel,
    officer: null,
    hasFiles: false,
  });
  return id;
}

/** Things that happen, cases that are opened again among them, in an order that chance decides; time passes over a change of the clocks and the end of a month. */
async function happenings(at: House, council: string, count: number): Promise<void> {
  const open: string[] = [];
  for (let step = 0; step < count; step++) {
    at.clock.pass(at.chance(120) * 60_000 + at.chance(250));
    const asking = {
      council,
      caseId: open[at.chance(Math.max(1, open.length))] ?? "",
      channel: "web",
      officer: null,
      roles: [],
      key: at.ids.uuid(at.clock.now()),
    } as const;
    const turn = at.chance(7);
    if (turn < 2 || open.length === 0) open.push(await submitOne(at, council));
    else if (turn === 2) assert.ok((await at.cases.apply(asking, { kind: "rate", score: 1 + at.chance(5), comment: "" })).ok);
    else if (turn === 3) await at.cases.apply(asking, { kind: "act", action: "close", reason: "", seen: 1 });
    else if (turn === 4) await at.cases.apply(asking, { kind: "reopen", by: "resident", reason: "It is not done" });
    else await journey(at, council);
    if (at.chance(10) === 0) await at.jobs.settle(council);
  }
}

async function journey(at: House, council: string): Promise<void> {
  const id = at.ids.uuid(at.clock.now());
  await at.drafts.start(council, id, { service: "pothole", version: 1, channel: CHANNELS[at.chance(2)] ?? "web", officer: null });
  if (at.chance(2) === 0) return;
  at.clock.pass(at.chance(200) * 60_000);
  const draft = await at.drafts.load(council, id);
  assert.ok(draft);
  await at.drafts.end(council, draft, "not-ours");
  await at.drafts.end(council, draft, "not-ours");
}

test("figures kept up as things happen are those counted from the events, and a recount mends what was spoiled", async () => {
  const at = await house(5);
  await happenings(at, "here", 150);
  await happenings(at, "there", 20);
  await at.jobs.settle();
  const [here, there] = [await at.database.query(allMeasures, ["here"]), await at.database.query(allMeasures, ["there"])];
  assert.ok(here.length > 20);
  for (const measure of ["started", "ended", "submitted", "rated", "satisfied", "closed", "in_time"]) {
    assert.ok(JSON.stringify(here).includes(`"${measure}"`), measure);
  }
  assert.equal(await at.measures.rebuild("here", START), 0);
  assert.deepEqual(await at.database.query(allMeasures, ["here"]), here);

  await at.database.execute(spoil, ["here"]);
  await at.database.execute(plant, ["here"]);
  assert.ok((await at.measures.rebuild("here", START)) > 0);
  assert.deepEqual(await at.database.query(allMeasures, ["here"]), here);
  assert.deepEqual(await at.database.query(allMeasures, ["there"]), there);
  await at.database.close();
});

test("a recount while work waits in the outbox counts nothing twice, whichever goes first", async () => {
  const at = await house(6);
  await happenings(at, "here", 40);
  // Some of it is counted by now and some waits; recount and counting then race.
  await happenings(at, "here", 12);
  await Promise.all([at.measures.rebuild("here", START), at.jobs.settle("here"), at.measures.rebuild("here", START)]);
  const kept = await at.database.query(allMeasures, ["here"]);
  assert.equal(await at.measures.rebuild("here", START), 0);
  assert.deepEqual(await at.database.query(allMeasures, ["here"]), kept);
  await at.database.close();
});

test("journeys from before the day given keep their figures, since their drafts may be gone", async () => {
  const at = await house(7);
  await happenings(at, "here", 40);
  await at.jobs.settle();
  await at.database.execute(statement("test-lose-drafts", "delete from drafts where council = $1"), ["here"]);
  const before = await at.database.query(allMeasures, ["here"]);
  assert.equal(await at.measures.rebuild("here", "2100-01-01"), 0);
  assert.deepEqual(await at.database.query(allMeasures, ["here"]), before);
  assert.ok((await at.measures.rebuild("here", START)) === 0);
  const after = await at.database.query(allMeasures, ["here"]);
  assert.ok(after.length < before.length && !JSON.stringify(after).includes('"started"'));
  await at.database.close();
});

test("work that says nothing countable goes to the dead-letter list and keeps nobody waiting", async () => {
  const at = await house(8);
  await submitOne(at, "here");
  await at.database.execute(
    statement(
      "test-bad-measure",
      "insert into jobs (council, id, kind, payload, run_at, created_at) values ($1, $2, 'measure', '{\"service\": 3}', $3, $3)",
    ),
    ["here", at.ids.uuid(at.clock.now()), at.clock.now()],
  );
  await at.jobs.settle();
  assert.equal((await at.jobs.dead("here", 1)).jobs.length, 1);
  assert.equal((await at.database.query(allMeasures, ["here"])).length, 2);
  await at.database.close();
});

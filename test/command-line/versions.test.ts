import { calendarOfNation } from "../../src/cases/clock/work-calendar.ts";
import assert from "node:assert/strict";
import { dirname } from "node:path";
import { after, before, beforeEach, describe, test } from "node:test";
import { prepare } from "../../src/cases/prepare.ts";
import { submissionStore } from "../../src/cases/submission-store.ts";
import { callOffVerb, publishVerb, rollbackVerb, withdrawVerb } from "../../src/command-line/act-verbs.ts";
import { diffVersions } from "../../src/command-line/diff-verb.ts";
import type { OperatorTools } from "../../src/command-line/operator.ts";
import { shadow } from "../../src/command-line/shadow-verb.ts";
import { versionsVerb } from "../../src/command-line/versions-verb.ts";
import type { Desk } from "../../src/command-line/verb.ts";
import type { Councils } from "../../src/councils/councils.ts";
import { openCouncils } from "../../src/councils/councils.ts";
import { compileDefinition } from "../../src/definition/compile-definition.ts";
import type { Service } from "../../src/definition/service.ts";
import { seededIds } from "../../src/platform/ids.ts";
import { DRILL, smallHouse, WHO } from "../councils/small-council.ts";
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

  test("versions lists what is published, and which is live", async () => {
    assert.equal(await versionsVerb(tools(), ["lend-a-drill"]), 0);
    assert.deepEqual(said, [
      "lend-a-drill@1",
      "lend-a-drill@2  live",
      "",
      "History",
      "1. 2026-03-01 10:00  Published version 1, by the file: The definition file changed",
      "2. 2026-03-01 10:00  Published version 2, by the file: The definition file changed",
    ]);
    assert.equal(await versionsVerb(tools(), ["lend-a-saw"]), 1);
    assert.deepEqual(complained, ["a-town Council has published no lend-a-saw. It has published lend-a-drill."]);
  });

  test("a version that was never published is said", async () => {
    assert.equal(await diff("lend-a-drill@1", "lend-a-drill@9"), 1);
    assert.deepEqual(complained, ["a-town Council has published no version 9 of lend-a-drill."]);
  });

  /** Sends the answers on the live version, and gives the reference. */
  async function send(holes: number): Promise<string> {
    const service = councils.service("a-town", "lend-a-drill");
    assert.ok(service);
    const answers = { holes, full_name: { first: "Ann", last: "Secret" }, email: "ann@secret.example" };
    const preparation = prepare(service, answers, clock.now(), calendarOfNation("england"), { today: "2026-03-01", files: [] });
    assert.ok(preparation.ok);
    const { prepared } = preparation;
    const sent = { council: "a-town", submission: ids.uuid(clock.now()), service, prepared, channel: "web", officer: null } as const;
    const submit = submissionStore({ database, clock, ids, tell: () => null, calendarOf: () => calendarOfNation("england") });
    return (await submit({ ...sent, hasFiles: false })).reference;
  }

  function draft(...changes: readonly (readonly [string, string])[]): Service {
    const text = changes.reduce((all, [from, to]) => all.replace(from, to), DRILL);
    const fragments = new Map([["who", { name: "who.yaml", text: WHO }]]);
    const compilation = compileDefinition({ name: "lend-a-drill.yaml", text }, fragments);
    assert.ok(compilation.ok, JSON.stringify(compilation.findings));
    return compilation.service;
  }

  const wish = { file: "", council: undefined, everyVersion: false, json: true };

  test("shadow counts the submissions that a draft would have taken otherwise, by reference and without an answer", async () => {
    assert.equal(await shadow(tools(), draft(), { ...wish, json: false }), 0);
    assert.match(said.join("\n"), /^0 submissions of lend-a-drill, version 2 replayed.*\nNothing was sent on this version yet/);
    const [few, many, most] = [await send(3), await send(30), await send(45)];
    const report = async (...changes: readonly (readonly [string, string])[]): Promise<unknown> => {
      said = [];
      assert.equal(await shadow(tools(), draft(...changes), wish), 0);
      assert.doesNotMatch(said.join(), /Ann|Secret|secret/i);
      return JSON.parse(said.join());
    };
    const base = { service: "lend-a-drill", liveVersion: 2, replayed: 3, erased: 0 };
    assert.deepEqual(await report(), { ...base, otherwise: 0, differences: [] });
    const refused = { kind: "refused", detail: "holes: number-too-large", count: 2, references: [many, most] };
    assert.deepEqual(await report(["most: 99", "most: 20"]), { ...base, otherwise: 2, differences: [refused] });
    const priority = { kind: "priority", detail: "normal becomes high", count: 1, references: [most] };
    const fee = { kind: "fee", detail: "no fee becomes £5.00", count: 3, references: [few, many, most] };
    const ruled = [
      ["  team: tools\n", '  team: tools\n  priority: if holes > 40 then "high" else "normal"\n'],
      ["retention:", "fee: 5\nretention:"],
    ] as const;
    assert.deepEqual(await report(...ruled), { ...base, otherwise: 3, differences: [fee, priority] });
    const stop = [
      "flow: [holes, who]",
      "flow: [holes, { when: holes > 40, stop: no }, who]\noutcomes: { no: { title: No, body: Not here. } }",
    ] as const;
    const stopped = { kind: "outcome", detail: "no", count: 1, references: [most] };
    assert.deepEqual(await report(stop), { ...base, otherwise: 1, differences: [stopped] });
    const order = ["flow: [holes, who]", "flow: [who, holes]"] as const;
    const screens = { kind: "screens", detail: "holes becomes full-name", count: 3, references: [few, many, most] };
    assert.deepEqual(await report(order), { ...base, otherwise: 3, differences: [screens] });
    const more = ["flow: [holes, who]", "flow: [holes, wide, who]"] as const;
    const asked = ["questions:\n", "questions:\n  wide: { ask: Are they wide?, type: yes-no, label: if they are wide }\n"] as const;
    const unanswered = { kind: "unanswered", detail: "wide", count: 3, references: [few, many, most] };
    assert.deepEqual(await report(more, asked), { ...base, otherwise: 3, differences: [unanswered] });
    said = [];
    await shadow(tools(), draft(...ruled), { ...wish, json: false });
    assert.match(said.join("\n"), /3 would have gone otherwise\.[^]*Another priority: 1\n {2}normal becomes high: /);
  });

  test("a submission whose person was erased is counted, not replayed", async () => {
    await database.session((session) => session.script("update events set personal = null, salt = null", "erase-everybody"));
    assert.equal(await shadow(tools(), draft(), { ...wish, json: false }), 0);
    assert.match(said.join("\n"), /^0 submissions .*\n3 could not be replayed/);
  });

  test("publish, withdraw, rollback and call-off do what they say, and refuse in words", async () => {
    const done = async (work: Promise<unknown>): Promise<string> => {
      await work;
      await councils.follow();
      const lines = [...said, ...complained].join("\n");
      [said, complained] = [[], []];
      return lines;
    };
    const name = "lend-a-drill";
    const reason = ["--reason", "A fault in the form"];
    assert.equal(await done(rollbackVerb(tools(), [`${name}@1`, ...reason])), `${name}@1 is live now.`);
    assert.equal(await done(withdrawVerb(tools(), [name])), `${name} is withdrawn now. Its cases go on.`);
    assert.equal(await done(withdrawVerb(tools(), [name])), "It is withdrawn already.");
    assert.equal(await done(publishVerb(tools(), [name, "--at", "2026-06-01 09:00"])), `${name}@2 is live on 2026-06-01 09:00.`);
    assert.match(
      await done(versionsVerb(tools(), [name])),
      /is withdrawn\n[^]*5\. .*Published version 2, planned for 2026-06-01 09:00, by the command line/,
    );
    assert.equal(await done(callOffVerb(tools(), [name, "5"])), `Number 5 of ${name} is called off.`);
    assert.match(await done(callOffVerb(tools(), [name, "5"])), /cannot be called off/);
    assert.match(await done(publishVerb(tools(), [name, "--at", "2026-03-29 01:30"])), /Write a day and a time in London/);
    assert.match(await done(publishVerb(tools(), ["lend-a-saw"])), /has no service lend-a-saw/);
    assert.match(await done(publishVerb(tools(), [`${name}@1`])), /use rollback/);
    assert.equal(await done(rollbackVerb(tools(), [`${name}@7`])), "There is no version 7. There are: 1, 2.");
    assert.equal(await done(publishVerb(tools(), [name])), `${name}@2 is live now.`);
  });
});

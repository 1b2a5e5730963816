import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { sweepAlarms } from "../../src/cases/alarm-store.ts";
import { firstBroken } from "../../src/cases/event.ts";
import { sweepClocks } from "../../src/housekeeping.ts";
import { mailbox, messagesOfCase } from "../../src/messages/message-store.ts";
import { councilYaml } from "../councils/small-council.ts";
import { officer, submitted } from "../desk/office.ts";
import { testApp } from "../support/app.ts";
import type { TestApp } from "../support/app.ts";
import { ANN, clockedText } from "./small-case.ts";

const TOWN = "a-town";
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

describe("what happens by itself on the clock of a case", () => {
  let app: TestApp;

  before(async () => {
    const council = councilYaml(TOWN, [
      ["services: [lend-a-drill]", "services: [try-it]"],
      ["roles:", "roles:\n  manager: { name: Manager, permissions: [cases.read, cases.work] }"],
    ]);
    const escalating = clockedText(["  stages:\n", "  escalate: 1 working day after, to manager\n  stages:\n"]);
    app = await testApp({
      councils: { [`${TOWN}/council.yaml`]: council, [`${TOWN}/services/try-it.yaml`]: escalating },
      start: "2026-06-01T09:00:00Z",
    });
  });
  after(() => app.stop());

  async function made(urgent = false) {
    const reference = await submitted(app, "try-it", { ...ANN, yes: urgent }, { council: TOWN });
    const item = await app.context.cases.byReference(TOWN, reference);
    assert.ok(item);
    return item;
  }

  async function act(caseId: string, action: string): Promise<void> {
    const asking = {
      council: TOWN,
      caseId,
      channel: "desk",
      officer: null,
      roles: [],
      key: app.context.ids.uuid(app.clock.now()),
    } as const;
    const applied = await app.context.cases.apply(asking, { kind: "act", action, reason: "", seen: 0 });
    assert.ok(applied.ok);
  }

  async function kinds(caseId: string): Promise<string[]> {
    return (await app.context.cases.events(TOWN, caseId)).map(({ kind }) => kind);
  }

  /** Who was sent which email inside the council, the newest first; and the mailbox is empty again. */
  async function mailed(): Promise<string[]> {
    await app.settle();
    const { messages } = await mailbox(app.database, TOWN, 1);
    return messages.filter(({ caseId }) => caseId === null).map(({ recipient, subject }) => `${recipient}: ${subject}`);
  }

  test("a case that nobody took warns and escalates to the team and to its managers, by email and in the history, each once", async () => {
    const manager = await officer(app, "Mary Manager", ["manager"], ["tools"], TOWN);
    await officer(app, "Other Manager", ["manager"], ["roads"], TOWN);
    const item = await made();
    await sweepClocks(app.context);
    assert.deepEqual(await kinds(item.id), ["submitted"]);
    // Three working days of the stage end on Thursday.
    app.clock.pass(2 * DAY);
    await sweepClocks(app.context);
    await sweepClocks(app.context);
    assert.deepEqual(await kinds(item.id), ["submitted", "warned"]);
    assert.deepEqual(await mailed(), [`tools@a-town.example: Due by Thursday 4 June 2026: Try it: ${item.reference}`]);
    app.clock.pass(3 * DAY);
    await sweepClocks(app.context);
    assert.deepEqual(await kinds(item.id), ["submitted", "warned", "escalated"]);
    assert.ok((await mailed()).includes(`${manager.email}: Late: Try it: ${item.reference}`));
    const events = await app.context.cases.events(TOWN, item.id);
    assert.deepEqual([events.at(-1)?.channel, events.at(-1)?.officer, firstBroken(TOWN, events)], ["clock", null, undefined]);
    const { messages } = await mailbox(app.database, TOWN, 1);
    const words = messages.find(({ subject }) => subject.startsWith("Late"))?.body ?? "";
    assert.match(words, /The stage “Received” of this case was due by Thursday 4 June 2026, and is not done\./);
    assert.match(words, /Nobody has taken it\./);
    assert.doesNotMatch(words, /Ann|Other|example\.com/);
  });

  test("the officer who has the case is warned in place of the team", async () => {
    const who = await officer(app, "Olive Officer", ["worker"], ["tools"], TOWN);
    const item = await made();
    const asking = {
      council: TOWN,
      caseId: item.id,
      channel: "desk",
      officer: who.id,
      roles: [],
      key: app.context.ids.uuid(app.clock.now()),
    } as const;
    await app.context.cases.apply(asking, { kind: "take", officer: who.id });
    app.clock.pass(3 * DAY);
    await sweepClocks(app.context);
    const told = (await mailed()).filter((line) => line.includes(item.reference));
    assert.equal(told.length, 1);
    assert.match(told[0] ?? "", /^olive\.officer@a-town\.example: Due by/);
  });

  test("a case that waits for a person who does not answer tells them by when, closes by itself, and tells them so", async () => {
    const item = await made();
    await act(item.id, "ask");
    await app.settle();
    const asked = await messagesOfCase(app.database, TOWN, item.id);
    // Nobody knows when it will be done while it waits: only their own last day is named.
    assert.match(asked.at(-1)?.body ?? "", /^Dear Ann Other,\n\nPlease answer by \w+ \d+ June 2026\.\n\na-town Council/);
    app.clock.pass(16 * DAY);
    await sweepClocks(app.context);
    await app.settle();
    const closed = await app.context.cases.byId(TOWN, item.id);
    assert.equal(closed?.stage, "closed");
    assert.ok(closed !== undefined && closed.closedAt !== null && closed.closedAt < closed.dueAt);
    assert.match((await messagesOfCase(app.database, TOWN, item.id)).at(-1)?.subject ?? "", /^Closed: /);
    assert.ok(!(await kinds(item.id)).includes("escalated"));
  });

  test("an answer makes it go on in the same transaction, and a second press of the button does nothing more", async () => {
    const item = await made();
    await act(item.id, "ask");
    const key = app.context.ids.uuid(app.clock.now());
    const asking = { council: TOWN, caseId: item.id, channel: "web", officer: null, roles: [], key } as const;
    const command = { kind: "reply", text: "It is blue", files: [] } as const;
    const [one, two] = await Promise.all([app.context.cases.apply(asking, command), app.context.cases.apply(asking, command)]);
    assert.deepEqual([one.ok, two.ok], [true, true]);
    assert.deepEqual(await kinds(item.id), ["submitted", "acted", "replied", "acted"]);
    const now = await app.context.cases.byId(TOWN, item.id);
    assert.deepEqual([now?.stage, now?.waitingReply], ["received", true]);
  });

  test("several programs that look at once do nothing twice, and one that was stopped half way is carried on", async () => {
    const items = await Promise.all(Array.from({ length: 12 }, () => made()));
    app.clock.pass(9 * DAY);
    // The first is stopped by a failure after its third case.
    let calls = 0;
    const failing: typeof app.context.cases.apply = async (...asked) => {
      if ((calls += 1) > 5) throw new Error("stopped");
      return await app.context.cases.apply(...asked);
    };
    await sweepAlarms({ ...app.context, cases: { ...app.context.cases, apply: failing } }, TOWN);
    await Promise.all([sweepAlarms(app.context, TOWN), sweepAlarms(app.context, TOWN), sweepAlarms(app.context, TOWN)]);
    for (const { id } of items) {
      const told = (await app.context.cases.events(TOWN, id)).slice(1).map(({ kind, data }) => `${kind} ${JSON.stringify(data)}`);
      assert.equal(new Set(told).size, told.length);
      assert.ok(told.some((line) => line.startsWith("escalated")));
    }
    assert.equal(await sweepAlarms(app.context, TOWN), 0);
  });

  test("nobody is written to of a case that was closed in the meantime", async () => {
    await mailed();
    const item = await made();
    app.clock.pass(4 * DAY);
    await sweepAlarms(app.context, TOWN);
    await act(item.id, "close");
    assert.deepEqual(
      (await mailed()).filter((line) => line.includes(item.reference)),
      [],
    );
  });
});

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { TestContext } from "node:test";

import { smtpSender } from "../../src/connectors/smtp/smtp-sender.ts";
import { messageHandler } from "../../src/messages/deliver.ts";
import { mailHandler } from "../../src/messages/deliver-mail.ts";
import { lettersToPrint, mailbox, mailboxMail, markPrinted, messagesOfCase, noteStanding } from "../../src/messages/message-store.ts";
import { systemIds } from "../../src/platform/ids.ts";
import { insertJobs, newJob } from "../../src/platform/job.ts";
import { createJobs } from "../../src/platform/jobs.ts";
import { statement } from "../../src/platform/statement.ts";
import { testClock } from "../support/clock.ts";
import type { TestDatabase } from "../support/database.ts";
import { testDatabase } from "../support/database.ts";
import { testLog } from "../support/log.ts";
import type { SmtpManner } from "../support/smtp-server.ts";
import { mailServer } from "../support/smtp-server.ts";

// A suite of its own: hooks outside one would run with every other test of the process.
describe("messages: deliver", () => {
  let database: TestDatabase;
  before(async () => {
    database = await testDatabase();
  });
  after(() => database.close());

  const FROM = { name: "Eastmere Borough Council", address: "no-reply@eastmere.example" };
  const COUNCILS = ["eastmere", "westmere"];
  const queue = statement(
    "test-queue-message",
    `insert into messages (council, id, case_id, cause, way, recipient, subject, body, state, created_at)
     values ($1, $2, $3, $4, 'email', 'doreen@example.com', 'We have it', 'Dear Doreen', $5, $6)`,
  );

  // The email inside the council that a refused message leaves, which no test here sends.
  const leftOver = statement("test-mail-left-over", "delete from jobs where council = $1 and payload ? 'undelivered'");

  /** A case of its own for each test, so that they share one database. */
  async function telling(t: TestContext, options: { readonly manner?: SmtpManner } = {}) {
    const [clock, ids, log] = [testClock(), systemIds(), testLog()];
    const server = options.manner === undefined ? undefined : await mailServer(options.manner);
    const sender = server === undefined ? undefined : smtpSender({ url: server.url, timeout: 1500 });
    t.after(async () => {
      sender?.close();
      await database.execute(leftOver, ["eastmere"]);
      await server?.close();
    });
    const jobs = createJobs({ database, clock, ids, log, councils: () => COUNCILS });
    const house = { database, clock, ids, log, sender, from: () => FROM };
    jobs.handle(messageHandler(house));
    const [id, caseId] = [ids.uuid(clock.now()), ids.uuid(clock.now())];
    await database.execute(queue, ["eastmere", id, caseId, `${caseId}:1:received`, "queued", clock.now()]);
    const ask = (council = "eastmere") => insertJobs(database, council, [newJob("message", { message: id }, clock.now(), ids)]);
    const told = (council = "eastmere") => messagesOfCase(database, council, caseId);
    return { clock, ids, log, jobs, house, server, id, ask, told };
  }

  test("with no mail server, what was queued for one stands in the mailbox of its council alone", async (t) => {
    const { jobs, ask, told, id } = await telling(t);
    await ask("westmere");
    await jobs.settle();
    assert.deepEqual(
      (await told()).map(({ state }) => state),
      ["queued"],
      "another council's job does nothing to it",
    );
    await ask();
    await jobs.settle();
    assert.partialDeepStrictEqual(await told(), [{ state: "sent", way: "email", recipient: "doreen@example.com", problem: null }]);
    assert.equal((await mailbox(database, "eastmere", 1)).messages[0]?.id, id);
    assert.equal((await mailboxMail(database, "eastmere", id))?.body, "Dear Doreen");
    assert.equal(await mailboxMail(database, "westmere", id), undefined);
    assert.deepEqual(await told("westmere"), []);
  });

  test("with a mail server it is sent once and noted, however often its job runs", async (t) => {
    const { jobs, ask, told, server } = await telling(t, { manner: "accept" });
    for (const _ of [1, 2]) {
      await ask();
      await jobs.settle();
    }
    assert.equal(server?.received.length, 1);
    assert.deepEqual(
      (await told()).map((message) => message.state),
      ["sent"],
    );
  });

  test("a letter is printed once, by its own council", async (t) => {
    const { clock, ids } = await telling(t);
    const [id, caseId] = [ids.uuid(clock.now()), ids.uuid(clock.now())];
    await database.execute(queue, ["eastmere", id, caseId, `${caseId}:1:received`, "to print", clock.now()]);
    assert((await lettersToPrint(database, "eastmere", 1)).messages.some((letter) => letter.id === id));
    assert.equal(await markPrinted(database, "westmere", [id], clock.now()), 0);
    assert.equal(await markPrinted(database, "eastmere", [id], clock.now()), 1);
    assert.equal(await markPrinted(database, "eastmere", [id], clock.now()), 0);
  });

  test("a refused address is failed on the case, in words, and not tried for ever", async (t) => {
    const { jobs, ask, told, clock } = await telling(t, { manner: "no-such-user" });
    await ask();
    await jobs.settle();
    clock.pass(3_600_000);
    await jobs.settle();
    assert.deepEqual(
      (await told()).map(({ state, problem }) => [state, problem]),
      [["failed", "The mail server refused the address or the message"]],
    );
    assert.deepEqual((await jobs.dead("eastmere", 1)).jobs, []);
  });

  test("a server that defers, then hangs, then takes it: officers see it queued, the person gets it once", async (t) => {
    const { jobs, ask, told, clock, server, log } = await telling(t, { manner: "defer" });
    await ask();
    await jobs.settle();
    assert.deepEqual(
      (await told()).map(({ state, problem }) => [state, problem]),
      [["queued", "The mail server asked to try again later"]],
    );
    server?.behave("hang");
    clock.pass(5000);
    await jobs.settle();
    server?.behave("accept");
    clock.pass(60_000);
    await jobs.settle();
    assert.equal(server?.received.length, 1);
    assert.deepEqual(
      (await told()).map(({ state, problem }) => [state, problem]),
      [["sent", null]],
    );
    assert(!log.lines.join("").includes("doreen"), "no address in the log");
  });

  test("a line dropped after the message: the second copy carries the same Message-ID", async (t) => {
    const { jobs, ask, told, clock, server } = await telling(t, { manner: "accept-then-drop" });
    await ask();
    await jobs.settle();
    server?.behave("accept");
    clock.pass(5000);
    await jobs.settle();
    const ids = server?.received.map(({ text }) => /^Message-ID: (.+)\r$/m.exec(text)?.[1]);
    assert.equal(ids?.length, 2);
    assert.equal(ids[0], ids[1]);
    assert.deepEqual(
      (await told()).map(({ state }) => state),
      ["sent"],
    );
  });

  test("a server that never takes it: failed after ten attempts, dead, and sent once an officer replays it", async (t) => {
    const { jobs, ask, told, clock, server } = await telling(t, { manner: "defer" });
    await ask();
    for (let i = 0; i < 12; i++) {
      await jobs.settle();
      clock.pass(4_500_000);
    }
    assert.deepEqual(
      (await told()).map(({ state }) => state),
      ["failed"],
    );
    const { jobs: dead } = await jobs.dead("eastmere", 1);
    assert.deepEqual(
      dead.map(({ code, problem }) => [code, problem]),
      [["mail-deferred", "The mail server asked to try again later"]],
    );
    server?.behave("accept");
    assert.equal(await jobs.replay("eastmere", dead[0]?.id ?? ""), true);
    await jobs.settle();
    assert.deepEqual(
      (await told()).map(({ state }) => state),
      ["sent"],
    );
  });

  test("what has gone already is not sent again by a later attempt", async (t) => {
    const { jobs, ask, told, clock, server, id } = await telling(t, { manner: "defer" });
    await ask();
    await jobs.settle();
    await noteStanding(database, "eastmere", id, { state: "sent", problem: null, sentAt: clock.now() });
    server?.behave("accept");
    clock.pass(5000);
    await jobs.settle();
    assert.equal(server?.received.length, 0);
    assert.deepEqual(
      (await told()).map(({ state }) => state),
      ["sent"],
    );
  });

  test("mail about no case: the words are made when it is sent, and once a server has it nothing is kept", async (t) => {
    const { jobs, house, clock, ids, server } = await telling(t, { manner: "defer" });
    const draft = ids.uuid(clock.now());
    let made = 0;
    let finished = 0;
    const finish = () => Promise.resolve(void (finished += 1));
    const prepare = (council: string, payload: Readonly<Record<string, unknown>>) => {
      made += 1;
      assert.deepEqual([council, payload], ["eastmere", { draft }]);
      return Promise.resolve({
        recipient: "doreen@example.com",
        subject: "Your link",
        body: `https://x.example/resume/token-${made}\n`,
        finish,
      });
    };
    jobs.handle(mailHandler({ ...house, prepare }));
    await insertJobs(database, "eastmere", [newJob("mail", { draft }, clock.now(), ids)]);
    await jobs.settle();
    server?.behave("accept");
    clock.pass(5000);
    await jobs.settle();
    assert.deepEqual([made, finished], [2, 1]);
    assert.match(server?.received[0]?.text ?? "", /token-2/);
    const { messages } = await mailbox(database, "eastmere", 1);
    assert(!messages.some(({ body }) => body.includes("token-")));
  });

  test("with no mail server it stays in the mailbox for a day", async (t) => {
    const { jobs, house, clock, ids } = await telling(t);
    let made = 0;
    const prepare = () => Promise.resolve({ recipient: "doreen@example.com", subject: "Your link", body: `token-${(made += 1)}` });
    jobs.handle(mailHandler({ ...house, prepare }));
    const send = async () => {
      await insertJobs(database, "westmere", [newJob("mail", { draft: "d" }, clock.now(), ids)]);
      await jobs.settle();
      return (await mailbox(database, "westmere", 1)).messages.map(({ body }) => body);
    };
    assert.deepEqual(await send(), ["token-1"]);
    clock.pass(60 * 60 * 1000);
    assert.deepEqual(await send(), ["token-2", "token-1"]);
    clock.pass(23.5 * 60 * 60 * 1000);
    assert.deepEqual(await send(), ["token-3", "token-2"]);
  });
});

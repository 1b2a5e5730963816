import assert from "node:assert/strict";
import { test } from "node:test";
import type { TestContext } from "node:test";

import { openDatabase } from "../../src/platform/database.ts";
import type { TestApp } from "../support/app.ts";
import { testDatabase } from "../support/database.ts";
import type { MailServer, SmtpManner } from "../support/smtp-server.ts";
import { mailServer } from "../support/smtp-server.ts";
import { casesOf, faultsApp, messagesOf, referenceOn, visitor } from "./visitor.ts";

const HOUR = 3_600_000;

function settings({ url }: { url: string }) {
  return { SMTP_URL: url, MAIL_FROM: "no-reply@millbrook.example" };
}

async function withMail(t: TestContext, manner: SmtpManner): Promise<{ app: TestApp; server: MailServer }> {
  const server = await mailServer(manner);
  const app = await faultsApp({ settings: settings(server) });
  t.after(async () => {
    await app.stop();
    await server.close();
  });
  return { app, server };
}

/** Sends one journey, and gives its reference as the person sees it. */
async function sendOne(app: TestApp, email: string): Promise<string> {
  const person = await visitor(app, email);
  await person.answerAll();
  await person.post("send");
  return referenceOn(await person.get("done")) ?? "";
}

function idsOf({ received }: MailServer): readonly string[] {
  return received.map(({ text }) => /^message-id: *(\S+)/im.exec(text)?.[1] ?? "none");
}

test("with no mail server there, cases are accepted; their messages go out once it is back, one each", async (t) => {
  const gone = await mailServer("accept");
  await gone.close();
  const port = Number(new URL(gone.url).port);
  const app = await faultsApp({ settings: settings(gone) });
  t.after(() => app.stop());
  const references = [await sendOne(app, "ann@example.com"), await sendOne(app, "bob@example.com")];
  await app.settle();
  assert.deepEqual((await casesOf(app)).map(({ reference }) => reference).toSorted(), references.toSorted());
  assert.deepEqual(
    (await messagesOf(app)).map(({ state }) => state),
    ["queued", "queued"],
    "officers see that they wait",
  );

  const back = await mailServer("accept", port);
  t.after(() => back.close());
  app.clock.pass(HOUR);
  await app.settle();
  app.clock.pass(HOUR);
  await app.settle();
  assert.deepEqual(back.received.flatMap(({ to }) => to).toSorted(), ["ann@example.com", "bob@example.com"]);
  assert.deepEqual(
    (await messagesOf(app)).map(({ state }) => state),
    ["sent", "sent"],
  );
});

test("a mail server that takes the mail and breaks off gets it again under the same Message-ID, so the person can be told once", async (t) => {
  const { app, server } = await withMail(t, "accept-then-drop");
  await sendOne(app, "ann@example.com");
  await app.settle();
  assert.equal(server.received.length, 1);
  server.behave("accept");
  app.clock.pass(HOUR);
  await app.settle();
  app.clock.pass(HOUR);
  await app.settle();
  assert.equal(server.received.length, 2);
  assert.equal(new Set(idsOf(server)).size, 1);
  assert.deepEqual(
    (await messagesOf(app)).map(({ state }) => state),
    ["sent"],
  );
});

test("a mail server that asks to wait is asked again later", async (t) => {
  const { app, server } = await withMail(t, "defer");
  await sendOne(app, "ann@example.com");
  await app.settle();
  assert.equal(server.received.length, 0);
  server.behave("accept");
  app.clock.pass(HOUR);
  await app.settle();
  assert.equal(server.received.length, 1);
});

test("while the mail server hangs, cases are accepted at once; a stop hands the mail back and the next program sends it, once", async (t) => {
  const server = await mailServer("hang");
  const database = await testDatabase();
  t.after(() => server.close());
  const first = await faultsApp({ database, settings: settings(server) });
  const since = performance.now();
  const reference = await sendOne(first, "ann@example.com");
  // The mail is being sent by now: the outbox was woken, and the other side says nothing.
  const jobs = first.settle();
  assert.match(reference, /^\w{3}-\w{3}-\w{3}$/);
  const accepted = performance.now() - since;
  const second = await sendOne(first, "bob@example.com");
  assert.notEqual(second, reference);
  await first.stop();
  await jobs;
  assert.ok(accepted < 4000, `accepting took ${Math.round(accepted)} ms`);

  server.behave("accept");
  const { connection } = database;
  const again = await faultsApp({
    database: { ...(await openDatabase(connection, { background: true })), connection },
    settings: settings(server),
  });
  t.after(() => again.stop());
  again.clock.pass(HOUR);
  await again.settle();
  again.clock.pass(HOUR);
  await again.settle();
  assert.deepEqual(server.received.flatMap(({ to }) => to).toSorted(), ["ann@example.com", "bob@example.com"]);
  assert.equal(new Set(idsOf(server)).size, 2);
  assert.deepEqual(
    (await messagesOf(again)).map(({ state }) => state),
    ["sent", "sent"],
  );
});

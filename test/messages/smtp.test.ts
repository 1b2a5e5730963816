import assert from "node:assert/strict";
import { createServer } from "node:net";
import type { AddressInfo, Socket } from "node:net";
import { test } from "node:test";
import type { TestContext } from "node:test";

import { smtpSender } from "../../src/connectors/smtp/smtp-sender.ts";
import type { Mail } from "../../src/messages/mail.ts";
import { messageIdOf } from "../../src/messages/mail.ts";
import type { SmtpManner } from "../support/smtp-server.ts";
import { mailServer } from "../support/smtp-server.ts";

const FROM = { name: "Eastmere Borough Council", address: "no-reply@eastmere.example" };
const MAIL: Mail = {
  from: FROM,
  to: "doreen@example.com",
  subject: "We have your report – EM-4KX",
  text: "Dear Doreen\n\nWe have it.\n",
  messageId: messageIdOf("eastmere", "case:1:received", FROM),
};

// Long enough for a busy machine; only a server that says nothing is waited for so long, and it gets a short one.
async function sending(t: TestContext, manner: SmtpManner) {
  const server = await mailServer(manner);
  const sender = smtpSender({ url: server.url, timeout: manner === "hang" ? 300 : 10_000 });
  t.after(async () => {
    sender.close();
    await server.close();
  });
  return { server, sender };
}

test("mail arrives once with its words, sender and Message-ID", async (t) => {
  const { server, sender } = await sending(t, "accept");
  assert.deepEqual(await sender.send(MAIL), { sent: true });
  assert.equal(server.received.length, 1);
  const [mail] = server.received;
  assert.deepEqual(mail?.to, ["doreen@example.com"]);
  assert.match(mail?.text ?? "", /^From: Eastmere Borough Council <no-reply@eastmere\.example>\r$/m);
  assert(mail?.text.includes(`Message-ID: ${MAIL.messageId}`));
  assert.match(mail?.text ?? "", /^Auto-Submitted: auto-generated\r$/m);
  assert.match(mail?.text ?? "", /Dear Doreen\r\n\r\nWe have it\./);
});

test("the Message-ID of a cause is the same each time, differs by council, and says nothing", () => {
  assert.equal(MAIL.messageId, messageIdOf("eastmere", "case:1:received", FROM));
  assert.notEqual(MAIL.messageId, messageIdOf("westmere", "case:1:received", FROM));
  assert.match(MAIL.messageId, /^<[0-9a-f]{40}@eastmere\.example>$/);
});

test("a refusal of this receiver or this message is final; all else may pass", async (t) => {
  const expected: Partial<Record<SmtpManner, object>> = {
    "no-such-user": { sent: false, again: false, code: "mail-refused" },
    "no-such-content": { sent: false, again: false, code: "mail-refused" },
    "no-such-sender": { sent: false, again: true, code: "mail-settings" },
    defer: { sent: false, again: true, code: "mail-deferred" },
    "accept-then-drop": { sent: false, again: true, code: "mail-broken-off" },
  };
  const { server, sender } = await sending(t, "accept");
  for (const [manner, outcome] of Object.entries(expected)) {
    // Safe: the keys of the table above.
    server.behave(manner as SmtpManner);
    assert.deepEqual(await sender.send(MAIL), outcome, manner);
  }
  assert.equal(server.received.length, 1, "a line dropped after the message is not answered with a second copy");
  server.behave("accept");
  assert.deepEqual(await sender.send(MAIL), { sent: true }, "the same sender goes on once the server does");
});

test("a server that takes the connection and then says nothing is given up in time", async (t) => {
  const { sender } = await sending(t, "hang");
  assert.deepEqual(await sender.send(MAIL), { sent: false, again: true, code: "mail-timeout" });
});

test("no server, and one that never greets, are told apart", async (t) => {
  const gone = await mailServer();
  await gone.close();
  const toNobody = smtpSender({ url: gone.url, timeout: 10_000 });
  t.after(() => toNobody.close());
  assert.deepEqual(await toNobody.send(MAIL), { sent: false, again: true, code: "mail-unreachable" });
  const open: Socket[] = [];
  const mute = createServer((socket) => open.push(socket));
  await new Promise<void>((ready) => mute.listen(0, "127.0.0.1", ready));
  // Safe: a server that listens on a port has an AddressInfo.
  const toMute = smtpSender({ url: `smtp://127.0.0.1:${(mute.address() as AddressInfo).port}`, timeout: 200 });
  t.after(() => {
    toMute.close();
    for (const socket of open) socket.destroy();
    mute.close();
  });
  assert.deepEqual(await toMute.send(MAIL), { sent: false, again: true, code: "mail-timeout" });
});

test("nothing typed becomes a header or a second receiver", async (t) => {
  const { server, sender } = await sending(t, "accept");
  const sly = { ...MAIL, subject: "Hello\r\nBcc: all@example.com\r\n\r\nBuy" };
  assert.deepEqual(await sender.send(sly), { sent: true });
  assert(!/^Bcc:/im.test(server.received[0]?.text ?? ""));
  for (const to of [
    "a@example.com, b@example.com",
    "a@example.com\r\nRCPT TO:<b@example.com>",
    "<a@example.com>",
    "nobody",
    "a b@example.com",
  ]) {
    assert.deepEqual(await sender.send({ ...MAIL, to }), { sent: false, again: false, code: "mail-address" }, to);
  }
  assert.equal(server.received.length, 1);
});

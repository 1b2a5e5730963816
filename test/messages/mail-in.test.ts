import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import type { Receiver } from "../../src/connectors/smtp/smtp-receiver.ts";
import { smtpReceiver } from "../../src/connectors/smtp/smtp-receiver.ts";
import { clamdScanner } from "../../src/connectors/clamd/clamd-scanner.ts";
import { endReplyRound } from "../../src/messages/inbound/reply-address.ts";
import { mailIn } from "../../src/messages/inbound/take-mail.ts";
import { messagesOfCase } from "../../src/messages/message-store.ts";
import { signedIn, officer, submitted } from "../desk/office.ts";
import { pothole } from "../desk/seeds.ts";
import type { TestApp } from "../support/app.ts";
import { testApp } from "../support/app.ts";
import type { MailServer } from "../support/smtp-server.ts";
import { mailServer } from "../support/smtp-server.ts";
import { plainText } from "../support/web-client.ts";
import { pipelined, post } from "./smtp-client.ts";

describe("answers by email", () => {
  let app: TestApp;
  let server: MailServer;
  let receiver: Receiver;
  before(async () => {
    server = await mailServer();
    const settings = { SMTP_URL: server.url, MAIL_FROM: "no-reply@eastmere.example", MAIL_IN_DOMAIN: "replies.eastmere.example" };
    app = await testApp({ settings });
    receiver = await smtpReceiver({ port: 0, host: "127.0.0.1", mailIn: app.context.mailIn, log: app.context.log });
  });
  after(async () => {
    await receiver.close();
    await app.stop();
    await server.close();
  });

  const header = (name: string, text: string): string =>
    new RegExp(`^${name}:\\s*<?([^>\\r\\n]+(?:\\r\\n\\s[^>\\r\\n]+)?)`, "im").exec(text)?.[1]?.replace(/\s+/g, "") ?? "";

  /** A case whose person has been emailed, with the headers of that email. */
  async function told() {
    const reference = await submitted(app, "report-a-pothole", pothole());
    await app.settle();
    const item = await app.context.cases.byReference("eastmere", reference);
    assert.ok(item);
    const text = server.received.map((mail) => mail.text).find((mail) => mail.includes(reference)) ?? "";
    const caseNow = async () => {
      const now = await app.context.cases.byId("eastmere", item.id);
      assert.ok(now);
      return now;
    };
    const events = () => app.context.cases.events("eastmere", item.id);
    return { reference, item, caseNow, events, to: header("Reply-To", text), references: header("References", text), mail: text };
  }

  const mailOf = (id: string, lines: readonly string[], more: readonly string[] = []): string =>
    ["From: Ada Byron <ada@example.com>", `Message-ID: <${id}@example.com>`, "Subject: Re: your report", ...more, "", ...lines].join("\n");

  test("an answer comes to its case once, however often it is sent, without what it quotes, and with its good files", async () => {
    const { to, item, caseNow, events, reference, references } = await told();
    assert.match(to, /^reply\+[a-z2-7]{55}@replies\.eastmere\.example$/);
    assert.match(references, /^[0-9a-f]{40}@eastmere\.example$/, "mail programs show all about a case together");
    const raw = mailOf(
      "one",
      [
        "--b",
        "Content-Type: text/plain; charset=utf-8",
        "",
        "It is =3D bigger now.",
        "",
        "On Mon, 2 Mar 2026 at 10:00, Eastmere Borough Council",
        "<no-reply@eastmere.example> wrote:",
        "> We have your report",
        "--b",
        'Content-Type: text/plain; name="measured.txt"',
        "Content-Disposition: attachment; filename=measured.txt",
        "",
        "40 cm",
        "--b",
        "Content-Type: application/pdf",
        'Content-Disposition: attachment; filename="hole.pdf"',
        "Content-Transfer-Encoding: base64",
        "",
        Buffer.from([0x4d, 0x5a, 0x90, 0, 3]).toString("base64"),
        "--b--",
      ],
      ['Content-Type: multipart/mixed; boundary="b"'],
    );
    for (const _ of [1, 2, 3]) assert.match(await post(receiver.port, { to: [to], raw }), /^250 /);
    const replies = (await events()).filter(({ kind }) => kind === "replied");
    assert.equal(replies.length, 1);
    assert.partialDeepStrictEqual(replies[0], { channel: "email", officer: null, personal: { text: "It is =3D bigger now." } });
    assert.equal((await caseNow()).waitingReply, true);
    const desk = await signedIn(app, await officer(app, "Mail Reader", ["caseworker"], ["highways"]));
    const page = plainText((await desk.get(`/desk/cases/${reference}`)).body);
    assert.match(page, /measured\.txt/);
    assert.match(page, /Not kept: hole\.pdf\. The selected file must be a PDF/);
    assert.match(page, /The whole email, with what it quotes It is =3D bigger now\..*> We have your report/s);
    assert.doesNotMatch(page, /another address/);
    assert.equal((await messagesOfCase(app.database, "eastmere", item.id)).length, 1, "an answer is not answered by itself");
  });

  test("mail from another address is kept, and officers are told", async () => {
    const { to, reference, events } = await told();
    const raw = mailOf("other", ["I write for Ada."]).replace("Ada Byron <ada@example.com>", "Ben <ben@example.org>");
    assert.match(await post(receiver.port, { to: [to.toUpperCase()], raw, from: "ben@example.org" }), /^250 /);
    assert.partialDeepStrictEqual((await events()).at(-1), { data: { another: true }, personal: { from: "ben@example.org" } });
    const desk = await signedIn(app, await officer(app, "Mail Doubter", ["caseworker"], ["highways"]));
    assert.match(plainText((await desk.get(`/desk/cases/${reference}`)).body), /From another address: ben@example\.org\. Make sure/);
  });

  test("an address that we did not make, one that was ended and one of a closed case are refused in the same words", async () => {
    const { to, item, events } = await told();
    const raw = mailOf("refused", ["Hello"]);
    const forged = to.replace(/^reply\+(.)/, (_, letter: string) => `reply+${letter === "a" ? "b" : "a"}`);
    const answers = [
      await post(receiver.port, { to: [forged], raw }),
      await post(receiver.port, { to: ["someone@replies.eastmere.example"], raw }),
    ];
    await endReplyRound(app.database, "eastmere", item.id);
    answers.push(await post(receiver.port, { to: [to], raw }));
    const closed = await told();
    const key = app.context.ids.uuid(app.clock.now());
    const by = {
      council: "eastmere",
      caseId: closed.item.id,
      channel: "desk",
      officer: null,
      roles: ["inspector", "manager"],
      key,
    } as const;
    const stage = app.context.councils.service("eastmere", "report-a-pothole")?.case.stages.get(closed.item.stage);
    const ends = [...(stage?.actions.values() ?? [])].find(({ to: next }) => next === "closed");
    assert.ok(ends);
    assert.ok((await app.context.cases.apply(by, { kind: "act", action: ends.id, reason: "Done", seen: 1 })).ok);
    answers.push(await post(receiver.port, { to: [closed.to], raw }));
    assert.deepEqual(new Set(answers), new Set(["550 5.1.1 This address takes no mail. Use the council's website to reach it"]));
    assert.equal((await events()).length, 1);
  });

  test("what a program answers is a note that moves nothing, and the same again is the same", async () => {
    const { to, events, caseNow } = await told();
    const away = mailOf("away", ["I am away until Monday."], ["Auto-Submitted: auto-replied"]);
    const empty = mailOf("null", ["Out of office"]);
    for (const raw of [away, away]) assert.match(await post(receiver.port, { to: [to], raw }), /^250 /);
    assert.match(await post(receiver.port, { to: [to], raw: empty, from: "" }), /^250 /);
    const kinds = (await events()).map(({ kind }) => kind);
    assert.deepEqual(kinds, ["submitted", "noted", "noted"]);
    assert.equal((await caseNow()).waitingReply, false);
  });

  test("a report that a message could not be delivered is where the message stands", async () => {
    const { item } = await told();
    const [message] = await messagesOfCase(app.database, "eastmere", item.id);
    const { returnAddresses } = await import("../../src/messages/inbound/reply-address.ts");
    const of = returnAddresses({ ...app.context, domain: "replies.eastmere.example" });
    const addresses = await of("eastmere", { caseId: item.id, recipient: "ada@example.com", message: message?.id ?? "" });
    const to = [addresses?.returnTo ?? ""];
    const report = (action: string): string =>
      mailOf(
        `report-${action}`,
        [
          "--r",
          "",
          "Sorry",
          "--r",
          "Content-Type: message/delivery-status",
          "",
          "Reporting-MTA: dns; mx.example",
          "",
          `Action: ${action}`,
          "Status: 5.1.1",
          "--r--",
        ],
        ['Content-Type: multipart/report; report-type=delivery-status; boundary="r"'],
      );
    assert.match(await post(receiver.port, { to, raw: report("failed") }), /^550 /, "nobody but a mail server may send it");
    assert.match(await post(receiver.port, { to, raw: report("delayed"), from: "" }), /^250 /);
    const standing = async () => (await messagesOfCase(app.database, "eastmere", item.id))[0];
    assert.equal((await standing())?.state, "sent");
    assert.match(await post(receiver.port, { to, raw: report("failed"), from: "" }), /^250 /);
    assert.partialDeepStrictEqual(await standing(), { state: "bounced", problem: "There is no such email address" });
  });

  test("nothing is acknowledged that is not kept: where files cannot be looked at, the server is asked to come again", async (t) => {
    const { to, events } = await told();
    const scanner = clamdScanner({ url: "tcp://127.0.0.1:1" });
    const taker = mailIn({ ...app.context, scanner, wake: () => undefined, bounced: () => Promise.resolve() });
    const other = await smtpReceiver({ port: 0, host: "127.0.0.1", mailIn: taker, log: app.context.log });
    t.after(() => other.close());
    const raw = mailOf(
      "file",
      ["--b", "Content-Disposition: attachment; filename=a.txt", "", "a", "--b--"],
      ['Content-Type: multipart/mixed; boundary="b"'],
    );
    assert.match(await post(other.port, { to: [to], raw }), /^451 /);
    assert.equal((await events()).length, 1);
    assert.match(await post(receiver.port, { to: [to], raw }), /^250 /);
    assert.equal((await events()).length, 2);
  });

  test("one sender cannot flood a council", async () => {
    const { to } = await told();
    for (let count = 0; count < 20; count++) assert.ok((await app.context.mailIn.addressed(to, "flood@example.com")).ok);
    assert.match(await post(receiver.port, { to: [to], from: "FLOOD@example.com", raw: mailOf("flood", ["Again"]) }), /^450 4\.7\.1 /);
  });

  test("hostile clients get an answer, and the next one is served", async () => {
    const { to, events } = await told();
    const deep = Array.from({ length: 400 }, (_, n) => `Content-Type: multipart/mixed; boundary=b${n}\n\n--b${n}`).join("\n");
    const hostile: Record<string, string> = {
      "parts in parts": mailOf("deep", [], deep.split("\n")),
      "headers without end": mailOf("headers", ["x"], [`X-Long: ${"a".repeat(400_000)}`]),
      "a boundary that never ends": mailOf(
        "broken",
        ["--", "--b", "--b\0", "=?utf-8?B?////"],
        ["Content-Type: multipart/mixed; boundary="],
      ),
      "encoded words": mailOf("words", ["x"], [`Subject: ${"=?utf-8?Q?=00=0A=0D_Bcc:_x?= ".repeat(2000)}`]),
    };
    for (const [what, raw] of Object.entries(hostile)) assert.match(await post(receiver.port, { to: [to], raw }), /^(250|554) /, what);
    const many = await pipelined(receiver.port, [
      "EHLO x\r\nMAIL FROM:<crowd@example.com>\r\n",
      ...Array.from({ length: 10_000 }, () => `RCPT TO:<${to}>\r\n`),
      "QUIT\r\n",
    ]);
    assert.ok((many.match(/^250 2?.*(Accepted|OK)/gim) ?? []).length < 30, "few are taken");
    assert.match(many, /^4(52|50) /m);
    const large = await pipelined(receiver.port, [`EHLO x\r\nMAIL FROM:<big@example.com> SIZE=99999999\r\n`, "QUIT\r\n"]);
    assert.match(large, /^552 /m);
    assert.match(await post(receiver.port, { to: [to], raw: mailOf("well", ["Still there?"]) }), /^250 /);
    assert.equal((await events()).at(-1)?.personal?.["text"], "Still there?");
    assert.ok(!app.lines.join("\n").includes("ada@example.com"), "no address of a person in the log");
  });
});

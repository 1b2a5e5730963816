import assert from "node:assert/strict";
import { test } from "node:test";

import fc from "fast-check";

import { readReport } from "../../src/messages/inbound/bounce.ts";
import { htmlText } from "../../src/messages/inbound/html-text.ts";
import { mailName, readMailName } from "../../src/messages/inbound/mail-token.ts";
import { ownPart } from "../../src/messages/inbound/own-part.ts";
import { LONGEST_MAIL, readMail } from "../../src/messages/inbound/read-mail.ts";
import { seededIds } from "../../src/platform/ids.ts";

const SECRET = Buffer.alloc(32, 7);

test("an address is ours for its council, its case and whom it was sent to, in any letters, and no other is", () => {
  const ids = seededIds(1);
  fc.assert(
    fc.property(fc.nat(54), fc.nat(30), fc.emailAddress(), (at, step, bound) => {
      const about = { council: "eastmere", purpose: "reply", id: ids.uuid(new Date()), bound } as const;
      const name = mailName(SECRET, about);
      assert.ok(name.length <= 64);
      const read = readMailName(name.toUpperCase());
      assert.ok(read?.id === about.id && read.isOf("eastmere") && read.holds(SECRET, "eastmere", bound));
      assert.ok(!read.holds(Buffer.alloc(32, 8), "eastmere", bound) && !read.holds(SECRET, "eastmere", `${bound}x`));
      const letters = "abcdefghijklmnopqrstuvwxyz234567";
      const place = "reply+".length + at;
      const other = letters[(letters.indexOf(name[place] ?? "") + 1 + step) % 32] ?? "";
      const changed = name.slice(0, place) + other + name.slice(place + 1);
      const forged = readMailName(changed);
      // The last letter holds bits that nothing reads.
      const same = at === 54 || other === name[place];
      assert.ok(same || forged === undefined || !(forged.isOf("eastmere") && forged.holds(SECRET, "eastmere", bound)), changed);
      assert.ok(!readMailName(name.replace("reply", "bounce"))?.holds(SECRET, "eastmere", bound));
    }),
  );
});

test("what a person wrote is told from what they quote", () => {
  const quoted = (beginning: string): string => `Yes, please.\n\nAda\n\n${beginning}\n> We have it\n> Thanks`;
  for (const beginning of [
    "On 2 March 2026 at 10:00, Eastmere <no-reply@eastmere.example> wrote:",
    "On Monday, 2 March 2026 at 10:00, Eastmere Borough Council\n<no-reply@eastmere.example> wrote:",
    "Ar ddydd Llun, 2 Mawrth 2026 am 10:00, ysgrifennodd Eastmere:",
    "-----Original Message-----",
    "________________________________\nFrom: Eastmere",
    "From: Eastmere <no-reply@eastmere.example>\nSent: 2 March 2026\nTo: Ada\nSubject: Your report",
    "-- \nSent from my phone",
  ])
    assert.equal(ownPart(quoted(beginning)), "Yes, please.\n\nAda", beginning);
  for (const whole of [
    "> Which street?\nMill Lane\n> Which house?\n12",
    "> only a quote",
    "On the road I wrote: nothing",
    "From: the corner\nof the road",
    "",
  ])
    assert.equal(ownPart(whole), whole);
  const between = "Hello\nOn 2 March 2026 Eastmere wrote:\n> Which street?\nMill Lane";
  assert.equal(ownPart(between), between, "answers between quoted lines are not lost");
});

test("HTML becomes the words that a reader sees, and nothing that is run or fetched", () => {
  const html = `<html><head><title>x</title><style>p{}</style></head><body><p>Fish &amp; chips &lt;b&gt;<br>caf&#233;</p>
<script>alert(1)</script><!-- hidden --><div>two&nbsp;<b>words</b></div><blockquote>old</blockquote><img src=x onerror=alert(1)>`;
  assert.equal(
    htmlText(html)
      .replaceAll(/\n+\s*/g, "\n")
      .trim(),
    "Fish & chips <b>\ncafé\ntwo words\n> old",
  );
  for (const bad of ["<", "<script>", "<!--", "&#xffffff;&#0;", "<p", "</blockquote></blockquote>", "<script>".repeat(50_000)])
    htmlText(bad);
});

test("whatever comes is read, or said to be unreadable", async () => {
  const piece = fc.constantFrom(
    "Content-Type: multipart/mixed; boundary=b\n",
    "Content-Type: text/html\n",
    "Content-Transfer-Encoding: base64\n",
    "Content-Transfer-Encoding: quoted-printable\n",
    "Content-Type: message/rfc822\n",
    "Subject: =?utf-7?B?+AGE-?= =?x?Q?=ff?=\n",
    'From: "a" <a@b.example>, group: c@d.example;\n',
    "\n",
    "\n--b\n",
    "--b--\n",
    "=00=FF\u202etext\u0000",
    "begin 644 x\n",
    ">".repeat(50),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(piece, fc.string()), { maxLength: 30 }), async (pieces) => {
      const mail = await readMail(Buffer.from(pieces.join("")));
      if (mail === undefined) return;
      assert.ok(mail.text.length <= LONGEST_MAIL + 100 && !/[\0\u202e]/.test(mail.text + mail.subject));
      assert.ok(mail.from === null || /^[^\s<>]+@[^\s<>]+$/.test(mail.from));
    }),
    { numRuns: 60 },
  );
});

test("what comes back is told in plain words, and what is only late is not", () => {
  const report = (action: string, status: string): string => `Reporting-MTA: dns; a\r\n\r\nAction: ${action}\r\nStatus: ${status}\r\n`;
  assert.equal(readReport(report("failed", "5.2.2"))?.why, "The mailbox is full");
  assert.equal(readReport(report("failed", "5.9.9 ada@example.com"))?.why, "Their mail server sent it back");
  assert.equal(readReport(report("delayed", "4.4.1")), undefined);
  assert.equal(readReport(""), undefined);
});

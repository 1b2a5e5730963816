import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import fc from "fast-check";

import { icalOf } from "../../src/faces/desk/settings/ical.ts";
import { sendDigests } from "../../src/housekeeping.ts";
import { mailbox } from "../../src/messages/message-store.ts";
import type { Officer } from "../../src/people/officer.ts";
import type { TestApp } from "../support/app.ts";
import { testApp } from "../support/app.ts";
import { plainText } from "../support/web-client.ts";
import { officer, signedIn, submitted } from "./office.ts";
import { pothole } from "./seeds.ts";

/** The content lines of a calendar by the rules of RFC 5545, unfolded. Fails where one is broken. */
function linesOf(text: string): readonly string[] {
  assert.ok(text.endsWith("\r\n") && !/[^\r]\n|\r[^\n]/.test(text), "every line ends with CRLF");
  const lines = text.split("\r\n").slice(0, -1);
  for (const line of lines) assert.ok(Buffer.byteLength(line) <= 75, `${line} is longer than 75 bytes`);
  const whole = text.replaceAll("\r\n ", "").split("\r\n").slice(0, -1);
  for (const line of whole) assert.match(line, /^[A-Z-]+(;[A-Z-]+=[A-Z]+)*:[^\p{Cc}]*$/u);
  return whole;
}

describe("an officer's settings, digest and calendar", () => {
  let app: TestApp;
  let sam: Officer;
  before(async () => {
    app = await testApp();
    sam = await officer(app, "Sam Okoro", ["caseworker"], ["highways"]);
  });
  after(() => app.stop());

  const mailTo = async (who: Officer) => {
    await app.settle();
    return (await mailbox(app.database, "eastmere", 1)).messages.filter(({ recipient }) => recipient === who.email);
  };
  const feed = (url: string, etag?: string) =>
    app.inject({ url, headers: { host: "eastmere.example", ...(etag !== undefined && { "if-none-match": etag }) } });

  test("the calendar holds deadlines by reference and service, keeps its ids, and ends with its address", async () => {
    const reference = await submitted(app, "report-a-pothole", pothole());
    const client = await signedIn(app, sam);
    await client.get("/desk/settings");
    await client.press("Make an address");
    const address = /\/desk\/calendar\/[\w-]{43}/.exec(client.body)?.[0] ?? "";
    const first = await feed(`${address}/teams.ics`);
    assert.match(String(first.headers["content-type"]), /^text\/calendar/);
    const lines = linesOf(first.body);
    const item = await app.context.cases.byReference("eastmere", reference);
    assert.ok(lines.includes(`UID:${item?.id}@eastmere.guildhall`));
    assert.ok(lines.includes(`SUMMARY:${reference}: Report a pothole`));
    assert.ok(
      lines.some((line) => /^DTSTART;VALUE=DATE:20260330$/.test(line)),
      "20 working days end with Monday 30 March",
    );
    assert.doesNotMatch(first.body, /Byron|ada@|Mill Lane/);
    const etag = String(first.headers["etag"]);
    assert.equal((await feed(`${address}/teams.ics`, etag)).statusCode, 304);
    await submitted(app, "report-a-pothole", pothole());
    assert.equal((await feed(`${address}/teams.ics`, etag)).statusCode, 200);
    assert.doesNotMatch((await feed(`${address}/mine.ics`)).body, /BEGIN:VEVENT/);
    await client.get("/desk/settings");
    await client.press("Make a new address");
    assert.equal((await feed(`${address}/teams.ics`)).statusCode, 404);
    await client.press("Stop the calendar");
    assert.equal((await feed(`${/\/desk\/calendar\/[\w-]{43}/.exec(client.body)?.[0] ?? "/desk/calendar/x"}/teams.ics`)).statusCode, 404);
  });

  test("whatever stands in a calendar, its lines follow the rules", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (summary) => {
        const entry = { uid: "a@b", summary, url: "https://x.example/", changed: new Date(0), sequence: 1 };
        linesOf(
          icalOf(summary, [
            { ...entry, due: "2026-12-31" },
            { ...entry, due: new Date(0) },
          ]),
        );
      }),
      { numRuns: 50 },
    );
    assert.ok(
      linesOf(icalOf("a", [{ uid: "u", summary: "a;b,c\\d\ne", url: "u", due: "2026-12-31", changed: new Date(0), sequence: 0 }])).includes(
        "SUMMARY:a\\;b\\,c\\\\d\\ne",
      ),
    );
  });

  test("the digest goes once at eight on a working day, says nothing where there is nothing, and can be switched off", async () => {
    const priya = await officer(app, "Priya Shah", ["caseworker"], ["highways"]);
    const reference = await submitted(app, "report-a-pothole", pothole());
    const item = await app.context.cases.byReference("eastmere", reference);
    const key = app.context.ids.uuid(app.clock.now());
    const asking = { council: "eastmere", caseId: item?.id ?? "", channel: "desk", officer: priya.id, roles: [], key } as const;
    await app.context.cases.apply(asking, { kind: "take", officer: priya.id });
    const morning = async () => {
      for (const _ of [1, 2]) await sendDigests(app.context, new Map());
      return (await mailTo(priya)).length;
    };
    assert.equal(await morning(), 0, "nothing is due yet");
    app.clock.pass(28 * 86_400_000);
    assert.equal(await morning(), 1);
    const [mail] = await mailTo(priya);
    assert.match(`${mail?.subject} ${mail?.body}`, new RegExp(`1 due today.*${reference}: Report a pothole`, "s"));
    assert.doesNotMatch(mail?.body ?? "", /Byron|Mill Lane/);
    assert.equal((await mailTo(sam)).length, 0, "nobody is told of nothing");
    const client = await signedIn(app, priya);
    await client.get("/desk/settings");
    await client.press("Save", { told: ["given", "mentioned"] });
    assert.match(plainText(client.body), /It is saved/);
    app.clock.pass(86_400_000);
    assert.equal(await morning(), 1, "switched off");
  });
});

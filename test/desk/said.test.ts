import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import type { TestApp } from "../support/app.ts";
import { testApp } from "../support/app.ts";
import { plainText } from "../support/web-client.ts";
import { getWith, keyIn, officer, postWith, sessionCookie, signedIn, submitted } from "./office.ts";
import { pothole } from "./seeds.ts";

describe("what the person said by another way", () => {
  let app: TestApp;
  before(async () => {
    app = await testApp({ settings: { MAIL_IN_DOMAIN: "replies.eastmere.example" } });
  });
  after(() => app.stop());

  const eventsOf = async (reference: string) => {
    const item = await app.context.cases.byReference("eastmere", reference);
    return { item, events: await app.context.cases.events("eastmere", item?.id ?? "") };
  };

  test("an officer pastes an email or a letter, which is the person's message with its day and way, once", async () => {
    const sam = await officer(app, "Sam Okoro", ["caseworker"], ["highways"]);
    const cookie = await sessionCookie(app, sam);
    const reference = await submitted(app, "report-a-pothole", pothole());
    assert.match((await getWith(app, cookie, `/desk/cases/${reference}`)).body, new RegExp(`href="/desk/cases/${reference}/said"`));
    const at = `/desk/cases/${reference}/said`;
    const page = (await getWith(app, cookie, at)).body;
    const fields = {
      key: keyIn(page, at),
      channel: "post",
      "day-day": "27",
      "day-month": "2",
      "day-year": "2026",
      text: "Dear council,\nit is deeper.",
    };
    for (const [wrong, said] of [
      [{ channel: "" }, /Select how it came/],
      [{ "day-day": "31" }, /Enter the day on which the person said it/],
      [{ "day-day": "3", "day-month": "3" }, /must be today or in the past/],
      [{ text: " " }, /Enter a message or add a file/],
      [{ "day-year": "2024" }, /must be in the last year/],
    ] as const) {
      const refused = await postWith(app, cookie, at, { ...fields, ...wrong });
      assert.equal(refused.statusCode, 422);
      assert.match(refused.body, said);
    }
    for (const _ of [1, 2]) assert.equal((await postWith(app, cookie, at, fields)).statusCode, 303);
    const { item, events } = await eventsOf(reference);
    assert.equal(item?.waitingReply, true);
    assert.equal(events.length, 2);
    assert.partialDeepStrictEqual(events[1], { kind: "replied", channel: "post", officer: sam.id, data: { said: "2026-02-27" } });
    const text = plainText((await getWith(app, cookie, `/desk/cases/${reference}`)).body);
    assert.match(text, /The person said by post on 27 Feb 2026, written down by Sam Okoro Dear council, it is deeper\./);
  });

  test("an officer ends the addresses that were sent, and one who may not work the case does neither", async () => {
    const reference = await submitted(app, "report-a-pothole", pothole());
    const client = await signedIn(app, await officer(app, "Priya Shah", ["caseworker"], ["highways"]));
    await client.get(`/desk/cases/${reference}/said`);
    await client.press("Stop answers to the emails sent so far");
    assert.match(plainText(client.body), /The emails sent so far take no more answers/);
    const other = await sessionCookie(app, await officer(app, "Wes Waste", ["caseworker"], ["waste"]));
    assert.equal((await getWith(app, other, `/desk/cases/${reference}/said`)).statusCode, 404);
  });
});

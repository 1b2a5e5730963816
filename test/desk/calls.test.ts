import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { keepHouse } from "../../src/housekeeping.ts";
import type { Officer } from "../../src/people/officer.ts";
import type { TestApp } from "../support/app.ts";
import { testApp } from "../support/app.ts";
import type { WebClient } from "../support/web-client.ts";
import { plainText } from "../support/web-client.ts";
import { getWith, officer, sessionCookie, signedIn, submitted } from "./office.ts";
import { pothole } from "./seeds.ts";

const MINUTE = 60_000;

describe("calls at the desk", () => {
  let app: TestApp;
  let ada: Officer;
  let client: WebClient;
  before(async () => {
    app = await testApp();
    ada = await officer(app, "Ada Adviser", ["adviser"], []);
    client = await signedIn(app, ada);
  });
  after(() => app.stop());

  const words = (): string => plainText(client.body.slice(client.body.indexOf("<main")));
  const person = async (): Promise<string> => {
    await client.get("/desk/people");
    await client.press("Find", { person: "ada@example.com" });
    const known = /href="(\/desk\/people\/[0-9a-f-]{36})"/.exec(client.body)?.[1];
    await (known === undefined ? client.press("Open Ada Byron") : client.get(known));
    return client.path;
  };
  const csv = async () => (await app.inject({ url: "/performance/report-a-pothole.csv", headers: { host: "eastmere.example" } })).body;

  test("a call is begun with a person, seen on every page, and wrapped up in two presses with what it was about", async () => {
    const reference = await submitted(app, "report-a-pothole", pothole());
    const path = await person();
    await client.press("Start a call");
    assert.equal(client.path, path);
    app.clock.pass(3 * MINUTE);
    await client.get(`/desk/cases/${reference}`);
    assert.match(words(), /On a call with Ada Byron ?: 3 minutes Wrap up/);
    const wrapUp = /href="(\/desk\/calls\/[^"]+)"/.exec(client.body)?.[1]?.replaceAll("&amp;", "&") ?? "";
    await client.get(wrapUp);
    await client.press("To find out what is happening", { note: "Told her it is due on Friday" });
    assert.equal(client.path, `${path}?done=wrapped`);
    assert.doesNotMatch(words(), /On a call with/);
    assert.match(words(), /Phone, 2 Mar 2026, 9:00am, 3 minutes: Report a pothole/);
    assert.match(words(), /To find out what is happening Told her it is due on Friday/);
    assert.match(client.body, new RegExp(reference));
    await app.settle();
    const figures = await csv();
    assert.match(figures, /report-a-pothole,Report a pothole,2026-03,phone,contacted,1,count/);
    assert.match(figures, /phone,seconds_in_contact,180,seconds/);
    assert.match(figures, /phone,failure_demand,1,count/);
    assert.match(figures, /all,failure_demand,100,per cent,1,1/);
    // Again, from a page that was left open: nothing more is counted.
    assert.equal((await getWith(app, await sessionCookie(app, ada), wrapUp)).statusCode, 303);
  });

  test("a call about nothing in particular counts, and figures counted again agree", async () => {
    await client.get("/desk/people");
    await client.press("They are at the desk");
    app.clock.pass(MINUTE);
    await client.get("/desk/start");
    assert.match(words(), /With somebody: 1 minute/);
    await client.get(/href="(\/desk\/calls\/[^"]+)"/.exec(client.body)?.[1] ?? "");
    await client.press("To ask for advice or information");
    await app.settle();
    const all = await app.inject({ url: "/performance.csv", headers: { host: "eastmere.example" } });
    assert.match(all.body, /no_service,No service in particular,2026-03,desk,contacted,1,count/);
    assert.equal(await app.context.measures.rebuild("eastmere", "2026-01-01"), 0);
    const page = await app.inject({ url: "/performance", headers: { host: "eastmere.example" } });
    assert.match(plainText(page.body), /Failure demand 50% 1 of 2/);
  });

  test("a journey begun in a call is what it was about, and its case is of the channel of the call", async () => {
    await person();
    await client.press("Start a call");
    await client.get("/desk/start");
    await client.press("Start", { service: "report-a-street-light" });
    await client.get(/href="(\/desk\/calls\/[^"]+)"/.exec(client.body)?.[1]?.split("?")[0] ?? "");
    assert.match(client.body, /value="service:report-a-street-light" selected/);
    assert.equal((await client.press("To apply for or report something", { note: "x".repeat(2001) })).status, 422);
    await client.press("To apply for or report something", { note: "Shorter" });
    assert.match(words(), /Report a street light/);
  });

  test("another officer neither wraps up a call nor sees it as theirs", async () => {
    await client.get("/desk/people");
    await client.press("Start a call");
    const path = /href="(\/desk\/calls\/[^"]+)"/.exec(client.body)?.[1] ?? "";
    const other = await officer(app, "Wes Waste", ["caseworker"], ["waste"]);
    assert.equal((await getWith(app, await sessionCookie(app, other), path)).statusCode, 404);
    const own = client.cookies();
    const seen = await getWith(app, `${await sessionCookie(app, other)}; ${own}`, "/desk/people");
    assert.doesNotMatch(seen.body, /On a call with/);
    await client.get(path);
    await client.press("To ask for advice or information");
  });

  test("what was noted goes after a year, and the figures stay", async () => {
    const path = await person();
    assert.match(words(), /Told her it is due on Friday/);
    app.clock.pass(366 * 24 * 60 * MINUTE);
    await keepHouse(app.context);
    client = await signedIn(app, ada);
    await client.get(path);
    assert.doesNotMatch(words(), /Told her it is due on Friday/);
    assert.equal(await app.context.measures.rebuild("eastmere", "2026-01-01"), 0);
  });
});

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { keepHouse } from "../../src/housekeeping.ts";
import { zipParts } from "../../src/importing/zip-parts.ts";
import type { TestApp } from "../support/app.ts";
import { testApp } from "../support/app.ts";
import type { WebClient } from "../support/web-client.ts";
import { plainText } from "../support/web-client.ts";
import { getWith, officer, sessionCookie, signedIn, submitted } from "./office.ts";
import { pothole } from "./seeds.ts";

const DAY = 86_400_000;

describe("everything held about a person, as one archive", () => {
  let app: TestApp;
  let client: WebClient;
  let cookie: string;
  let reference: string;
  let path: string;
  let archive: string;
  before(async () => {
    app = await testApp();
    const ruth = await officer(app, "Ruth Records", ["records-officer", "adviser", "caseworker"], ["highways"]);
    client = await signedIn(app, ruth);
    cookie = await sessionCookie(app, ruth);
    reference = await submitted(app, "report-a-pothole", pothole({ more: "=HYPERLINK(1)", danger: true }));
    await submitted(
      app,
      "report-a-pothole",
      pothole({ your_email: "somebody.else@example.com", your_name: { first: "Somebody", last: "Else" } }),
    );
    await client.get(`/desk/cases/${reference}`);
    await client.press("Add note", { text: "A neighbour says it is his fault" });
    await client.press("Send message", { text: "We will come tomorrow." });
    await app.settle();
    await client.get("/desk/people");
    await client.press("Find", { person: "ada@example.com" });
    await client.press("Open Ada Byron");
    path = client.path;
    await client.press("Start a call");
    app.clock.pass(60_000);
    await client.get(/href="(\/desk\/calls\/[^"]+)"/.exec(client.body)?.[1] ?? "");
    await client.press("To ask for advice or information", { note: "Asked for all that we hold" });
  });
  after(() => app.stop());

  const words = (): string => plainText(client.body.slice(client.body.indexOf("<main")));

  test("it is looked through, what is withheld names its exemption, and it holds the rest as pages, tables and data", async () => {
    await client.get(`${path}/archive`);
    for (const held of ["Where is the pothole?", "A neighbour says", "We will come tomorrow", "Asked for all that we hold"])
      assert.match(words(), new RegExp(held.replace("?", "\\?")));
    const note = client.fieldNames().find((name) => name.startsWith(`out event ${reference}`)) ?? "";
    await client.press("Make the archive", { [note]: "third-party" });
    await app.settle();
    await client.get("/desk/records/archives");
    assert.match(words(), /Ada Byron Download \(zip, \d+ KB\)/);
    archive = /href="(\/desk\/records\/archives\/[^"]+)"/.exec(client.body)?.[1] ?? "";
    const sent = await getWith(app, cookie, archive);
    assert.equal(sent.headers["content-type"], "application/zip");
    const read = zipParts(sent.rawPayload);
    assert.ok(read.ok);
    const part = (name: string): string => {
      const text = read.value.text(name);
      assert.ok(text.ok, name);
      return text.value;
    };
    assert.match(part("index.html"), /somebody else, who has not agreed[^<]*: 1/);
    assert.match(part(`${reference}/case.html`), /We will come tomorrow/);
    assert.match(part("answers.csv"), /Outside 12 Mill Lane/);
    assert.match(part("answers.csv"), /'=HYPERLINK/, "a spreadsheet runs nothing of it");
    assert.match(part("calls.csv"), /Asked for all that we hold/);
    assert.equal(JSON.parse(part(`${reference}/case.json`)).reference, reference);
    const all = [
      "index.html",
      "answers.csv",
      "messages.csv",
      "events.csv",
      "person.json",
      `${reference}/case.html`,
      `${reference}/case.json`,
    ]
      .map(part)
      .join("\n");
    assert.doesNotMatch(all, /A neighbour says/, "what is withheld is nowhere");
    assert.doesNotMatch(all, /Ruth Records/, "officers are not named unless the council says so");
    assert.doesNotMatch(all, /Somebody|somebody\.else/, "nothing of anybody else");
  });

  test("each making and download is noted, another officer has no part in it, and it is removed after a week", async () => {
    await client.get("/desk/records/archives");
    for (const done of [/Asked for [^A-Z]*Mar[^A-Z]* by Ruth Records/, /Made 2 Mar/, /Downloaded [^A-Z]*Mar[^A-Z]* by Ruth Records/])
      assert.match(words(), done);
    const other = await officer(app, "Olu Other", ["records-officer"], []);
    const seen = await sessionCookie(app, other);
    assert.equal((await getWith(app, seen, archive)).statusCode, 404);
    assert.doesNotMatch((await getWith(app, seen, "/desk/records/archives")).body, /Ada Byron/);
    app.clock.pass(8 * DAY);
    await keepHouse(app.context);
    const again = await signedIn(app, await officer(app, "Rae Records", ["records-officer"], []));
    assert.match(plainText((await again.get("/desk/records/archives")).body), /Removed/);
    assert.equal((await app.context.files.open("eastmere", "0".repeat(64))) === undefined, true);
  });
});

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import type { Officer } from "../../src/people/officer.ts";
import { countStatements } from "../../src/platform/statement-count.ts";
import type { TestApp } from "../support/app.ts";
import { testApp } from "../support/app.ts";
import type { WebClient } from "../support/web-client.ts";
import { plainText } from "../support/web-client.ts";
import { getWith, officer, sessionCookie, signedIn, submitted } from "./office.ts";
import { BY_LETTER, LIGHT, pothole } from "./seeds.ts";

const PRIYA = /<strong>Priya Shah<\/strong> opened this case/;

describe("what is around a case", () => {
  let app: TestApp;
  let sam: Officer;
  let priya: Officer;
  before(async () => {
    app = await testApp();
    [sam, priya] = await Promise.all([
      officer(app, "Sam Okoro", ["caseworker", "inspector"], ["highways"]),
      officer(app, "Priya Shah", ["caseworker", "inspector"], ["highways"]),
    ]);
  });
  after(() => app.stop());

  const opened = async (reference: string, who: Officer): Promise<WebClient> => (await signedIn(app, who)).get(`/desk/cases/${reference}`);

  test("the second officer sees who is at the case and since when, for ten minutes; the first sees the second once they come back", async () => {
    const reference = await submitted(app, "report-a-pothole", pothole());
    const other = await submitted(app, "report-a-pothole", pothole());
    assert.doesNotMatch((await opened(reference, priya)).body, /opened this case/);
    app.clock.pass(2 * 60_000);
    const text = plainText((await opened(reference, sam)).body);
    assert.match(text, /Priya Shah opened this case 2 minutes ago and may be working on it\./);
    assert.ok(text.indexOf("Priya Shah opened") < text.indexOf("What have you done"));
    assert.doesNotMatch((await opened(other, sam)).body, PRIYA);
    assert.match(plainText((await opened(reference, priya)).body), /Sam Okoro opened this case less than a minute ago/);
    app.clock.pass(10 * 60_000 + 1);
    assert.doesNotMatch((await opened(reference, sam)).body, PRIYA);
  });

  test("who only reads, and who looks at what is closed, works on nothing", async () => {
    const reference = await submitted(app, "report-a-pothole", pothole());
    const reader = await officer(app, "Rea Der", ["adviser"], []);
    const client = await opened(reference, priya);
    assert.match((await opened(reference, sam)).body, PRIYA);
    await client.press("Confirm", { action: "not-ours", reason: "A private road" });
    app.clock.pass(11 * 60_000);
    await opened(reference, priya);
    await opened(reference, reader);
    assert.doesNotMatch((await opened(reference, sam)).body, /opened this case/);
  });

  test("a page that is opened again within a minute writes nothing", async () => {
    const reference = await submitted(app, "report-a-pothole", pothole());
    await opened(reference, sam);
    const rows = () =>
      app.database.query(
        { name: "test-presence", text: "select xmin::text, ctid::text, at from case_presence where council = 'eastmere'" },
        [],
      );
    const before = await rows();
    app.clock.pass(30_000);
    await opened(reference, sam);
    assert.deepEqual(await rows(), before);
    app.clock.pass(31_000);
    await opened(reference, sam);
    assert.notDeepEqual(await rows(), before);
  });

  test("at most five of their other cases, the newest first, all of them a link away, and none of other teams even counted", async () => {
    const who = { your_email: "many@example.com" };
    const references: string[] = [];
    for (let i = 0; i < 7; i++) {
      references.push(await submitted(app, "report-a-pothole", pothole(who)));
      app.clock.pass(1000);
    }
    const hidden = await submitted(app, "report-a-pothole", pothole(who));
    const move = { name: "test-move", text: "update cases set team = 'waste' where council = 'eastmere' and reference = $1" };
    await app.database.execute(move, [hidden]);
    await submitted(app, "report-a-street-light", { ...LIGHT, ...who });
    const [last = ""] = references.toReversed();
    const client = await opened(last, sam);
    const text = plainText(client.body);
    assert.match(text, /Other cases of this email address/);
    const listed = [...client.body.matchAll(/href="\/desk\/cases\/([\w-]+)">[\w-]+: /g)].map(([, reference]) => reference);
    assert.equal(listed.length, 5);
    assert.ok(!listed.includes(last));
    assert.match(text, /All 7 of their other cases/);
    await client.get(`/desk/cases/${last}/person`);
    for (const reference of references.slice(0, -1)) assert.ok(client.body.includes(reference));
    const stranger = await officer(app, "Stra Nger", ["caseworker"], ["waste"]);
    assert.equal((await (await signedIn(app, stranger)).get(`/desk/cases/${last}/person`)).status, 404);
  });

  test("without an email address they are found by name and postcode exactly", async () => {
    const mary = { ...BY_LETTER, your_email: null };
    const [first, second, elsewhere] = await Promise.all([
      submitted(app, "report-a-pothole", pothole(mary)),
      submitted(app, "report-a-pothole", pothole(mary)),
      submitted(
        app,
        "report-a-pothole",
        pothole({ ...mary, your_address: { line1: "1 Far Road", line2: "", town: "Eastmere", postcode: "EM9 9ZZ" } }),
      ),
    ]);
    const { body } = await opened(first, sam);
    assert.match(plainText(body), /Other cases of this name and postcode/);
    assert.ok(body.includes(`${second}: `));
    assert.ok(!body.includes(elsewhere));
    assert.doesNotMatch((await opened(elsewhere, sam)).body, /Other cases of this/);
  });

  test("however many there are, the page costs the same statements", async () => {
    const cookie = await sessionCookie(app, sam);
    const lone = await submitted(app, "report-a-pothole", pothole({ your_email: "lone@example.com" }));
    const one = await countStatements(async () => await getWith(app, cookie, `/desk/cases/${lone}`));
    for (let i = 0; i < 3; i++) await submitted(app, "report-a-pothole", pothole({ your_email: "lone@example.com" }));
    const many = await countStatements(async () => await getWith(app, cookie, `/desk/cases/${lone}`));
    assert.equal(one.count, many.count);
  });
});

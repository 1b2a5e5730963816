import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";

import type { Officer } from "../../src/people/officer.ts";
import { countStatements } from "../../src/platform/statement-count.ts";
import type { TestApp } from "../support/app.ts";
import { testApp } from "../support/app.ts";
import { councilFiles } from "../support/council-files.ts";
import { plainText } from "../support/web-client.ts";
import { keyIn, officer, sessionCookie, signedIn } from "./office.ts";

const ID = "report-a-bench";
const ADDRESS = `/desk/definitions/${ID}`;
const MINUTE = 60_000;
const PERMITTED = "permissions: [cases.read, cases.work, services.see, services.publish]";

const FILES = councilFiles("north");
const COUNCIL = (FILES["north/council.yaml"] ?? "")
  .replace("permissions: [cases.read, cases.work]", PERMITTED)
  .replace("groups:", "publishing: by officers\ngroups:");
const BENCH = FILES[`north/services/${ID}.yaml`] ?? "";

describe("versions at the desk", () => {
  let app: TestApp;
  let ann: Officer;
  let bob: Officer;
  before(async () => {
    app = await testApp({ councils: { ...FILES, "north/council.yaml": COUNCIL } });
    ann = await officer(app, "Ann Designer", ["worker"], ["tools"], "north");
    bob = await officer(app, "Bob Designer", ["worker"], ["tools"], "north");
  });
  after(() => app.stop());

  const write = (text: string): void => writeFileSync(join(app.folder, "councils", "north", "services", `${ID}.yaml`), text);
  const at = async (who: Officer, path: string) => (await signedIn(app, who, "north.example")).get(path);
  const live = () => app.context.councils.service("north", ID)?.title;

  test("an officer publishes the file, later plans a change, calls it off, withdraws and rolls back; the history says who, when and why", async () => {
    const client = await at(ann, ADDRESS);
    assert.match(plainText(client.body), /It has not been published, so residents do not see it/);
    await client.get(`${ADDRESS}/publish`);
    await client.press("Publish", { when: "now" });
    assert.deepEqual(client.errors(), ["Enter why"]);
    await client.press("Publish", { when: "now", reason: "Agreed by the head of benches" });
    assert.match(plainText(client.body), /It is done\. .*Version 1 is live/);
    assert.equal(live(), "Report a bench");

    write(
      BENCH.replace("What is wrong with it?", "What has happened to it?").replace("title: Report a bench", "title: Report a park bench"),
    );
    await client.get(ADDRESS);
    assert.match(plainText(client.body), /The file has changed and is not published/);
    await client.get(`${ADDRESS}/publish`);
    assert.match(plainText(client.body), /The title was ‘Report a bench’ and becomes ‘Report a park bench’/);
    assert.match(plainText(client.body), /Journeys that are not sent yet and have answered what stay on their version/);
    await client.press("Publish", { when: "later", "day.day": "1", "day.month": "6", "day.year": "2020", time: "9:30am", reason: "x" });
    assert.deepEqual(client.errors(), ["That moment has passed. Choose a later one, or do it now"]);
    await client.press("Publish", {
      when: "later",
      "day.day": "2",
      "day.month": "3",
      "day.year": "2026",
      time: "9:20am",
      reason: "New wording",
    });
    assert.match(plainText(client.body), /From 2 Mar 2026, 9:20am version 2 is live/);
    assert.equal(live(), "Report a bench");
    app.clock.pass(20 * MINUTE);
    assert.equal(live(), "Report a park bench");

    await client.get(`${ADDRESS}/withdraw`);
    await client.press("Withdraw", { when: "later", "day.day": "3", "day.month": "3", "day.year": "2026", time: "10am", reason: "Works" });
    const link = /href="([^"]*call-off[^"]*)"/.exec(client.body)?.[1] ?? "";
    await client.get(link);
    await client.press("Call it off", { reason: "The works are put off" });
    await client.get(`${ADDRESS}/versions/1`);
    assert.match(plainText(client.body), /The title was ‘Report a park bench’ and becomes ‘Report a bench’/);
    await client.get(`${ADDRESS}/roll-back?version=1`);
    await client.press("Make it live", { when: "now", reason: "The new wording confuses" });
    assert.equal(live(), "Report a bench");
    const told = plainText(client.body);
    assert.match(told, /5 2 Mar 2026, 9:20am Rolled back to version 1 Ann Designer The new wording confuses/);
    assert.match(told, /4 2 Mar 2026, 9:20am Called off number 3 Ann Designer The works are put off/);
    assert.match(told, /2 2 Mar 2026, 9:00am Published version 2 from 2 Mar 2026, 9:20am Took effect Ann Designer New wording/);
  });

  test("of two officers who decide on the same page one is told to look again, and a press twice is one act", async () => {
    const count = () => app.context.councils.acts("north", ID).length;
    const seen = count();
    const [one, other] = [await at(ann, `${ADDRESS}/withdraw`), await at(bob, `${ADDRESS}/withdraw`)];
    await Promise.all([one, other].map((client) => client.press("Withdraw", { when: "now", reason: "A fault" })));
    const errors = [...one.errors(), ...other.errors()];
    assert.deepEqual(errors, ["Someone else has just changed what is live. Look at what they did, then decide again"]);
    assert.equal(count(), seen + 1);
    const cookie = await sessionCookie(app, ann);
    const host = { host: "north.example" };
    const page = await app.inject({ url: `${ADDRESS}/roll-back?version=2`, headers: { ...host, cookie } });
    const payload = { key: keyIn(page.body, `${ADDRESS}/roll-back`), seen: String(seen + 1), version: "2", when: "now", reason: "Mended" };
    const post = () =>
      app.inject({
        method: "POST",
        url: `${ADDRESS}/roll-back`,
        headers: { ...host, cookie, "content-type": "application/x-www-form-urlencoded" },
        payload: new URLSearchParams(payload).toString(),
      });
    const answers = [...(await Promise.all([post(), post()])), await post()];
    assert.deepEqual(
      answers.map(({ statusCode }) => statusCode),
      [303, 303, 303],
    );
    assert.equal(count(), seen + 2);
  });

  test("a file that changes while the officer reads what changes is shown again before it is published", async () => {
    write(BENCH.replace("title: Report a bench", "title: Report a third bench"));
    const client = await at(ann, `${ADDRESS}/publish`);
    write(BENCH.replace("title: Report a bench", "title: Report a fourth bench"));
    await client.press("Publish", { when: "now", reason: "Third" });
    assert.deepEqual(client.errors(), ["The file has changed since you looked. Read what changes now, then decide again"]);
    assert.match(client.body, /Report a fourth bench/);
    write(BENCH.replace("type: email", "type: emial"));
    await client.get(`${ADDRESS}/publish`);
    assert.match(plainText(client.body), /The file has mistakes, so it cannot be published/);
  });

  test("every message is shown with example values in each language", async () => {
    const text = plainText((await at(bob, ADDRESS)).body);
    assert.match(text, /received \(English\): .*ABC-123-XYZ/s);
    assert.match(text, /Ada Example/);
    assert.doesNotMatch(text.split("The text of version")[0] ?? "", /\{[a-z]+\}/, "no word is left that nothing stands for");
  });

  test("a page costs few statements; what is not there is not found; a forged form is refused", async () => {
    const cookie = await sessionCookie(app, ann);
    const get = (path: string) => app.inject({ url: path, headers: { host: "north.example", cookie } });
    const cost = async (path: string) => (await countStatements(async () => await get(path))).count;
    assert.deepEqual([await cost("/desk/definitions"), await cost(ADDRESS), await cost(`${ADDRESS}/versions/1`)], [2, 3, 1]);
    for (const path of [
      `${ADDRESS}/versions/99`,
      `${ADDRESS}/versions/x`,
      `${ADDRESS}/roll-back?version=x`,
      `${ADDRESS}/nothing`,
      "/desk/definitions/x/publish",
    ])
      assert.equal((await get(path)).statusCode, 404, path);
    const forged = await app.inject({
      method: "POST",
      url: `${ADDRESS}/withdraw`,
      headers: { host: "north.example", cookie, "content-type": "application/x-www-form-urlencoded" },
      payload: "key=forged&when=now&reason=x",
    });
    assert.equal(forged.statusCode, 403);
  });
});

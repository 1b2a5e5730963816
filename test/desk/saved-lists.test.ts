import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import type { Officer } from "../../src/people/officer.ts";
import { countStatements } from "../../src/platform/statement-count.ts";
import type { TestApp } from "../support/app.ts";
import { testApp } from "../support/app.ts";
import { plainText } from "../support/web-client.ts";
import { getWith, keyIn, officer, postWith, sessionCookie, signedIn, submitted } from "./office.ts";
import { pothole } from "./seeds.ts";

describe("saved lists", () => {
  let app: TestApp;
  let sam: Officer;
  let pat: Officer;
  let boss: Officer;
  let li: Officer;
  before(async () => {
    app = await testApp();
    sam = await officer(app, "Sam Okoro", ["caseworker"], ["highways"]);
    pat = await officer(app, "Pat Roe", ["caseworker"], ["highways"]);
    boss = await officer(app, "Mo Manager", ["manager"], ["highways"]);
    li = await officer(app, "Li Licence", ["caseworker"], ["licensing"]);
    for (const width of ["small", "large", "large"]) await submitted(app, "report-a-pothole", pothole({ width }));
  });
  after(() => app.stop());

  const saved = (body: string): string => plainText(/<nav aria-label="Saved lists">([\s\S]*?)<\/nav>/.exec(body)?.[1] ?? "");
  const LARGE = "/desk?service=report-a-pothole&q.width=large&columns=due%2Ca.width";

  test("a list is saved with its filters and columns, listed with its count, renamed and deleted", async () => {
    const client = await (await signedIn(app, sam)).get(LARGE);
    await client.press("Save list", { name: "  Large   holes ", team: "" });
    assert.equal(client.path, LARGE);
    assert.match(saved(client.body), /^Saved: Large holes 2 /);
    assert.match(client.body, /aria-current="true">Large holes/);
    await client.get("/desk/lists");
    assert.match(plainText(client.body), /Large holes 2 Only you/);
    const [, href = ""] = /href="(\/desk\/lists\/[^"]+)"/.exec(client.body) ?? [];
    await client.get(href);
    await client.press("Save list", { name: "" });
    assert.deepEqual(client.errors(), ["Enter a name for the list"]);
    await client.press("Save list", { name: "Holes", team: "licensing" });
    assert.deepEqual(client.errors(), ["Select one of your teams, or only me"]);
    await client.press("Save list", { name: "Holes <b>", team: "" });
    assert.match(client.body, /Holes &lt;b&gt;/);
    await client.get(href);
    await client.press("Delete list");
    assert.match(client.body, /There are none yet/);
  });

  test("shared with a team, its officers see it and others do not; who gives out the team's cases may change it", async () => {
    const client = await (await signedIn(app, sam)).get(LARGE);
    await client.press("Save list", { name: "For all", team: "highways" });
    const other = await (await signedIn(app, pat)).get("/desk/lists");
    assert.match(plainText(other.body), /For all 2 Everyone in Highways/);
    const [, href = ""] = /href="(\/desk\/lists\/[^"]+)"/.exec((await client.get("/desk/lists")).body) ?? [];
    assert.equal((await other.get(href)).status, 403);
    const stranger = await (await signedIn(app, li)).get("/desk/lists");
    assert.match(stranger.body, /There are none yet/);
    assert.equal((await stranger.get(href)).status, 404);
    assert.equal((await stranger.get("/desk/lists/nonsense")).status, 404);
    const manager = await (await signedIn(app, boss)).get(href);
    await manager.press("Save list", { name: "Mine now", team: "" });
    assert.deepEqual(manager.errors(), ["Select a team: only who saved the list can keep it for themselves"]);
    await manager.press("Save list", { name: "For everyone", team: "highways" });
    assert.match(saved((await other.get("/desk")).body), /For everyone 2/);
  });

  test("the same form sent twice saves once; without a name it is asked again and nothing typed is lost", async () => {
    const cookie = await sessionCookie(app, pat);
    const page = await getWith(app, cookie, "/desk?stage=received");
    const fields = { key: keyIn(page.body, "/desk/lists"), list: "stage=received", team: "highways" };
    const nameless = await postWith(app, cookie, "/desk/lists", { ...fields, name: " " });
    assert.equal(nameless.statusCode, 422);
    assert.match(nameless.body, /name="list" value="stage=received"/);
    const sent = await Promise.all([1, 2].map(() => postWith(app, cookie, "/desk/lists", { ...fields, name: "Twice" })));
    for (const { headers } of sent) assert.equal(headers.location, "/desk?stage=received");
    const { body } = await getWith(app, cookie, "/desk/lists");
    assert.equal(body.match(/>Twice<\/a>/g)?.length, 1);
  });

  test("however many saved lists there are, they are counted in one statement", async () => {
    const cookie = await sessionCookie(app, pat);
    for (const name of ["One", "Two", "Three"]) {
      const page = await getWith(app, cookie, LARGE);
      await postWith(app, cookie, "/desk/lists", { key: keyIn(page.body, "/desk/lists"), list: LARGE.split("?")[1] ?? "", name, team: "" });
    }
    const { count } = await countStatements(() => getWith(app, cookie, "/desk"));
    assert.equal(count, 7);
    assert.match(saved((await getWith(app, cookie, "/desk")).body), /One 2 Three 2 Twice 3 Two 2/);
  });

  test("what is saved is read again as an address is: nonsense in it is left out", async () => {
    const cookie = await sessionCookie(app, li);
    const page = await getWith(app, cookie, "/desk");
    const list = "state=all&rule=%3B+drop&after=x&q.a=%27&holder=me";
    await postWith(app, cookie, "/desk/lists", { key: keyIn(page.body, "/desk/lists"), list, name: "Odd", team: "" });
    const { body } = await getWith(app, cookie, "/desk/lists");
    assert.match(body, /href="\/desk\?holder=me&amp;rule=%3B\+drop"/);
    assert.match(plainText(body), /Its condition no longer makes sense/);
  });
});

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import type { Officer } from "../../src/people/officer.ts";
import type { TestApp } from "../support/app.ts";
import { testApp } from "../support/app.ts";
import { getWith, keyIn, officer, postWith, sessionCookie, signedIn, submitted } from "./office.ts";
import { LIGHT, pothole } from "./seeds.ts";

describe("an officer of another organisation", () => {
  let app: TestApp;
  let dev: Officer;
  let sam: Officer;
  let cookie: string;
  before(async () => {
    app = await testApp();
    dev = await officer(app, "Dev Patel", ["contractor"], ["eastmere-roads"]);
    sam = await officer(app, "Sam Okoro", ["inspector", "caseworker"], ["highways"]);
    cookie = await sessionCookie(app, dev);
  });
  after(() => app.stop());

  const get = (path: string) => getWith(app, cookie, path);

  async function ordered(): Promise<string> {
    const reference = await submitted(app, "report-a-pothole", pothole({ danger: true, more: "Very deep" }));
    const client = await (await signedIn(app, sam)).get(`/desk/cases/${reference}`);
    await client.press("Confirm", { action: "inspect" });
    await client.press("Confirm", { action: "order-repair" });
    return reference;
  }

  test("sees the cases at a stage that its role acts at, without what is personal, and no other page of the desk", async () => {
    const mine = await ordered();
    const [early, light] = [await submitted(app, "report-a-pothole", pothole()), await submitted(app, "report-a-street-light", LIGHT)];
    const list = (await get("/desk/partner")).body;
    assert.match(list, /Cases handed to Eastmere Roads Ltd/);
    assert.match(list, new RegExp(mine));
    for (const other of [early, light]) {
      assert.doesNotMatch(list, new RegExp(other));
      assert.equal((await get(`/desk/partner/${other}`)).statusCode, 404);
    }
    const page = (await get(`/desk/partner/${mine}`)).body;
    assert.match(page, /Outside 12 Mill Lane/);
    assert.match(page, /Very deep/);
    for (const personal of ["Ada", "Byron", "ada@example.com", "01632 960123"]) assert.doesNotMatch(page, new RegExp(personal), personal);
    for (const path of ["/desk/search", "/desk/board", "/desk/export/csv", `/desk/cases/${mine}`, "/desk/lists", "/desk/start"])
      assert.equal((await get(path)).statusCode, 403, path);
    assert.equal((await get("/desk")).headers.location, "/desk/partner");
  });

  test("takes the actions that name its role, once, and then the case is no longer theirs", async () => {
    const mine = await ordered();
    const path = `/desk/partner/${mine}`;
    const fields = { key: keyIn((await get(path)).body, path), from: "ordered", seen: "3", reason: "Filled" };
    assert.match((await postWith(app, cookie, path, { ...fields, action: "inspect" })).body, /Select what you have done/);
    for (let times = 0; times < 2; times++)
      assert.equal((await postWith(app, cookie, path, { ...fields, action: "complete" })).headers.location, "/desk/partner?done=1");
    const item = await app.context.cases.byReference("eastmere", mine);
    assert.equal(item?.stage, "closed");
    const events = await app.context.cases.events("eastmere", item?.id ?? "");
    assert.equal(events.filter((event) => event.officer === dev.id).length, 1);
    assert.equal((await get(path)).statusCode, 404);
  });

  test("in no partner's team, the role opens nothing", async () => {
    const mine = await ordered();
    const astray = await officer(app, "Ann Astray", ["contractor"], ["highways"]);
    const session = await sessionCookie(app, astray);
    assert.match((await getWith(app, session, "/desk/partner")).body, /Nothing is handed to you now/);
    assert.equal((await getWith(app, session, `/desk/partner/${mine}`)).statusCode, 404);
  });
});

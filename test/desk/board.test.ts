import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { countStatements } from "../../src/platform/statement-count.ts";
import type { TestApp } from "../support/app.ts";
import { testApp } from "../support/app.ts";
import { plainText } from "../support/web-client.ts";
import { getWith, officer, sessionCookie, signedIn, submitted } from "./office.ts";
import { pothole } from "./seeds.ts";

describe("the board", () => {
  let app: TestApp;
  let cookie: string;
  before(async () => {
    app = await testApp();
    const sam = await officer(app, "Sam Okoro", ["caseworker", "inspector"], ["highways"]);
    for (let i = 0; i < 13; i++) await submitted(app, "report-a-pothole", pothole());
    const reference = await submitted(app, "report-a-pothole", pothole());
    const client = await (await signedIn(app, sam)).get(`/desk/cases/${reference}`);
    await client.press("Confirm", { action: "inspect" });
    await client.press("Take this case");
    cookie = await sessionCookie(app, sam);
  });
  after(() => app.stop());

  const get = (path: string) => getWith(app, cookie, path).then(({ body }) => body);
  const heads = (body: string) =>
    [...body.matchAll(/<h2 class="govuk-heading-s">([\s\S]*?)<\/h2>/g)].map(([, head = ""]) => plainText(head));

  test("open cases stand by stage, those due first on top, and the rest a link away", async () => {
    const body = await get("/desk/board?service=report-a-pothole");
    assert.deepEqual(heads(body).slice(0, 2), ["Received 13", "Inspected 1"]);
    assert.equal(body.match(/href="\/desk\/cases\//g)?.length, 11);
    assert.match(body, /href="\/desk\?service=report-a-pothole&amp;stage=received">All 13 at Received/);
    assert.deepEqual(heads(await get("/desk/board?service=report-a-pothole&holder=me")).slice(0, 2), ["Received 0", "Inspected 1"]);
  });

  test("without a service that the officer may see, one is asked for", async () => {
    for (const path of ["/desk/board", "/desk/board?service=keep-a-dragon", "/desk/board?service=%00"]) {
      assert.match(await get(path), /Choose a service to see its open cases by stage/);
    }
  });

  test("four statements, however many stages: session, cases, counts, names", async () => {
    const { count } = await countStatements(() => get("/desk/board?service=report-a-pothole"));
    assert.equal(count, 4);
  });
});

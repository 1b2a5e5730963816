import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import type { TestApp } from "../support/app.ts";
import { testApp } from "../support/app.ts";
import { councilFiles } from "../support/council-files.ts";
import { validateHtml } from "../support/validate-html.ts";
import { webClient } from "../support/web-client.ts";

const OF_WALES = `nation: wales
languages: [en, cy]
welsh: { north Council: Cyngor y Gogledd, Always: Bob amser, Town Hall: Neuadd y Dref, Tools: Offer }`;
const BILINGUAL = Object.fromEntries(
  Object.entries(councilFiles("north")).map(([path, text]) => [path, text.replace("nation: england", OF_WALES)]),
);

describe("a service that has no Welsh yet, at a council that publishes in it", () => {
  let app: TestApp;
  before(async () => {
    app = await testApp({ councils: BILINGUAL });
  });
  after(() => app.stop());

  test("is in English as a whole, says so in Welsh, and leaves the reader's choice as it is", async () => {
    const client = await webClient(app, "north.example").get("/services/report-a-bench?lang=cy");
    assert.match(client.body, /<html lang="en"/);
    assert.match(client.body, /<p class="govuk-body" lang="cy">Nid yw’r gwasanaeth hwn ar gael yn Gymraeg eto\.<\/p>/);
    assert.deepEqual(await validateHtml(client.body), []);
    await client.press("Start now");
    assert.match(client.body, /<html lang="en"/);
    assert.equal((await client.get("/contact")).heading(), "Cysylltu â ni");
  });

  test("is described in English by the API, which says so", async () => {
    const answer = await app.inject({ url: "/api/services/report-a-bench?lang=cy", headers: { host: "north.example" } });
    assert.deepEqual([answer.statusCode, answer.headers["content-language"]], [200, "en"]);
  });
});

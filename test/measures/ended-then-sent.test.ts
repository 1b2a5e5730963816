import assert from "node:assert/strict";
import { after, test } from "node:test";

import { testApp } from "../support/app.ts";
import { webClient } from "../support/web-client.ts";

const JOURNEY = "/services/report-a-pothole/journey";
const app = await testApp();
after(() => app.stop());

test("a journey that ended without a case, was changed and then sent, is complete once", async () => {
  const page = webClient(app);
  await page.get("/services/report-a-pothole");
  await page.press("Start now");
  await page.press("Continue", { where: "Outside 12 Mill Lane" });
  await page.press("Continue", { road_kind: "motorway" });
  assert.match(page.path, /outcome$/);
  await page.get(`${JOURNEY}/road-kind`);
  await page.press("Continue", { road_kind: "street" });
  await page.press("Continue", { width: "small" });
  await page.press("Continue", { danger: "no" });
  await page.press("Continue");
  await page.press("Continue", { "your_name.first": "Ada", "your_name.last": "Price" });
  await page.press("Continue", { tell_by: "email" });
  await page.press("Continue", { your_email: "ada@example.org" });
  await page.press("Continue");
  await page.press("Send");
  assert.match(page.path, /done$/);
  await app.settle();
  const { body } = await app.inject({ method: "GET", url: "/performance.csv?months=3" });
  for (const measure of ["started", "ended", "resumed", "submitted"]) assert.match(body, new RegExp(`,web,${measure},1,count`), body);
  assert.match(body, /,all,completion_rate,100,per cent,1,1/);
});

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { countStatements } from "../../src/platform/statement-count.ts";
import { apiApp, POTHOLE, POTHOLES } from "../api/api-app.ts";
import { validateHtml } from "../support/validate-html.ts";

const app = await apiApp();
after(() => app.stop());
const key = await app.makeKey("here", "cases.submit");

async function submit(channel: string): Promise<void> {
  const sent = await app.post(POTHOLES, { key, body: { answers: POTHOLE, channel } });
  assert.equal(sent.statusCode, 201);
}

test("a case that is sent is in the figures of its council once its job has run, and in no other's", async () => {
  const before = await app.get("/performance");
  assert.ok(before.body.includes("No figures yet"));
  for (const channel of ["api", "api", "chat", "post"]) await submit(channel);
  await app.settle();
  const page = await app.get("/performance");
  assert.equal(page.statusCode, 200);
  assert.deepEqual(await validateHtml(page.body), []);
  assert.match(page.body, /75%<\/div>[^]*?3 of 4/);
  const one = await app.get("/performance/report-a-pothole?months=3");
  assert.deepEqual(await validateHtml(one.body), []);
  assert.match(one.body, /3 of 4/);
  assert.ok(!(await app.get("/performance", { council: "there" })).body.includes("3 of 4"));
});

test("the same figures as CSV, of all services and of one", async () => {
  const all = await app.get("/performance.csv?months=3");
  const one = await app.get("/performance/report-a-pothole.csv?months=3");
  assert.equal(all.headers["content-type"], "text/csv; charset=utf-8; header=present");
  assert.match(
    String(all.headers["content-disposition"]),
    /^attachment; filename="performance-here-all-services-2026-01-to-2026-03\.csv"$/,
  );
  assert.equal(all.body, one.body);
  assert.ok(one.body.includes("report-a-pothole,Report a pothole,2026-03,api,submitted,2,count,,\r\n"));
  assert.ok(one.body.includes("report-a-pothole,Report a pothole,2026-03,all,digital_take_up,75,per cent,3,4\r\n"));
});

test("a service that is not there is not found, whatever the address says", async () => {
  for (const url of [
    "/performance/nothing",
    "/performance/nothing.csv",
    "/performance/%3Cb%3E",
    "/performance/..%2f",
    "/performance/.csv",
    "/performance/%00",
  ]) {
    const sent = await app.get(url);
    assert.equal(sent.statusCode, 404, url);
    assert.ok(!sent.body.includes("<b>"));
  }
  assert.equal((await app.get("/performance?months=__proto__&months=3")).statusCode, 200);
});

test("every page is one statement, and so is each file", async () => {
  for (const url of [
    "/performance",
    "/performance?months=60",
    "/performance/report-a-pothole",
    "/performance.csv",
    "/performance/report-a-pothole.csv",
  ]) {
    const { result, count } = await countStatements(async () => await app.get(url));
    assert.deepEqual([result.statusCode, count], [200, 1], url);
  }
});

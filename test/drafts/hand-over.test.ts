import assert from "node:assert/strict";
import { test } from "node:test";

import { HandOver } from "../../src/drafts/hand-over.ts";
import { systemIds } from "../../src/platform/ids.ts";
import { testApp } from "../support/app.ts";
import { councilFiles } from "../support/council-files.ts";

const NOON = Date.parse("2026-11-25T12:00:00Z");
const at = (milliseconds: number): Date => new Date(NOON + milliseconds);

test("a draft is handed over once, within two seconds, and not after anything else touched it", () => {
  const handOver = new HandOver();
  handOver.give({ id: "a" }, at(0));
  assert.deepEqual(handOver.take("a", at(1999)), { id: "a" });
  assert.equal(handOver.take("a", at(1999)), undefined);
  handOver.give({ id: "a" }, at(0));
  assert.equal(handOver.take("a", at(2000)), undefined);
  handOver.give({ id: "a" }, at(0));
  handOver.drop("a");
  assert.equal(handOver.take("a", at(1)), undefined);
});

test("of many drafts that nobody comes for only the newest thousand are held", () => {
  const handOver = new HandOver();
  for (let number = 0; number < 1500; number++) handOver.give({ id: String(number) }, at(0));
  assert.equal(handOver.take("499", at(1)), undefined);
  assert.deepEqual(handOver.take("500", at(1)), { id: "500" });
});

test("the page after a save has all that two tabs saved, and a file that came after", async (t) => {
  const app = await testApp({ councils: councilFiles("north") });
  t.after(() => app.stop());
  const { drafts } = app.context;
  const id = systemIds().uuid(app.clock.now());
  await drafts.start("north", id, { service: "report-a-bench", version: 1, channel: "web", officer: null });
  await Promise.all([drafts.save("north", id, 1, { what: "broken" }), drafts.save("north", id, 1, { email: "kim@example.com" })]);
  assert.deepEqual((await drafts.afterSave("north", id))?.answers, { what: "broken", email: "kim@example.com" });
  await drafts.save("north", id, 1, { what: "dirty" });
  await drafts.addFile("north", id, { id, sha256: "0".repeat(64), name: "a.jpg", type: "image/jpeg", size: 1 });
  assert.equal((await drafts.afterSave("north", id))?.files.length, 1);
});

import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";

import { keepHouse } from "../../src/housekeeping.ts";
import type { TestApp } from "../support/app.ts";
import { testApp } from "../support/app.ts";
import { councilFiles } from "../support/council-files.ts";
import { webClient } from "../support/web-client.ts";

const DAY = 86_400_000;

describe("drafts", () => {
  let app: TestApp;
  before(async () => {
    app = await testApp({ councils: councilFiles("north"), settings: { GUILDHALL_DEV: "1" } });
  });
  after(() => app.stop());

  const started = async () => {
    const client = webClient(app, "north.example");
    await client.get("/services/report-a-bench");
    return client.press(client.body.includes("Start now") ? "Start now" : "Start again");
  };

  test("answers are there after 27 days untouched, and gone after 28", async () => {
    const early = await started();
    await early.press("Continue", { what: "broken" });
    app.clock.pass(27 * DAY);
    await keepHouse(app.context);
    await early.get("/services/report-a-bench/journey/what");
    assert.match(early.body, /value="broken" checked/);
    app.clock.pass(DAY + 1);
    await keepHouse(app.context);
    const { rows } = await drafts();
    assert.equal(rows, 0);
    assert.equal((await early.get("/services/report-a-bench/journey/what")).status, 404);
  });

  test("a journey keeps the version it was started under; the next one has the new", async () => {
    const before = await started();
    const path = join(app.folder, "councils", "north", "services", "report-a-bench.yaml");
    const text = councilFiles("north")["north/services/report-a-bench.yaml"] ?? "";
    writeFileSync(path, text.replace("What is wrong with it?", "What has happened to it?"));
    const after = await started();
    assert.equal(after.heading(), "What has happened to it?");
    await before.get("/services/report-a-bench/journey/what");
    assert.equal(before.heading(), "What is wrong with it?");
  });

  test("in development a definition with a mistake shows it on its page, and what was live stays live", async () => {
    const path = join(app.folder, "councils", "north", "services", "report-a-bench.yaml");
    const text = councilFiles("north")["north/services/report-a-bench.yaml"] ?? "";
    writeFileSync(path, text.replace("- email\n", "- emial\n"));
    const client = webClient(app, "north.example");
    await client.get("/services/report-a-bench");
    assert.match(client.body, /question-unknown/);
    assert.match(client.body, /emial/);
    await client.press("Start now");
    assert.equal(client.status, 200);
  });

  async function drafts(): Promise<{ rows: number }> {
    const { statement } = await import("../../src/platform/statement.ts");
    const [row] = await app.database.query<{ rows: number }>(
      statement("test-drafts-count", "select count(*) as rows from drafts where council = $1"),
      ["north"],
    );
    return row ?? { rows: -1 };
  }
});

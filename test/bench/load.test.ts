import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";

import { createApiKey } from "../../src/people/api-keys.ts";
import type { TestApp } from "../support/app.ts";
import { testApp } from "../support/app.ts";
import { apiCall } from "./load/api-call.ts";
import { Connection, get } from "./load/connection.ts";
import { journey } from "./load/journey.ts";
import { BENCH_COUNCILS } from "./program.ts";

const FILES = ["bench/council.yaml", "bench/services/ten-questions.yaml"];

describe("what the bench does, once", () => {
  let app: TestApp;
  let connection: Connection;
  before(async () => {
    app = await testApp({ councils: Object.fromEntries(FILES.map((file) => [file, readFileSync(join(BENCH_COUNCILS, file), "utf8")])) });
    connection = await Connection.open(Number(new URL(await app.listen()).port));
  });
  after(async () => {
    connection.close();
    await app.stop();
  });

  test("a whole journey by its own client ends with a reference, in 25 requests", async () => {
    assert.equal(await journey(connection), 25);
  });

  test("a whole application by the API makes a case", async () => {
    const given = { council: "bench", name: "Bench", rights: ["cases.submit"] } as const;
    const { text } = await createApiKey({ database: app.database, ids: app.context.ids }, given, app.clock.now());
    assert.equal(await apiCall(connection, text)(), 1);
  });

  test("the client takes an answer that comes in pieces, and one after another", async () => {
    const answers = [await connection.send(get("/")), await connection.send(get("/assets/govuk-frontend.min.css"))];
    assert.deepEqual(
      answers.map(({ status }) => status),
      [200, 200],
    );
    assert.ok((answers[1]?.body.length ?? 0) > 100_000);
  });
});

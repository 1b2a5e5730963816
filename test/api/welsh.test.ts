import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { createApiKey } from "../../src/people/api-keys.ts";
import type { TestApp } from "../support/app.ts";
import { testApp } from "../support/app.ts";

const POTHOLE = {
  where: { text: "Ger y bont" },
  road_kind: "street",
  width: "small",
  danger: false,
  photos: null,
  your_name: { first: "Gwen", last: "Rees" },
  tell_by: "email",
  your_email: "gwen@example.com",
  your_phone: null,
};

describe("the API in Welsh", () => {
  let app: TestApp;
  let key = "";
  before(async () => {
    app = await testApp();
    const made = await createApiKey(app.context, { council: "eastmere", name: "A system", rights: ["cases.submit"] }, app.clock.now());
    key = made.text;
  });
  after(() => app.stop());

  async function asked(url: string, headers: Readonly<Record<string, string>> = {}) {
    const answer = await app.inject({ url, headers: { host: "eastmere.example", ...headers } });
    return { status: answer.statusCode, headers: answer.headers, json: answer.json<Readonly<Record<string, unknown>>>() };
  }

  async function sent(answers: object, idempotency: string) {
    const headers = { host: "eastmere.example", authorization: `Bearer ${key}`, "idempotency-key": idempotency, "accept-language": "cy" };
    const answer = await app.inject({ method: "POST", url: "/api/services/report-a-pothole/cases", headers, payload: { answers } });
    return answer.json<Readonly<Record<string, string>> & { errors?: readonly { pointer: string; detail: string }[] }>();
  }

  test("a service is described in the language that Accept-Language or lang asks for, and a cache is told so", async () => {
    for (const ask of [
      asked("/api/services/report-a-pothole", { "accept-language": "cy-GB, en;q=0.8" }),
      asked("/api/services/report-a-pothole?lang=cy", { "accept-language": "en" }),
    ]) {
      const { json, headers } = await ask;
      assert.equal(json["title"], "Rhoi gwybod am dwll yn y ffordd");
      assert.equal(headers["content-language"], "cy");
      assert.match(String(headers["vary"]), /accept-language/i);
    }
    for (const language of ["en", "cy;q=0.3, en", "fr", "*", ""]) {
      const { json } = await asked("/api/services/report-a-pothole", { "accept-language": language });
      assert.equal(json["title"], "Report a pothole", language);
    }
  });

  test("problem documents are in Welsh, their codes as ever", async () => {
    const { json, status } = await asked("/api/cases/AAA-AAA-AAA", { "accept-language": "cy" });
    assert.deepEqual([status, json["code"], json["title"]], [401, "key-missing", "Mae angen allwedd API"]);
    const problem = await sent({ ...POTHOLE, width: undefined }, "one");
    assert.equal(problem["title"], "Mae rhai atebion ar goll neu’n anghywir");
    assert.deepEqual(
      problem.errors?.map(({ pointer, detail }) => `${pointer} ${detail}`),
      ["/answers/width Dewiswch pa mor llydan ydyw"],
    );
  });

  test("who is reported for in Welsh is written to in Welsh", async () => {
    const made = await sent(POTHOLE, "two");
    const item = await app.context.cases.byReference("eastmere", made["reference"] ?? "");
    assert.equal(item?.person.language, "cy");
  });
});

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import type { Officer } from "../../src/people/officer.ts";
import { apiKeysOf } from "../../src/people/api-keys.ts";
import type { TestApp } from "../support/app.ts";
import { testApp } from "../support/app.ts";
import { careFiles } from "./care-files.ts";
import { keyIn, getWith, officer, postWith, sessionCookie, submitted } from "./office.ts";

const HOST = "north.example";

describe("API keys at the desk", () => {
  let app: TestApp;
  let cookie: string;
  before(async () => {
    const files = careFiles();
    files["north/council.yaml"] = (files["north/council.yaml"] ?? "").replace(
      "roles:\n",
      "roles:\n  keys: { name: Keys, permissions: [keys.manage] }\n",
    );
    app = await testApp({ councils: files });
    const kim: Officer = await officer(app, "Kim North", ["keys"], [], "north");
    cookie = await sessionCookie(app, kim);
  });
  after(() => app.stop());

  const get = async (path: string) => (await getWith(app, cookie, path, HOST)).body;
  const call = (text: string, url: string, payload?: object) =>
    app.inject({
      url: `/api${url}`,
      headers: {
        host: HOST,
        authorization: `Bearer ${text}`,
        ...(payload && { "idempotency-key": app.context.ids.uuid(app.clock.now()) }),
      },
      ...(payload && { method: "POST", payload }),
    });

  test("a key is shown once, works only for its services and rights, says when it was last used, and can be revoked", async () => {
    const fields = {
      key: keyIn(await get("/desk/api-keys/new"), "/desk/api-keys/new"),
      name: "Contractor",
      rights: "cases.read",
      services: "report-a-bench",
    };
    const made = await postWith(app, cookie, "/desk/api-keys/new", fields, HOST);
    const text = /gh_[\w-]{43}/.exec(made.body)?.[0] ?? "";
    assert.equal(made.headers["cache-control"], "no-store");
    const again = await postWith(app, cookie, "/desk/api-keys/new", fields, HOST);
    assert.equal(again.statusCode, 409);
    assert.doesNotMatch(again.body, /gh_/);
    const list = await get("/desk/api-keys");
    assert.match(list, /Contractor/);
    assert.match(list, /Not yet/);
    assert.doesNotMatch(list, /gh_/);

    const answers = { what: "dirty", email: "ada@example.com" };
    const [bench, care] = [
      await submitted(app, "report-a-bench", answers, { council: "north" }),
      await submitted(app, "ask-for-care", answers, { council: "north" }),
    ];
    assert.equal((await call(text, `/cases/${bench}`)).statusCode, 200);
    const [hidden, none] = [await call(text, `/cases/${care}`), await call(text, "/cases/K7M-4TX-9QC")];
    assert.deepEqual([hidden.statusCode, hidden.json<{ detail: string }>().detail], [404, none.json<{ detail: string }>().detail]);
    assert.equal((await call(text, "/services/report-a-bench/cases", { answers })).statusCode, 403);
    assert.doesNotMatch(await get("/desk/api-keys"), /Not yet/);

    const [key] = await apiKeysOf(app.database, "north");
    await postWith(
      app,
      cookie,
      "/desk/api-keys/revoke",
      { key: keyIn(await get("/desk/api-keys"), "/desk/api-keys/revoke"), id: key?.id ?? "" },
      HOST,
    );
    app.clock.pass(1001);
    assert.equal((await call(text, `/cases/${bench}`)).statusCode, 401);
    assert.match(await get("/desk/api-keys"), /Revoked/);
  });

  test("a key for sending is for its services too", async () => {
    const page = await get("/desk/api-keys/new");
    const fields = { key: keyIn(page, "/desk/api-keys/new"), name: "Parish", rights: "cases.submit", services: "report-a-bench" };
    const text = /gh_[\w-]{43}/.exec((await postWith(app, cookie, "/desk/api-keys/new", fields, HOST)).body)?.[0] ?? "";
    const body = { answers: { what: "dirty", email: "ada@example.com" } };
    assert.equal((await call(text, "/services/report-a-bench/cases", body)).statusCode, 201);
    assert.equal((await call(text, "/services/ask-for-care/cases", body)).statusCode, 403);
  });

  test("what is missing is said, and a service that is not there makes no key for all", async () => {
    const send = async (fields: Readonly<Record<string, string>>) => {
      const key = keyIn(await get("/desk/api-keys/new"), "/desk/api-keys/new");
      return postWith(app, cookie, "/desk/api-keys/new", { key, ...fields }, HOST);
    };
    assert.match((await send({})).body, /Enter which system the key is for/);
    const gone = await send({ name: "X", rights: "cases.read", services: "gone" });
    assert.equal(gone.statusCode, 422);
    assert.match(gone.body, /no longer offered/);
  });
});

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import type { TestApp } from "../support/app.ts";
import { testApp } from "../support/app.ts";
import type { WebClient } from "../support/web-client.ts";
import { plainText } from "../support/web-client.ts";
import { officer, signedIn, submitted } from "./office.ts";
import { LIGHT, pothole } from "./seeds.ts";

describe("what is held of a person is put right in all their cases at once", () => {
  let app: TestApp;
  let client: WebClient;
  before(async () => {
    app = await testApp();
    const ruth = await officer(app, "Ruth Records", ["records-officer", "adviser"], []);
    client = await signedIn(app, ruth);
  });
  after(() => app.stop());

  const words = (): string => plainText(client.body.slice(client.body.indexOf("<main")));

  test("what will change is seen first, then each case says it by an event, and is found by it", async () => {
    const first = await submitted(app, "report-a-pothole", pothole());
    const light = await submitted(app, "report-a-street-light", LIGHT);
    const closed = await submitted(app, "report-a-pothole", pothole());
    const item = await app.context.cases.byReference("eastmere", closed);
    const asking = {
      council: "eastmere",
      caseId: item?.id ?? "",
      channel: "desk",
      officer: null,
      roles: ["inspector"],
      key: app.context.ids.uuid(app.clock.now()),
    } as const;
    await app.context.cases.apply(asking, { kind: "act", action: "not-ours", reason: "Private", seen: 1 });
    await client.get("/desk/people");
    await client.press("Find", { person: "ada@example.com" });
    await client.press("Open Ada Byron");
    const path = client.path;
    await client.get(`${path}/correct`);
    assert.match(client.body, /value="ada@example.com"/);
    assert.equal((await client.press("See what will change", { email: "ada.lovelace@example.com" })).status, 422);
    await client.press("See what will change", { email: "ada.lovelace@example.com", reason: "She showed a letter" });
    assert.match(words(), /What will change/);
    assert.equal((await app.context.cases.byReference("eastmere", first))?.person.email, "ada@example.com", "seeing it changes nothing");
    await client.press("Correct the record and 3 cases");
    assert.equal([...words().matchAll(/Changed: email/g)].length, 3);
    for (const reference of [first, light, closed]) {
      const after = await app.context.cases.byReference("eastmere", reference);
      assert.equal(after?.person.email, "ada.lovelace@example.com", reference);
      assert.equal(after.person.phone, "01632 960123", "what was not changed stays");
    }
    await client.get("/desk/people");
    await client.press("Find", { person: "ada.lovelace@example.com" });
    assert.match(words(), /3 cases/);
    await client.press("Find", { person: "ada@example.com" });
    assert.match(words(), /Nobody was found/);
  });

  test("an officer who manages no records is not offered it and cannot", async () => {
    const ada = await officer(app, "Ada Adviser", ["adviser"], []);
    const other = await (await signedIn(app, ada)).get("/desk/people");
    await other.press("Find", { person: "ada.lovelace@example.com" });
    const path = /href="(\/desk\/people\/[0-9a-f-]{36})"/.exec(other.body)?.[1] ?? "";
    await other.get(path);
    assert.doesNotMatch(other.body, /Correct what is held/);
    assert.equal((await other.get(`${path}/correct`)).status, 403);
  });
});

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import type { Officer } from "../../src/people/officer.ts";
import { countStatements } from "../../src/platform/statement-count.ts";
import type { TestApp } from "../support/app.ts";
import { testApp } from "../support/app.ts";
import type { WebClient } from "../support/web-client.ts";
import { plainText } from "../support/web-client.ts";
import { officer, postWith, sessionCookie, signedIn } from "./office.ts";

const FIND = "Search : the nearest showground";

describe("a row of a register, chosen in a script", () => {
  let app: TestApp;
  let sam: Officer;
  before(async () => {
    app = await testApp();
    sam = await officer(app, "Sam Okoro", ["caseworker"], ["licensing"]);
  });
  after(() => app.stop());

  const started = async (service = "host-a-tournament"): Promise<WebClient> =>
    (await (await signedIn(app, sam)).get("/desk/start")).press("Start", { service, channel: "phone" });

  const draftOf = ({ path }: WebClient) => app.context.drafts.load("eastmere", /journeys\/([\w-]{36})/.exec(path)?.[1] ?? "");

  test("searched for beside other answers, chosen, kept whole, shown again and let go", async () => {
    const client = await started();
    await client.press(FIND, { host: "charity", field: "100012345678", "ground.search": "feild" });
    assert.equal(client.status, 200);
    assert.match(plainText(client.body), /2 results for ‘feild’/);
    assert.match(client.body, /value="100012345678"/);
    await client.press("Update questions", { ground: "lammas-field" });
    const kept = (await draftOf(client))?.answers["ground"];
    assert.deepEqual(
      [client.status, Object.keys(kept ?? {}).toSorted()],
      [200, ["key", "label", "open", "parish", "rent", "room", "since"]],
    );
    assert.match(client.body, /name="ground.search"[^>]*value="Lammas Field"/);
    await client.press("Update questions", { "ground.search": "", ground: "" });
    assert.equal((await draftOf(client))?.answers["ground"] ?? null, null);
  });

  test("a name read out whole is enough; one that fits no row or several is asked again and keeps nothing", async () => {
    const client = await started();
    await client.press("Update questions", { "ground.search": "castle mound" });
    const { key } = ((await draftOf(client))?.answers["ground"] ?? {}) as { readonly key?: string };
    assert.equal(key, "castle-mound");
    await client.press("Update questions", { "ground.search": "field" });
    assert.deepEqual(client.errors(), ["Select the nearest showground from the list"]);
    assert.match(plainText(client.body), /2 results for ‘field’/);
  });

  test("suggestions come to the officer whose journey it is, and cost the two statements of the desk", async () => {
    const client = await started("primary-school-place");
    const url = `${client.path.split("?")[0]}/find-rows`;
    const fields = { question: "schools.school", search: "abbey" };
    const cookie = await sessionCookie(app, sam);
    const { count, result } = await countStatements(() => postWith(app, cookie, url, fields));
    assert.equal(count, 2);
    assert.deepEqual(
      result.json<{ rows: readonly { key: string }[] }>().rows.map((row) => row.key),
      ["abbey", "cloister", "st-anne"],
    );
    const other = await officer(app, "Priya Shah", ["caseworker"], ["licensing"]);
    assert.equal((await postWith(app, await sessionCookie(app, other), url, fields)).statusCode, 404);
    assert.equal((await postWith(app, "", url, fields)).statusCode, 401);
  });
});

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { readReference } from "../../src/cases/reference.ts";
import { filesIn } from "../../src/cases/shadow.ts";
import { filesOfCase, filesOfDraft } from "../../src/platform/files/file-rows.ts";
import { statement } from "../../src/platform/statement.ts";
import { councilYaml } from "../councils/small-council.ts";
import { definition } from "../journey/small-service.ts";
import type { TestApp } from "../support/app.ts";
import { testApp } from "../support/app.ts";
import { PICTURE } from "../support/covering.ts";
import type { WebClient } from "../support/web-client.ts";
import { webClient } from "../support/web-client.ts";

const SERVICE = definition(
  `  people:
    ask: Who lives there?
    type: group
    entry: person
    most: 3
    questions:
      called: { ask: What are they called?, type: text, label: their name }
      proof: { ask: Upload their proof, type: files, accept: image, most: 2, label: their proof }
  email: { ask: What is your email address?, type: email, label: your email address }`,
  "  - people\n  - email",
).replace("case:\n", "person: { email: email }\ncase:\n");

const newestDraft = statement("test-newest-draft", "select id from drafts where council = $1 order by created_at desc, id desc limit 1");

describe("files inside a group on the web", () => {
  let app: TestApp;
  before(async () => {
    const council = councilYaml("north", [["lend-a-drill", "try-it"]]);
    app = await testApp({ councils: { "north/council.yaml": council, "north/services/try-it.yaml": SERVICE } });
  });
  after(() => app.stop());

  const begun = async (): Promise<WebClient> => {
    // So that the newest draft is this one's.
    app.clock.pass(1000);
    const client = webClient(app, "north.example");
    await client.get("/services/try-it");
    return client.press("Start now");
  };
  const draftOf = async (): Promise<string> => {
    const [row] = await app.database.query<{ id: string }>(newestDraft, ["north"]);
    return row?.id ?? "";
  };
  const names = async (): Promise<number> => (await filesOfDraft(app.database, "north", await draftOf())).length;

  test("a file chosen before another person is added stays, and goes with the person who is removed", async () => {
    const client = await begun();
    await client.press("Add another person", { "people.0.called": "Ann", "people.0.proof": await PICTURE });
    assert.equal(await names(), 1);
    assert.ok(client.fieldNames().includes("people.1.called"));
    await client.press("Continue", { "people.1.called": "Bob", "people.1.proof": await PICTURE });
    assert.equal(client.heading(), "What is your email address?");
    await client.get("/services/try-it/journey/people");
    await client.press("Remove Person 1");
    assert.equal(await names(), 2, "what is kept stays until the change is kept");
    await client.press("Continue");
    assert.equal(await names(), 1);
    await client.press("Continue", { email: "jo@example.com" });
    await client.press("Send");
    const reference = readReference(/<strong>([\w-]{11})<\/strong>/.exec(client.body)?.[1] ?? "");
    const item = await app.context.cases.byReference("north", reference ?? "");
    const files = await filesOfCase(app.database, "north", item?.id ?? "");
    assert.equal(files.length, 1);
    assert.deepEqual(
      filesIn(item?.answers["people"] ?? null).map(({ id }) => id),
      files.map(({ id }) => id),
    );
    assert.match(JSON.stringify(item?.answers), /"called":"Bob"/);
  });

  test("a file that was taken out before anything was kept is gone at once", async () => {
    const client = await begun();
    await client.press("Add another person", { "people.0.called": "Ann", "people.0.proof": await PICTURE });
    assert.equal(await names(), 1);
    await client.press("Remove photo.png : Person 1");
    assert.equal(await names(), 0);
  });
});

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import type { Officer } from "../../src/people/officer.ts";
import type { TestApp } from "../support/app.ts";
import { testApp } from "../support/app.ts";
import type { WebClient } from "../support/web-client.ts";
import { officer, signedIn, submitted } from "./office.ts";
import { pothole } from "./seeds.ts";

describe("working through a list, case by case", () => {
  let app: TestApp;
  let sam: Officer;
  const references: string[] = [];
  before(async () => {
    app = await testApp();
    sam = await officer(app, "Sam Okoro", ["caseworker", "inspector"], ["highways"]);
    for (let i = 0; i < 5; i++) {
      references.push(await submitted(app, "report-a-pothole", pothole({ width: i === 2 ? "large" : "small" })));
      app.clock.pass(3_600_000);
    }
  });
  after(() => app.stop());

  const way = (client: WebClient, rel: string) => new RegExp(`rel="${rel}" href="([^"]+)"`).exec(client.body)?.[1];
  const at = (index: number) => `/desk/cases/${references[index]}`;

  test("next and previous follow the order and the filters of the list that one came from", async () => {
    const client = await (await signedIn(app, sam)).get("/desk?sort=oldest&q.width=small&service=report-a-pothole");
    await client.get(at(1));
    assert.deepEqual([way(client, "prev"), way(client, "next")], [at(0), at(3)]);
    await client.get(at(4));
    assert.deepEqual([way(client, "prev"), way(client, "next")], [at(3), undefined]);
    await client.get("/desk?sort=newest");
    await client.get(at(1));
    assert.deepEqual([way(client, "prev"), way(client, "next")], [at(2), at(0)]);
  });

  test("what is done on the way keeps the list, also where the case leaves it", async () => {
    const client = await (await signedIn(app, sam)).get("/desk?sort=oldest");
    await client.get(at(1));
    await client.press("Add note", { text: "Seen" });
    assert.equal(way(client, "next"), at(2));
    await client.press("Confirm", { action: "not-ours", reason: "A private road" });
    assert.deepEqual([way(client, "prev"), way(client, "next")], [at(0), at(2)]);
    assert.match(client.body, /href="\/desk\?sort=oldest">The list/);
  });

  test("a case that was opened from no list has no next", async () => {
    const client = await (await signedIn(app, sam)).get(at(0));
    assert.deepEqual([way(client, "prev"), way(client, "next")], [undefined, undefined]);
  });

  test("a page says which keys there are", async () => {
    const client = await (await signedIn(app, sam)).get("/desk/keys");
    assert.match(client.body, /<kbd>j<\/kbd>/);
  });
});

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { readReference } from "../../src/cases/reference.ts";
import { createApiKey } from "../../src/people/api-keys.ts";
import { coveringJourneys } from "../../src/journey/cover.ts";
import type { TestApp } from "../support/app.ts";
import { testApp } from "../support/app.ts";
import { atOnce, essence, faceless, outcomeTitle, sendApi, walkWeb, SHELF } from "../support/covering.ts";
import { plainText, webClient } from "../support/web-client.ts";

describe("every shipped service, by the web with scripts off and by the API, gives the same case", () => {
  let app: TestApp;
  let key = "";
  before(async () => {
    app = await testApp();
    const made = await createApiKey(app.context, { council: "eastmere", name: "A system", rights: ["cases.submit"] }, app.clock.now());
    key = made.text;
  });
  after(() => app.stop());

  for (const id of SHELF) {
    test(`${id}: every covering journey ends where its definition says`, async () => {
      const service = app.context.councils.service("eastmere", id);
      assert.ok(service, `${id} is published`);
      const journeys = coveringJourneys(service, "2026-03-02");
      assert.ok(journeys.length > 1);
      await atOnce(12, journeys, async (journey) => {
        const client = await walkWeb(webClient(app), service, journey);
        if (journey.end.kind === "outcome") {
          const title = outcomeTitle(service, journey);
          assert.equal(client.heading(), title);
          assert.equal(await sendApi(app, key, service, journey), title);
          return;
        }
        assert.equal(client.heading(), "Sent");
        const reference = readReference(/<strong>([\w-]{11})<\/strong>/.exec(client.body)?.[1] ?? "");
        assert.ok(reference, plainText(client.body));
        const item = await app.context.cases.byReference("eastmere", reference);
        for (const [question, answer] of Object.entries(journey.answers)) {
          assert.deepEqual(faceless(item?.answers[question]), faceless(answer), `${id} ${question}`);
        }
        assert.ok(item);
        assert.deepEqual(Object.keys(item.answers).toSorted(), Object.keys(journey.answers).toSorted());
        const sent = await app.context.cases.byReference("eastmere", await sendApi(app, key, service, journey));
        assert.ok(sent);
        assert.deepEqual(essence(sent), essence(item));
      });
    });
  }
});

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import type { PublishedService } from "../../src/definition/service.ts";
import type { CoveringJourney } from "../../src/journey/cover.ts";
import { coveringJourneys } from "../../src/journey/cover.ts";
import type { Officer } from "../../src/people/officer.ts";
import type { TestApp } from "../support/app.ts";
import { testApp } from "../support/app.ts";
import { addEntries, atOnce, essence, fileFields, outcomeTitle, PICTURE, sending, typedFor, walkWeb, SHELF } from "../support/covering.ts";
import type { WebClient } from "../support/web-client.ts";
import { plainText, webClient } from "../support/web-client.ts";
import { officer, signedIn } from "./office.ts";

const CHECK = "Check the answers with the person";
const ROUNDS = 12;

/** Fills in what the page asks, again and again as it grows, up to the check or the outcome. */
async function walkDesk(client: WebClient, service: PublishedService, journey: CoveringJourney): Promise<WebClient> {
  await client.get("/desk/start");
  await client.press("Start", { service: service.id, channel: "phone" });
  for (let round = 0; round < ROUNDS && client.heading() !== CHECK; round++) {
    for (const question of service.questions.values()) {
      const isThere = client.fieldNames().some((name) => name.startsWith(`${question.id}.0.`));
      if (isThere) await addEntries(client, question, journey.answers[question.id]);
    }
    const names = new Set(client.fieldNames());
    const typed = Object.fromEntries(
      Object.entries(typedFor([...service.questions.values()], journey.answers)).filter(([name]) => names.has(name)),
    );
    for (const field of fileFields([...service.questions.values()], journey.answers)) {
      if (names.has(field) && !client.body.includes(`"${field}.remove"`)) typed[field] = await PICTURE;
    }
    await client.press("Check and send", typed);
    if (!client.body.includes("Check and send")) break;
  }
  return client;
}

describe("every shipped service, at the desk", () => {
  let app: TestApp;
  let sam: Officer;
  before(async () => {
    app = await testApp();
    sam = await officer(app, "Sam Okoro", ["adviser"], []);
  });
  after(() => app.stop());

  const caseOf = (client: WebClient) =>
    app.context.cases.byReference("eastmere", /<strong>([\w-]{11})<\/strong>/.exec(client.body)?.[1] ?? "");

  for (const id of SHELF) {
    test(`${id}: every covering journey makes the same case by phone as by the web`, async () => {
      const service = app.context.councils.service("eastmere", id);
      assert.ok(service);
      await atOnce(6, coveringJourneys(service, "2026-03-02"), async (journey) => {
        const client = await walkDesk(await signedIn(app, sam), service, journey);
        if (journey.end.kind === "outcome") {
          assert.equal(client.status, 200);
          assert.ok(plainText(client.body).includes(outcomeTitle(service, journey)), client.path);
          return;
        }
        assert.equal(client.heading(), CHECK, `${id}: ${client.errors().join("; ")}`);
        await client.press(...sending(service, "The person agrees: send"));
        const [byPhone, byWeb] = [await caseOf(client), await caseOf(await walkWeb(webClient(app), service, journey))];
        assert.ok(byPhone && byWeb, plainText(client.body));
        assert.deepEqual(essence(byPhone), essence(byWeb));
        assert.deepEqual([byPhone.channel, byWeb.channel], ["phone", "web"]);
      });
    });
  }
});

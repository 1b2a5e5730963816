import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import type { PublishedService } from "../../src/definition/service.ts";
import type { CoveringJourney } from "../../src/journey/cover.ts";
import { coveringJourneys } from "../../src/journey/cover.ts";
import type { Officer } from "../../src/people/officer.ts";
import type { TestApp } from "../support/app.ts";
import { testApp } from "../support/app.ts";
import { atOnce, essence, outcomeTitle, PICTURE, typedFor, walkWeb } from "../support/covering.ts";
import type { WebClient } from "../support/web-client.ts";
import { plainText, webClient } from "../support/web-client.ts";
import { officer, signedIn } from "./office.ts";

const SERVICES = [
  "report-a-pothole",
  "report-a-missed-bin",
  "store-petrol",
  "primary-school-place",
  "council-tax-move",
  "keep-a-dragon",
  "host-a-tournament",
  "defer-care-payments",
];
const CHECK = "Check the answers with the person";
const ROUNDS = 12;

/** Presses "Add another" until there is a place for every entry of every group on the page. */
async function addEntries(client: WebClient, service: PublishedService, { answers }: CoveringJourney): Promise<void> {
  for (const question of service.questions.values()) {
    const entries = answers[question.id];
    if (question.type !== "group" || !Array.isArray(entries)) continue;
    const has = (index: number): boolean => client.fieldNames().some((name) => name.startsWith(`${question.id}.${index}.`));
    for (let presses = 0; presses < 30 && has(0) && !has(entries.length - 1); presses++) {
      await client.press(`Add another ${question.settings.entry ?? "entry"}`);
    }
  }
}

/** Fills in what the page asks, again and again as it grows, up to the check or the outcome. */
async function walkDesk(client: WebClient, service: PublishedService, journey: CoveringJourney): Promise<WebClient> {
  await client.get("/desk/start");
  await client.press("Start", { service: service.id, channel: "phone" });
  for (let round = 0; round < ROUNDS && client.heading() !== CHECK; round++) {
    await addEntries(client, service, journey);
    const names = new Set(client.fieldNames());
    const typed = Object.fromEntries(
      Object.entries(typedFor([...service.questions.values()], journey.answers)).filter(([name]) => names.has(name)),
    );
    for (const question of service.questions.values()) {
      const given = journey.answers[question.id];
      const first = names.has(question.id) && !client.body.includes(`${question.id}.remove`);
      if (question.type === "files" && first && Array.isArray(given) && given.length > 0) typed[question.id] = await PICTURE;
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

  for (const id of SERVICES) {
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
        await client.press(service.declaration === undefined ? "Send" : "The person agrees: send");
        const [byPhone, byWeb] = [await caseOf(client), await caseOf(await walkWeb(webClient(app), service, journey))];
        assert.ok(byPhone && byWeb, plainText(client.body));
        assert.deepEqual(essence(byPhone), essence(byWeb));
        assert.deepEqual([byPhone.channel, byWeb.channel], ["phone", "web"]);
      });
    });
  }
});

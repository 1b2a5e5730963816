import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import type { Case } from "../../src/cases/case.ts";
import { awayOf, firstSent } from "../../src/cases/together/tie.ts";
import { recount } from "../../src/measures/recount.ts";
import { messagesOfCase } from "../../src/messages/message-store.ts";
import type { Officer } from "../../src/people/officer.ts";
import type { TestApp } from "../support/app.ts";
import { testApp } from "../support/app.ts";
import type { WebClient } from "../support/web-client.ts";
import { plainText, webClient } from "../support/web-client.ts";
import { officer, signedIn, submitted } from "./office.ts";
import { LIGHT, pothole } from "./seeds.ts";

const DAY = 86_400_000;

describe("moving a case to another service", () => {
  let app: TestApp;
  let sam: Officer;
  before(async () => {
    app = await testApp();
    sam = await officer(app, "Sam Okoro", ["caseworker", "inspector", "adviser"], ["highways"]);
  });
  after(() => app.stop());

  const caseOf = async (reference: string): Promise<Case> => {
    const item = await app.context.cases.byReference("eastmere", reference);
    assert.ok(item);
    return item;
  };
  const begun = async (reference: string): Promise<WebClient> => {
    const client = await (await signedIn(app, sam)).get(`/desk/cases/${reference}/together/move`);
    await client.press("See what goes with it", { service: "report-a-pothole" });
    return client;
  };
  const filled = async (client: WebClient): Promise<WebClient> => {
    await client.press("Go on");
    await client.press("Update questions", { where: "Thistle Court", road_kind: "street" });
    return client.press("Check and send", { width: "large", danger: "no" });
  };

  test("answers go with it, the rest is filled in, and the person is told the new reference, to which the old one leads", async () => {
    const old = await submitted(app, "report-a-street-light", LIGHT);
    app.clock.pass(3 * DAY);
    const client = await begun(old);
    const preview = plainText(client.body);
    assert.match(
      preview,
      /Answers that go with it Your name .*Answers that stay with the old case .*What the service still has to know Where the pothole is/i,
    );
    assert.equal((await caseOf(old)).closedAt, null, "nothing is moved yet");
    await filled(client);
    assert.match(plainText(client.body), /Ada Byron/);
    await client.press("Send");
    await app.settle();

    const before = await caseOf(old);
    const away = awayOf(before);
    assert.ok(away?.kind === "moved-to" && before.closedAt);
    const now = await caseOf(away.reference);
    assert.equal(now.service, "report-a-pothole");
    assert.equal(now.person.email, "ada@example.com");
    assert.equal(firstSent(now).toISOString(), before.openedAt.toISOString());
    assert.ok(now.dueAt > new Date(app.clock.now().getTime() + 5 * DAY), "a deadline of its own");
    const told = await messagesOfCase(app.database, "eastmere", now.id);
    assert.deepEqual(
      told.map(({ subject }) => subject),
      [`Your new reference: ${now.reference}`],
    );

    const page = await (await webClient(app).get("/cases")).press("Continue", { reference: old, proof: "ada@example.com" });
    assert.equal(page.path, `/cases/${now.reference}`);
    assert.match(plainText(page.body), /We moved it here from another service. You first sent it on Monday 2 March 2026/);

    assert.match(
      plainText((await client.get(`/desk/cases/${old}`)).body),
      new RegExp(`Stage Moved .*Goes on in another service as ${now.reference}`),
    );
    const text = plainText((await client.get(`/desk/cases/${now.reference}`)).body);
    assert.match(text, new RegExp(`Moved from another service ${old}`));
    assert.match(text, /Sam Okoro moved it here from another service. The person first sent it on 2 Mar 2026/);
    const refused = await app.context.cases.apply(
      {
        council: "eastmere",
        caseId: before.id,
        channel: "desk",
        officer: sam.id,
        roles: sam.roles,
        key: app.context.ids.uuid(app.clock.now()),
      },
      { kind: "act", action: "send-crew", reason: "", seen: 2 },
    );
    assert.ok(!refused.ok && refused.refusal.message.includes(now.reference));
  });

  test("two officers at once: one moves it, the other is told; sending twice moves it once", async () => {
    const old = await submitted(app, "report-a-street-light", LIGHT);
    const clients = await Promise.all([0, 0].map(async () => filled(await begun(old))));
    const [one, other] = clients;
    assert.ok(one && other);
    await Promise.all([one.press("Send"), other.press("Send")]);
    const statuses = clients.map(({ status }) => status).toSorted((a, b) => a - b);
    assert.deepEqual(statuses, [200, 409]);
    const loser = clients.find(({ status }) => status === 409);
    assert.match(loser?.errors()[0] ?? "", /was moved already. It goes on as/);
    const events = await app.context.cases.events("eastmere", (await caseOf(old)).id);
    assert.deepEqual(
      events.map(({ kind }) => kind),
      ["submitted", "transferred"],
    );
  });

  test("a moved case is one submission, in the service that it was sent to, and is resolved from when it was first sent", async () => {
    const sums = async (): Promise<Readonly<Record<string, number>>> => {
      await app.settle();
      assert.equal(await recount(app.database, "eastmere", "2000-01-01"), 0, "what was counted as it happened is right");
      const found: Record<string, number> = {};
      for (const { service, measure, count, total } of await app.context.measures.monthly("eastmere", "2000-01-01", "2100-01-01")) {
        found[`${service} ${measure}`] = (found[`${service} ${measure}`] ?? 0) + count;
        found[`${service} ${measure} seconds`] = (found[`${service} ${measure} seconds`] ?? 0) + total;
      }
      return found;
    };
    await submitted(app, "report-a-pothole", pothole());
    const before = await sums();
    const old = await submitted(app, "report-a-street-light", LIGHT);
    app.clock.pass(2 * DAY);
    const client = await filled(await begun(old));
    await client.press("Send");
    app.clock.pass(DAY);
    const later = await signedIn(app, sam);
    await later.get(`/desk/cases/${awayOf(await caseOf(old))?.reference ?? ""}`);
    await later.press("Confirm", { action: "not-ours", reason: "Private" });
    const now = await sums();
    const more = (name: string): number => (now[name] ?? 0) - (before[name] ?? 0);
    assert.equal(more("report-a-street-light submitted"), 1);
    assert.equal(more("report-a-pothole submitted"), 0);
    assert.equal(more("report-a-street-light closed"), 0);
    assert.equal(more("report-a-pothole closed"), 1);
    assert.equal(more("report-a-pothole closed seconds"), (3 * DAY) / 1000);
  });

  test("what cannot be moved is said", async () => {
    const old = await submitted(app, "report-a-street-light", LIGHT);
    const client = await (await signedIn(app, sam)).get(`/desk/cases/${old}/together/move`);
    await client.press("See what goes with it");
    assert.deepEqual(client.errors(), ["Select a service"]);
  });
});

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { messagesOfCase } from "../../src/messages/message-store.ts";
import { statement } from "../../src/platform/statement.ts";
import type { TestApp } from "../support/app.ts";
import { testApp } from "../support/app.ts";
import type { MailServer } from "../support/smtp-server.ts";
import { mailServer } from "../support/smtp-server.ts";
import { plainText } from "../support/web-client.ts";
import { getWith, keyIn, officer, postWith, sessionCookie, submitted } from "./office.ts";
import { pothole } from "./seeds.ts";

describe("messages that did not arrive", () => {
  let app: TestApp;
  let server: MailServer;
  before(async () => {
    server = await mailServer();
    app = await testApp({ settings: { SMTP_URL: server.url, MAIL_FROM: "no-reply@eastmere.example" } });
  });
  after(async () => {
    await app.stop();
    await server.close();
  });

  const told = async (reference: string) => {
    const item = await app.context.cases.byReference("eastmere", reference);
    assert.ok(item);
    return { item, messages: await messagesOfCase(app.database, "eastmere", item.id) };
  };

  /** A case whose first email the mail server has refused for good. */
  async function refused(): Promise<{ reference: string; id: string }> {
    server.behave("no-such-user");
    const reference = await submitted(app, "report-a-pothole", pothole());
    await app.settle();
    server.behave("accept");
    const { messages } = await told(reference);
    assert.partialDeepStrictEqual(messages, [{ state: "failed", problem: "The mail server refused the address or the message" }]);
    return { reference, id: messages[0]?.id ?? "" };
  }

  const pending = statement("test-undelivered-jobs", "select payload from jobs where council = $1 and payload ->> 'undelivered' = $2");

  test("the team is told once, and the message is sent once more, whoever is quicker", async () => {
    const { reference, id } = await refused();
    assert.equal((await app.database.query(pending, ["eastmere", id])).length, 0, "the email to the team has gone, and failed with it");
    const cookie = await sessionCookie(app, await officer(app, "Sam Okoro", ["caseworker"], ["highways"]));
    const other = await sessionCookie(app, await officer(app, "Priya Shah", ["caseworker"], ["highways"]));
    assert.match(
      plainText((await getWith(app, cookie, "/desk/undelivered")).body),
      new RegExp(`${reference}: .* To ada@example\\.com: The mail server refused`),
    );
    assert.match((await getWith(app, cookie, `/desk/cases/${reference}`)).body, new RegExp(`href="/desk/undelivered/${id}"`));
    const at = `/desk/undelivered/${id}`;
    const [mine, theirs] = await Promise.all([cookie, other].map(async (who) => (await getWith(app, who, at)).body));
    const none = await postWith(app, cookie, at, { key: keyIn(mine ?? "", at) });
    assert.equal(none.statusCode, 422);
    assert.match(none.body, /Select what you want to do/);
    assert.doesNotMatch(plainText(none.body), /Send it as a letter/, "they gave no postal address");
    const before = server.received.length;
    await Promise.all([
      postWith(app, cookie, at, { key: keyIn(mine ?? "", at), do: "email" }),
      postWith(app, other, at, { key: keyIn(theirs ?? "", at), do: "email" }),
    ]);
    await app.settle();
    assert.deepEqual((await told(reference)).messages.map(({ state }) => state).toSorted(), ["sent", "settled"]);
    assert.equal(server.received.length, before + 1);
    assert.doesNotMatch((await getWith(app, cookie, "/desk/undelivered")).body, new RegExp(reference));
  });

  test("whoever has the case hears of what comes back later, once; and no other team sees it", async () => {
    const reference = await submitted(app, "report-a-pothole", pothole());
    await app.settle();
    const { messages } = await told(reference);
    const bounced = { id: messages[0]?.id ?? "", state: "bounced", why: "The mailbox is full" } as const;
    const { noteUndelivered } = await import("../../src/messages/undelivered-store.ts");
    for (const _ of [1, 2]) await noteUndelivered(app.database, { ids: app.context.ids, now: app.clock.now() }, "eastmere", bounced);
    await app.settle();
    const news = server.received.filter(({ text }) => text.includes("did not arrive") && text.includes(reference));
    assert.equal(news.length, 1);
    assert.match(news[0]?.text ?? "", /the mailbox is full/);
    assert.doesNotMatch(news[0]?.text ?? "", /Ada|Byron|ada@example/);
    const waste = await sessionCookie(app, await officer(app, "Wes Waste", ["caseworker"], ["waste"]));
    assert.doesNotMatch((await getWith(app, waste, "/desk/undelivered")).body, new RegExp(reference));
    assert.equal((await getWith(app, waste, `/desk/undelivered/${bounced.id}`)).statusCode, 404);
  });

  test("where there is a postal address it can go as a letter", async () => {
    const { reference, id } = await refused();
    const { item } = await told(reference);
    const moved = statement("test-give-address", "update cases set person = person || $3::jsonb where council = $1 and id = $2");
    await app.database.execute(moved, ["eastmere", item.id, JSON.stringify({ address: ["4 Mill Lane", "EM1 2AB"] })]);
    const cookie = await sessionCookie(app, await officer(app, "Lee Letter", ["caseworker"], ["highways"]));
    const at = `/desk/undelivered/${id}`;
    const page = (await getWith(app, cookie, at)).body;
    assert.equal((await postWith(app, cookie, at, { key: keyIn(page, at), do: "letter" })).statusCode, 303);
    const { messages } = await told(reference);
    const letter = messages.find(({ way }) => way === "letter");
    assert.partialDeepStrictEqual(letter, { state: "to print", recipient: "Ada Byron\n4 Mill Lane\nEM1 2AB" });
  });
});

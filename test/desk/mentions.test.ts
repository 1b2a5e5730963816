import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { mailbox } from "../../src/messages/message-store.ts";
import type { Officer } from "../../src/people/officer.ts";
import type { TestApp } from "../support/app.ts";
import { testApp } from "../support/app.ts";
import { plainText } from "../support/web-client.ts";
import { officer, signedIn, submitted } from "./office.ts";
import { pothole } from "./seeds.ts";

describe("mentions and what officers are told", () => {
  let app: TestApp;
  let sam: Officer;
  let priya: Officer;
  before(async () => {
    app = await testApp();
    sam = await officer(app, "Sam Okoro", ["caseworker", "manager"], ["highways"]);
    priya = await officer(app, "Priya Shah", ["caseworker"], ["highways"]);
    await officer(app, "Wes Waste", ["caseworker"], ["waste"]);
  });
  after(() => app.stop());

  const mailTo = async (who: Officer) => {
    await app.settle();
    return (await mailbox(app.database, "eastmere", 1)).messages.filter(({ recipient }) => recipient === who.email);
  };
  const listOf = async (who: Officer): Promise<string> => plainText((await (await signedIn(app, who)).get("/desk?mentioned=1")).body);

  test("whoever is chosen or named after an @ is emailed without anything of the person, and finds the case until they have seen it", async () => {
    const references = [await submitted(app, "report-a-pothole", pothole()), await submitted(app, "report-a-pothole", pothole())];
    const client = await signedIn(app, sam);
    await client.get(`/desk/cases/${references[0]}`);
    await client.press("Add note", { text: "Ada Byron says it floods", mention: priya.id });
    await client.get(`/desk/cases/${references[1]}`);
    await client.press("Add note", { text: "What do you think, @priya shah? And @Sam Okoro." });
    assert.match(plainText(client.body), /And @Sam Okoro\. Sam Okoro, [^–]* – told Priya Shah, Sam Okoro/);
    const mail = await mailTo(priya);
    assert.equal(mail.length, 2);
    for (const { body, subject } of mail) assert.doesNotMatch(body + subject, /Byron|floods/);
    assert.match(mail[0]?.body ?? "", /Sam Okoro mentioned you in a note\./);
    assert.equal((await mailTo(sam)).length, 0, "nobody is told of their own note");
    for (const reference of references) assert.match(await listOf(priya), new RegExp(reference));
    assert.match(await listOf(priya), /Mentioned 2 /);
    await (await signedIn(app, priya)).get(`/desk/cases/${references[0]}`);
    const left = await listOf(priya);
    assert.match(left, /Mentioned 1 /);
    assert.doesNotMatch(left, new RegExp(references[0] ?? ""));
  });

  test("nobody is mentioned who may not see the case, and what was typed stays", async () => {
    const reference = await submitted(app, "report-a-pothole", pothole());
    const client = await signedIn(app, sam);
    await client.get(`/desk/cases/${reference}`);
    await client.press("Add note", { text: "Ask @Wes Waste" });
    assert.equal(client.status, 422);
    assert.match(plainText(client.body), /Wes Waste may not see this case, so a note cannot mention them/);
    assert.match(client.body, /Ask @Wes Waste<\/textarea>/);
    const item = await app.context.cases.byReference("eastmere", reference);
    assert.equal(item?.eventCount, 1);
  });

  test("a resident sees neither a note nor a mention", async () => {
    const reference = await submitted(app, "report-a-pothole", pothole());
    const client = await signedIn(app, sam);
    await client.get(`/desk/cases/${reference}`);
    await client.press("Add note", { text: "Between us", mention: priya.id });
    await app.settle();
    const item = await app.context.cases.byReference("eastmere", reference);
    const { messages } = await mailbox(app.database, "eastmere", 1);
    assert.ok(messages.filter(({ caseId }) => caseId === item?.id).every(({ body }) => !body.includes("Between us")));
  });

  test("an officer is told of a case that somebody else gave them, once for many, and not of what they took", async () => {
    const references = await Promise.all([1, 2, 3].map(() => submitted(app, "report-a-pothole", pothole())));
    const earlier = (await mailTo(priya)).length;
    const items = await Promise.all(references.map((reference) => app.context.cases.byReference("eastmere", reference)));
    const by = { council: "eastmere", channel: "desk", officer: sam.id, roles: sam.roles } as const;
    const key = () => app.context.ids.uuid(app.clock.now());
    const give = { kind: "take", officer: priya.id } as const;
    await app.context.cases.apply({ ...by, key: key(), caseId: items[0]?.id ?? "" }, give);
    assert.equal((await mailTo(priya)).length, earlier + 1);
    const asks = items.slice(1).map((item) => ({ caseId: item?.id ?? "", command: give }));
    await app.context.bulk.apply({ ...by, key: key() }, asks);
    const mail = await mailTo(priya);
    assert.equal(mail.length, earlier + 2);
    assert.ok(mail.some(({ subject }) => subject === "2 cases for you"));
    await app.context.cases.apply(
      { ...by, officer: priya.id, key: key(), caseId: items[0]?.id ?? "" },
      { kind: "take", officer: priya.id },
    );
    assert.equal((await mailTo(priya)).length, earlier + 2);
  });
});

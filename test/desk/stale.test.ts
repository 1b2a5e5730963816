import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import type { Officer } from "../../src/people/officer.ts";
import type { TestApp } from "../support/app.ts";
import { testApp } from "../support/app.ts";
import type { WebClient } from "../support/web-client.ts";
import { plainText } from "../support/web-client.ts";
import { officer, signedIn, submitted } from "./office.ts";
import { pothole } from "./seeds.ts";

const DAY = { "expect-day-day": "1", "expect-day-month": "6", "expect-day-year": "2026" };

/** The forms by which two officers may do the same thing at once: where each is, its button, and what each of the two types. */
const FORMS = {
  action: { path: "", button: "Confirm", kind: "acted", fields: (text: string) => ({ action: "inspect", reason: text }) },
  message: { path: "", button: "Send message", kind: "told", fields: (text: string) => ({ text }) },
  expect: { path: "", button: "Tell the person", kind: "expected", fields: (text: string) => ({ ...DAY, text }) },
  ask: {
    path: "/requests",
    button: "Ask the person",
    kind: "requested",
    fields: (text: string) => ({ request: "own_words", "ask-text": text }),
  },
} as const;

describe("two officers at one case at once", () => {
  let app: TestApp;
  let sam: Officer;
  let priya: Officer;
  before(async () => {
    app = await testApp();
    const roles = ["caseworker", "inspector"];
    [sam, priya] = await Promise.all([officer(app, "Sam Okoro", roles, ["highways"]), officer(app, "Priya Shah", roles, ["highways"])]);
  });
  after(() => app.stop());

  const opened = async (reference: string, who: Officer, path = ""): Promise<WebClient> =>
    (await signedIn(app, who)).get(`/desk/cases/${reference}${path}`);
  const kindsOf = async (reference: string): Promise<readonly string[]> => {
    const item = await app.context.cases.byReference("eastmere", reference);
    return (await app.context.cases.events("eastmere", item?.id ?? "")).map(({ kind }) => kind);
  };

  for (const [name, { path, button, kind, fields }] of Object.entries(FORMS)) {
    test(`${name}: exactly one wins; the other is told what was done, has what was typed, and can send it again`, async () => {
      const reference = await submitted(app, "report-a-pothole", pothole());
      const pages = await Promise.all([opened(reference, sam, path), opened(reference, priya, path)]);
      await Promise.all(pages.map((client, index) => client.press(button, fields(`Typed by ${index}`))));
      const [won, lost] = pages.toSorted((a, b) => a.status - b.status);
      assert.ok(won && lost);
      assert.deepEqual([won.status, lost.status], [200, 409]);
      assert.deepEqual(lost.errors(), ["This case has changed since you opened it"]);
      assert.match(plainText(lost.body), /Since you opened the page: (Sam Okoro|Priya Shah)/);
      assert.match(lost.body, /Typed by [01]/);
      assert.equal((await kindsOf(reference)).filter((one) => one === kind).length, 1);
      if (name === "action") return;
      await lost.press(button);
      assert.equal(lost.status, 200, name);
      assert.equal((await kindsOf(reference)).filter((one) => one === kind).length, 2);
    });
  }

  test("two notes are two notes, and a note makes nobody's page out of date", async () => {
    const reference = await submitted(app, "report-a-pothole", pothole());
    const pages = await Promise.all([opened(reference, sam), opened(reference, priya)]);
    await Promise.all(pages.map((client, index) => client.press("Add note", { text: `Note ${index}` })));
    assert.deepEqual(await kindsOf(reference), ["submitted", "noted", "noted"]);
    const early = await opened(reference, priya);
    await pages[0]?.press("Add note", { text: "One more" });
    await early.press("Send message", { text: "We will come tomorrow." });
    assert.equal(early.status, 200);
  });

  test("nobody decides before they have read what the person wrote meanwhile", async () => {
    const reference = await submitted(app, "report-a-pothole", pothole());
    const early = await opened(reference, sam);
    const item = await app.context.cases.byReference("eastmere", reference);
    const key = app.context.ids.uuid(app.clock.now());
    const asking = { council: "eastmere", caseId: item?.id ?? "", channel: "web", officer: null, roles: [], key } as const;
    await app.context.cases.apply(asking, { kind: "reply", text: "It has been mended", files: [] });
    await early.press("Confirm", { action: "inspect", reason: "I will go there" });
    assert.equal(early.status, 409);
    assert.match(plainText(early.body), /Since you opened the page: The person wrote to us/);
    await early.press("Confirm");
    assert.equal(early.status, 200);
  });

  test("what was typed stays in sight where the box is gone with the case that was closed", async () => {
    const reference = await submitted(app, "report-a-pothole", pothole());
    const early = await opened(reference, priya);
    await (await opened(reference, sam)).press("Confirm", { action: "not-ours", reason: "A private road" });
    await early.press("Tell the person", { ...DAY, text: "The crew is away" });
    assert.equal(early.status, 409);
    assert.match(plainText(early.body), /You typed: The crew is away/);
  });
});

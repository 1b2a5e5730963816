import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";

import { BATCH } from "../../src/cases/bulk-store.ts";
import type { Officer } from "../../src/people/officer.ts";
import { countStatements } from "../../src/platform/statement-count.ts";
import type { TestApp } from "../support/app.ts";
import { testApp } from "../support/app.ts";
import type { WebClient } from "../support/web-client.ts";
import { plainText } from "../support/web-client.ts";
import { keyIn, officer, postWith, sessionCookie, signedIn, submitted } from "./office.ts";
import { pothole } from "./seeds.ts";

describe("many cases at once", () => {
  let app: TestApp;
  let sam: Officer;
  let mo: Officer;
  let references: string[] = [];
  before(async () => {
    app = await testApp();
    sam = await officer(app, "Sam Okoro", ["caseworker", "inspector"], ["highways"]);
    mo = await officer(app, "Mo Manager", ["manager"], ["highways", "licensing"]);
    await officer(app, "Li Licence", ["caseworker"], ["licensing"]);
  });
  after(() => app.stop());
  beforeEach(async () => {
    references = [];
    for (let i = 0; i < 3; i++) references.push(await submitted(app, "report-a-pothole", pothole()));
  });

  const caseOf = async (reference: string) => {
    const item = await app.context.cases.byReference("eastmere", reference);
    assert.ok(item);
    return item;
  };
  const eventsOf = async (reference: string) => app.context.cases.events("eastmere", (await caseOf(reference)).id);

  /** On the page that asks what to do, with these cases. */
  async function chosen(who: Officer, wanted: readonly string[] = references): Promise<WebClient> {
    const client = await (await signedIn(app, who)).get("/desk?sort=newest");
    return client.press("Choose what to do", { case: wanted, which: "chosen" });
  }

  /** What a page's table says of each case. */
  function said(body: string): Record<string, string> {
    const rows = [...body.matchAll(/<tr class="govuk-table__row"><th scope="row"[\s\S]*?<\/tr>/g)].map(([row]) => plainText(row));
    return Object.fromEntries(
      rows.map((row) => [row.split(" ")[0] ?? "", row.replace(/^\S+ .*? (Will be done|Left alone|Done|Not done) /, "$1: ")]),
    );
  }

  test("an action with its reason: previewed case by case, done, each case with its own event", async () => {
    const [first = "", second = "", third = ""] = references;
    const other = await (await signedIn(app, sam)).get(`/desk/cases/${third}`);
    await other.press("Confirm", { action: "inspect" });
    const client = await chosen(sam);
    assert.equal(client.heading(), "What do you want to do with 3 cases?");
    await client.press("See what will happen", { do: "act", action: "report-a-pothole/received/not-ours", reason: "" });
    assert.deepEqual(client.errors(), ["Enter a reason"]);
    await client.press("See what will happen", { do: "act", action: "report-a-pothole/received/not-ours", reason: "A private road" });
    assert.match(said(client.body)[first] ?? "", /^Will be done: Is closed/);
    assert.match(said(client.body)[third] ?? "", /^Left alone: It is at another stage/);
    assert.equal((await caseOf(first)).closedAt, null);
    await client.press("Do it for 2 cases");
    assert.match(client.body, /2 cases done, 1 left alone/);
    assert.ok((await caseOf(first)).closedAt !== null && (await caseOf(second)).closedAt !== null);
    assert.equal((await caseOf(third)).closedAt, null);
    const last = (await eventsOf(second)).at(-1);
    assert.deepEqual([last?.kind, last?.officer, last?.channel], ["acted", sam.id, "desk"]);
    await app.settle();
    const page = await (await signedIn(app, sam)).get(`/desk/cases/${second}?check=history`);
    assert.match(page.body, /The history is unbroken: all 2 entries/);
  });

  test("the same form sent twice, also at once, does nothing twice; a form of another session does nothing", async () => {
    const cookie = await sessionCookie(app, sam);
    const cases = references.map((reference) => `${reference}:1`).join(" ");
    const fields = { cases, do: "note", text: "Seen on Monday", list: "" };
    const key = keyIn((await postWith(app, cookie, "/desk/bulk/preview", fields)).body, "/desk/bulk/do");
    const send = (session: string) => postWith(app, session, "/desk/bulk/do", { ...fields, key });
    const stranger = await send(await sessionCookie(app, sam));
    assert.equal(stranger.statusCode, 403);
    assert.match(stranger.body, /Nothing was done yet/);
    const sent = await Promise.all([send(cookie), send(cookie)]);
    for (const { body } of [...sent, await send(cookie)]) assert.match(body, /3 cases done\./);
    for (const reference of references) assert.equal((await eventsOf(reference)).length, 2);
  });

  test("a retry with the key of the form finds what was done, and does the rest", async () => {
    const ids = await Promise.all(references.map(async (reference) => (await caseOf(reference)).id));
    const asking = {
      council: "eastmere",
      channel: "desk",
      officer: sam.id,
      roles: sam.roles,
      key: app.context.ids.uuid(app.clock.now()),
    } as const;
    const ask = (caseId: string) => ({ caseId, command: { kind: "note", text: "Once" } as const });
    await app.context.bulk.apply(asking, ids.slice(0, 2).map(ask));
    const [one, two] = await Promise.all([app.context.bulk.apply(asking, ids.map(ask)), app.context.bulk.apply(asking, ids.map(ask))]);
    for (const reference of references) assert.equal((await eventsOf(reference)).length, 2);
    const already = [one, two].flatMap((results) => [...results.values()]).filter((result) => result.ok && result.already);
    assert.equal(already.length, 5);
  });

  test("two officers: what the first changed, the second leaves alone and is told why", async () => {
    const [first = ""] = references;
    const [one, two] = [await chosen(sam), await chosen(mo)];
    await one.press("See what will happen", { do: "act", action: "report-a-pothole/received/inspect" });
    await two.press("See what will happen", { do: "assign", officer: sam.id });
    await one.press("Do it for 3 cases");
    await two.press("Do it for 3 cases");
    assert.match(two.body, /0 cases done, 3 left alone/);
    assert.match(said(two.body)[first] ?? "", /^Not done: It has changed since you looked/);
    assert.equal((await caseOf(first)).officer, null);
  });

  test("mixed rights: each case by what the officer may do on it, and never a case of others' teams", async () => {
    const [first = ""] = references;
    const client = await chosen(sam);
    await client.press("See what will happen", { do: "assign", officer: mo.id });
    assert.match(said(client.body)[first] ?? "", /^Left alone: You may not give cases of Highways to others/);
    await client.get("/desk?sort=newest");
    await client.press("Choose what to do", { case: references, which: "chosen" });
    await client.press("See what will happen", { do: "assign", officer: sam.id });
    await client.press("Do it for 3 cases");
    assert.equal((await caseOf(first)).officer, sam.id);
    const boss = await chosen(mo);
    await boss.press("See what will happen", { do: "assign", officer: sam.id });
    assert.match(said(boss.body)[first] ?? "", /^Left alone: They have it already/);
    const li = await officer(app, "Lu Licence", ["caseworker"], ["licensing"]);
    const cases = references.map((reference) => `${reference}:1`).join(" ");
    const blind = await postWith(app, await sessionCookie(app, li), "/desk/bulk/preview", { cases, do: "note", text: "x", list: "" });
    assert.equal(blind.headers.location, "/desk");
  });

  test("nothing chosen, nothing asked, nonsense asked", async () => {
    const client = await (await signedIn(app, sam)).get("/desk");
    await client.press("Choose what to do", { which: "chosen" });
    assert.deepEqual(client.errors(), ["Choose at least one case"]);
    await client.press("Choose what to do", { which: "page" });
    await client.press("See what will happen");
    assert.deepEqual(client.errors(), ["Select what you want to do"]);
    await client.press("See what will happen", { do: "note" });
    assert.deepEqual(client.errors(), ["Enter a note"]);
    const cookie = await sessionCookie(app, sam);
    for (const cases of ["", "x:1", "K7M-4TX-9QC:99999999999", "%00"]) {
      assert.equal((await postWith(app, cookie, "/desk/bulk/preview", { cases, do: "note", text: "x" })).statusCode, 303, cases);
    }
  });

  test("all that match the list, and three statements for each hundred of them", async () => {
    const service = await (await signedIn(app, mo)).get("/desk?priority=high");
    const high = await Promise.all(
      Array.from({ length: BATCH + 20 }, () => submitted(app, "report-a-pothole", pothole({ width: "large" }))),
    );
    await service.get("/desk?priority=high");
    await service.press("Choose what to do", { which: "all" });
    await service.press("See what will happen", { do: "assign", officer: sam.id });
    const { count } = await countStatements(() => service.press(`Do it for ${high.length} cases`));
    // The session, the cases, the colleagues; and of each batch the lock, the keys and what is written.
    assert.equal(count, 3 + 2 * 3);
    assert.equal((await caseOf(high[0] ?? "")).officer, sam.id);
    assert.equal((await caseOf(high.at(-1) ?? "")).officer, sam.id);
  });
});

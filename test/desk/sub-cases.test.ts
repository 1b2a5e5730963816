import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import type { Case } from "../../src/cases/case.ts";
import { openParts } from "../../src/cases/together/tie.ts";
import { splitting } from "../../src/cases/together/split.ts";
import { subCaseService } from "../../src/definition/sub-case-service.ts";
import { eraseCasesOf } from "../../src/records/erase-store.ts";
import { recount } from "../../src/measures/recount.ts";
import type { Officer } from "../../src/people/officer.ts";
import { makeReference } from "../../src/cases/reference.ts";
import type { TestApp } from "../support/app.ts";
import { testApp } from "../support/app.ts";
import { plainText, webClient } from "../support/web-client.ts";
import { officer, signedIn, submitted } from "./office.ts";
import { CERTIFICATE, DRAGON, pothole } from "./seeds.ts";

const ACT = { reason: "", seen: 0 };

describe("sub-cases", () => {
  let app: TestApp;
  let sam: Officer;
  let wes: Officer;
  before(async () => {
    app = await testApp();
    [sam, wes] = await Promise.all([
      officer(app, "Sam Okoro", ["caseworker", "inspector", "licensing-officer"], ["highways", "licensing"]),
      officer(app, "Wes Ward", ["caseworker"], ["waste"]),
    ]);
  });
  after(() => app.stop());

  const caseOf = async (reference: string): Promise<Case> => {
    const item = await app.context.cases.byReference("eastmere", reference);
    assert.ok(item);
    return item;
  };
  const asking = (item: Case, key = app.context.ids.uuid(app.clock.now())) =>
    ({ council: "eastmere", caseId: item.id, channel: "desk", officer: sam.id, roles: sam.roles, key }) as const;
  const partsOf = async (reference: string) => (await caseOf(reference)).ties ?? [];
  const split = async (item: Case, text = "Clear the site") => {
    const base = await app.context.councils.version("eastmere", item.service, item.version);
    const service = base && subCaseService(base, "sub-case");
    assert.ok(service);
    const made = { id: app.context.ids.uuid(app.clock.now()), reference: makeReference(app.context.ids.bytes(16)) };
    const part = { ...made, service, team: "waste", due: new Date(app.clock.now().getTime() + 1e9), text, sees: [] };
    return { reference: part.reference, ...(await app.context.together.change(asking(item), [], splitting(part))) };
  };

  test("another team works it in its own list and sees what was chosen; the case waits for it, and says when it is done", async () => {
    const whole = await submitted(app, "keep-a-dragon", DRAGON, { files: [CERTIFICATE] });
    const client = await (await signedIn(app, sam)).get(`/desk/cases/${whole}/together/split`);
    await client.press("Make the sub-case", { team: "waste" });
    assert.deepEqual(client.errors(), ["Enter what is to be done"]);
    await client.press("Make the sub-case", { task: "See if the bins are safe", team: "waste", sees: ["place", "dragons"] });
    assert.match(plainText(client.body), /Sub-cases \S+ Apply for a licence to keep a dragon: sub-case To do in 10 working days/);
    const [tie] = await partsOf(whole);
    assert.ok(tie);
    await client.press("Confirm", { action: "refuse", reason: "No" });
    assert.match(client.errors()[0] ?? "", new RegExp(`Its sub-case ${tie.reference} is open. Close that first`));

    const other = await (await signedIn(app, wes)).get("/desk");
    assert.match(plainText(other.body), new RegExp(`${tie.reference} .*keep a dragon: sub-case`));
    await other.get(`/desk/cases/${tie.reference}`);
    const text = plainText(other.body);
    assert.match(text, /What is to be done See if the bins are safe/);
    assert.match(text, /Part of A case that you may not see/);
    assert.match(text, /The old barn/);
    assert.ok(
      !/Jo Low|jo@example|Dr Claw|certificate\.pdf|2026-04-01/.test(other.body) && !other.body.includes(whole),
      "and nothing else of it",
    );
    await other.press("Confirm", { action: "done", reason: "They are safe" });
    await app.settle();
    assert.deepEqual(openParts(await caseOf(whole)), []);
    await client.get(`/desk/cases/${whole}`);
    assert.match(plainText(client.body), new RegExp(`The sub-case ${tie.reference} is closed: done They are safe .* by itself`));
    await client.press("Confirm", { action: "refuse", reason: "No" });
    assert.ok((await caseOf(whole)).closedAt);
  });

  test("the person sees the case alone, and finds no sub-case", async () => {
    const item = await caseOf(await submitted(app, "report-a-pothole", pothole()));
    const { reference } = await split(item, "Ring the neighbours");
    const page = await (await webClient(app).get("/cases")).press("Continue", { reference: item.reference, proof: "ada@example.com" });
    assert.ok(!page.body.includes(reference) && !page.body.includes("Ring the neighbours"));
    await (await webClient(app).get("/cases")).press("Continue", { reference: item.reference, proof: "ada@example.com" });
    const found = await (await webClient(app).get("/cases")).press("Continue", { reference, proof: "ada@example.com" });
    assert.match(found.errors()[0] ?? "", /we have no case with both/);
  });

  test("a sub-case is split no further and is no duplicate; a duplicate is not split", async () => {
    const item = await caseOf(await submitted(app, "report-a-pothole", pothole()));
    const { reference } = await split(item);
    const again = await split(await caseOf(reference));
    assert.ok(!again.ok && /no sub-cases of its own/.test(again.refusal.message));
    const client = await (await signedIn(app, wes)).get(`/desk/cases/${reference}/together/same-as`);
    await client.press("Close this one as a duplicate", { same: "another", reference: item.reference });
    assert.match(client.errors()[0] ?? "", /no case with this reference/);
  });

  test("made and closed at once: a case is never closed while a sub-case of it is open", async () => {
    for (let round = 0; round < 10; round++) {
      const item = await caseOf(await submitted(app, "report-a-pothole", pothole()));
      const close = app.context.cases.apply(asking(item), { kind: "act", action: "not-ours", ...ACT, reason: "Private" });
      const [part, closed] =
        round % 2 === 0 ? await Promise.all([split(item), close]) : (await Promise.all([close, split(item)])).toReversed();
      assert.ok(part && closed && part.ok !== closed.ok, "exactly one wins");
      const now = await caseOf(item.reference);
      assert.equal(now.closedAt !== null, openParts(now).length === 0);
    }
  });

  test("a sub-case is no transaction of its own, and a recount says the same", async () => {
    const sums = async () => {
      await app.settle();
      assert.equal(await recount(app.database, "eastmere", "2000-01-01"), 0);
      const rows = await app.context.measures.monthly("eastmere", "2000-01-01", "2100-01-01");
      return rows.map(({ measure, count }) => `${measure} ${count}`);
    };
    const item = await caseOf(await submitted(app, "report-a-pothole", pothole()));
    const before = await sums();
    const { reference } = await split(item);
    const client = await (await signedIn(app, wes)).get(`/desk/cases/${reference}`);
    await client.press("Confirm", { action: "cannot", reason: "No way in" });
    assert.deepEqual(await sums(), before);
  });

  test("what was split off a case is erased with it", async () => {
    const item = await caseOf(await submitted(app, "report-a-pothole", pothole()));
    const { reference } = await split(item, "Ring Ada Byron");
    await (await (await signedIn(app, wes)).get(`/desk/cases/${reference}`)).press("Confirm", { action: "done", reason: "Ada is well" });
    await app.settle();
    await (
      await (await signedIn(app, sam)).get(`/desk/cases/${item.reference}`)
    ).press("Confirm", { action: "not-ours", reason: "Private" });
    const erasing = {
      channel: "desk",
      officer: sam.id,
      key: app.context.ids.uuid(app.clock.now()),
      data: { by: "request", why: "" },
    } as const;
    const results = await eraseCasesOf(app.context, "eastmere", [item.id], erasing);
    assert.deepEqual([...results.values()], ["erased"]);
    const events = await app.context.cases.events("eastmere", (await caseOf(reference)).id);
    assert.ok((await caseOf(reference)).erasedAt !== null && events.every(({ personal }) => personal === null));
    const whole = await app.context.cases.events("eastmere", item.id);
    assert.ok(whole.every(({ personal }) => personal === null));
  });

  test("the same form sent twice makes one", async () => {
    const item = await caseOf(await submitted(app, "report-a-pothole", pothole()));
    const client = await (await signedIn(app, sam)).get(`/desk/cases/${item.reference}/together/split`);
    const key = /name="key" value="([^"]+)"/.exec(client.body.slice(client.body.indexOf("<main")))?.[1] ?? "";
    const again = await (await signedIn(app, sam)).get(`/desk/cases/${item.reference}/together/split`);
    assert.ok(key.length > 20 && again.status === 200);
    await client.press("Make the sub-case", { task: "Once", team: "waste" });
    await again.press("Make the sub-case", { task: "Once", team: "waste", key });
    assert.equal((await partsOf(item.reference)).length, 1);
  });
});

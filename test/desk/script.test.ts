import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { spelled } from "../../src/faces/desk/journey/spelled.ts";
import type { Officer } from "../../src/people/officer.ts";
import { countStatements } from "../../src/platform/statement-count.ts";
import type { TestApp } from "../support/app.ts";
import { testApp } from "../support/app.ts";
import { PICTURE } from "../support/covering.ts";
import type { WebClient } from "../support/web-client.ts";
import { plainText } from "../support/web-client.ts";
import { getWith, keyIn, officer, postWith, sessionCookie, signedIn } from "./office.ts";

const WHO = { "your_name.first": "Jo", "your_name.last": "Low" };
const POTHOLE = { where: "Outside 12 Mill Lane", road_kind: "street", width: "small", danger: "no", ...WHO };

function draftOf(client: WebClient): string {
  return /journeys\/([\w-]{36})/.exec(client.path)?.[1] ?? "";
}

async function cost(work: () => Promise<unknown>): Promise<number> {
  return (await countStatements(async () => await work())).count;
}

describe("a service started for a person", () => {
  let app: TestApp;
  let sam: Officer;
  let priya: Officer;
  before(async () => {
    app = await testApp();
    [sam, priya] = await Promise.all([
      officer(app, "Sam Okoro", ["caseworker", "inspector"], ["highways"]),
      officer(app, "Priya Shah", ["caseworker"], ["highways"]),
    ]);
  });
  after(() => app.stop());

  const started = async (service = "report-a-pothole", who = sam): Promise<WebClient> => {
    const client = await (await signedIn(app, who)).get("/desk/start");
    return client.press("Start", { service, channel: "phone" });
  };

  test("from the call to the close: asked, read back, sent, told, worked, closed", async () => {
    const client = await started();
    assert.equal(client.heading(), "Report a pothole");
    await client.press("Update questions", { road_kind: "street", width: "small", danger: "yes" });
    assert.ok(client.fieldNames().includes("more"), "the danger opens a question");
    await client.press("Check and send", { ...POTHOLE, danger: "yes", more: "Cars swerve", tell_by: "email" });
    assert.match(client.body, /The answers have opened more questions/);
    await client.press("Check and send", { your_email: "jo@example.com" });
    assert.equal(client.heading(), "Check the answers with the person");
    assert.match(plainText(client.body), /Is there anything else we should know\? Cars swerve/);
    await client.press("Send");
    assert.match(plainText(client.body), /Read out the reference ([\w-]{11})/);
    const reference = /Read out the reference ([\w-]{11})/.exec(plainText(client.body))?.[1] ?? "";
    assert.ok(plainText(client.body).includes(spelled(reference)));
    const item = await app.context.cases.byReference("eastmere", reference);
    assert.deepEqual([item?.channel, item?.priority, item?.tellBy], ["phone", "emergency", "email"]);
    const events = await app.context.cases.events("eastmere", item?.id ?? "");
    assert.deepEqual([events[0]?.officer, events[0]?.channel], [sam.id, "phone"]);
    await app.settle();
    await client.get(`/desk/cases/${reference}`);
    assert.match(plainText(client.body), /Sam Okoro sent it for the person/);
    assert.match(plainText(client.body), /We have received your request: [\w-]+ \(email/);
    await client.press("Take this case");
    await client.press("Confirm", { action: "inspect" });
    await client.press("Confirm", { action: "order-repair" });
    await client.press("Confirm", { action: "complete", reason: "Mended" });
    await app.settle();
    await client.get(`/desk/cases/${reference}`);
    assert.match(plainText(client.body), /Closed closed in time/);
    assert.equal((await app.context.cases.byReference("eastmere", reference))?.stage, "closed");
  });

  test("what is right is kept while what is wrong is shown beside what was typed; nobody is asked for what they have not come to", async () => {
    const client = await started("keep-a-dragon");
    await client.press("Update questions", { "born.day": "31", "born.month": "2", "born.year": "1980", purpose: "work" });
    assert.deepEqual([client.status, client.errors().length], [422, 1]);
    assert.match(client.body, /value="1980"/);
    assert.match(client.body, /href="#born[.-]day"/);
    assert.ok(
      client.fieldNames().some((name) => name.startsWith("days")),
      "work opens the days, although the date is wrong",
    );
    const draft = await app.context.drafts.load("eastmere", draftOf(client));
    assert.deepEqual(draft?.answers, { purpose: "work" });
    await client.press("Update questions", { "born.day": "28" });
    assert.equal(client.status, 200);
    await client.press("Check and send");
    assert.equal(client.status, 422);
    assert.ok(client.errors().length > 5, "at the end everything is asked for");
  });

  test("answers that do not fit together are said, and keep the journey from being sent", async () => {
    const client = await started("keep-a-dragon");
    const dates = {
      "keep_from.day": "1",
      "keep_from.month": "5",
      "keep_from.year": "2026",
      "keep_until.day": "1",
      "keep_until.month": "4",
      "keep_until.year": "2026",
    };
    const all = {
      "born.day": "1",
      "born.month": "1",
      "born.year": "1980",
      purpose: "pet",
      "dragons.0.call": "Smoke",
      "dragons.0.length": "2",
    };
    const hatched = {
      "dragons.0.hatched.day": "1",
      "dragons.0.hatched.month": "1",
      "dragons.0.hatched.year": "2020",
      "dragons.0.breathes_fire": "no",
      place: "The barn",
    };
    await client.press("Update questions", { ...all, ...hatched, ...dates });
    assert.ok(client.errors().includes("The day you will stop must be after the day you will start"), client.errors().join("; "));
  });

  test("a repeated group grows and shrinks without losing what was typed", async () => {
    const client = await started("keep-a-dragon");
    await client.press("Add another dragon", { "dragons.0.call": "Smoke", vet: "Dr Claw" });
    assert.equal(client.status, 200);
    await client.press("Add another dragon", { "dragons.1.call": "Ember" });
    assert.match(client.body, /value="Dr Claw"/);
    await client.press("Remove Dragon 1");
    assert.match(client.body, /value="Ember"/);
    assert.doesNotMatch(client.body, /value="Smoke"/);
  });

  test("an ending that is no case is read out, noted once, and can be undone", async () => {
    const client = await started();
    await client.press("Update questions", { road_kind: "motorway" });
    assert.match(plainText(client.body), /National Highways looks after this road/);
    assert.doesNotMatch(client.body, /Check and send/);
    assert.equal((await app.context.drafts.load("eastmere", draftOf(client)))?.outcome, "national-highways");
    await client.press("Update questions", { road_kind: "street" });
    assert.match(client.body, /Check and send/);
  });

  test("a photograph sent with a wrong answer stays, and goes with the case", async () => {
    const client = await started();
    await client.press("Update questions", { ...POTHOLE, photos: await PICTURE, tell_by: "email" });
    await client.press("Update questions", { your_email: "not an address" });
    assert.equal(client.status, 422);
    assert.match(client.body, /photo\.png/);
    await client.press("Check and send", { your_email: "jo@example.com" });
    await client.press("Send");
    const reference = /Read out the reference ([\w-]{11})/.exec(plainText(client.body))?.[1] ?? "";
    await client.get(`/desk/cases/${reference}`);
    assert.match(client.body, /files\/[\w-]{36}"><img [^>]*> photo\.png/);
  });

  test("a person told by letter: the letter is printed from the desk, once noted as printed it is gone from the list", async () => {
    const client = await started();
    await client.press("Update questions", { ...POTHOLE, tell_by: "post" });
    await client.press("Check and send", {
      "your_address.line1": "4 Mill Lane",
      "your_address.town": "Eastmere",
      "your_address.postcode": "EM1 2AB",
    });
    await client.press("Send");
    await app.settle();
    await client.get("/desk/letters");
    assert.match(plainText(client.body), /Jo Low: We have received your request/);
    await client.press("Note as printed");
    assert.deepEqual([client.status, client.errors()], [422, ["Select the letters"]]);
    const open = /href="(\/desk\/letters\/[\w-]{36})"/.exec(client.body)?.[1] ?? "";
    await client.get(open);
    for (const words of ["Eastmere Borough Council Town Hall", "Jo Low 4 Mill Lane Eastmere EM1 2AB", "Monday 2 March 2026"])
      assert.ok(plainText(client.body).includes(words), words);
    await client.press("It is printed");
    assert.match(plainText(client.body), /1 letter is noted as printed/);
    assert.match(plainText(client.body), /No letter waits to be printed/);
    assert.match((await client.get(open)).body, /Printed/);
    const stranger = await officer(app, "Wanda Waste", ["caseworker"], ["waste"]);
    assert.equal((await getWith(app, await sessionCookie(app, stranger), open)).statusCode, 404);
  });

  test("started, sent and started again: each form makes one thing, however often it is sent", async () => {
    const cookie = await sessionCookie(app, sam);
    const page = await getWith(app, cookie, "/desk/start");
    const fields = { key: keyIn(page.body, "/desk/start"), service: "report-a-pothole", channel: "desk" };
    const starts = await Promise.all([1, 2, 3].map(() => postWith(app, cookie, "/desk/start", fields)));
    assert.equal(new Set(starts.map(({ headers }) => headers.location)).size, 1);
    const at = String(starts[0]?.headers.location);
    const script = await getWith(app, cookie, at);
    const answers = { ...POTHOLE, photos: "", tell_by: "email", your_email: "jo@example.com", your_phone: "", go: "check" };
    const first = await postWith(app, cookie, at, { key: keyIn(script.body, at), ...answers });
    assert.equal(first.statusCode, 303);
    assert.match(String(first.headers.location), /\?more=1#screen-your-email$/);
    assert.equal((await postWith(app, cookie, at, { key: keyIn(script.body, at), ...answers })).headers.location, `${at}/check`);
    const check = await getWith(app, cookie, `${at}/check`);
    const send = { key: keyIn(check.body, `${at}/send`) };
    const sent = await Promise.all([1, 2, 3].map(() => postWith(app, cookie, `${at}/send`, send)));
    for (const answer of sent) assert.equal(answer.headers.location, `${at}/done`);
    const found = await app.database.query(
      { name: "test-cases-of", text: "select 1 from cases where council = 'eastmere' and submission = $1" },
      [at.slice(-36)],
    );
    assert.equal(found.length, 1);
    for (const late of [at, `${at}/check`]) assert.equal((await getWith(app, cookie, late)).headers.location, `${at}/done`);
    assert.equal((await postWith(app, cookie, at, { key: keyIn(script.body, at), ...answers })).headers.location, `${at}/done`);
  });

  test("another officer's journey and a resident's are not there", async () => {
    const client = await started("report-a-pothole", priya);
    const cookie = await sessionCookie(app, sam);
    const resident = app.context.ids.uuid(app.clock.now());
    await app.context.drafts.start("eastmere", resident, { service: "report-a-pothole", version: 1, channel: "web", officer: null });
    for (const draft of [draftOf(client), resident, "x", app.context.ids.uuid(app.clock.now())]) {
      assert.equal((await getWith(app, cookie, `/desk/journeys/${draft}`)).statusCode, 404);
      assert.equal((await postWith(app, cookie, `/desk/journeys/${draft}/send`, { key: "x" })).statusCode, 404);
    }
  });

  test("a script posted with a key that is not its own is shown again, with what was typed, and changes nothing", async () => {
    const client = await started();
    const cookie = await sessionCookie(app, sam);
    const answer = await postWith(app, cookie, `/desk/journeys/${draftOf(client)}`, { key: "forged", where: "Typed on the phone" });
    assert.equal(answer.statusCode, 403);
    assert.match(answer.body, /Typed on the phone/);
    assert.deepEqual((await app.context.drafts.load("eastmere", draftOf(client)))?.answers, {});
  });

  test("what is asked before starting is asked with errors at the boxes", async () => {
    const client = await (await signedIn(app, sam)).get("/desk/start");
    await client.press("Start");
    assert.deepEqual(client.errors(), ["Select a service", "Select how the person came to us"]);
    assert.match((await client.get("/desk/start?service=keep-a-dragon")).body, /value="keep-a-dragon" selected/);
  });

  test("statements: the script takes three, as it reads whose journey it is, the check two, an update three", async () => {
    const client = await started();
    const at = `/desk/journeys/${draftOf(client)}`;
    const cookie = await sessionCookie(app, sam);
    const page = await getWith(app, cookie, at);
    assert.equal(await cost(() => getWith(app, cookie, at)), 3);
    assert.equal(await cost(() => postWith(app, cookie, at, { key: keyIn(page.body, at), road_kind: "street", go: "update" })), 3);
    assert.equal(await cost(() => getWith(app, cookie, `${at}/check`)), 2);
    assert.equal(await cost(() => getWith(app, cookie, "/desk/start")), 1);
    assert.equal(await cost(() => getWith(app, cookie, "/desk/letters")), 2);
  });
});

test("a reference is spelled as it is said on the phone", () => {
  assert.equal(spelled("K7M-4TX-9QC"), "Kilo 7 Mike, 4 Tango X-ray, 9 Quebec Charlie");
});

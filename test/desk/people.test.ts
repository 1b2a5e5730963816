import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { keepHouse } from "../../src/housekeeping.ts";
import type { Officer } from "../../src/people/officer.ts";
import { countStatements } from "../../src/platform/statement-count.ts";
import type { TestApp } from "../support/app.ts";
import { testApp } from "../support/app.ts";
import { plainText, webClient } from "../support/web-client.ts";
import { councilFiles } from "../support/council-files.ts";
import type { WebClient } from "../support/web-client.ts";
import { getWith, officer, sessionCookie, signedIn, submitted } from "./office.ts";
import { BY_LETTER, LIGHT, named, pothole } from "./seeds.ts";

describe("people at the desk", () => {
  let app: TestApp;
  let ada: Officer;
  let waste: Officer;
  before(async () => {
    app = await testApp();
    ada = await officer(app, "Ada Adviser", ["adviser"], []);
    waste = await officer(app, "Wes Waste", ["caseworker"], ["waste"]);
  });
  after(() => app.stop());

  const find = async (who: Officer, person: string) => (await (await signedIn(app, who)).get("/desk/people")).press("Find", { person });
  const words = (body: string): string => plainText(body.slice(body.indexOf("<main")));

  test("a person is found by whatever they say, once for all their cases, and opened without a name in the address", async () => {
    const first = await submitted(
      app,
      "report-a-pothole",
      pothole({ ...named("Jane", "Smith"), tell_by: "email", your_email: "jane@example.com" }),
    );
    app.clock.pass(1000);
    const second = await submitted(
      app,
      "report-a-pothole",
      pothole({ ...named("J", "Smith"), tell_by: "email", your_email: "Jane@example.com" }),
    );
    for (const typed of ["JANE@example.com", "smith", second, "jane smi"]) {
      const client = await find(ada, typed);
      assert.match(words(client.body), /1 person found/, typed);
      assert.doesNotMatch(client.path, /jane|smith/i);
    }
    const client = await find(ada, "jane@example.com");
    assert.match(words(client.body), /2 cases, the newest Report a pothole/);
    await client.press("Open J Smith");
    assert.match(client.path, /^\/desk\/people\/[0-9a-f-]{36}$/);
    assert.match(client.body, new RegExp(`${second}[\\s\\S]*${first}`));
    const again = await find(ada, "jane@example.com");
    assert.match(again.body, new RegExp(client.path));
  });

  test("a case that comes later with the same address is offered, and is theirs once an officer says so", async () => {
    const client = await find(ada, "jane@example.com");
    const path = /href="(\/desk\/people\/[0-9a-f-]{36})"/.exec(client.body)?.[1] ?? "";
    const third = await submitted(app, "report-a-pothole", pothole({ tell_by: "email", your_email: "jane@example.com" }));
    await client.get(path);
    assert.match(words(client.body), new RegExp(`May be the same person.*${third}`));
    await client.press(`The same person in ${third}`);
    assert.match(client.body, /The case is theirs now/);
    assert.doesNotMatch(words(client.body), /May be the same person/);
  });

  test("what another team works on is neither found nor shown", async () => {
    const client = await find(waste, "jane@example.com");
    assert.match(words(client.body), /Nobody was found/);
    const found = await find(ada, "jane@example.com");
    const path = /href="(\/desk\/people\/[0-9a-f-]{36})"/.exec(found.body)?.[1] ?? "";
    assert.equal((await getWith(app, await sessionCookie(app, waste), path)).statusCode, 404);
    const elsewhere = await testApp();
    try {
      const other = await officer(elsewhere, "Ada Elsewhere", ["adviser"], []);
      assert.equal((await getWith(elsewhere, await sessionCookie(elsewhere, other), path)).statusCode, 404);
    } finally {
      await elsewhere.stop();
    }
  });

  test("a person is added before any case, who is there already is offered first, and a service is started for them", async () => {
    const client = await (await signedIn(app, ada)).get("/desk/people/new");
    assert.equal((await client.press("Add the person", { email: "nonsense" })).status, 422);
    assert.equal(client.errors().length, 2);
    await client.press("Add the person", { name: "Janet Smith", email: "jane@example.com" });
    assert.match(client.heading(), /may be somebody who is here already/);
    await client.press("None of these: add the person");
    assert.equal(client.heading(), "Janet Smith");
    const path = client.path;
    await client.get(/href="(\/desk\/start\?person=[^"]+)"/.exec(client.body)?.[1] ?? "");
    await client.press("Start", { service: "report-a-street-light", channel: "phone" });
    await client.press("Update questions", {});
    assert.match(client.path, /\/desk\/journeys\//);
    assert.match((await find(waste, "janet smith")).body, new RegExp(path), "who was added at the desk is seen by all at the desk");
  });

  test("two records are made one and two again", async () => {
    const client = await find(ada, "jane@example.com");
    const janet = [...client.body.matchAll(/href="(\/desk\/people\/[0-9a-f-]{36})"/g)].map(([, path = ""]) => path);
    assert.equal(janet.length, 2);
    await client.get(janet[0] ?? "");
    await client.press(
      /Merge into this record Janet Smith/.test(words(client.body))
        ? "Merge into this record Janet Smith"
        : "Merge into this record J Smith",
    );
    assert.match(client.body, /The two records are one now/);
    const kept = client.path.split("?")[0];
    assert.equal((await client.get(janet[1] ?? "")).path, kept);
    assert.equal([...(await find(ada, "jane@example.com")).body.matchAll(/href="(\/desk\/people\/[0-9a-f-]{36})"/g)].length, 1);
    await client.press(
      /Undo the merge of Janet Smith/.test(words(client.body)) ? "Undo the merge of Janet Smith" : "Undo the merge of J Smith",
    );
    assert.equal([...(await find(ada, "jane@example.com")).body.matchAll(/href="(\/desk\/people\/[0-9a-f-]{36})"/g)].length, 2);
  });

  test("statements: three to find somebody and a fourth for an email address, nine for their page", async () => {
    const client = await find(ada, "jane@example.com");
    const path = [...client.body.matchAll(/href="(\/desk\/people\/[0-9a-f-]{36})"/g)].at(-1)?.[1] ?? "";
    assert.equal((await countStatements(() => client.get("/desk/people?found=1"))).count, 4);
    assert.equal((await countStatements(() => client.get(path))).count, 9);
  });

  test("a journey saved on the web is found by its address, goes on at the desk with the person's agreement, and is sent once", async () => {
    const web = await webClient(app).get("/services/report-a-pothole");
    await web.press("Start now");
    await web.press("Continue", { where: "Outside 12 Mill Lane" });
    await web.get("/services/report-a-pothole/journey/save");
    await web.press("Email me a link", { email: "kit@example.com" });
    const client = await find(ada, "KIT@example.com");
    assert.match(words(client.body), /A journey that was not sent was saved with this email address/);
    await client.get("/desk/people/new");
    await client.press("Add the person", { name: "Kit Marlow", phone: "01632 960 555" });
    assert.match(words(client.body), /Report a pothole ?: begun online/);
    await client.press("Go on with Report a pothole", { channel: "phone" });
    assert.match(words(client.body), /Select that they agree first/);
    await client.press("Go on with Report a pothole", { agreed: "yes", channel: "phone" });
    const script = client.path;
    assert.match(client.body, /Outside 12 Mill Lane/);
    await client.press("Update questions", { road_kind: "street", width: "small", danger: "no", tell_by: "email" });
    assert.match(words(client.body), /Filled in from what the council knows of them/);
    assert.match(client.body, /value="kit@example.com"/);
    assert.equal((await getWith(app, await sessionCookie(app, waste), script)).statusCode, 404, "another officer has no part in it");
    // The person goes on at the same time, and both send.
    await web.get("/services/report-a-pothole/journey/width");
    await web.press("Continue", { width: "large" });
    await client.press("Check and send", { width: "large", "your_name.first": "Kit", "your_name.last": "Marlow" });
    await web.get("/services/report-a-pothole/journey/check");
    await Promise.all([client.press("Send"), web.press("Send")]);
    assert.match(words(client.body), /Read out the reference/);
    const reference = /[A-Z0-9]{3}-[A-Z0-9]{3}-[A-Z0-9]{3}/.exec(words(client.body))?.[0] ?? "";
    assert.match(web.body, new RegExp(reference), "both come to the one case");
    await client.get((await find(ada, "kit@example.com")).body.match(/\/desk\/people\/[0-9a-f-]{36}/)?.[0] ?? "");
    assert.match(client.body, new RegExp(`Cases[\\s\\S]*${reference}`));
    assert.doesNotMatch(words(client.body), /Not sent yet/);
  });

  test("by a telephone number, and by a postcode", async () => {
    await submitted(app, "report-a-pothole", pothole(BY_LETTER));
    await submitted(app, "report-a-street-light", LIGHT);
    assert.match(words((await find(ada, "EM1 2AB")).body), /1 person found/);
  });

  test("who was added and of whom nothing came is forgotten", async () => {
    const client = await (await signedIn(app, ada)).get("/desk/people/new");
    await client.press("Add the person", { name: "Nobody Further" });
    app.clock.pass(91 * 86_400_000);
    await keepHouse(app.context);
    assert.equal((await find(ada, "Further")).body.includes("Nobody was found"), true);
  });
});

const IDENTITY = `
person: { email: email }`;

function strictFiles(level: "light" | "strong"): Readonly<Record<string, string>> {
  const all = { ...councilFiles("north") };
  const council = "north/council.yaml";
  all[council] = (all[council] ?? "").replace("roles:", "roles:\n  phones: { name: Phones, permissions: [cases.read, cases.start] }");
  const path = "north/services/report-a-bench.yaml";
  const asked =
    "\n  your_name: { ask: What is your name?, type: name, label: your name, personal: true }\n  born: { ask: When were you born?, type: date, label: your date of birth, personal: true }\nflow:\n  - your_name\n  - born";
  all[path] = (all[path] ?? "")
    .replace("\nflow:", asked)
    .replace(IDENTITY, "\nperson: { name: your_name, email: email, born: born }")
    .replace("basis:", `identity: ${level}\nbasis:`);
  return all;
}

describe("who somebody is", () => {
  const HOST = "north.example";
  const said = { your_name: { first: "Jane", last: "Smith" }, born: "1980-02-29", what: "dirty", email: "jane@example.com" };
  let strict: TestApp;
  let client: WebClient;
  let reference: string;
  before(async () => {
    strict = await testApp({ councils: strictFiles("strong") });
    const kim = await officer(strict, "Kim North", ["phones"], ["tools"], "north");
    client = await signedIn(strict, kim, HOST);
    reference = await submitted(strict, "report-a-bench", said, { council: "north" });
  });
  after(() => strict.stop());

  test("for a strong check what they say is typed and compared, and what is right is never shown", async () => {
    await client.get(`/desk/cases/${reference}`);
    assert.match(client.body, /check who they are/);
    await client.get(`/desk/cases/${reference}/identity`);
    assert.doesNotMatch(client.body, /Smith|1980|jane@example/);
    assert.equal((await client.press("Finish the check")).status, 422);
    const wrong = { name: "Jane Smyth", "born.day": "29", "born.month": "2", "born.year": "1980", email: "jane@example.com" };
    await client.press("Finish the check", wrong);
    assert.match(client.heading(), /cannot be sure/);
    assert.match(client.body, /What you may still say/);
    assert.doesNotMatch(client.body, /Smith|Smyth|1980/);
    await client.press("Finish the check", { ...wrong, name: " smith JANE", email: "JANE@example.com" });
    assert.match(client.heading(), /You can speak with them/);
    await client.get(`/desk/cases/${reference}`);
    assert.match(client.body, /Kim North could not be sure who the person is \(right: date of birth, email address; not right: name\)/);
    assert.match(client.body, /Kim North checked who the person is \(right: name, date of birth, email address\)/);
  });

  test("in a call the page of the case is held back until they are known, or the call is about something else", async () => {
    const other = await submitted(strict, "report-a-bench", said, { council: "north" });
    await client.get("/desk/people");
    await client.press("Start a call");
    await client.get(`/desk/cases/${other}`);
    assert.match(client.path, /\/identity$/);
    await client.get(`/desk/cases/${other}?open=1`);
    assert.match(client.body, /Jane Smith/);
    await client.get(`/desk/cases/${other}/identity`);
    await client.press("Finish the check", { name: "Jane Smith", reference: other, email: "jane@example.com" });
    assert.equal((await client.get(`/desk/cases/${other}`)).path, `/desk/cases/${other}`);
    await client.get(/href="(\/desk\/calls\/[^"]+)"/.exec(client.body)?.[1] ?? "");
    await client.press("Finish");
  });

  test("after three checks that fail on a day there is no fourth", async () => {
    const other = await submitted(strict, "report-a-bench", said, { council: "north" });
    await client.get(`/desk/cases/${other}/identity`);
    for (let tries = 0; tries < 3; tries++) await client.press("Finish the check", { name: "Nobody" });
    assert.match(client.body, /Three checks have failed today/);
    assert.doesNotMatch(client.body, /Finish the check/);
  });
});

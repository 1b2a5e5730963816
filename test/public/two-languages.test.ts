import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, test } from "node:test";

import { keepHouse } from "../../src/housekeeping.ts";
import { statement } from "../../src/platform/statement.ts";
import { councilYaml } from "../councils/small-council.ts";
import { definition } from "../journey/small-service.ts";
import type { TestApp } from "../support/app.ts";
import { testApp } from "../support/app.ts";
import { assertWelsh } from "../support/assert-welsh.ts";
import { readPdf } from "../support/pdf-text.ts";
import type { WebClient } from "../support/web-client.ts";
import { plainText, webClient } from "../support/web-client.ts";

const DAY = 86_400_000;
const START = "/services/try-it";
const mailsOf = statement("test-welsh-mails", "select subject, body from messages where council = $1 order by created_at");

const COUNCIL = councilYaml("north", [
  ["lend-a-drill", "try-it"],
  ["nation: england", "nation: wales\nlanguages: [en, cy]\nwelsh: { north Council: Cyngor y Gogledd, Always: Bob amser, Tools: Offer }"],
]);
const SERVICE = definition(
  `  days: { ask: How many days?, type: number, least: 1, most: 30, label: the number of days }
  zone: { ask: Which zone?, type: choice, options: { red: Red, blue: Blue }, label: the zone, optional: true }
  email: { ask: What is your email address?, type: email, label: your email address }
facts:
  charge: { label: the charge, type: money, rule: 2 * days, says: "You pay {value}.", source: Our charges }
  rate: { label: the rate, type: money, rule: 'if zone = "red" then 4 else null', source: Our charges }`,
  `  - { section: stay, title: Your stay, asks: [days, zone, { screen: [charge, rate], title: What it costs }] }
  - { section: you, title: About you, asks: [email] }`,
)
  .replace("case:\n", "drafts: { kept: 20 days, remind: 3 days before }\nfee: charge\nperson: { email: email }\ncase:\n")
  .replace("title: Try it\n", "title: Ask for a stay\n");
const WELSH = `welsh:
  Ask for a stay: Gofyn am arhosiad
  A service for the tests of paths.: Gwasanaeth ar gyfer profion.
  Tools: Offer
  Anyone.: Unrhyw un.
  1 minute: 1 munud
  Free: Am ddim
  We answer today.: Rydym yn ateb heddiw.
  How many days?: Sawl diwrnod?
  the number of days: nifer y diwrnodau
  Which zone?: Pa barth?
  the zone: y parth
  Red: Coch
  Blue: Glas
  What is your email address?: Beth yw eich cyfeiriad e-bost?
  your email address: eich cyfeiriad e-bost
  the charge: y tâl
  You pay {value}.: Rydych yn talu {value}.
  the rate: y gyfradd
  Our charges: Ein taliadau
  Your stay: Eich arhosiad
  What it costs: Beth mae’n ei gostio
  About you: Amdanoch chi
  Not for you: Nid i chi
  This is not for you.: Nid yw hwn i chi.
  Received: Wedi cyrraedd
  We have it.: Mae gennym.
  We answer.: Byddwn yn ateb.
  Finished: Wedi gorffen
  It is done.: Mae wedi’i wneud.
  Nothing more.: Dim byd arall.
`;

describe("a task list, facts and reminders in two languages", () => {
  let app: TestApp;
  beforeEach(async () => {
    const files = { "north/council.yaml": COUNCIL, "north/services/try-it.yaml": SERVICE + WELSH };
    app = await testApp({ councils: files, settings: { GUILDHALL_DEV: "1" } });
  });
  afterEach(() => app.stop());

  const seen = (client: WebClient): void => assertWelsh(client, app.context.councils.service("north", "try-it"));

  /** On the task list, with the first section not begun. */
  async function begun(): Promise<WebClient> {
    const client = await webClient(app, "north.example").get(`${START}?lang=cy`);
    await client.press("Dechrau nawr");
    return client;
  }

  async function stayFilled(client: WebClient, days: string): Promise<WebClient> {
    await client.get(`${START}/journey/days`);
    seen(client);
    await client.press("Parhau", { days });
    seen(client);
    await client.press("Parhau");
    return client;
  }

  async function ready(): Promise<WebClient> {
    const client = await stayFilled(await begun(), "3");
    await client.press("Parhau");
    await client.get(`${START}/journey/email`);
    return client.press("Parhau", { email: "nia@example.test" });
  }

  test("the task list says how far each section has come, and a fact what is not known and what has changed", async () => {
    const client = await begun();
    seen(client);
    assert.match(
      plainText(client.body),
      /Rydych wedi cwblhau 0 o 2 adran.*Eich arhosiad Heb ddechrau.*Gwiriwch eich atebion ac anfon Ni ellir dechrau eto/,
    );
    await stayFilled(client, "3");
    seen(client);
    assert.match(plainText(client.body), /Rydych yn talu £6\. Ein taliadau Y gyfradd Anhysbys/);
    await client.get(`${START}/journey/tasks`);
    assert.match(plainText(client.body), /Eich arhosiad Ar y gweill/);
    await stayFilled(client, "4");
    seen(client);
    await client.press("Parhau");
    seen(client);
    assert.match(plainText(client.body), /Rydych wedi cwblhau 1 o 2 adran.*Eich arhosiad Wedi’i gwblhau/);
    await client.get(`${START}/journey/days?from=section`);
    await client.press("Parhau", { days: "5" });
    assert.match(plainText(client.body), /Rydych yn talu £10\. Ein taliadau Mae hyn wedi newid\. £8 oedd pan welsoch ef o’r blaen\./);
    seen(client);
  });

  test("what was sent can be saved in Welsh, from where it was sent and from the case, and by nobody else", async () => {
    const client = await ready();
    await client.get(`${START}/journey/check`);
    await client.press("Anfon");
    seen(client);
    assert.match(plainText(client.body), /Cadw copi o’ch atebion \(PDF\)/);
    const reference = /<strong>([\w-]{11})<\/strong>/.exec(client.body)?.[1] ?? "";
    const saved = async (path: string, cookie: string) => await app.inject({ url: path, headers: { host: "north.example", cookie } });
    const sent = await saved(`${START}/journey/done/answers`, client.cookies());
    assert.equal(sent.headers["content-disposition"], `attachment; filename="${reference}.pdf"`);
    await client.get("/cases");
    await client.press("Parhau", { reference, proof: "nia@example.test" });
    assert.match(client.body, new RegExp(`href="/cases/${reference}/answers"`));
    const kept = await saved(`/cases/${reference}/answers`, client.cookies());
    for (const { statusCode, rawPayload } of [sent, kept]) {
      assert.equal(statusCode, 200);
      const { text, dictionaries } = readPdf(rawPayload);
      assert.ok(dictionaries.includes("/Lang (cy-GB)"));
      assert.match(
        text.replaceAll(/\s+/g, " "),
        /Cyngor y Gogledd Gofyn am arhosiad Eich cyfeirnod .*Sawl diwrnod\? 3 Pa barth\? Heb ei ddarparu.*Tudalen 1 o 1/,
      );
    }
    assert.equal((await saved(`/cases/${reference}/answers`, "")).statusCode, 404);
    assert.equal((await saved(`${START}/journey/done/answers`, "")).statusCode, 404);
  });

  test("the answers of a section, all of them, and the page to come back later are in Welsh", async () => {
    const client = await ready();
    await client.get(`${START}/journey/tasks/stay`);
    seen(client);
    await client.get(`${START}/journey/check`);
    seen(client);
    assert.match(plainText(client.body), /Pa barth\? Heb ei ddarparu/);
    await client.get(`${START}/journey/save`);
    seen(client);
  });

  test("a form that has changed says so in Welsh, and its Welsh alone is no change of meaning", async () => {
    const client = await ready();
    const publish = async (text: string): Promise<void> => {
      writeFileSync(join(app.folder, "councils", "north", "services", "try-it.yaml"), text);
      await app.context.councils.refresh();
    };
    await publish(SERVICE + WELSH.replace("Pa barth?", "Pa ardal?").replace("Coch", "Coch llachar"));
    await client.get(`${START}/journey`);
    assert.doesNotMatch(client.body, /wedi newid/);
    await client.get(`${START}/journey/zone`);
    assert.equal(client.heading(), "Pa ardal? (dewisol)", "the journey has moved on to the new Welsh");
    await publish(SERVICE.replace("fee: charge", "fee: charge + 1") + WELSH);
    await client.get(`${START}/journey`);
    seen(client);
    assert.match(plainText(client.body), /Mae’r ffurflen hon wedi newid ers i chi ei hateb ddiwethaf/);
  });

  test("a reminder is in both languages, and its Welsh half leads to Welsh pages", async () => {
    await ready();
    app.clock.pass(17 * DAY + 60_000);
    await keepHouse(app.context);
    await app.settle();
    const [mail] = await app.database.query<{ subject: string; body: string }>(mailsOf, ["north"]);
    assert.ok(mail);
    assert.equal(
      mail.subject,
      "We will soon delete your answers: Ask for a stay / Byddwn yn dileu eich atebion cyn bo hir: Gofyn am arhosiad",
    );
    const half = mail.body.slice(mail.body.indexOf("Gwnaethoch"));
    const client = webClient(app, "north.example");
    await client.get(/\/resume\/\S+lang=cy/.exec(half)?.[0] ?? "");
    seen(client);
    await client.press("Parhau");
    seen(client);
    assert.equal(client.heading(), "Gofyn am arhosiad");
  });
});

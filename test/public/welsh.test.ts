import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, test } from "node:test";

import { inLanguage } from "../../src/definition/in-language.ts";
import type { PublishedService } from "../../src/definition/service.ts";
import { coveringJourneys } from "../../src/journey/cover.ts";
import type { TestApp } from "../support/app.ts";
import { testApp } from "../support/app.ts";
import { assertWelsh, OUR_ENGLISH, strangersIn } from "../support/assert-welsh.ts";
import { atOnce, outcomeTitle, sending, typedFor, walkWeb } from "../support/covering.ts";
import { validateHtml } from "../support/validate-html.ts";
import type { WebClient } from "../support/web-client.ts";
import { plainText, webClient } from "../support/web-client.ts";

/** Between them: sections with a task list, facts, a declaration, outcomes of every kind, and one that is worked out. */
const TRANSLATED = [
  "report-a-missed-bin",
  "council-tax-move",
  "report-a-pothole",
  "keep-a-dragon",
  "store-petrol",
  "defer-care-payments",
  "host-a-tournament",
  "report-a-street-light",
  "primary-school-place",
];
async function welsh(app: TestApp, path = "/"): Promise<WebClient> {
  return webClient(app).get(`${path}?lang=cy`);
}

describe("Eastmere in Welsh", () => {
  let app: TestApp;
  before(async () => {
    app = await testApp();
  });
  after(() => app.stop());

  function serviceIn(id: string): PublishedService {
    const service = app.context.councils.service("eastmere", id);
    assert.ok(service?.welsh, id);
    return inLanguage(service, "cy");
  }

  /** The email whose line in the mailbox fits, on whatever page of it. */
  async function mailAbout(line: RegExp): Promise<WebClient> {
    const client = webClient(app);
    for (let page = 1; page <= 40; page++) {
      const mail = line.exec((await client.get(`/demo/mailbox?page=${page}`)).body)?.[1];
      if (mail !== undefined) return client.get(mail);
    }
    throw new Error(`No email fits ${line}`);
  }

  for (const id of TRANSLATED) {
    test(`${id}: every covering journey runs in Welsh, and no page of it has an English word of ours`, async () => {
      const service = serviceIn(id);
      const ours = app.context.councils.service("eastmere", id);
      await atOnce(8, coveringJourneys(service, "2026-03-02"), async (journey) => {
        const client = await welsh(app, `/services/${id}`);
        assertWelsh(client, ours);
        const end = await walkWeb(client, service, journey, { seen: async () => assertWelsh(client, ours), send: false });
        assertWelsh(end, ours);
        if (journey.end.kind === "outcome") return assert.equal(end.heading(), outcomeTitle(service, journey));
        await end.press(...sending(service, "Derbyn ac anfon", "Anfon"));
        assert.equal(end.heading(), "Wedi’i anfon");
        assertWelsh(end, ours);
      });
    });

    test(`${id}: every screen says in Welsh that nothing was answered`, async () => {
      const service = serviceIn(id);
      const given = ({ answers }: { readonly answers: object }) => Object.keys(answers).length;
      const [journey] = coveringJourneys(service, "2026-03-02").toSorted((a, b) => given(b) - given(a));
      assert.ok(journey);
      const client = await welsh(app, `/services/${id}`);
      let wrong = 0;
      await walkWeb(client, service, journey, {
        send: false,
        seen: async (screen) => {
          const before = client.path;
          await client.press("Parhau");
          if (client.status === 422) {
            wrong += 1;
            assert.match(client.body, /Mae problem wedi codi/);
            assertWelsh(client);
          }
          if (client.path !== before) await client.get(`/services/${id}/journey/${screen}`);
        },
      });
      assert.ok(wrong > 5, `${wrong}`);
    });
  }

  test("the pages around the services are in Welsh, and valid", async () => {
    const untranslated = app.context.councils.services("eastmere").filter(({ welsh: found }) => found === undefined);
    for (const path of [
      "/",
      "/services",
      "/services?search=twll",
      "/services?search=zzzz",
      "/contact",
      "/accessibility",
      "/privacy",
      "/cases",
      "/nowhere",
    ]) {
      const client = await welsh(app, "/");
      await client.get(path);
      // Groups that no translated service is in.
      const { body } = client;
      assert.match(body, /<html lang="cy"/, path);
      assert.deepEqual(strangersIn(body, OUR_ENGLISH), [], `${path}: ${plainText(body)}`);
      assert.equal(
        untranslated.every(({ title }) => !body.includes(title) || body.includes('lang="en"')),
        true,
      );
      assert.deepEqual(await validateHtml(body), [], path);
    }
  });

  test("the choice is kept, in both directions, and the link leads to the same page", async () => {
    const client = await webClient(app).get("/contact");
    assert.match(
      client.body,
      /<a class="govuk-language-navigation__link" href="\/contact\?lang=cy" rel="alternate" lang="cy" hreflang="cy">Cymraeg/,
    );
    await client.get("/contact?lang=cy");
    assert.equal(client.heading(), "Cysylltu â ni");
    assert.match(client.cookies(), /language=cy/);
    await client.get("/services?search=twll");
    assert.match(client.body, /href="\/services\?search=twll&amp;lang=en"/);
    await client.get("/?lang=en");
    assert.match((await client.get("/")).body, /<html lang="en"/);
    assert.match((await client.get("/?lang=fr")).body, /<html lang="en"/);
  });

  test("a question page changes language with what has been typed, and finds nothing wrong yet", async () => {
    const client = await webClient(app).get("/services/report-a-pothole");
    await client.press("Start now");
    await client.press("Cymraeg", { where: "Ger y bont" });
    assert.equal(client.status, 200);
    assert.equal(client.heading(), "Ble mae’r twll?");
    assert.match(client.body, /Ger y bont/);
    assert.deepEqual(client.errors(), []);
    await client.press("English");
    assert.equal(client.heading(), "Where is the pothole?");
    assert.match(client.body, /Ger y bont/);
  });

  test("who sends in Welsh is written to in Welsh, and sees their case in Welsh", async () => {
    const service = serviceIn("report-a-pothole");
    const journey = coveringJourneys(service, "2026-03-02").find(
      ({ end, answers }) => end.kind === "check" && answers["tell_by"] === "email",
    );
    assert.ok(journey);
    const client = await walkWeb(await welsh(app, "/services/report-a-pothole"), service, journey);
    const reference = /<strong>([\w-]{11})<\/strong>/.exec(client.body)?.[1] ?? "";
    await app.settle();
    const item = await app.context.cases.byReference("eastmere", reference);
    assert.equal(item?.person.language, "cy");
    const { body } = await mailAbout(new RegExp(`href="(/demo/mailbox/[^"]+)">[^<]*${reference}`));
    assert.match(body, /Rydym wedi cael eich cais/);
    assert.match(body, /Ein nod yw gorffen erbyn dydd /);
    assert.match(body, /Cyngor Bwrdeistref Eastmere/);
    await client.get("/cases?lang=cy");
    await client.press("Parhau", { reference, proof: item?.person.email ?? "" });
    assert.equal(client.heading(), "Rhoi gwybod am dwll yn y ffordd");
    assertWelsh(client);
    await client.press("Anfon");
    assert.deepEqual(client.errors(), ["Rhowch neges neu ychwanegwch ffeil"]);
    assertWelsh(client);
  });

  test("who reads Welsh answers an officer's own question in Welsh", async () => {
    const service = serviceIn("report-a-pothole");
    const journey = coveringJourneys(service, "2026-03-02").find(
      ({ end, answers }) => end.kind === "check" && answers["tell_by"] === "email",
    );
    assert.ok(journey);
    const client = await walkWeb(await welsh(app, "/services/report-a-pothole"), service, journey);
    const reference = /<strong>([\w-]{11})<\/strong>/.exec(client.body)?.[1] ?? "";
    const item = await app.context.cases.byReference("eastmere", reference);
    assert.ok(item);
    const asking = {
      council: "eastmere",
      caseId: item.id,
      channel: "desk",
      officer: null,
      roles: ["inspector"],
      key: randomUUID(),
    } as const;
    const asked = { text: "Ar ba ochr o’r ffordd mae’r twll?", days: 5, pauses: null } as const;
    await app.context.cases.apply(asking, { kind: "request-own", way: "text", ...asked });
    await client.get("/cases?lang=cy");
    await client.press("Parhau", { reference, proof: item.person.email ?? "" });
    await client.get(`/cases/${reference}/requests/1`);
    assertWelsh(client);
    await client.press("Parhau");
    assert.deepEqual(client.errors(), ["Rhowch eich ateb"]);
    assertWelsh(client);
  });

  test("who must confirm is asked in both languages, and answers in Welsh", async () => {
    const [service, both] = [serviceIn("host-a-tournament"), app.context.councils.service("eastmere", "host-a-tournament")];
    const journey = coveringJourneys(service, "2026-03-02").find(({ end }) => end.kind === "check");
    assert.ok(journey);
    const sent = await walkWeb(await welsh(app, "/services/host-a-tournament"), service, journey);
    const reference = /<strong>([\w-]{11})<\/strong>/.exec(sent.body)?.[1] ?? "";
    await app.settle();
    const { body } = await mailAbout(/href="(\/demo\/mailbox\/[^"]+)">[^<]*Cadarnhewch: Gwneud cais i gynnal twrnamaint/);
    const link = /href="[^"]*(\/confirm\/[\w-]{43}\?lang=cy)"/.exec(body)?.[1];
    const client = await webClient(app).get(link ?? "");
    assertWelsh(client, both);
    await client.press("Anfon", { right: "no" });
    assert.deepEqual(client.errors(), ["Rhowch beth sydd ddim yn gywir"]);
    assertWelsh(client, both);
    await client.press("Anfon", { right: "yes", reason: "" });
    assert.equal(client.heading(), "Rydych wedi cadarnhau");
    assertWelsh(client, both);
    const item = await app.context.cases.byReference("eastmere", reference);
    await sent.get("/cases");
    await sent.press("Parhau", { reference, proof: item?.person.email ?? item?.person.address.at(-1) ?? "" });
    assert.match(sent.body, /Pwy sy’n gorfod cadarnhau/);
    assertWelsh(sent, both);
  });

  test("leaving half-way and coming back are in Welsh, and the email with the link is", async () => {
    const service = serviceIn("report-a-pothole");
    const client = await welsh(app, "/services/report-a-pothole");
    await client.press("Dechrau nawr");
    const [where] = service.flow.flatMap((step) => (step.kind === "screen" ? [step.screen] : []));
    assert.ok(where);
    await client.press("Cadw a dod yn ôl yn nes ymlaen", typedFor(where.questions, { where: { text: "Ger y bont" } }));
    assertWelsh(client);
    await client.press("Anfonwch ddolen ataf drwy e-bost", { email: "nid cyfeiriad" });
    assert.deepEqual(client.errors(), ["Rhowch eich cyfeiriad e-bost yn y fformat cywir, fel enw@enghraifft.com"]);
    await client.press("Anfonwch ddolen ataf drwy e-bost", { email: "gwen@enghraifft.test" });
    assertWelsh(client);
    await app.settle();
    assert.match((await mailAbout(/href="(\/demo\/mailbox\/[^"]+)">Yr atebion/)).body, /Agorwch nhw yma/);
  });
});

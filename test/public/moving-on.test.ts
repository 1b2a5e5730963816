import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, test } from "node:test";

import type { TestApp } from "../support/app.ts";
import { testApp } from "../support/app.ts";
import { councilFiles } from "../support/council-files.ts";
import type { WebClient } from "../support/web-client.ts";
import { plainText, webClient } from "../support/web-client.ts";

const START = "/services/report-a-bench";
const BENCH = councilFiles("north")["north/services/report-a-bench.yaml"] ?? "";
const CHANGED = /This form has changed since you last answered it/;
const ASKING_MORE = BENCH.replace(
  "  email: {",
  "  when: { ask: When did you see it?, type: text, label: when you saw it }\n  email: {",
).replace("  - email", "  - when\n  - email");

describe("a journey that is not sent when its service changes", () => {
  let app: TestApp;
  beforeEach(async () => {
    app = await testApp({ councils: councilFiles("north"), settings: { GUILDHALL_DEV: "1" } });
  });
  afterEach(() => app.stop());

  const publish = async (text: string): Promise<void> => {
    writeFileSync(join(app.folder, "councils", "north", "services", "report-a-bench.yaml"), text);
    await app.context.councils.refresh();
  };
  const begun = async (): Promise<WebClient> => {
    const client = await webClient(app, "north.example").get(START);
    return client.press("Start now");
  };
  /** Both questions answered, and not sent. */
  const ready = async (): Promise<WebClient> => {
    const client = await begun();
    await client.press("Continue", { what: "broken" });
    return client.press("Continue", { email: "kim@example.com" });
  };
  const send = async (client: WebClient): Promise<{ readonly version: number; readonly answers: object }> => {
    await client.press("Send");
    const reference = /<strong>([\w-]{11})<\/strong>/.exec(client.body)?.[1] ?? "";
    const item = await app.context.cases.byReference("north", reference);
    assert.ok(item, client.body);
    return { version: item.version, answers: item.answers };
  };

  test("moves on when its person comes back, stops at what is new, and says so; sent, it is a case of the new version", async () => {
    const client = await ready();
    await publish(ASKING_MORE);
    await client.get(`${START}/journey/check`);
    assert.equal(client.heading(), "Check your answers before you send them", "in the middle of a sitting nothing moves");
    await client.get(`${START}/journey`);
    assert.equal(client.heading(), "When did you see it?");
    assert.match(plainText(client.body), CHANGED);
    await client.press("Continue", { when: "Monday" });
    assert.doesNotMatch(client.body, CHANGED);
    await client.get(`${START}/journey/check`);
    assert.deepEqual(await send(client), { version: 2, answers: { what: "broken", when: "Monday", email: "kim@example.com" } });
  });

  test("moves on without a word where nothing that matters to the person has changed", async () => {
    const client = await begun();
    await client.press("Continue", { what: "broken" });
    await publish(BENCH.replace("says: We have it.", "says: It is with us."));
    await client.get(`${START}/journey`);
    assert.equal(client.heading(), "What is your email address?");
    assert.doesNotMatch(client.body, CHANGED);
    await client.press("Continue", { email: "kim@example.com" });
    assert.equal((await send(client)).version, 2);
  });

  test("stays on its version where a question that it has answered means something else, and is sent there", async () => {
    const client = await ready();
    await publish(BENCH.replace("What is wrong with it?", "What is right with it?"));
    await client.get(`${START}/journey`);
    assert.equal(client.heading(), "Check your answers before you send them");
    await client.get(`${START}/journey/what`);
    assert.equal(client.heading(), "What is wrong with it?");
    await client.get(`${START}/journey`);
    assert.equal((await send(client)).version, 1);
  });

  test("an answer to a page that was open while it moved is kept where it means the same, and asked again where it does not", async () => {
    const first = await begun();
    const tab = webClient(app, "north.example");
    // The same browser: both tabs hold the same draft, and one of them an old page.
    await tab.get(START);
    const inTab = async (path: string, body: string) =>
      app.inject({
        method: "POST",
        url: path,
        payload: body,
        headers: { host: "north.example", cookie: first.cookies(), "content-type": "application/x-www-form-urlencoded" },
      });
    await first.press("Continue", { what: "broken" });
    const key = /name="key" value="([^"]+)"/.exec(first.body)?.[1] ?? "";
    const old = first.cookies();
    await publish(ASKING_MORE.replace("What is your email address?", "Where may we write to you?"));
    await first.get(`${START}/journey`);
    assert.equal(first.heading(), "When did you see it?");
    // The old page asked for an email address in other words.
    const asked = await inTab(`${START}/journey/email`, `key=${key}&at-version=1&email=kim%40example.com`);
    assert.match(String(asked.headers.location), /\/journey\/when\?form=changed$/);
    // The old page asked what is wrong in the same words.
    const kept = await inTab(`${START}/journey/what`, `key=${key}&at-version=1&what=dirty`);
    assert.match(String(kept.headers.location), /\/journey\/when$/);
    // Another device still holds the old version.
    const device = await app.inject({
      method: "POST",
      url: `${START}/journey/what`,
      payload: `key=${key}&what=broken`,
      headers: { host: "north.example", cookie: old, "content-type": "application/x-www-form-urlencoded" },
    });
    assert.match(String(device.headers.location), /\/journey\/when$/);
    assert.match(String(device.headers["set-cookie"]), /journey-report-a-bench/);
    const page = await app.inject({ url: `${START}/journey/what`, headers: { host: "north.example", cookie: old } });
    assert.match(String(page.headers.location), /\/journey\/when$/);
    await first.press("Continue", { when: "Monday" });
    await first.press("Continue", { email: "kim@example.com" });
    assert.deepEqual(await send(first), { version: 2, answers: { what: "broken", when: "Monday", email: "kim@example.com" } });
  });

  test("what was checked on one version is not sent on another", async () => {
    const client = await ready();
    const checked = client.body;
    await publish(ASKING_MORE);
    const other = client.cookies();
    await client.get(`${START}/journey`);
    const key = /name="key" value="([^"]+)"/.exec(checked)?.[1] ?? "";
    for (const cookie of [other, client.cookies()]) {
      const sent = await app.inject({
        method: "POST",
        url: `${START}/journey/send`,
        payload: `key=${key}&at-version=1`,
        headers: { host: "north.example", cookie, "content-type": "application/x-www-form-urlencoded" },
      });
      assert.match(String(sent.headers.location), /\/journey$/);
    }
  });

  test("a journey moves on once, whoever asks at the same time, and an answer that comes between is not lost", async () => {
    const client = await begun();
    const [draft] = await app.database.query<{ id: string }>({ name: "test-one-draft", text: "select id from drafts" });
    assert.ok(draft);
    const { drafts } = app.context;
    const read = await drafts.load("north", draft.id);
    assert.ok(read);
    await publish(ASKING_MORE);
    await client.press("Continue", { what: "broken" });
    assert.equal(await drafts.move("north", read, 2, ["what"]), false, "it was answered since it was read");
    const now = await drafts.load("north", draft.id);
    assert.ok(now);
    const moves = await Promise.all([1, 2, 3].map(() => drafts.move("north", now, 2, [])));
    assert.deepEqual(moves.toSorted(), [false, false, true]);
    assert.equal(await drafts.save("north", draft.id, 1, { email: "old@example.com" }), undefined);
    assert.deepEqual((await drafts.load("north", draft.id))?.answers, { what: "broken" });
  });
});

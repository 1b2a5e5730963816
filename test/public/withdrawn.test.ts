import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { carryOut } from "../../src/councils/carry-out.ts";
import type { Wanted } from "../../src/councils/carry-out.ts";
import type { TestApp } from "../support/app.ts";
import { testApp } from "../support/app.ts";
import { councilFiles } from "../support/council-files.ts";
import { plainText, webClient } from "../support/web-client.ts";

const START = "/services/report-a-bench";
const HEADING = "You can’t do this online at the moment";

describe("a service that is withdrawn", () => {
  let app: TestApp;
  before(async () => {
    app = await testApp({ councils: councilFiles("north") });
  });
  after(() => app.stop());

  const act = async (wanted: Wanted): Promise<void> => {
    const actor = { by: "operator", officer: null, reason: "A fault in the form" } as const;
    const decision = await carryOut(app, { council: "north", service: "report-a-bench", actor }, wanted);
    assert.ok(decision.ok, JSON.stringify(decision));
    await app.context.councils.follow();
  };
  const visitor = () => webClient(app, "north.example");

  test("says what to do instead, keeps answers safe, lets cases go on, and goes on from there when it is back", async () => {
    const waiting = await visitor().get(START);
    const half = await visitor().get(START);
    await half.press("Start now");
    const sender = await visitor().get(START);
    await sender.press("Start now");
    await sender.press("Continue", { what: "broken" });
    await sender.press("Continue", { email: "kim@example.com" });
    const ready = await visitor().get(START);
    await ready.press("Start now");
    await ready.press("Continue", { what: "dirty" });
    await ready.press("Continue", { email: "lee@example.com" });
    await sender.press("Send");
    const reference = /<strong>([\w-]{11})<\/strong>/.exec(sender.body)?.[1] ?? "";

    await act({ kind: "withdraw" });
    // Whoever had the start page open, comes new, or is in the middle of it.
    await waiting.press("Start now");
    const fresh = await visitor().get(START);
    assert.deepEqual([waiting.heading(), fresh.heading(), fresh.status], [HEADING, HEADING, 200]);
    assert.match(plainText(fresh.body), /Call us on 01632.960001/);
    assert.doesNotMatch(fresh.body, /have not been sent/);
    assert.doesNotMatch((await visitor().get("/services")).body, /Report a bench/);
    // What is typed at that very moment is kept.
    await half.press("Continue", { what: "broken" });
    assert.deepEqual([half.heading(), half.path], [HEADING, `${START}/journey/email`]);
    assert.match(plainText(half.body), /Your answers have not been sent\. They are safe: we keep them for 28 days/);
    await ready.press("Send");
    assert.equal(ready.heading(), HEADING);
    // What was sent has its reference and its page.
    await sender.get(`${START}/journey/done`);
    assert.match(sender.body, new RegExp(reference));
    await sender.get("/cases");
    await sender.press("Continue", { reference, proof: "kim@example.com" });
    assert.equal(sender.status, 200);
    assert.match(sender.body, /Report a bench/);
    assert.match((await visitor().get("/performance")).body, /Report a bench/);
    const api = await app.inject({ url: "/api/services/report-a-bench", headers: { host: "north.example" } });
    assert.deepEqual([api.statusCode, api.json().type.endsWith("service-withdrawn")], [503, true]);

    await act({ kind: "roll-back", version: 1 });
    await half.get(`${START}/journey`);
    assert.equal(half.path, `${START}/journey/email`);
    await ready.get(`${START}/journey`);
    await ready.press("Send");
    assert.equal(ready.heading(), "Sent");
  });
});

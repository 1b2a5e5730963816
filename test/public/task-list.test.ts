import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import type { TestApp } from "../support/app.ts";
import { testApp } from "../support/app.ts";
import type { WebClient } from "../support/web-client.ts";
import { plainText, webClient } from "../support/web-client.ts";

const PETROL = "/services/store-petrol";
const CAN = ["Not yet started", "In progress", "Completed", "Cannot start yet"];

/** Each task with its status, and whether it leads anywhere. */
function tasksOn(client: WebClient): readonly (readonly [title: string, status: string, link: boolean])[] {
  const items = client.body.split('<li class="govuk-task-list__item').slice(1);
  return items.map((whole) => {
    const item = whole.split("</li>", 1)[0] ?? "";
    const text = plainText(`<p${item}</p>`);
    const status = CAN.find((one) => text.includes(one)) ?? "";
    const title = /(?:task-list__link"[^>]*>|name-and-hint"><div>)([^<]+)</.exec(item)?.[1] ?? "";
    return [title, status, item.includes("href=")] as const;
  });
}

describe("the task list of a long application, with scripts off", () => {
  let app: TestApp;
  before(async () => {
    app = await testApp();
  });
  after(() => app.stop());

  async function atTasks(): Promise<WebClient> {
    const client = await webClient(app).get(PETROL);
    await client.press("Start now");
    await client.press("Continue", { pumped: "yes" });
    assert.equal(client.path, `${PETROL}/journey/tasks`);
    return client;
  }

  test("it says of each section what can be done, and why one cannot be started", async () => {
    const client = await atTasks();
    assert.deepEqual(tasksOn(client), [
      ["The site", "Not yet started", true],
      ["Who keeps the petrol", "Not yet started", true],
      ["Tanks and amounts", "Not yet started", true],
      ["Leaks and drawings", "Cannot start yet", false],
      ["When and how long", "Cannot start yet", false],
      ["About you", "Not yet started", true],
      ["Check your answers and send", "Cannot start yet", false],
    ]);
    assert.match(plainText(client.body), /Complete ‘Tanks and amounts’ first/);
    assert.match(plainText(client.body), /0 of 6 sections/);
  });

  test("the last section can be filled in first; one that is left half-way is in progress and goes on where it was", async () => {
    const client = await atTasks();
    await client.get(`${PETROL}/journey/your-name`);
    await client.press("Continue", { "your_name.first": "Ada", "your_name.last": "Mere" });
    await client.press("Continue", { tell_by: "email" });
    await client.press("Continue", { your_email: "ada@example.test" });
    await client.press("Continue", { your_phone: "" });
    assert.equal(client.path, `${PETROL}/journey/tasks`);
    await client.get(`${PETROL}/journey/keeper`);
    await client.press("Continue", { keeper: "company" });
    await client.get(`${PETROL}/journey/tasks`);
    const found = Object.fromEntries(tasksOn(client).map(([title, status]) => [title, status]));
    assert.deepEqual([found["About you"], found["Who keeps the petrol"]], ["Completed", "In progress"]);
    assert.match(client.body, /href="[^"]*\/journey\/company-name"/);
  });

  test("a section that cannot be started yet leads back to the list, by its address too", async () => {
    const client = await atTasks();
    await client.get(`${PETROL}/journey/drawings`);
    assert.equal(client.path, `${PETROL}/journey/tasks`);
    await client.get(`${PETROL}/journey/tasks/safety`);
    assert.equal(client.path, `${PETROL}/journey/tasks`);
    await client.get(`${PETROL}/journey/check`);
    assert.equal(client.path, `${PETROL}/journey/tasks`);
  });

  test("the answers of a completed section can be looked at and changed, and the person comes back to them", async () => {
    const client = await atTasks();
    await client.get(`${PETROL}/journey/site`);
    await client.press("Continue", { "site.line1": "1 Quay Road", "site.town": "Eastmere", "site.postcode": "EM1 1AA" });
    await client.press("Continue", { use: "depot" });
    await client.get(`${PETROL}/journey/tasks/the-site`);
    assert.equal(client.heading(), "The site");
    await client.get(`${PETROL}/journey/use?from=section`);
    await client.press("Continue", { use: "marina" });
    assert.equal(client.path, `${PETROL}/journey/tasks/the-site`);
    assert.match(plainText(client.body), /A marina/);
  });

  test("an outcome in a section ends the journey, and going back from it leads to the answer", async () => {
    const client = await atTasks();
    await client.get(`${PETROL}/journey/keeper`);
    await client.press("Continue", { keeper: "person" });
    await client.press("Continue", { "keeper_born.day": "1", "keeper_born.month": "1", "keeper_born.year": "2015" });
    assert.equal(client.heading(), "You cannot apply yet");
    await client.get(`${PETROL}/journey/tasks`);
    assert.equal(client.heading(), "You cannot apply yet");
    await client.get(`${PETROL}/journey/keeper-born`);
    await client.press("Continue", { "keeper_born.day": "1", "keeper_born.month": "1", "keeper_born.year": "1990" });
    assert.equal(client.path, `${PETROL}/journey/tasks`);
  });
});

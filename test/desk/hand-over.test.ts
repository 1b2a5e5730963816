import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { mailbox } from "../../src/messages/message-store.ts";
import type { Officer } from "../../src/people/officer.ts";
import type { TestApp } from "../support/app.ts";
import { testApp } from "../support/app.ts";
import type { WebClient } from "../support/web-client.ts";
import { plainText, webClient } from "../support/web-client.ts";
import { officer, signedIn } from "./office.ts";

describe("a journey passed between the desk and the web", () => {
  let app: TestApp;
  let ada: Officer;
  let desk: WebClient;
  before(async () => {
    app = await testApp();
    ada = await officer(app, "Ada Adviser", ["adviser"], []);
    desk = await signedIn(app, ada);
  });
  after(() => app.stop());

  const words = ({ body }: WebClient): string => plainText(body.slice(body.indexOf("<main")));
  const mailed = async (): Promise<string> => {
    await app.settle();
    const { messages } = await mailbox(app.database, "eastmere", 1);
    return /\/resume\/[\w-]{43}/.exec(messages.map(({ body }) => body).join("\n"))?.[0] ?? "";
  };

  test("begun by phone, sent as a link, finished by the person online: one case, of the web", async () => {
    await desk.get("/desk/people/new");
    await desk.press("Add the person", { name: "Kit Marlow", email: "kit@example.com" });
    const person = desk.path;
    await desk.press("Start a call");
    await desk.get("/desk/start");
    await desk.press("Start", { service: "report-a-pothole" });
    await desk.press("Update questions", {
      where: "Outside 12 Mill Lane",
      road_kind: "street",
      width: "small",
      danger: "no",
      tell_by: "email",
    });
    assert.equal((await desk.press("Email them the link", { link_to: "kit@" })).status, 422);
    await desk.press("Email them the link", { link_to: "kit@example.com" });
    assert.match(words(desk), /We are sending them a link/);
    const link = await mailed();
    await desk.get(person);
    assert.match(words(desk), /We sent them a link .* They have not opened it/);
    const web = await webClient(app).get(link);
    await web.press("Continue");
    await desk.get(person);
    assert.match(words(desk), /They opened it/);
    for (let pages = 0; pages < 8 && !web.path.endsWith("/check"); pages++) {
      const given = { "your_name.first": "Kit", "your_name.last": "Marlow", your_email: "kit@example.com" };
      const here = Object.fromEntries(Object.entries(given).filter(([name]) => web.fieldNames().includes(name)));
      await web.press("Continue", here);
    }
    await web.press("Send");
    const reference = /[A-Z0-9]{3}-[A-Z0-9]{3}-[A-Z0-9]{3}/.exec(words(web))?.[0] ?? "";
    const item = await app.context.cases.byReference("eastmere", reference);
    assert.equal(item?.channel, "web");
    await desk.get(person);
    assert.match(desk.body, new RegExp(reference));
    assert.doesNotMatch(words(desk), /Not sent yet/);
    await app.settle();
    const csv = (await app.inject({ url: "/performance/report-a-pothole.csv", headers: { host: "eastmere.example" } })).body;
    assert.match(csv, /,phone,started,1,/);
    assert.match(csv, /,web,submitted,1,/);
    assert.match(csv, /,web,handed_over,1,/);
    assert.match(csv, /digital_take_up,100,per cent,1,1/);
    assert.match(csv, /completion_rate,,per cent,0,0/, "a journey that began at the desk completes none of those begun online");
    assert.equal(await app.context.measures.rebuild("eastmere", "2026-01-01"), 0);
    await desk.get(/href="(\/desk\/calls\/[^"]+)"/.exec(desk.body)?.[1] ?? "");
    await desk.press("Because they could not do it online, or understand it");
  });

  test("begun online, a number read out, gone on with by an officer for as long as the number works", async () => {
    const web = await webClient(app).get("/services/report-a-street-light");
    await web.press("Start now");
    await web.get("/services/report-a-street-light/journey/save");
    await web.press("Get a number to give us");
    assert.match(words(web), /Call us and give this number 01632 960100/);
    const code = /[A-Z0-9]{3}-[A-Z0-9]{3}-[A-Z0-9]{3}/.exec(words(web))?.[0] ?? "";
    const typed = code.toLowerCase().replaceAll("-", " ");
    await desk.get("/desk/people");
    await desk.press("Find", { person: typed });
    assert.match(words(desk), /A journey that its person asks for help with Report a street light/);
    await desk.press("Go on with it");
    assert.match(desk.path, /^\/desk\/journeys\//);
    assert.match(words(desk), /Phone Report a street light/);
    const wrong = typed.replace(/.$/, (last) => (last === "2" ? "3" : "2"));
    await desk.get("/desk/people");
    await desk.press("Find", { person: wrong });
    assert.doesNotMatch(words(desk), /asks for help/);
    app.clock.pass(31 * 60_000);
    desk = await signedIn(app, ada);
    await desk.get("/desk/people");
    await desk.press("Find", { person: typed });
    assert.doesNotMatch(words(desk), /asks for help/);
  });

  test("in Welsh the number and what it does are said in Welsh", async () => {
    const web = await webClient(app).get("/services/report-a-pothole?lang=cy");
    await web.press("Dechrau nawr");
    await web.get("/services/report-a-pothole/journey/save");
    await web.press("Cael rhif i’w roi i ni");
    assert.match(words(web), /Ffoniwch ni a rhowch y rhif hwn/);
  });
});

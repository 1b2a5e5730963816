import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import type { Officer } from "../../src/people/officer.ts";
import { countStatements } from "../../src/platform/statement-count.ts";
import type { TestApp } from "../support/app.ts";
import { testApp } from "../support/app.ts";
import type { WebClient } from "../support/web-client.ts";
import { plainText, webClient } from "../support/web-client.ts";
import { getWith, keyIn, officer, postWith, sessionCookie, signedIn } from "./office.ts";

describe("looking after officers", () => {
  let app: TestApp;
  let ann: Officer;
  before(async () => {
    app = await testApp();
    ann = await officer(app, "Ann Admin", ["administrator"], []);
  });
  after(() => app.stop());

  const added = async (name: string, email: string): Promise<{ client: WebClient; password: string }> => {
    const client = await (await signedIn(app, ann)).get("/desk/officers/new");
    await client.press("Add", { name, email, roles: ["caseworker"], teams: ["highways"] });
    return { client, password: /[a-z2-9]{4}(-[a-z2-9]{4}){3}/.exec(plainText(client.body))?.[0] ?? "" };
  };

  test("an officer is added, signs in with the password shown once, is disabled and let in again", async () => {
    const { client, password } = await added("New Comer", "New.Comer@eastmere.example");
    assert.match(password, /^.{19}$/);
    const newcomer = await webClient(app).get("/desk");
    await newcomer.press("Sign in", { email: "new.comer@eastmere.example", password });
    assert.equal(newcomer.heading(), "Cases");
    await client.get("/desk/officers");
    assert.doesNotMatch(client.body, new RegExp(password));
    assert.match(plainText(client.body), /New Comer new\.comer@eastmere\.example Caseworker Highways/);
    await client.get(/href="(\/desk\/officers\/[\w-]{36})">New Comer/.exec(client.body)?.[1] ?? "");
    await client.press("Sign them out everywhere");
    assert.equal((await newcomer.get("/desk")).heading(), "Staff sign in");
    await client.press("Disable: they cannot sign in");
    assert.match(plainText(client.body), /They can no longer sign in.*New Comer Disabled/);
    await newcomer.press("Sign in", { email: "new.comer@eastmere.example", password });
    assert.deepEqual(newcomer.errors(), ["Check your email address and password"]);
    await client.press("Let them sign in again");
    await newcomer.press("Sign in", { email: "new.comer@eastmere.example", password });
    assert.equal(newcomer.heading(), "Cases");
    await client.press("Make a new password");
    assert.equal((await newcomer.get("/desk")).heading(), "Staff sign in");
  });

  test("roles and teams are changed; what is wrong is said beside what was typed", async () => {
    const { client } = await added("Role Changer", "role@eastmere.example");
    await client.get(/href="(\/desk\/officers\/[\w-]{36})"/.exec(client.body)?.[1] ?? "");
    await client.press("Save", { name: "", roles: [], teams: ["waste", "nowhere"] });
    assert.deepEqual(client.errors(), ["Enter their full name", "Select at least one role"]);
    await client.press("Save", { name: "Role Changed", roles: ["inspector", "emperor"], teams: ["waste"] });
    assert.match(plainText(client.body), /The changes are saved/);
    assert.match(plainText((await client.get("/desk/officers")).body), /Role Changed role@eastmere\.example Inspector Waste and recycling/);
  });

  test("what is wrong with a new officer is said, and an email address is taken once, however often the form is sent", async () => {
    const client = await (await signedIn(app, ann)).get("/desk/officers/new");
    await client.press("Add", { email: "not an address" });
    assert.deepEqual(client.errors(), [
      "Enter their full name",
      "Enter an email address in the correct format, like name@example.com",
      "Select at least one role",
    ]);
    const cookie = await sessionCookie(app, ann);
    const page = await getWith(app, cookie, "/desk/officers/new");
    const fields = { key: keyIn(page.body, "/desk/officers/new"), name: "Once Only", email: "once@eastmere.example", roles: "caseworker" };
    const answers = await Promise.all([1, 2].map(() => postWith(app, cookie, "/desk/officers/new", fields)));
    assert.deepEqual(
      answers.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b),
      [200, 422],
    );
    assert.match(plainText(answers.find(({ statusCode }) => statusCode === 422)?.body ?? ""), /An officer already has this email address/);
  });

  test("nobody locks themselves out", async () => {
    const client = await (await signedIn(app, ann)).get(`/desk/officers/${ann.id}`);
    assert.doesNotMatch(client.body, /Disable: they/);
    await client.press("Save", { roles: ["caseworker"] });
    assert.match(client.errors()[0] ?? "", /^Keep the role/);
    const cookie = await sessionCookie(app, ann);
    const page = await getWith(app, cookie, `/desk/officers/${ann.id}`);
    const fields = { key: keyIn(page.body, `/desk/officers/${ann.id}`), do: "disable" };
    assert.equal((await postWith(app, cookie, `/desk/officers/${ann.id}`, fields)).statusCode, 400);
    assert.equal((await getWith(app, cookie, "/desk/officers")).statusCode, 200);
  });

  test("an officer of another council is not there, and forged forms change nothing", async () => {
    const cookie = await sessionCookie(app, ann);
    assert.equal((await getWith(app, cookie, `/desk/officers/${app.context.ids.uuid(app.clock.now())}`)).statusCode, 404);
    assert.equal((await getWith(app, cookie, "/desk/officers/x")).statusCode, 404);
    assert.equal(
      (await postWith(app, cookie, "/desk/officers/new", { key: "forged", name: "X", email: "x@y.example", roles: "administrator" }))
        .statusCode,
      403,
    );
  });
});

describe("failed jobs and definitions", () => {
  let app: TestApp;
  let ann: Officer;
  before(async () => {
    app = await testApp();
    ann = await officer(app, "Ann Admin", ["administrator"], []);
  });
  after(() => app.stop());

  const bury = async (kind: string, problem: string): Promise<void> => {
    const now = app.clock.now();
    const statement = {
      name: "test-bury",
      text: "insert into jobs (council, id, kind, payload, run_at, created_at, attempts, dead_at, problem) values ('eastmere', $1, $2, '{}', $3, $3, 12, $3, $4)",
    };
    await app.database.execute(statement, [app.context.ids.uuid(now), kind, now, problem]);
  };

  test("a job that was given up is shown with its reason, and tried again alone or with its kind, once", async () => {
    for (let i = 0; i < 3; i++) await bury("errand", "mail-refused: The mail server refused us");
    await bury("other", "unexpected: It broke");
    const client = await (await signedIn(app, ann)).get("/desk/jobs");
    assert.match(plainText(client.body), /errand The mail server refused us \(mail-refused\) 12 times/);
    await client.press("Try again the other given up 2 Mar 2026, 9:00am");
    assert.match(plainText(client.body), /1 job is being tried again/);
    const cookie = await sessionCookie(app, ann);
    const page = await getWith(app, cookie, "/desk/jobs");
    const fields = { key: keyIn(page.body, "/desk/jobs"), kind: "errand" };
    const answers = await Promise.all([1, 2].map(() => postWith(app, cookie, "/desk/jobs", fields)));
    assert.deepEqual(
      answers.map(({ headers }) => String(headers.location)).toSorted((a, b) => a.localeCompare(b)),
      ["/desk/jobs?again=0", "/desk/jobs?again=3"],
    );
    assert.match((await client.get("/desk/jobs")).body, /No job has failed/);
    assert.equal((await postWith(app, cookie, "/desk/jobs", { key: "forged", kind: "errand" })).statusCode, 403);
  });

  test("a long list goes on from page to page", async () => {
    for (let i = 0; i < 55; i++) await bury("errand", "unexpected: It broke");
    const client = await (await signedIn(app, ann)).get("/desk/jobs");
    assert.match(client.body, /href="\/desk\/jobs\?page=2"/);
    await client.get("/desk/jobs?page=2");
    assert.equal(client.body.match(/name="job"/g)?.length, 5);
  });

  test("two statements a page: the session and what it shows", async () => {
    const cookie = await sessionCookie(app, ann);
    for (const path of ["/desk/jobs", "/desk/officers", `/desk/officers/${ann.id}`, "/desk/definitions"]) {
      const { count } = await countStatements(async () => await getWith(app, cookie, path));
      assert.equal(count, 2, path);
    }
  });

  test("services are listed with their version and what is wrong, and each shows its definition", async () => {
    const client = await (await signedIn(app, ann)).get("/desk/definitions");
    assert.match(plainText(client.body), /Report a pothole Version 1 of 1 Highways/);
    await client.get("/desk/definitions/report-a-pothole");
    assert.match(client.body, /service: report-a-pothole/);
    assert.equal((await client.get("/desk/definitions/nothing")).status, 404);
  });
});

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { localAddress } from "../../src/faces/desk/sign-in/local-address.ts";
import type { Officer } from "../../src/people/officer.ts";
import type { TestApp } from "../support/app.ts";
import { testApp } from "../support/app.ts";
import { webClient } from "../support/web-client.ts";
import { getWith, keyIn, officer, PASSWORD, postWith, sessionCookie } from "./office.ts";

describe("the door of the desk", () => {
  let app: TestApp;
  let sam: Officer;
  before(async () => {
    app = await testApp();
    sam = await officer(app, "Sam Okoro", ["caseworker"], ["highways"]);
  });
  after(() => app.stop());

  test("an officer signs in, comes to where they wanted, and signs out", async () => {
    const client = webClient(app);
    await client.get("/desk?state=closed");
    assert.equal(client.heading(), "Staff sign in");
    await client.press("Sign in", { email: ` ${sam.email.toUpperCase()} `, password: PASSWORD });
    assert.equal(client.path, "/desk?state=closed");
    assert.equal(client.heading(), "Cases");
    assert.equal((await client.get("/desk/sign-in")).path, "/desk");
    await client.press("Sign out");
    assert.match(client.body, /You are signed out/);
    assert.equal((await client.get("/desk")).heading(), "Staff sign in");
  });

  test("whatever was wrong, the answer is the same, and the password is not shown again", async () => {
    const answers = [];
    for (const [email, password] of [
      [sam.email, "wrong-wrong-wrong"],
      ["nobody@eastmere.example", PASSWORD],
    ] as const) {
      const client = await webClient(app).get("/desk/sign-in");
      await client.press("Sign in", { email, password });
      answers.push([client.status, client.errors()]);
      assert.doesNotMatch(client.body, new RegExp(password));
      assert.match(client.body, /<title>Error: /);
    }
    assert.deepEqual(answers[0], answers[1]);
    assert.deepEqual(answers[0], [422, ["Check your email address and password"]]);
  });

  test("empty boxes are named, and cost no try", async () => {
    const client = await webClient(app).get("/desk/sign-in");
    await client.press("Sign in");
    assert.deepEqual(client.errors(), ["Enter your email address", "Enter your password"]);
  });

  test("after five wrong passwords the right one is refused, for a quarter of an hour", async () => {
    const locked = await officer(app, "Lee Locked", ["caseworker"], ["highways"]);
    const client = await webClient(app).get("/desk/sign-in");
    await Promise.all(
      [1, 2, 3, 4, 5].map((time) =>
        webClient(app)
          .get("/desk/sign-in")
          .then((other) => other.press("Sign in", { email: locked.email, password: `wrong-${time}` })),
      ),
    );
    await client.press("Sign in", { email: locked.email, password: PASSWORD });
    assert.deepEqual(client.errors(), ["Check your email address and password"]);
    app.clock.pass(15 * 60_000);
    await client.press("Sign in", { email: locked.email, password: PASSWORD });
    assert.equal(client.heading(), "Cases");
  });

  test("a disabled officer's session ends at once", async () => {
    const { disable } = await import("../../src/people/officers.ts");
    const gone = await officer(app, "Gail Gone", ["caseworker"], ["highways"]);
    const cookie = await sessionCookie(app, gone);
    assert.equal((await getWith(app, cookie, "/desk")).statusCode, 200);
    await disable(app.database, gone, app.clock.now());
    assert.equal((await getWith(app, cookie, "/desk")).headers.location, "/desk/sign-in?to=%2Fdesk");
  });

  test("a form that is posted when the session has ended says how to keep what was typed", async () => {
    const answer = await postWith(app, "", "/desk/cases/AAA-AAA-AAA/note", { key: "x", text: "Typed at length" });
    assert.equal(answer.statusCode, 401);
    assert.match(answer.body, /You have not lost what you typed/);
  });

  test("a sign-in form that is not ours, and one of another council, is refused", async () => {
    const page = await getWith(app, "", "/desk/sign-in");
    const key = keyIn(page.body, "/desk/sign-in");
    for (const forged of ["", `${key.slice(0, -1)}!`, key.replace(/^.{8}/, "00000000")]) {
      const answer = await postWith(app, "", "/desk/sign-in", { key: forged, email: sam.email, password: PASSWORD });
      assert.equal(answer.statusCode, 403, forged);
      assert.equal(answer.headers["set-cookie"], undefined);
    }
  });

  test("signing out needs the page's own key, so that no link of another site does it", async () => {
    const cookie = await sessionCookie(app, sam);
    assert.equal((await postWith(app, cookie, "/desk/sign-out", { key: "forged" })).statusCode, 403);
    assert.equal((await getWith(app, cookie, "/desk")).statusCode, 200);
  });

  test("the cookie is HttpOnly and holds no name", async () => {
    const page = await getWith(app, "", "/desk/sign-in");
    const fields = { key: keyIn(page.body, "/desk/sign-in"), email: sam.email, password: PASSWORD, to: "https://evil.example/" };
    const answer = await postWith(app, "", "/desk/sign-in", fields);
    assert.equal(answer.headers.location, "/desk");
    const cookie = String(answer.headers["set-cookie"]);
    assert.match(cookie, /^desk=[\w.-]+; Path=\/; HttpOnly; SameSite=Lax$/);
    assert.ok(!app.lines.some((line) => line.includes(sam.email) || line.includes(PASSWORD)));
  });
});

test("after signing in one goes only to the desk", () => {
  for (const good of ["/desk", "/desk?state=closed&after=a.b-c", "/desk/cases/K7M-4TX-9QC", "/desk/letters/all"])
    assert.equal(localAddress(good), good);
  for (const bad of [
    "",
    "//evil.example",
    "/desk//evil.example",
    "https://evil.example/desk",
    "/desktop",
    "/desk\\evil",
    "/desk/sign-in",
    "/desk\r\nSet-Cookie: a=b",
  ]) {
    assert.equal(localAddress(bad), "/desk", bad);
  }
});

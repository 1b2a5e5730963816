import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import type { Officer } from "../../src/people/officer.ts";
import type { TestApp } from "../support/app.ts";
import { testApp } from "../support/app.ts";
import { plainText } from "../support/web-client.ts";
import { keyIn, getWith, officer, postWith, sessionCookie, signedIn, submitted } from "./office.ts";
import { CERTIFICATE, DRAGON, LIGHT, pothole } from "./seeds.ts";

describe("linked cases", () => {
  let app: TestApp;
  let sam: Officer;
  let jo: Officer;
  before(async () => {
    app = await testApp();
    [sam, jo] = await Promise.all([
      officer(app, "Sam Okoro", ["caseworker"], ["highways", "licensing"]),
      officer(app, "Jo Reid", ["caseworker"], ["highways"]),
    ]);
  });
  after(() => app.stop());

  const pair = async (): Promise<readonly [string, string]> => [
    await submitted(app, "report-a-pothole", pothole()),
    await submitted(app, "report-a-street-light", LIGHT),
  ];
  const eventsOf = async (reference: string) => {
    const item = await app.context.cases.byReference("eastmere", reference);
    return app.context.cases.events("eastmere", item?.id ?? "");
  };

  test("two cases are linked with a few words, and both say so, with where the other stands", async () => {
    const [one, other] = await pair();
    const client = await (await signedIn(app, sam)).get(`/desk/cases/${one}`);
    await client.get(/href="([^"]+)">Link another case/.exec(client.body)?.[1] ?? "");
    await client.press("Link the cases", { reference: ` ${other.toLowerCase()} `, why: "The same stretch of road" });
    for (const [here, there, title] of [
      [one, other, "Report a street light"],
      [other, one, "Report a pothole"],
    ] as const) {
      const text = plainText((await client.get(`/desk/cases/${here}`)).body);
      assert.match(text, new RegExp(`Linked cases ${there} ${title} Received in \\d+ working days`));
      assert.match(text, new RegExp(`Sam Okoro linked ${there} The same stretch of road`));
    }
    await client.press(`Unlink ${one}`);
    assert.doesNotMatch(plainText(client.body), /Linked cases/);
    assert.match(plainText((await client.get(`/desk/cases/${one}`)).body), new RegExp(`Sam Okoro unlinked ${other}`));
    assert.deepEqual(
      (await eventsOf(one)).map(({ kind }) => kind),
      ["submitted", "linked", "unlinked"],
    );
    const audit = plainText((await client.get(`/desk/cases/${one}?check=history`)).body);
    assert.match(audit, /The history is unbroken/);
  });

  test("what cannot be linked is said, and what was typed is kept", async () => {
    const [one, other] = await pair();
    const client = await (await signedIn(app, sam)).get(`/desk/cases/${one}/together/link`);
    await client.press("Link the cases", { reference: "", why: "Kept words" });
    assert.deepEqual(client.errors(), ["Enter the reference of the other case"]);
    assert.match(client.body, /Kept words/);
    await client.press("Link the cases", { reference: "K7M-4TX-9QC" });
    assert.match(client.errors()[0] ?? "", /There is no case with this reference that you may see/);
    await client.press("Link the cases", { reference: one });
    assert.match(client.errors()[0] ?? "", /the case that you are on/);
    await client.press("Link the cases", { reference: other, why: "" });
    assert.deepEqual(client.errors(), ["Enter why the two belong together"]);
    await client.press("Link the cases", { reference: other, why: "x".repeat(301) });
    assert.match(client.errors()[0] ?? "", /300 characters or fewer/);
    await client.press("Link the cases", { reference: other, why: "Kept words" });
    await client.get(`/desk/cases/${other}/together/link`);
    await client.press("Link the cases", { reference: one, why: "Again" });
    assert.deepEqual(client.errors(), ["The two cases are linked already"]);
  });

  test("of a case of a team that the officer may not see nothing is said, but that there is one", async () => {
    const one = await submitted(app, "report-a-pothole", pothole());
    const hidden = await submitted(app, "keep-a-dragon", DRAGON, { files: [CERTIFICATE] });
    const client = await (await signedIn(app, sam)).get(`/desk/cases/${one}/together/link`);
    await client.press("Link the cases", { reference: hidden, why: "The dragon dug it" });
    const other = await (await signedIn(app, jo)).get(`/desk/cases/${one}`);
    const text = plainText(other.body);
    assert.match(text, /1 linked case that you may not see/);
    assert.match(text, /Sam Okoro linked a case that you may not see/);
    assert.ok(!other.body.includes(hidden) && !other.body.includes("dug it"), "nothing about it");
    await other.get(`/desk/cases/${one}/together/link`);
    await other.press("Link the cases", { reference: hidden, why: "Guess" });
    assert.match(other.errors()[0] ?? "", /There is no case with this reference that you may see/);
  });

  test("the same form sent twice links once, and two officers at once link once", async () => {
    const [one, other] = await pair();
    const cookies = await Promise.all([sam, sam].map((who) => sessionCookie(app, who)));
    const path = `/desk/cases/${one}/together/link`;
    const fields = await Promise.all(
      cookies.map(async (cookie) => ({ key: keyOn((await getWith(app, cookie, path)).body), reference: other, why: "Same road" })),
    );
    const first = await Promise.all([0, 0].map(() => postWith(app, cookies[0] ?? "", path, fields[0] ?? {})));
    assert.deepEqual(
      first.map(({ statusCode }) => statusCode),
      [303, 303],
      "the same form",
    );
    const second = await postWith(app, cookies[1] ?? "", path, fields[1] ?? {});
    assert.equal(second.statusCode, 422);
    assert.equal((await eventsOf(one)).length, 2);
    assert.equal((await eventsOf(other)).length, 2);
  });
});

function keyOn(body: string): string {
  return keyIn(body.replace('<form method="post" novalidate', '<form action="here" method="post" novalidate'), "here");
}

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import sharp from "sharp";

import type { Case } from "../../src/cases/case.ts";
import type { Officer } from "../../src/people/officer.ts";
import { addFile } from "../../src/platform/files/file-rows.ts";
import { countStatements } from "../../src/platform/statement-count.ts";
import type { TestApp } from "../support/app.ts";
import { testApp } from "../support/app.ts";
import type { WebClient } from "../support/web-client.ts";
import { plainText } from "../support/web-client.ts";
import { getWith, keyIn, officer, postWith, sessionCookie, signedIn, submitted } from "./office.ts";
import { BY_LETTER, CERTIFICATE, DRAGON, pothole } from "./seeds.ts";

describe("a case at the desk", () => {
  let app: TestApp;
  let sam: Officer;
  let priya: Officer;
  before(async () => {
    app = await testApp();
    [sam, priya] = await Promise.all([
      officer(app, "Sam Okoro", ["caseworker", "inspector", "manager"], ["highways"]),
      officer(app, "Priya Shah", ["caseworker", "inspector"], ["highways"]),
    ]);
  });
  after(() => app.stop());

  const caseOf = async (reference: string): Promise<Case> => {
    const item = await app.context.cases.byReference("eastmere", reference);
    assert.ok(item);
    return item;
  };
  const eventsOf = async (reference: string) => app.context.cases.events("eastmere", (await caseOf(reference)).id);
  const opened = async (reference: string, who = sam): Promise<WebClient> => (await signedIn(app, who)).get(`/desk/cases/${reference}`);
  const replied = async (reference: string, text: string, files: readonly string[] = []): Promise<void> => {
    const item = await caseOf(reference);
    const asking = {
      council: "eastmere",
      caseId: item.id,
      channel: "web",
      officer: null,
      roles: [],
      key: app.context.ids.uuid(app.clock.now()),
    } as const;
    assert.ok((await app.context.cases.apply(asking, { kind: "reply", text, files })).ok);
  };

  test("the page says on top what is asked now, then who, what, messages and history", async () => {
    const reference = await submitted(app, "report-a-pothole", pothole());
    await app.settle();
    await replied(reference, "It is bigger now.\n<script>alert(1)</script>");
    const client = await opened(reference);
    const text = plainText(client.body);
    const order = [
      "The person wrote and waits for an answer",
      "Stage Received",
      "Due in 20 working days",
      "Take this case",
      "What have you done",
      "The person Name Ada Byron",
    ];
    const more = [
      "Answers Where is the pothole? Outside 12 Mill Lane",
      "Messages to the person",
      "We have received your request",
      "History",
      "The person wrote to us",
      "The person sent it",
    ];
    const places = [...order, ...more].map((words) => text.indexOf(words));
    assert.deepEqual(
      places,
      places.toSorted((a, b) => a - b),
      text,
    );
    assert.ok(!places.includes(-1), text);
    assert.doesNotMatch(client.body, /<script>alert/);
  });

  test("take it, leave it, note, write: each is done, said, and in the history", async () => {
    const reference = await submitted(app, "report-a-pothole", pothole());
    const client = await opened(reference);
    await client.press("Take this case");
    assert.match(client.body, /Who has the case is changed/);
    assert.equal((await caseOf(reference)).officer, sam.id);
    await client.press("Add note", { text: "Knows the road well" });
    await client.press("Send message", { text: "We will come tomorrow." });
    await client.press("Leave it to the team");
    assert.equal((await caseOf(reference)).officer, null);
    const text = plainText(client.body);
    for (const words of [
      "Sam Okoro took the case",
      "Sam Okoro wrote to the person We will come tomorrow.",
      "Sam Okoro left the case to nobody",
      "Knows the road well Sam Okoro, 2 Mar 2026, 9:00am",
    ]) {
      assert.ok(text.includes(words), words);
    }
    await app.settle();
    await client.get(`/desk/cases/${reference}`);
    assert.match(plainText(client.body), /A message about Report a pothole: [\w-]+ \(email, 2 Mar 2026, 9:00am\) Sent/);
  });

  test("an action without its reason is refused at the box, and nothing typed is lost", async () => {
    const reference = await submitted(app, "report-a-pothole", pothole());
    const client = await opened(reference);
    await client.press("Confirm");
    assert.deepEqual([client.status, client.errors()], [422, ["Select what you have done"]]);
    await client.press("Confirm", { action: "not-ours", reason: "  " });
    assert.deepEqual([client.status, client.errors()], [422, ["Enter a reason"]]);
    assert.match(client.body, /<title>Error: /);
    assert.match(client.body, /value="not-ours" checked/);
    await client.press("Confirm", { reason: "x".repeat(5001) });
    assert.equal(client.errors()[0], "The reason must be 5,000 characters or fewer");
    assert.ok(client.body.includes("x".repeat(5001)));
    await client.press("Confirm", { reason: "It is on a private road" });
    assert.equal(client.status, 200);
    const item = await caseOf(reference);
    assert.ok(item.closedAt);
    assert.match(plainText(client.body), /Sam Okoro: Close as not ours. Now closed It is on a private road/);
    assert.doesNotMatch(client.body, /Take this case|What have you done/);
    await client.press("Add note");
    assert.deepEqual([client.status, client.errors()], [422, ["Enter a note"]]);
  });

  test("a manager gives the case to one of the team, and to nobody else", async () => {
    const reference = await submitted(app, "report-a-pothole", pothole());
    const client = await opened(reference);
    await client.press("Give the case", { officer: priya.id });
    assert.equal((await caseOf(reference)).officer, priya.id);
    assert.match(plainText(client.body), /Sam Okoro gave the case to Priya Shah/);
    const stranger = app.context.ids.uuid(app.clock.now());
    await client.press("Give the case", { officer: stranger });
    assert.deepEqual([client.status, client.errors()], [422, ["Select an officer of the team"]]);
    assert.equal((await caseOf(reference)).officer, priya.id);
    assert.doesNotMatch((await opened(reference, priya)).body, /Give it to someone/);
  });

  test("a person who cannot be written to has no message form; one told by letter is told so", async () => {
    const letter = await submitted(app, "report-a-pothole", pothole({ ...BY_LETTER, your_email: null }));
    assert.match((await opened(letter)).body, /Printed as a letter and posted/);
    assert.equal((await caseOf(letter)).tellBy, "letter");
  });

  test("two officers act at once on the same case: exactly one wins, the other is told and keeps what was typed", async () => {
    const reference = await submitted(app, "report-a-pothole", pothole());
    const pages = await Promise.all([opened(reference, sam), opened(reference, priya)]);
    await Promise.all(
      pages.map((client, index) =>
        client.press(
          "Confirm",
          index === 0 ? { action: "inspect", reason: "Sam was there" } : { action: "not-ours", reason: "Priya thinks not" },
        ),
      ),
    );
    const [won, lost] = pages.toSorted((a, b) => a.status - b.status);
    assert.deepEqual([won?.status, lost?.status], [200, 409]);
    assert.deepEqual(lost?.errors(), ["This case has changed since you opened it"]);
    assert.match(plainText(lost?.body ?? ""), /Since you opened the page: (Sam Okoro|Priya Shah): /);
    const events = await eventsOf(reference);
    assert.equal(events.filter(({ kind }) => kind === "acted").length, 1);
    assert.match(lost?.body ?? "", /Sam was there|Priya thinks not/);
    assert.doesNotMatch(won?.body ?? "", /govuk-error-summary/);
  });

  test("an action that another stage has too is refused to who saw the stage before", async () => {
    const reference = await submitted(app, "keep-a-dragon", DRAGON, { files: [CERTIFICATE] });
    const lou = await officer(app, "Lou Licence", ["licensing-officer"], ["licensing"]);
    const early = await opened(reference, lou);
    await (await opened(reference, lou)).press("Confirm", { action: "visit", reason: "All is well" });
    await early.press("Confirm", { action: "refuse", reason: "I saw no visit" });
    assert.equal(early.status, 409);
    assert.match(early.body, /I saw no visit/);
    assert.equal((await caseOf(reference)).stage, "visited");
    await early.press("Confirm", { action: "refuse" });
    assert.equal((await caseOf(reference)).stage, "refused");
  });

  test("two officers take a case at once: one has it, the other is told", async () => {
    const reference = await submitted(app, "report-a-pothole", pothole());
    const pages = await Promise.all([opened(reference, sam), opened(reference, priya)]);
    await Promise.all(pages.map((client) => client.press("Take this case")));
    assert.deepEqual(
      pages.map(({ status }) => status).toSorted((a, b) => a - b),
      [200, 409],
    );
    assert.equal((await eventsOf(reference)).filter(({ kind }) => kind === "taken").length, 1);
  });

  test("every form sent twice, at once and later, does one thing", async () => {
    const reference = await submitted(app, "report-a-pothole", pothole());
    const cookie = await sessionCookie(app, sam);
    const at = `/desk/cases/${reference}`;
    const forms: Readonly<Record<string, Readonly<Record<string, string>>>> = {
      take: { to: "me" },
      note: { text: "Once only" },
      message: { text: "Once only" },
      assign: { officer: priya.id, holder: sam.id, seen: "4" },
      action: { action: "inspect", reason: "", seen: "5", from: "received" },
    };
    for (const [form, fields] of Object.entries(forms)) {
      const page = await getWith(app, cookie, at);
      const filled = { ...fields, key: keyIn(page.body, `${at}/${form}`) };
      const before = (await eventsOf(reference)).length;
      const answers = await Promise.all([1, 2, 3].map(() => postWith(app, cookie, `${at}/${form}`, filled)));
      answers.push(await postWith(app, cookie, `${at}/${form}`, filled));
      for (const answer of answers) assert.equal(answer.headers.location, `${at}?done=${form}`, form);
      assert.equal((await eventsOf(reference)).length, before + 1, form);
    }
    await app.settle();
    const told = await app.database.query<{ cause: string }>(
      { name: "test-told", text: "select cause from messages where council = 'eastmere' and case_id = $1" },
      [(await caseOf(reference)).id],
    );
    assert.equal(told.filter(({ cause }) => cause.endsWith(":written")).length, 1);
  });

  test("a forged or borrowed key does nothing, and what was typed is there to send again", async () => {
    const reference = await submitted(app, "report-a-pothole", pothole());
    const at = `/desk/cases/${reference}`;
    const [mine, hers] = await Promise.all([sessionCookie(app, sam), sessionCookie(app, priya)]);
    const page = await getWith(app, mine, at);
    const key = keyIn(page.body, `${at}/note`);
    const forged: readonly (readonly [string, string])[] = [
      [mine, ""],
      [mine, `${key}x`],
      [mine, keyIn(page.body, `${at}/message`)],
      [hers, key],
      [await sessionCookie(app, sam), key],
    ];
    for (const [cookie, wrong] of forged) {
      const answer = await postWith(app, cookie, `${at}/note`, { key: wrong, text: "Typed with care" });
      assert.equal(answer.statusCode, 403);
      assert.match(answer.body, /Typed with care/);
      assert.match(plainText(answer.body), /This page was opened before you signed in/);
    }
    assert.equal((await eventsOf(reference)).length, 1);
    assert.equal((await postWith(app, mine, `${at}/burn`, { key })).statusCode, 404);
  });

  test("files are served so that nothing in them can run", async () => {
    const reference = await submitted(app, "report-a-pothole", pothole());
    const item = await caseOf(reference);
    const bytes = Buffer.from("plain words");
    const stored = await app.context.files.put("eastmere", bytes);
    const id = app.context.ids.uuid(app.clock.now());
    await addFile(app.database, "eastmere", {
      id,
      ...stored,
      name: "<b>note</b>.txt",
      type: "text/plain",
      draft: null,
      caseId: item.id,
      createdAt: app.clock.now(),
    });
    await replied(reference, "", [id]);
    const cookie = await sessionCookie(app, sam);
    const page = await getWith(app, cookie, `/desk/cases/${reference}`);
    assert.match(page.body, /&lt;b&gt;note&lt;\/b&gt;\.txt/);
    const file = await getWith(app, cookie, `/desk/cases/${reference}/files/${id}`);
    assert.equal(file.body, "plain words");
    assert.match(String(file.headers["content-disposition"]), /^attachment/);
    assert.equal(file.headers["content-security-policy"], "default-src 'none'; sandbox");
    assert.equal((await getWith(app, cookie, `/desk/cases/${reference}/files/${app.context.ids.uuid(app.clock.now())}`)).statusCode, 404);
  });

  test("a picture is shown small, made anew from its pixels; what is no picture has no preview", async () => {
    const reference = await submitted(app, "report-a-pothole", pothole());
    const item = await caseOf(reference);
    const picture = await sharp({ create: { width: 2000, height: 1000, channels: 3, background: "#808080" } })
      .jpeg()
      .withExif({ IFD0: { Copyright: "A secret" } })
      .toBuffer();
    const kept: string[] = [];
    for (const [name, type, bytes] of [
      ["hole.jpg", "image/jpeg", picture],
      ["plan.pdf", "application/pdf", Buffer.from("%PDF-1.7 <script>")],
      ["broken.png", "image/png", Buffer.from("no picture")],
    ] as const) {
      const id = app.context.ids.uuid(app.clock.now());
      const stored = await app.context.files.put("eastmere", bytes);
      await addFile(app.database, "eastmere", { id, ...stored, name, type, draft: null, caseId: item.id, createdAt: app.clock.now() });
      kept.push(`/desk/cases/${reference}/files/${id}`);
    }
    const [jpeg = "", pdf = "", broken = ""] = kept;
    const cookie = await sessionCookie(app, sam);
    const { body } = await getWith(app, cookie, `/desk/cases/${reference}`);
    assert.match(
      body,
      new RegExp(`<img class="guildhall-preview" src="${jpeg}/preview" alt="Picture:" width="160" height="120" loading="lazy">`),
    );
    assert.ok(!body.includes(`${pdf}/preview`));
    const preview = await getWith(app, cookie, `${jpeg}/preview`);
    const { format, width, height, exif } = await sharp(preview.rawPayload).metadata();
    assert.deepEqual([format, width, height, exif], ["webp", 320, 160, undefined]);
    assert.ok(preview.rawPayload.length < 20_000);
    assert.equal(preview.headers["content-security-policy"], "default-src 'none'; sandbox");
    for (const path of [`${pdf}/preview`, `${broken}/preview`]) assert.equal((await getWith(app, cookie, path)).statusCode, 404);
    const stranger = await officer(app, "Sid Stranger", ["caseworker"], ["waste"]);
    assert.equal((await getWith(app, await sessionCookie(app, stranger), `${jpeg}/preview`)).statusCode, 404);
  });

  test("the history is checked when asked, and a change in it is seen", async () => {
    const reference = await submitted(app, "report-a-pothole", pothole());
    const client = await opened(reference);
    await client.press("Add note", { text: "The truth" });
    assert.match((await client.get(`/desk/cases/${reference}?check=history`)).body, /The history is unbroken: all 2 entries/);
    const change = {
      name: "test-tamper",
      text: `update events set personal = '{"text":"A lie"}' where council = 'eastmere' and case_id = $1 and number = 2`,
    };
    await app.database.execute(change, [(await caseOf(reference)).id]);
    assert.match((await client.get(`/desk/cases/${reference}?check=history`)).body, /Entry 2 of the history is not as it was written/);
  });

  test("ten statements: session, case, events, files, messages, what was shared, holds, officers, who else is at it, their other cases", async () => {
    const reference = await submitted(app, "report-a-pothole", pothole());
    const cookie = await sessionCookie(app, sam);
    const { count } = await countStatements(async () => await getWith(app, cookie, `/desk/cases/${reference}`));
    assert.equal(count, 10);
  });
});

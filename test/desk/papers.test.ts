import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { buffer } from "node:stream/consumers";

import { casePaper } from "../../src/faces/desk/papers/case-paper.ts";
import { caseSheet } from "../../src/faces/desk/case/case-sheet.ts";
import type { Officer } from "../../src/people/officer.ts";
import type { TestApp } from "../support/app.ts";
import { testApp } from "../support/app.ts";
import { readPdf } from "../support/pdf-text.ts";
import { plainText } from "../support/web-client.ts";
import { getWith, keyIn, officer, postWith, sessionCookie, signedIn, submitted } from "./office.ts";
import { BY_LETTER, pothole } from "./seeds.ts";

describe("cases and letters as PDFs", () => {
  let app: TestApp;
  let sam: Officer;
  let priya: Officer;
  before(async () => {
    app = await testApp();
    [sam, priya] = await Promise.all([
      officer(app, "Sam Okoro", ["caseworker", "inspector"], ["highways"]),
      officer(app, "Priya Shah", ["caseworker", "inspector"], ["highways"]),
    ]);
  });
  after(() => app.stop());

  test("a case on paper says what its page says, and its history says once who saved it", async () => {
    const reference = await submitted(app, "report-a-pothole", pothole({ more: "By the gate of Tŷ Dŵr", danger: true }));
    const client = await (await signedIn(app, sam)).get(`/desk/cases/${reference}`);
    await client.press("Add note", { text: "Only for staff" });
    await client.press("Send message", { text: "We will come tomorrow." });
    await client.get(`/desk/cases/${reference}/answers/more`);
    await client.press("Change the answer", { more: "By the other gate", reason: "She called" });
    const cookie = await sessionCookie(app, sam);
    const at = `/desk/cases/${reference}`;
    const key = keyIn((await getWith(app, cookie, at)).body, `${at}/pdf`);
    const answers = await Promise.all([1, 2].map(() => postWith(app, cookie, `${at}/pdf`, { key })));
    for (const { statusCode, headers, rawPayload } of answers) {
      assert.equal(statusCode, 200);
      assert.equal(headers["content-type"], "application/pdf");
      assert.equal(headers["content-disposition"], `attachment; filename="${reference}.pdf"`);
      assert.match(String(headers["cache-control"]), /no-store/);
      const { text, dictionaries } = readPdf(rawPayload);
      const words = text.replaceAll(/\s+/g, " ");
      for (const part of [
        "Report a pothole",
        "Ada Byron",
        "ada@example.com",
        "By the other gate",
        "Was: By the gate of Tŷ Dŵr. Changed by Sam Okoro",
        "Only for staff",
        "We will come tomorrow.",
        "The person sent it",
        "Sam Okoro changed an answer",
        `${reference}. Saved by Sam Okoro, 2 Mar 2026`,
      ])
        assert.ok(words.includes(part), part);
      assert.ok(dictionaries.includes("/Lang (en-GB)"));
    }
    const item = await app.context.cases.byReference("eastmere", reference);
    const printed = (await app.context.cases.events("eastmere", item?.id ?? "")).filter(({ kind }) => kind === "printed");
    assert.deepEqual(
      printed.map(({ officer: who }) => who),
      [sam.id],
    );
    assert.match(plainText((await client.get(at)).body), /Sam Okoro saved the case as a PDF/);
  });

  test("who may not see the case, or comes with a form of another session, gets no PDF and leaves no trace", async () => {
    const reference = await submitted(app, "report-a-pothole", pothole());
    const at = `/desk/cases/${reference}`;
    const stranger = await officer(app, "Stra Nger", ["caseworker"], ["waste"]);
    const key = keyIn((await getWith(app, await sessionCookie(app, sam), at)).body, `${at}/pdf`);
    assert.equal((await postWith(app, await sessionCookie(app, stranger), `${at}/pdf`, { key })).statusCode, 404);
    assert.equal((await postWith(app, await sessionCookie(app, priya), `${at}/pdf`, { key })).statusCode, 403);
    assert.equal((await app.context.cases.byReference("eastmere", reference))?.eventCount, 1);
  });

  test("five hundred happenings and thirty files take under two seconds of the processor and 200 MB", async () => {
    const reference = await submitted(app, "report-a-pothole", pothole());
    const item = await app.context.cases.byReference("eastmere", reference);
    assert.ok(item);
    const sheet = await caseSheet(app.context, item);
    const [first] = sheet.events;
    assert.ok(first);
    const text = "We came to look at it, and found it wider than it was. ".repeat(6);
    const told = { ...first, kind: "told", officer: sam.id, personal: { text }, data: {} };
    const events = [first, ...Array.from({ length: 499 }, (_, index) => ({ ...told, number: index + 2 }))];
    const file = { id: "", sha256: "", type: "image/jpeg", size: 250_000, draft: null, caseId: item.id, createdAt: item.openedAt };
    const files = Array.from({ length: 30 }, (_, index) => ({ ...file, name: `photo ${index}.jpg` }));
    const council = app.context.councils.get("eastmere");
    assert.ok(council);
    const visit = { council, now: app.clock.now() };
    const [cpu, memory] = [process.cpuUsage(), process.memoryUsage().rss];
    // Safe: of a visit a paper reads the council and the time.
    const desk = { officer: sam, visit } as unknown as Parameters<typeof casePaper>[0];
    const bytes = await buffer(await casePaper(desk, { ...sheet, events, files }));
    const { user, system } = process.cpuUsage(cpu);
    assert.ok((user + system) / 1000 < 2000, `${(user + system) / 1000} ms`);
    assert.ok(process.memoryUsage().rss - memory < 200e6);
    assert.ok(readPdf(bytes).pages.length > 20);
  });

  test("chosen letters are on one PDF, in order, each for its window, and printed from then on", async () => {
    await submitted(app, "report-a-pothole", pothole(BY_LETTER));
    app.clock.pass(1000);
    const reference = await submitted(app, "report-a-pothole", pothole({ ...BY_LETTER, your_name: { first: "Bo", last: "Li" } }));
    await app.settle();
    const client = await (await signedIn(app, sam)).get("/desk/letters");
    await client.press("Make a PDF to print");
    assert.deepEqual([client.status, client.errors()], [422, ["Select the letters"]]);
    const ids = [...client.body.matchAll(/name="letter" type="checkbox" value="([^"]+)"/g)].map(([, id = ""]) => id);
    assert.equal(ids.length, 2);
    const one = await client.get(`/desk/letters/${ids[1] ?? ""}`);
    assert.match(one.body, new RegExp(`/desk/letters/${ids[1] ?? ""}/pdf`));
    await client.get("/desk/letters");
    await client.press("Make a PDF to print", { letter: ids });
    assert.match(plainText(client.body), /2 letters are in the PDF and noted as printed/);
    assert.match(plainText(client.body), /No letter waits to be printed/);
    const path = /href="(\/desk\/letters\/papers\/[^"]+)"/.exec(client.body)?.[1] ?? "";
    const pdf = await getWith(app, await sessionCookie(app, sam), path);
    const { pages } = readPdf(pdf.rawPayload);
    assert.equal(pages.length, 2);
    const second = pages[1]?.map(({ text }) => text).join("\n") ?? "";
    assert.match(second, /Bo Li\n4 Mill Lane\n/);
    assert.match(second, new RegExp(`Monday 2 March 2026\\nYour reference: ${reference}`));
    const stranger = await officer(app, "Wal Ter", ["caseworker"], ["waste"]);
    assert.equal((await getWith(app, await sessionCookie(app, stranger), path)).statusCode, 404);
    const again = await getWith(app, await sessionCookie(app, sam), `/desk/letters/${ids[1] ?? ""}/pdf`);
    assert.equal(readPdf(again.rawPayload).pages.length, 1);
  });

  test("pressed twice, and by two officers at once, each letter is on one paper", async () => {
    for (let i = 0; i < 3; i++) await submitted(app, "report-a-pothole", pothole(BY_LETTER));
    await app.settle();
    const pages = await Promise.all(
      [sam, priya].map(async (who) => {
        const cookie = await sessionCookie(app, who);
        const { body } = await getWith(app, cookie, "/desk/letters");
        return {
          cookie,
          key: keyIn(body, "/desk/letters"),
          ids: [...body.matchAll(/type="checkbox" value="([^"]+)"/g)].map(([, id = ""]) => id),
        };
      }),
    );
    const presses = [pages[0], pages[0], pages[1], pages[1]].map(async (page) => {
      assert.ok(page);
      const fields = new URLSearchParams([["key", page.key], ["then", "pdf"], ...page.ids.map((id): [string, string] => ["letter", id])]);
      const headers = { host: "eastmere.example", cookie: page.cookie, "content-type": "application/x-www-form-urlencoded" };
      const answer = await app.inject({ method: "POST", url: "/desk/letters", headers, payload: fields.toString() });
      return String(answer.headers.location);
    });
    const places = await Promise.all(presses);
    assert.deepEqual([places[0], places[2]], [places[1], places[3]]);
    const papers = await app.database.query<{ letters: number }>(
      {
        name: "test-papers",
        text: "select count(*)::integer as letters from messages where council = 'eastmere' and id = any($1::uuid[]) and print_key is not null",
      },
      [pages[0]?.ids],
    );
    assert.equal(papers[0]?.letters, 3);
    const counts = await Promise.all(
      [0, 2].map(async (index) => plainText((await getWith(app, pages[index / 2]?.cookie ?? "", places[index] ?? "")).body)),
    );
    const printed = counts.map((text) => Number(/(\d+) letters? (?:is|are) in the PDF/.exec(text)?.[1] ?? 0));
    assert.equal(
      printed.reduce((sum, count) => sum + count, 0),
      3,
    );
    for (const [index, count] of printed.entries()) if (count < 3) assert.match(counts[index] ?? "", /printed by somebody else before/);
  });
});

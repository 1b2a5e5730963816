import { startedClock } from "../../src/cases/clock/case-clock.ts";
import { calendarOfNation } from "../../src/cases/clock/work-calendar.ts";
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { searchName } from "../../src/cases/case-row.ts";
import type { Command } from "../../src/cases/decide.ts";
import { dueOf } from "../../src/faces/desk/due.ts";
import { addressOf, readView, USUAL } from "../../src/faces/desk/worklist/view.ts";
import type { Officer } from "../../src/people/officer.ts";
import { countStatements } from "../../src/platform/statement-count.ts";
import type { TestApp } from "../support/app.ts";
import { testApp } from "../support/app.ts";
import { getWith, officer, postWith, sessionCookie, signedIn, submitted } from "./office.ts";
import { named, pothole } from "./seeds.ts";

const HOUR = 3_600_000;

function listed(body: string): string[] {
  return [...body.matchAll(/href="\/desk\/cases\/([\w-]{11})"/g)].map(([, reference = ""]) => reference);
}

describe("the worklist", () => {
  let app: TestApp;
  let sam: Officer;
  let cookie: string;
  /** Potholes in the order they came in, a working day apart. */
  const references: string[] = [];
  before(async () => {
    app = await testApp();
    sam = await officer(app, "Sam Okoro", ["caseworker", "inspector"], ["highways", "waste"]);
    for (let i = 0; i < 30; i++) {
      const who = named(i % 2 === 0 ? "Ada" : "Bo", i % 3 === 0 ? "Byron" : "Nowak-Évans");
      references.push(await submitted(app, "report-a-pothole", pothole({ ...who, width: i % 2 === 0 ? "small" : "large" })));
      app.clock.pass(8 * HOUR);
    }
    cookie = await sessionCookie(app, sam);
  });
  after(() => app.stop());

  const get = (path: string) => getWith(app, cookie, path).then(({ body }) => body);
  const apply = async (reference: string, command: Command, person = false): Promise<void> => {
    const item = await app.context.cases.byReference("eastmere", reference);
    assert.ok(item);
    const asking = {
      council: "eastmere",
      caseId: item.id,
      channel: "web",
      officer: person ? null : sam.id,
      roles: sam.roles,
      key: app.context.ids.uuid(app.clock.now()),
    } as const;
    assert.ok((await app.context.cases.apply(asking, command)).ok);
  };

  test("what is due first comes first, and every page follows from the one before", async () => {
    const seen: string[] = [];
    let path: string | undefined = "/desk";
    for (let pages = 0; path !== undefined && pages < 5; pages++) {
      const body = await get(path);
      assert.match(body, /30 open cases/);
      seen.push(...listed(body));
      path = /rel="next"/.test(body) ? /href="(\/desk\?after=[^"]+)"/.exec(body)?.[1] : undefined;
    }
    assert.equal(new Set(seen).size, 30);
    const dues = await Promise.all(
      seen.map(async (reference) => (await app.context.cases.byReference("eastmere", reference))?.dueAt.getTime() ?? 0),
    );
    assert.deepEqual(
      dues,
      dues.toSorted((a, b) => a - b),
    );
  });

  test("a forged place in the list is the first page", async () => {
    assert.deepEqual(listed(await get("/desk?after=bm90aGluZw..AAAAAAAAAAAAAAAAAAAAAA")), listed(await get("/desk")));
  });

  test("order: newest, oldest", async () => {
    assert.equal(listed(await get("/desk?sort=newest"))[0], references.at(-1));
    assert.equal(listed(await get("/desk?sort=oldest"))[0], references[0]);
  });

  test("filters: overdue, priority, service, stage, holder, waiting, closed", async () => {
    const [first = "", second = "", third = "", fourth = ""] = references;
    const late = listed(await get("/desk?overdue=1"));
    assert.ok(late.length > 0 && late.length < 30);
    assert.equal(listed(await get("/desk?priority=high")).length, 15);
    assert.equal(listed(await get("/desk?service=keep-a-dragon")).length, 0);
    await apply(first, { kind: "take", officer: sam.id });
    assert.deepEqual(listed(await get("/desk?holder=me")), [first]);
    assert.match(await get("/desk?holder=me"), /<td class="govuk-table__cell">You<\/td>/);
    assert.equal(listed(await get("/desk?holder=nobody")).includes(first), false);
    await apply(second, { kind: "act", action: "inspect", reason: "", seen: 1 });
    assert.deepEqual(listed(await get("/desk?stage=inspected")), [second]);
    await apply(third, { kind: "reply", text: "Is there any news?", files: [] }, true);
    assert.deepEqual(listed(await get("/desk?waiting=1")), [third]);
    await apply(fourth, { kind: "act", action: "not-ours", reason: "A private road", seen: 1 });
    assert.deepEqual(listed(await get("/desk?state=closed")), [fourth]);
    assert.match(await get("/desk?state=closed"), /closed in time|closed late/);
    assert.match(await get("/desk?state=closed&waiting=1"), /No case is like that/);
  });

  test("strange filters are as if they were not there", async () => {
    for (const query of [
      "state=all",
      "sort=%00",
      "holder=sam",
      "service=%27%3B+drop+table+cases",
      "stage=a&stage=b",
      "after=x&priority=",
    ]) {
      assert.equal((await getWith(app, cookie, `/desk?${query}`)).statusCode, 200, query);
    }
  });

  test("search: a reference however it is typed, a name, no name in any address", async () => {
    const client = await signedIn(app, sam);
    const reference = references[5] ?? "";
    await client.get("/desk");
    await client.press("Search", { search: ` ${reference.toLowerCase().replaceAll("-", " ")} ` });
    assert.equal(client.path, `/desk/cases/${reference}`);
    await client.get("/desk");
    await client.press("Search", { search: "nowak evans" });
    assert.equal(client.path, "/desk/search");
    assert.match(client.body, /20 cases found/);
    await client.press("Search", { search: "Ada Byron" });
    assert.match(client.body, /5 cases found/);
    await client.press("Search", { search: "<b>nobody</b>" });
    assert.match(client.body, /0 cases found/);
    assert.match(client.body, /value="&lt;b&gt;nobody&lt;\/b&gt;"/);
    assert.ok(!app.lines.some((line) => /byron|nowak/i.test(line)));
    const posted = await postWith(app, cookie, "/desk/search", { search: "Byron" });
    assert.equal(posted.headers.location, "/desk/search");
  });

  test("six statements, however many cases: session, page, count, those of the lists, saved lists, names", async () => {
    await getWith(app, cookie, "/desk");
    for (const path of ["/desk", "/desk?overdue=1&sort=newest", "/desk?service=keep-a-dragon"]) {
      const { count } = await countStatements(() => getWith(app, cookie, path));
      assert.equal(count, 6, path);
    }
  });
});

test("a name is found by any of its parts, in either order", () => {
  assert.equal(searchName("Mary O’Neill-Smith"), "oneill smith mary");
  assert.equal(searchName("  José  García "), "garcia jose");
  assert.equal(searchName("Madonna"), "madonna");
  assert.equal(searchName(""), "");
});

test("a view and its address are the same thing", () => {
  const view = {
    ...USUAL,
    state: "closed",
    holder: "me",
    service: "report-a-pothole",
    overdue: true,
    sort: "updated",
    after: "a.b.c",
  } as const;
  assert.deepEqual(readView(Object.fromEntries(new URL(addressOf(view), "http://x").searchParams)), view);
  assert.equal(addressOf(USUAL), "/desk");
});

test("a deadline in words, counted in working days and from the right midnight", () => {
  const now = new Date("2026-03-27T16:30:00Z");
  const words = (due: string, at = now) =>
    dueOf({ dueAt: new Date(due), closedAt: null, clock: startedClock(due) }, at, calendarOfNation("england")).words;
  // The clocks go forward on 29 March 2026: midnight in London is then 23:00 UTC.
  assert.equal(words("2026-03-28T00:00:00Z"), "today");
  assert.equal(words("2026-03-27T18:00:00Z"), "today by 6:00pm");
  assert.equal(words("2026-03-27T15:00:00Z"), "late since 3:00pm");
  assert.equal(words("2026-03-29T00:00:00Z"), "tomorrow");
  assert.equal(words("2026-03-30T23:00:00Z"), "in 1 working day");
  // Good Friday and Easter Monday are not counted.
  assert.equal(words("2026-04-07T23:00:00Z"), "in 5 working days");
  assert.equal(words("2026-03-27T00:00:00Z"), "1 day late");
  assert.equal(words("2026-03-20T00:00:00Z"), "8 days late");
  const closed = dueOf(
    { dueAt: new Date("2026-03-28T00:00:00Z"), closedAt: new Date("2026-03-27T23:59:59Z"), clock: startedClock("2026-03-28T00:00:00Z") },
    now,
    calendarOfNation("england"),
  );
  assert.deepEqual([closed.words, closed.date, closed.late], ["closed in time", "27 Mar 2026", false]);
});

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { endOfDay } from "../../src/faces/desk/worklist/list-query.ts";
import { addressOf, readView, USUAL } from "../../src/faces/desk/worklist/view.ts";
import type { Officer } from "../../src/people/officer.ts";
import { narrowed } from "../../src/platform/statement.ts";
import { countStatements } from "../../src/platform/statement-count.ts";
import type { TestApp } from "../support/app.ts";
import { testApp } from "../support/app.ts";
import { plainText } from "../support/web-client.ts";
import { getWith, officer, sessionCookie, signedIn, submitted } from "./office.ts";
import { named, pothole } from "./seeds.ts";

export function listed(body: string): string[] {
  return [...body.matchAll(/href="\/desk\/cases\/([\w-]{11})"/g)].map(([, reference = ""]) => reference);
}

/** How many cases each list has, as the page says. */
function counts(body: string): Record<string, string> {
  const list = /<nav aria-label="Lists">([\s\S]*?)<\/nav>/.exec(body)?.[1] ?? "";
  const items = [...list.matchAll(/<li>([\s\S]*?)<\/li>/g)].map(([, item = ""]) => plainText(item));
  return Object.fromEntries(items.map((item) => [item.replace(/ [\d,+]+$/, ""), item.split(" ").at(-1) ?? ""]));
}

describe("views and filters of the worklist", () => {
  let app: TestApp;
  let sam: Officer;
  let cookie: string;
  const references: string[] = [];
  before(async () => {
    app = await testApp();
    sam = await officer(app, "Sam Okoro", ["caseworker", "inspector"], ["highways"]);
    for (let i = 0; i < 6; i++) {
      const answers = {
        width: i % 2 === 0 ? "small" : "large",
        danger: i === 5,
        ...(i === 5 && { more: "Very deep" }),
        ...named("Ada", "Byron"),
      };
      references.push(await submitted(app, "report-a-pothole", pothole(answers)));
    }
    cookie = await sessionCookie(app, sam);
    const client = await (await signedIn(app, sam)).get(`/desk/cases/${references[0]}`);
    await client.press("Take this case");
  });
  after(() => app.stop());

  const get = (path: string) => getWith(app, cookie, path);

  test("each list says how many cases it has, and has them", async () => {
    const { body } = await get("/desk");
    const expected = { Mine: "1", "All open": "6", "Taken by nobody": "5", "Waiting for an answer": "0", Overdue: "0", Closed: "0" };
    for (const [name, count] of Object.entries(expected)) assert.equal(counts(body)[name], count, name);
    assert.equal(listed((await get("/desk?holder=me")).body).length, 1);
  });

  test("who sees other teams' cases has a list of their own teams' beside that of all", async () => {
    assert.equal(counts((await get("/desk")).body)["My teams’"], undefined);
    const adviser = await officer(app, "Ann Adviser", ["adviser"], ["customer-services"]);
    const { body } = await getWith(app, await sessionCookie(app, adviser), "/desk");
    assert.equal(counts(body)["My teams’"], "0");
    assert.equal(counts(body)["All open"], "6");
  });

  test("what is due today is neither late nor due tomorrow", async () => {
    const [first = ""] = references.slice(5);
    const item = await app.context.cases.byReference("eastmere", first);
    const due = item?.dueAt.getTime() ?? 0;
    const saved = app.clock.now().getTime();
    app.clock.pass(due - saved - 60_000);
    const session = await sessionCookie(app, sam);
    const today = (await getWith(app, session, "/desk?today=1")).body;
    assert.ok(listed(today).includes(first));
    app.clock.pass(120_000);
    assert.ok(!listed((await getWith(app, session, "/desk?today=1")).body).includes(first));
    assert.ok(listed((await getWith(app, session, "/desk?overdue=1")).body).includes(first));
    cookie = session;
  });

  const pot = "/desk?service=report-a-pothole";

  test("answers of the chosen service: an option, yes or no, a condition, all at once", async () => {
    assert.equal(listed((await get(`${pot}&q.width=large`)).body).length, 3);
    assert.deepEqual(listed((await get(`${pot}&q.danger=yes`)).body), [references[5]]);
    assert.deepEqual(listed((await get(`${pot}&q.width=small&q.danger=yes`)).body), []);
    const rule = encodeURIComponent('width = "large" and not(danger)');
    assert.equal(listed((await get(`${pot}&rule=${rule}`)).body).length, 2);
    assert.equal(listed((await get(`${pot}&rule=${rule}&q.width=small`)).body).length, 0);
    assert.match((await get(`${pot}&q.width=large`)).body, /3 open cases/);
  });

  test("a condition that is no rule, or reads what is not theirs to list by, says what is wrong and lists nothing", async () => {
    for (const rule of ["width =", 'width = "gigantic"', "your_name.last", 'your_email = "ada@example.com"', "1 + 1"]) {
      const answer = await get(`${pot}&rule=${encodeURIComponent(rule)}`);
      assert.equal(answer.statusCode, 422, rule);
      assert.match(answer.body, /There is a problem/);
      assert.deepEqual(listed(answer.body), []);
    }
    assert.match((await get("/desk?rule=danger")).body, /Choose a service first/);
  });

  test("strange answers in the address are as if they were not there, or say what is wrong; none is run", async () => {
    for (const query of ["q.width=%27%20or%20true", "q.nothing=1", "q.__proto__=1", "q.constructor.from=2", "q.your_email=a"]) {
      assert.equal((await get(`${pot}&${query}`)).statusCode, 200, query);
    }
    assert.equal((await get(`${pot}&q.width=gigantic`)).statusCode, 422);
  });

  test("columns: those chosen, answers of the service too, and kept on the next page", async () => {
    const { body } = await get(`${pot}&columns=due&columns=a.width&columns=team&columns=opened&columns=nonsense`);
    const heads = [...body.matchAll(/<th scope="col"[^>]*>([^<]*)<\/th>/g)].map(([, head]) => head);
    assert.deepEqual(heads, ["Reference", "Due", "Team", "Came in", "How wide it is"]);
    assert.match(body, /Larger/);
  });

  test("a condition costs no more statements", async () => {
    const { count } = await countStatements(() => get(`${pot}&q.width=large&columns=a.width`));
    assert.equal(count, 6);
  });
});

test("the day ends at midnight in London, also when the clocks change", () => {
  const end = (at: string) => endOfDay(new Date(at)).toISOString();
  assert.equal(end("2026-03-28T22:00:00Z"), "2026-03-29T00:00:00.000Z");
  assert.equal(end("2026-03-29T00:30:00Z"), "2026-03-29T23:00:00.000Z");
  assert.equal(end("2026-10-25T00:30:00Z"), "2026-10-26T00:00:00.000Z");
  assert.equal(end("2026-12-31T23:30:00Z"), "2027-01-01T00:00:00.000Z");
});

test("answers and columns of a view are in its address", () => {
  const view = { ...USUAL, service: "x", answers: { width: "large", "count.from": "2" }, rule: 'a = "b"', columns: ["due", "a.width"] };
  const search = new URL(addressOf(view), "http://x").searchParams;
  assert.deepEqual(readView(Object.fromEntries(search)), view);
});

test("only a statement that says where may be narrowed", () => {
  assert.throws(() => narrowed({ name: "x", text: "select 1 from cases where council = $1" }, "true"), /may be narrowed/);
});

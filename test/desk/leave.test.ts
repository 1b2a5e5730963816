import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { sweepClocks } from "../../src/housekeeping.ts";
import type { Officer } from "../../src/people/officer.ts";
import { countStatements } from "../../src/platform/statement-count.ts";
import type { TestApp } from "../support/app.ts";
import { testApp } from "../support/app.ts";
import { councilFiles } from "../support/council-files.ts";
import { getWith, officer, sessionCookie, signedIn, submitted } from "./office.ts";

const HOST = "north.example";
const DAY = 86_400_000;

function files(): Record<string, string> {
  const all: Record<string, string> = { ...councilFiles("north") };
  const service = "north/services/report-a-bench.yaml";
  all[service] = (all[service] ?? "").replace("  stages:", "  warn: 1 working day before\n  stages:");
  const council = "north/council.yaml";
  const chief = "  chief: { name: Chief, permissions: [cases.read, cases.work, cases.assign, officers.manage-team], gives: [worker] }\n";
  all[council] = (all[council] ?? "").replace("roles:\n", `roles:\n${chief}`);
  return all;
}

describe("leave and cover", () => {
  let app: TestApp;
  let tom: Officer;
  let may: Officer;
  let una: Officer;
  const cookie = (who: Officer) => sessionCookie(app, who);
  const get = async (who: Officer, path: string) => getWith(app, await cookie(who), path, HOST);
  before(async () => {
    app = await testApp({ councils: files() });
    tom = await officer(app, "Tom North", ["worker"], ["tools"], "north");
    may = await officer(app, "May North", ["worker"], ["tools"], "north");
    una = await officer(app, "Una North", ["chief"], ["tools"], "north");
    await officer(app, "Rod Roads", ["worker"], ["roads"], "north");
  });
  after(() => app.stop());

  async function held(by: Officer): Promise<string> {
    const reference = await submitted(app, "report-a-bench", { what: "dirty", email: "ada@example.com" }, { council: "north" });
    await (await (await signedIn(app, by, HOST)).get(`/desk/cases/${reference}`)).press("Take this case");
    return reference;
  }

  // The clock stands at Monday 2 March 2026 in tests unless told.
  const date = (name: string, day: Date) => ({
    [`${name}.day`]: String(day.getUTCDate()),
    [`${name}.month`]: String(day.getUTCMonth() + 1),
    [`${name}.year`]: String(day.getUTCFullYear()),
  });
  const inDays = (days: number) => new Date(app.clock.now().getTime() + days * DAY);

  async function away(who: Officer, cover: string, from: number, to: number, by = who) {
    const client = await (await signedIn(app, by, HOST)).get(`/desk/leave/${who.id}`);
    return client.press("Save leave", { ...date("from", inDays(from)), ...date("to", inDays(to)), cover });
  }

  test("what is wrong with leave is said, and only colleagues of the same team may cover", async () => {
    const client = await (await signedIn(app, tom, HOST)).get(`/desk/leave/${tom.id}`);
    assert.doesNotMatch(client.body, /Rod Roads/);
    await client.press("Save leave");
    assert.equal(client.status, 422);
    assert.match(client.body, /Select who covers/);
    assert.match((await away(tom, may.id, 3, 1)).body, /must be the same as or after the first day/);
  });

  test("whoever covers has the cases of who is away among their own, marked, and it ends by itself", async () => {
    const reference = await held(tom);
    const own = await held(may);
    const before = await countStatements(() => get(may, "/desk?holder=me"));
    assert.doesNotMatch(before.result.body, new RegExp(reference));
    assert.match(before.result.body, new RegExp(own));
    assert.match((await away(tom, may.id, 0, 4)).body, /The leave is noted/);
    const during = await countStatements(() => get(may, "/desk?holder=me"));
    assert.equal(during.count, before.count);
    assert.match(during.result.body, /You cover for Tom North/);
    assert.match(during.result.body, /Tom North \(you cover\)/);
    for (const one of [reference, own]) assert.match(during.result.body, new RegExp(one));
    assert.match(during.result.body, /aria-current="true">Mine<\/a> <span class="guildhall-count">2</);
    assert.match((await get(una, `/desk/cases/${own}`)).body, /Tom North \(away until [^)]*: May North covers\)/);
    assert.match((await away(tom, may.id, 2, 6)).body, /They are away on some of these days already/);
    assert.match((await away(may, tom.id, 2, 6)).body, /away on some of these days too/);
    app.clock.pass(4 * DAY);
    await sweepClocks(app.context);
    await app.settle();
    const mails = await app.database.query<{ recipient: string }>(
      { name: "test-mails", text: "select recipient from messages where council = 'north' and subject like $1 order by recipient" },
      [`Due%${reference}`],
    );
    assert.deepEqual(
      mails.map(({ recipient }) => recipient),
      [may.email, tom.email],
    );
    app.clock.pass(DAY);
    assert.doesNotMatch((await get(may, "/desk?holder=me")).body, new RegExp(reference));
  });

  test("a manager of the team notes leave for others and calls it off, and a colleague does not", async () => {
    assert.equal((await get(may, `/desk/leave/${tom.id}`)).statusCode, 404);
    assert.match((await away(tom, may.id, 10, 12, una)).body, /The leave is noted/);
    const client = await (await signedIn(app, una, HOST)).get(`/desk/leave/${tom.id}`);
    await client.press(/Call it off[^<]*<span[^>]*>([^<]*)/.exec(client.body)?.[0].replace(/<[^>]*>/, " ") ?? "");
    assert.match(client.body, /called off/);
    assert.doesNotMatch(client.body, /May North covers/);
  });
});

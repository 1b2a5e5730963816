import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { recordsVerb } from "../../src/command-line/records-verb.ts";
import { keepHouse } from "../../src/housekeeping.ts";
import { addFile } from "../../src/platform/files/file-rows.ts";
import { audit } from "../../src/records/audit.ts";
import { eraseDue } from "../../src/records/erase-due.ts";
import { liftHold, placeHold } from "../../src/records/holds.ts";
import { councilFiles } from "../support/council-files.ts";
import type { TestApp } from "../support/app.ts";
import { testApp } from "../support/app.ts";
import { webClient } from "../support/web-client.ts";
import { getWith, officer, sessionCookie, submitted } from "../desk/office.ts";

const DAY = 86_400_000;

describe("erasing what is personal when its time has come", () => {
  let app: TestApp;
  let counter = 0;
  before(async () => {
    app = await testApp({ councils: { ...councilFiles("north"), ...councilFiles("south") } });
  });
  after(() => app.stop());

  const rows = <Row>(text: string) => app.database.query<Row>({ name: `test-erase-${++counter}`, text });
  const key = () => app.context.ids.uuid(app.clock.now());

  async function item(council: string, reference: string) {
    const found = await app.context.cases.byReference(council, reference);
    assert.ok(found);
    return found;
  }

  /** A case with a reply, a note, a message and a file of its person, closed. */
  async function closed(council: string, email: string, close = true): Promise<string> {
    const reference = await submitted(app, "report-a-bench", { what: "dirty", email }, { council });
    const { id } = await item(council, reference);
    const { sha256, size } = await app.context.files.put(council, Buffer.from(`the letter of ${email}`));
    const file = { id: key(), sha256, size, name: `${email}.txt`, type: "text/plain", draft: null, caseId: id, createdAt: app.clock.now() };
    await addFile(app.database, council, file);
    const asking = { council, caseId: id, channel: "desk", officer: null, roles: ["worker"] } as const;
    await app.context.cases.apply({ ...asking, key: key() }, { kind: "reply", text: `I am ${email}`, files: [file.id] });
    await app.context.cases.apply({ ...asking, key: key() }, { kind: "note", text: `Called ${email}` });
    await app.context.cases.apply({ ...asking, key: key() }, { kind: "tell", text: `Dear ${email}` });
    if (close) {
      const done = await app.context.cases.apply(
        { ...asking, key: key() },
        { kind: "act", action: "mend", reason: `For ${email}`, seen: 4 },
      );
      assert.ok(done.ok);
    }
    await app.settle();
    return reference;
  }

  /** The tables in which a text stands anywhere. */
  async function tablesWith(text: string): Promise<readonly string[]> {
    const tables = await rows<{ name: string }>("select table_name as name from information_schema.tables where table_schema = 'public'");
    const found: string[] = [];
    for (const { name } of tables)
      if ((await rows(`select 1 from ${name} as t where t::text like '%${text}%' limit 1`)).length > 0) found.push(name);
    return found;
  }

  test("a case of a year ago loses every personal value in every table, and its bytes; its shape and the figures stay", async () => {
    const reference = await closed("north", "erin@example.com");
    const start = await item("north", reference);
    const [file] = await rows<{ sha256: string }>(`select sha256 from files where case_id = '${start.id}'`);
    assert.deepEqual((await tablesWith("erin@example.com")).toSorted(), ["cases", "events", "files", "messages"]);
    app.clock.pass(364 * DAY);
    await keepHouse(app.context);
    assert.equal((await item("north", reference)).erasedAt, null);
    app.clock.pass(3 * DAY);
    await keepHouse(app.context);
    await app.settle();
    assert.deepEqual(await tablesWith("erin@example.com"), []);
    assert.equal(await app.context.files.open("north", file?.sha256 ?? ""), undefined);
    const end = await item("north", reference);
    assert.deepEqual([end.answers, end.person.email, end.tellBy, end.stage], [{}, null, "none", start.stage]);
    const events = await app.context.cases.events("north", end.id);
    assert.deepEqual(
      events.map(({ kind, personal }) => [kind, personal]),
      ["submitted", "replied", "noted", "told", "acted", "erased"].map((kind) => [kind, null]),
    );
    assert.deepEqual(events.at(-1)?.data, { by: "retention", why: "" });
    assert.equal((await audit(app.database, "north", () => assert.fail("the chain is whole"))).faults, 0);
    assert.equal(await app.context.measures.rebuild("north", "2020-01-01"), 0);
  });

  test("a case that is open stays, and one that is held until the hold is lifted or ends; of a person as of a case", async () => {
    const [open, held, persons, until] = [
      await closed("north", "open@example.com", false),
      await closed("north", "held@example.com"),
      await closed("north", "person@example.com"),
      await closed("north", "until@example.com"),
    ];
    const wish = { reason: "A claim", until: null, officer: null, at: app.clock.now() };
    const caseId = (await item("north", held)).id;
    const [ofCase, ofPerson] = [key(), key()];
    const hold = (on: Parameters<typeof placeHold>[2]["on"], id: string, last: string | null = null) =>
      app.database.transaction((within) => placeHold(within, "north", { ...wish, until: last, on, key: id }));
    assert.equal(await hold({ caseId }, ofCase), true);
    assert.equal(await hold({ person: { email: "Person@Example.com " } }, ofPerson), true);
    const end = new Date(app.clock.now().getTime() + 380 * DAY).toISOString().slice(0, 10);
    assert.equal(await hold({ caseId: (await item("north", until)).id }, key(), end), true);
    app.clock.pass(370 * DAY);
    await keepHouse(app.context);
    const standing = async () => Promise.all([open, held, persons, until].map(async (one) => (await item("north", one)).erasedAt !== null));
    assert.deepEqual(await standing(), [false, false, false, false]);
    app.clock.pass(11 * DAY);
    await keepHouse(app.context);
    assert.deepEqual(await standing(), [false, false, false, true]);
    assert.equal(await liftHold(app.database, "south", ofCase, { officer: null, at: app.clock.now() }), false);
    assert.equal(await liftHold(app.database, "north", ofCase, { officer: null, at: app.clock.now() }), true);
    assert.equal(await liftHold(app.database, "north", ofPerson, { officer: null, at: app.clock.now() }), true);
    await keepHouse(app.context);
    assert.deepEqual(await standing(), [false, true, true, true]);
    assert.equal(await hold({ caseId }, key()), false, "a case that is erased has nothing to hold");
  });

  test("programs that erase at once erase each case once, each council its own", async () => {
    for (let made = 0; made < 8; made++) await closed("north", `many${made}@example.com`);
    const south = await closed("south", "south@example.com");
    const said: string[] = [];
    const line = (text: string) => void said.push(text);
    const tools = { ...app.context, say: line, complain: line, readLine: async () => undefined };
    assert.equal(await recordsVerb(tools, ["due", "--council", "south", "--by", "2050-01-01"]), 0);
    assert.deepEqual(said, ["report-a-bench  1 due by 2050-01-01, 0 of them kept by a hold"]);
    assert.equal(await recordsVerb(tools, ["due", "--council", "south", "--by", "2050-02-31"]), 1);
    app.clock.pass(370 * DAY);
    const counts = await Promise.all([1, 2, 3].map(() => eraseDue(app.context, "north")));
    await eraseDue(app.context, "north");
    assert.deepEqual(await tablesWith("many[0-9]@"), []);
    assert.ok(counts.reduce((sum, one) => sum + one, 0) <= 8);
    const twice = await rows("select case_id from events where kind = 'erased' group by case_id having count(*) > 1");
    assert.deepEqual(twice, []);
    assert.equal((await item("south", south)).erasedAt, null);
    assert.equal((await audit(app.database, "north", () => assert.fail("the chain is whole"))).faults, 0);
    await keepHouse(app.context);
    assert.notEqual((await item("south", south)).erasedAt, null);
  });

  test("a picture that two people sent stays while one of them has it", async () => {
    const [one, other] = [await closed("north", "twin@example.com"), await closed("north", "twin@example.com", false)];
    const { sha256 } = (
      await rows<{ sha256: string }>(`select sha256 from files where case_id = '${(await item("north", other)).id}'`)
    )[0] ?? { sha256: "" };
    app.clock.pass(370 * DAY);
    await keepHouse(app.context);
    await app.settle();
    assert.notEqual((await item("north", one)).erasedAt, null);
    const bytes = await app.context.files.open("north", sha256);
    assert.ok(bytes);
    bytes.destroy();
  });

  test("every face copes with a case that is erased, and nothing more can be done on it", async () => {
    const reference = await closed("north", "faces@example.com");
    const client = await webClient(app, "north.example").get("/cases");
    await client.press("Continue", { reference, proof: "faces@example.com" });
    assert.equal(client.status, 200);
    app.clock.pass(370 * DAY);
    await keepHouse(app.context);
    const cookie = await sessionCookie(app, await officer(app, "Nora North", ["worker"], ["tools"], "north"));
    const page = await getWith(app, cookie, `/desk/cases/${reference}`, "north.example");
    assert.equal(page.statusCode, 200);
    assert.match(page.body, /What was personal was erased, because it had been kept as long as the service says/);
    assert.doesNotMatch(page.body, /faces@example/);
    for (const path of ["/desk?state=closed", "/desk/letters", "/desk/letters/all"])
      assert.ok([200, 403].includes((await getWith(app, cookie, path, "north.example")).statusCode), path);
    const found = await webClient(app, "north.example").get("/cases");
    assert.equal((await found.press("Continue", { reference, proof: "faces@example.com" })).status, 422);
    const asking = {
      council: "north",
      caseId: (await item("north", reference)).id,
      channel: "desk",
      officer: null,
      roles: ["worker"],
    } as const;
    const note = await app.context.cases.apply({ ...asking, key: key() }, { kind: "note", text: "More" });
    assert.ok(!note.ok && /has been erased/.test(note.refusal.message));
  });
});

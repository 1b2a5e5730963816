import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";

import { auditVerb } from "../../src/command-line/audit-verb.ts";
import type { OperatorTools } from "../../src/command-line/operator.ts";
import { councilFiles } from "../support/council-files.ts";
import type { TestApp } from "../support/app.ts";
import { testApp } from "../support/app.ts";
import { submitted } from "../desk/office.ts";

describe("audit verify", () => {
  let app: TestApp;
  let said: string[] = [];
  let references: readonly string[] = [];
  before(async () => {
    app = await testApp({ councils: { ...councilFiles("north"), ...councilFiles("south") } });
  });
  after(() => app.stop());
  beforeEach(async () => {
    for (const table of ["cases", "events", "messages", "files"]) await sql(`delete from ${table}`);
    references = [];
    for (let made = 0; made < 3; made++) references = [...references, await caseWithNotes("north", 3)];
    await caseWithNotes("south", 1);
  });

  let counter = 0;
  const sql = (text: string) => app.database.execute({ name: `test-audit-${++counter}`, text });
  const of = (at: number) => `case_id = (select id from cases where reference = '${references[at]}')`;

  async function caseWithNotes(council: string, notes: number): Promise<string> {
    const reference = await submitted(app, "report-a-bench", { what: "dirty", email: "ada@example.com" }, { council });
    const item = await app.context.cases.byReference(council, reference);
    for (let made = 0; made < notes; made++) {
      const key = app.context.ids.uuid(app.clock.now());
      const asking = { council, caseId: item?.id ?? "", channel: "desk", officer: null, roles: [], key } as const;
      await app.context.cases.apply(asking, { kind: "note", text: `Note ${made}` });
    }
    return reference;
  }

  async function verify(...words: string[]): Promise<{ code: number; text: string }> {
    said = [];
    const line = (text: string) => void said.push(text);
    const tools: OperatorTools = { ...app.context, say: line, complain: line, readLine: async () => undefined };
    return { code: await auditVerb(tools, ["verify", ...words]), text: said.join("\n") };
  }

  /** North has one fault and it says so; south, which is read in the same run, has none. */
  async function finds(expected: RegExp): Promise<void> {
    const { code, text } = await verify();
    assert.equal(code, 1);
    assert.match(text, expected);
    assert.match(text, /What does not fit: 1\./);
    assert.match(text, /1 case and 2 events read\. Every event is as it was written/);
  }

  test("every case and event is read, and fits", async () => {
    const { code, text } = await verify("--council", "north");
    assert.equal(code, 0);
    assert.match(text, /3 cases and 12 events read\. Every event is as it was written/);
    assert.doesNotMatch(text, /South/);
  });

  test("a value that was changed shows, in what is kept and in what can be erased", async () => {
    await sql(`update events set data = '{"changed": true}' where number = 2 and ${of(1)}`);
    await finds(new RegExp(`north ${references[1]}, event 2: it is not as it was written`));
  });

  test("a personal value that was changed shows", async () => {
    await sql(`update events set personal = '{"text": "Another"}' where number = 3 and ${of(0)}`);
    await finds(new RegExp(`north ${references[0]}, event 3`));
  });

  test("two events that changed places show", async () => {
    await sql(`update events set number = case number when 2 then 30 else 20 end where number in (2, 3) and ${of(2)}`);
    await sql(`update events set number = number / 10 where number >= 20 and ${of(2)}`);
    await finds(new RegExp(`north ${references[2]}, event 2`));
  });

  test("an event taken out of the middle shows, and one at the end, which the case's row knows of", async () => {
    await sql(`delete from events where number = 2 and ${of(0)}`);
    await finds(new RegExp(`north ${references[0]}, event 2: it is not as it was written, or the one before it is missing`));
  });

  test("the last event taken out shows by the case's row", async () => {
    await sql(`delete from events where number = 4 and ${of(0)}`);
    await finds(new RegExp(`north ${references[0]}, event 4: it is missing: the case has 4 events by its row, and 3 are there`));
  });

  test("events without their case, a case without its events, and a head that is another show", async () => {
    await sql(`delete from events where ${of(0)}`);
    await sql(`update cases set head = '\\x00' where reference = '${references[1]}'`);
    await sql(`delete from messages`);
    await sql(`delete from cases where reference = '${references[2]}'`);
    const { code, text } = await verify();
    assert.equal(code, 1);
    assert.match(text, new RegExp(`north ${references[0]}: none of its 4 events is there`));
    assert.match(text, new RegExp(`north ${references[1]}: the newest event by its row is another`));
    assert.match(text, /its row is gone, and its events are there/);
    assert.match(text, /What does not fit: 3\./);
  });

  test("a case taken out whole shows by what was told about it, and no longer once that is gone too", async () => {
    await sql(`delete from events where ${of(1)}`);
    await sql(`delete from cases where reference = '${references[1]}'`);
    await finds(/it is gone, and there are messages or files that belong to it/);
    await sql(`delete from messages`);
    // This is what a chain within each case cannot show: docs/adr/0005-events-chained-yet-erasable.md says so.
    assert.equal((await verify()).code, 0);
  });

  test("erasing values with their salts leaves every case whole", async () => {
    await sql("update events set personal = null, salt = null");
    assert.equal((await verify()).code, 0);
  });

  test("other words are answered with how to call it", async () => {
    const { text } = await verify("--council", "east");
    assert.match(text, /Name a council/);
  });
});

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { declaredStatements, statement } from "../../src/platform/statement.ts";
import type { Statement } from "../../src/platform/statement.ts";
import { councilGaps, tablesOf } from "../support/council-filter.ts";

const SOURCE = new URL("../../src/", import.meta.url).pathname;
const MIGRATIONS = join(SOURCE, "platform/migrations");
const tables = tablesOf(
  readdirSync(MIGRATIONS)
    .map((name) => readFileSync(join(MIGRATIONS, name), "utf8"))
    .join("\n"),
);

/** Every statement of the house: all modules that declare one are loaded first. */
async function houseStatements(): Promise<readonly Statement[]> {
  const files = readdirSync(SOURCE, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
  const declaring = files.filter((name) => /\bstatement\(/.test(readFileSync(join(SOURCE, name), "utf8")));
  for (const name of declaring) await import(pathToFileURL(join(SOURCE, name)).href);
  return declaredStatements().filter(({ name }) => !name.startsWith("test-"));
}

test("every statement of the house filters on council for every table, or says why it cannot", async () => {
  const statements = await houseStatements();
  assert.ok(statements.length > 10);
  const faults = statements
    .filter(({ acrossCouncils }) => acrossCouncils === undefined)
    .flatMap(({ name, text }) => councilGaps(text, tables).map((table) => `${name}: ${table}`));
  assert.deepEqual(faults, []);
});

test("statements run outside the councils are few, and each has a reason", async () => {
  const across = (await houseStatements()).filter(({ acrossCouncils }) => acrossCouncils !== undefined);
  for (const { name, acrossCouncils } of across) assert.ok((acrossCouncils?.length ?? 0) > 15, name);
  for (const { name, text } of across) assert.deepEqual(councilGaps(text, tables), [], `${name} reads rows of councils`);
});

test("SQL is only ever sent as a declared statement", () => {
  const files = readdirSync(SOURCE, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
  const importing = files.filter((name) => /from "pg"/.test(readFileSync(join(SOURCE, name), "utf8")));
  assert.deepEqual(importing.toSorted(), ["platform/database-error.ts", "platform/database-types.ts", "platform/database.ts"]);
});

const known = new Set(["cases", "events", "jobs"]);

test("the check finds a table without its council", () => {
  for (const text of [
    "select * from cases where id = $1",
    "update cases set council = $1",
    "delete from jobs where id = $1 -- council = $1",
    "select 'council = 1' from cases",
    "select 1 from cases c join events e on e.case_id = c.id where c.council = $1",
    "select 1 from cases c, events e where c.council = $1 and e.council = $1",
    "insert into jobs (id) values ($1)",
    "select 1 from cases where council = $1 and exists (select 1 from events where case_id = cases.id)",
    "with gone as (delete from jobs where id = $2 returning id) select * from cases where council = $1",
    "select 1 from cases c where c.recouncil = $1",
    "select id from cases where council = $1 union all select id from events",
  ]) {
    assert.notDeepEqual(councilGaps(text, known), [], text);
  }
});

test("the check accepts statements that keep to their council", () => {
  for (const text of [
    "select * from cases where council = $1 and id = $2",
    "select 1 from cases c join events e on e.council = c.council and e.case_id = c.id where c.council = $1",
    "select 1 from cases join events using (council, id) where cases.council = $1",
    "insert into jobs (council, id) select $1, id from unnest($2::uuid[]) as id",
    "update cases set stage = $3 where council = $1 and id = $2",
    "select 1 from cases where council = any($1) and exists (select 1 from events e where e.council = cases.council)",
    "with made as (insert into cases (council, id) values ($1, $2) returning id) select id from made",
  ]) {
    assert.deepEqual(councilGaps(text, known), [], text);
  }
});

test("two statements cannot share a name, nor a name be cut short", () => {
  statement("test-twice", "select 1");
  assert.throws(() => statement("test-twice", "select 2"), /Two statements/);
  assert.throws(() => statement(`test-${"x".repeat(63)}`, "select 1"), /longer than 63/);
});

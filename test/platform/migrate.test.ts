import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { openDatabase } from "../../src/platform/database.ts";
import { migrate } from "../../src/platform/migrate.ts";
import { statement } from "../../src/platform/statement.ts";
import { emptyDatabase } from "../support/database.ts";

const first = "create table one (council text);\ninsert into one values ('north'), ('south');\n";
const second = "create table two (council text);\nselect pg_sleep(0.2);\n";
const rows = statement("test-one-count", "select count(*) as count from one", { acrossCouncils: "a test's own table" });

const made: string[] = [];

function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "guildhall-migrations-"));
  made.push(folder);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

after(() => {
  for (const folder of made) rmSync(folder, { recursive: true });
});

test("missing migrations run once, in order, and later ones are added", async () => {
  const database = await emptyDatabase();
  assert.deepEqual(await migrate(database, folderOf({ "001-one.sql": first })), ["001-one.sql"]);
  const both = folderOf({ "001-one.sql": first.replaceAll("\n", "\r\n"), "002-two.sql": second });
  assert.deepEqual(await migrate(database, both), ["002-two.sql"]);
  assert.deepEqual(await migrate(database, both), []);
  assert.deepEqual(await database.query(rows), [{ count: 2 }]);
});

test("of programs that start at the same time one migrates and the others wait for it", async () => {
  const database = await emptyDatabase();
  const folder = folderOf({ "001-one.sql": first, "002-two.sql": second });
  const others = await Promise.all([1, 2, 3].map(() => openDatabase(database.connection)));
  const ran = await Promise.all(others.map((other) => migrate(other, folder)));
  assert.deepEqual(
    ran.map((names) => names.length).toSorted((a, b) => a - b),
    [0, 0, 2],
  );
  await Promise.all(others.map((other) => other.close()));
});

test("a migration that fails leaves nothing behind and says where", async () => {
  const database = await emptyDatabase();
  const bad = "create table two (council text);\n\ncreate table three (council nonsense);\n";
  const folder = folderOf({ "001-one.sql": first, "002-bad.sql": bad });
  await assert.rejects(migrate(database, folder), {
    code: "migration-failed",
    message: /002-bad\.sql failed at line 3 and was undone.*42704/,
  });
  const mended = folderOf({ "001-one.sql": first, "002-two.sql": second });
  assert.deepEqual(await migrate(database, mended), ["002-two.sql"], "the table of the failed one is not in the way");
});

test("a changed, an unknown and a misnamed migration are refused in plain words", async () => {
  const database = await emptyDatabase();
  await migrate(database, folderOf({ "001-one.sql": first, "002-two.sql": second }));
  const changed = folderOf({ "001-one.sql": `${first}-- harmless`, "002-two.sql": second });
  await assert.rejects(migrate(database, changed), { code: "migration-changed", message: /001-one\.sql/ });
  await assert.rejects(migrate(database, folderOf({ "001-one.sql": first })), { code: "database-newer", message: /002-two\.sql/ });
  for (const name of ["003-gap.sql", "002_wrong.sql", "001-twice.sql"]) {
    await assert.rejects(migrate(database, folderOf({ "001-one.sql": first, [name]: second })), { code: "migration-name" });
  }
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { refuseUnsafe } from "../../src/platform/database-safety.ts";
import type { DatabaseSettings } from "../../src/platform/database-safety.ts";

const safe: DatabaseSettings = {
  fsync: "on",
  full_page_writes: "on",
  synchronous_commit: "on",
  standbys: "",
  version: "180004",
  encoding: "UTF8",
};

const ask = (changes: Partial<DatabaseSettings>): Promise<void> => refuseUnsafe(() => Promise.resolve([{ ...safe, ...changes }]));

test("settings under which acknowledged rows survive are accepted", async () => {
  await ask({});
  await ask({ synchronous_commit: "remote_apply", standbys: "b" });
  await ask({ synchronous_commit: "local" });
});

for (const [setting, changes] of [
  ["fsync", { fsync: "off" }],
  ["full_page_writes", { full_page_writes: "off" }],
  ["synchronous_commit", { synchronous_commit: "off" }],
  ["synchronous_commit", { synchronous_commit: "local", standbys: "b" }],
] as const) {
  test(`${JSON.stringify(changes)} is refused by name`, async () => {
    await assert.rejects(ask(changes), { code: "database-unsafe", message: new RegExp(`${setting} = .* Set ${setting} to on`) });
  });
}

test("an older server and another encoding are refused", async () => {
  await assert.rejects(ask({ version: "170005" }), { code: "database-too-old" });
  await assert.rejects(ask({ encoding: "SQL_ASCII" }), { code: "database-encoding" });
});

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { apiKeysOf, createApiKey, findApiKey, revokeApiKey } from "../../src/people/api-keys.ts";
import { seededIds } from "../../src/platform/ids.ts";
import { countStatements } from "../../src/platform/statement-count.ts";
import { statement } from "../../src/platform/statement.ts";
import { testDatabase } from "../support/database.ts";
import type { TestDatabase } from "../support/database.ts";

// A suite of its own: hooks outside one would run with every other test of the process.
describe("people: api keys", () => {
  const ids = seededIds(13);
  const now = new Date("2026-03-01T10:00:00Z");
  let database: TestDatabase;

  before(async () => {
    database = await testDatabase();
  });
  after(() => database.close());

  const make = (council: string) => createApiKey({ database, ids }, { council, name: "Parish website", rights: ["cases.submit"] }, now);

  test("a key's text finds it in one statement, in its own council only, and is kept nowhere", async () => {
    const { key, text } = await make("a-town");
    assert.match(text, /^gh_[\w-]{43}$/);
    const { result, count } = await countStatements(() => findApiKey(database, "a-town", text));
    assert.deepEqual([result, count], [key, 1]);
    assert.equal(await findApiKey(database, "b-town", text), undefined);
    const rows = await database.query(statement("test-keys-dump", "select k::text as row from api_keys k where council = $1"), ["a-town"]);
    assert.ok(rows.length > 0);
    assert.equal(JSON.stringify(rows).includes(text.slice(3)), false);
  });

  test("text that can't be a key is refused without asking the database", async () => {
    const { count, result } = await countStatements(() => findApiKey(database, "a-town", "gh_'; drop table cases"));
    assert.deepEqual([count, result], [0, undefined]);
  });

  test("a revoked key finds nothing, and another council can't revoke it", async () => {
    const { key, text } = await make("c-town");
    assert.equal(await revokeApiKey(database, "b-town", key.id, now), false);
    assert.notEqual(await findApiKey(database, "c-town", text), undefined);
    assert.equal(await revokeApiKey(database, "c-town", key.id, now), true);
    assert.equal(await revokeApiKey(database, "c-town", key.id, now), false);
    assert.equal(await findApiKey(database, "c-town", text), undefined);
    assert.deepEqual(
      (await apiKeysOf(database, "c-town")).map(({ name, revokedAt }) => ({ name, revokedAt })),
      [{ name: "Parish website", revokedAt: now }],
    );
  });
});

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { addFile, attachFiles, fileById, filesOfCase, filesOfDraft, removeDraftFile } from "../../src/platform/files/file-rows.ts";
import type { FileRow } from "../../src/platform/files/file-rows.ts";
import { systemIds } from "../../src/platform/ids.ts";
import type { TestDatabase } from "../support/database.ts";
import { testDatabase } from "../support/database.ts";

// A suite of its own: hooks outside one would run with every other test of the process.
describe("platform: file rows", () => {
  let database: TestDatabase;
  before(async () => {
    database = await testDatabase();
  });
  after(() => database.close());

  const ids = systemIds();
  const now = new Date("2026-03-02T09:00:00Z");
  const row = (draft: string, sha256 = "a".repeat(64)): FileRow => ({
    id: ids.uuid(now),
    sha256,
    name: "bill.pdf",
    type: "application/pdf",
    size: 12,
    draft,
    caseId: null,
    createdAt: now,
  });

  test("a draft's files go to its case, and are seen by their own council only", async () => {
    const [draft, other, caseId] = [ids.uuid(now), ids.uuid(now), ids.uuid(now)];
    const file = row(draft);
    await addFile(database, "north", file);
    await addFile(database, "north", row(other));
    assert.deepEqual(await filesOfDraft(database, "north", draft), [file]);
    assert.deepEqual(await filesOfDraft(database, "south", draft), []);
    assert.equal(await fileById(database, "south", file.id), undefined);
    assert.equal(await attachFiles(database, "south", draft, caseId), 0);
    assert.equal(await attachFiles(database, "north", draft, caseId), 1);
    assert.deepEqual(await filesOfCase(database, "north", caseId), [{ ...file, caseId }]);
    assert.deepEqual(await fileById(database, "north", file.id), { ...file, caseId });
  });

  test("a file leaves its draft only before it is sent, and its bytes go when nothing else names them", async () => {
    const [draft, stranger] = [ids.uuid(now), ids.uuid(now)];
    const [one, two] = [row(draft, "b".repeat(64)), row(draft, "b".repeat(64))];
    await addFile(database, "north", one);
    await addFile(database, "north", two);
    assert.equal(await removeDraftFile(database, "north", stranger, one.id), undefined);
    assert.equal((await filesOfDraft(database, "north", draft)).length, 2);
    assert.equal(await removeDraftFile(database, "north", draft, one.id), undefined, "the other still names the bytes");
    assert.equal(await removeDraftFile(database, "north", draft, two.id), "b".repeat(64));
    const kept = row(draft, "c".repeat(64));
    await addFile(database, "north", kept);
    await attachFiles(database, "north", draft, ids.uuid(now));
    assert.equal(await removeDraftFile(database, "north", draft, kept.id), undefined);
    assert.notEqual(await fileById(database, "north", kept.id), undefined);
  });
});

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { test } from "node:test";
import type { TestContext } from "node:test";

import { diskFiles } from "../../src/platform/files/disk-files.ts";
import { seededIds } from "../../src/platform/ids.ts";

async function storing(t: TestContext) {
  const root = await mkdtemp(join(tmpdir(), "files-"));
  t.after(() => rm(root, { recursive: true }));
  return { root, store: diskFiles({ root, ids: seededIds(1) }) };
}

const bytes = Buffer.from("proof of address");
const sha256 = createHash("sha256").update(bytes).digest("hex");

test("bytes are kept under their hash and come back", async (t) => {
  const { root, store } = await storing(t);
  assert.deepEqual(await store.put("eastmere", bytes), { sha256, size: 16 });
  assert.deepEqual(await readdir(join(root, "eastmere", sha256.slice(0, 2))), [sha256]);
  const stream = await store.open("eastmere", sha256);
  assert(stream !== undefined);
  assert((await buffer(stream)).equals(bytes));
});

test("the same bytes are kept once, from a stream too, and nothing is left behind", async (t) => {
  const { root, store } = await storing(t);
  async function* inParts(): AsyncIterable<Uint8Array> {
    yield bytes.subarray(0, 5);
    yield bytes.subarray(5);
  }
  const all = await Promise.all([store.put("eastmere", bytes), store.put("eastmere", inParts()), store.put("eastmere", bytes)]);
  assert.deepEqual(new Set(all.map((stored) => stored.sha256)), new Set([sha256]));
  assert.deepEqual(await readdir(join(root, "eastmere", sha256.slice(0, 2))), [sha256]);
  assert.deepEqual(await readdir(join(root, "eastmere", "incoming")), []);
});

async function* broken(): AsyncIterable<Uint8Array> {
  yield bytes;
  throw new Error("the line went dead");
}

test("a stream that breaks leaves nothing", async (t) => {
  const { root, store } = await storing(t);
  await assert.rejects(store.put("eastmere", broken()), /went dead/);
  assert.deepEqual(await readdir(join(root, "eastmere")), ["incoming"]);
  assert.deepEqual(await readdir(join(root, "eastmere", "incoming")), []);
});

test("one council's files are not another's", async (t) => {
  const { store } = await storing(t);
  await store.put("eastmere", bytes);
  assert.equal(await store.open("westmere", sha256), undefined);
  await store.remove("westmere", sha256);
  const stream = await store.open("eastmere", sha256);
  assert(stream !== undefined);
  stream.destroy();
  await store.remove("eastmere", sha256);
  assert.equal(await store.open("eastmere", sha256), undefined);
});

test("no name from outside becomes a path", async (t) => {
  const { store } = await storing(t);
  await assert.rejects(store.open("eastmere", "../../../etc/passwd"), /not a hash/);
  await assert.rejects(store.open("..", sha256), /not a hash/);
  await assert.rejects(store.put("../west", bytes), /not a hash/);
});

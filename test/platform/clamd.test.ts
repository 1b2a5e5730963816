import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import type { TestContext } from "node:test";

import { clamdScanner } from "../../src/connectors/clamd/clamd-scanner.ts";
import { receiveFile } from "../../src/platform/files/receive.ts";
import type { ClamdManner } from "../support/clamd-server.ts";
import { clamdServer, EICAR } from "../support/clamd-server.ts";

async function scanning(t: TestContext, manner: ClamdManner, path?: string) {
  const server = await clamdServer(manner, path);
  t.after(() => server.close());
  return { server, scanner: clamdScanner({ url: server.url, timeout: manner === "hang" ? 200 : 10_000 }) };
}

test("the EICAR test file is found and refused in plain words", async (t) => {
  const { scanner } = await scanning(t, "scan");
  assert.deepEqual(await scanner.scan(EICAR), { kind: "infected", name: "Eicar-Test-Signature" });
  const receipt = await receiveFile({ bytes: EICAR, name: "bill.txt", accept: "any" }, scanner);
  assert.deepEqual(receipt, { ok: false, problem: { code: "file-virus", message: "The selected file contains a virus" } });
});

test("a large clean file arrives whole and is kept", async (t) => {
  const { server, scanner } = await scanning(t, "scan");
  const bytes = Buffer.alloc(3 * 1024 * 1024 + 17, "clean ");
  assert.deepEqual(await scanner.scan(bytes), { kind: "clean" });
  assert(server.received().equals(bytes));
  assert((await receiveFile({ bytes, name: "a.txt", accept: "any" }, scanner)).ok);
});

test("a unix socket serves as well", async (t) => {
  const folder = await mkdtemp(join(tmpdir(), "clamd-"));
  t.after(() => rm(folder, { recursive: true }));
  const { scanner } = await scanning(t, "scan", join(folder, "clamd.ctl"));
  assert.deepEqual(await scanner.scan(Buffer.from("clean")), { kind: "clean" });
});

test("where nobody looked, the file is not kept", async (t) => {
  const outcomes: Record<string, string> = {};
  for (const manner of ["hang", "drop", "too-long", "nonsense"] as const) {
    const { scanner } = await scanning(t, manner);
    const outcome = await scanner.scan(Buffer.from("clean"));
    outcomes[manner] = outcome.kind === "unavailable" ? outcome.code : outcome.kind;
  }
  assert.match(outcomes["drop"] ?? "", /^clamd-(reply|unreachable)$/);
  assert.deepEqual({ ...outcomes, drop: "" }, { hang: "clamd-timeout", drop: "", "too-long": "clamd-size-limit", nonsense: "clamd-reply" });
  const gone = await clamdServer("scan");
  await gone.close();
  const receipt = await receiveFile({ bytes: Buffer.from("clean"), name: "a.txt", accept: "any" }, clamdScanner({ url: gone.url }));
  assert(!receipt.ok);
  assert.equal(receipt.problem.code, "file-not-scanned");
});

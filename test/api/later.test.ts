import assert from "node:assert/strict";
import { buffer } from "node:stream/consumers";
import { after, before, describe, test } from "node:test";
import sharp from "sharp";

import { carryOut } from "../../src/councils/carry-out.ts";
import { keepHouse } from "../../src/housekeeping.ts";
import type { ApiApp } from "./api-app.ts";
import { apiApp, multipart, POTHOLE, POTHOLES } from "./api-app.ts";

const DAY = 86_400_000;

describe("what a system finds when it comes back later", () => {
  let app: ApiApp;
  let key = "";
  let bytes = Buffer.alloc(0);
  before(async () => {
    app = await apiApp();
    key = await app.makeKey("here", "cases.submit");
    bytes = await sharp({ create: { width: 40, height: 30, channels: 3, background: "#123456" } })
      .png()
      .toBuffer();
  });
  after(() => app.stop());

  async function upload(name: string): Promise<{ readonly id: string; readonly sha256: string }> {
    const sent = await app.post("/api/files", { key, ...multipart(name, bytes) });
    assert.equal(sent.statusCode, 201, sent.body);
    return sent.json();
  }
  const withFile = (id: string) => ({ answers: { ...POTHOLE, photos: [{ id }] } });

  test("a file that no case took within a month is gone; one that a case has stays, and so do the bytes that both share", async () => {
    const [kept, loose] = [await upload("kept.png"), await upload("loose.png")];
    assert.equal((await app.post(POTHOLES, { key, body: withFile(kept.id) })).statusCode, 201);
    app.clock.pass(29 * DAY);
    await keepHouse(app.context);
    const later = await upload("later.png");
    app.clock.pass(2 * DAY);
    await keepHouse(app.context);
    const refused = await app.post(POTHOLES, { key, body: withFile(loose.id) });
    assert.deepEqual([refused.statusCode, refused.json<{ errors: { code: string }[] }>().errors[0]?.code], [422, "file-unknown"]);
    assert.equal((await app.post(POTHOLES, { key, body: withFile(later.id) })).statusCode, 201);
    const bytesLeft = await app.context.files.open("here", kept.sha256);
    assert.ok(bytesLeft);
    assert.ok((await buffer(bytesLeft)).length > 0);
  });

  test("a repetition after the service was withdrawn finds its case; anything new is refused", async () => {
    const body = { answers: POTHOLE };
    const made = await app.post(POTHOLES, { key, idempotency: "before", body });
    assert.equal(made.statusCode, 201);
    const actor = { by: "officer", officer: app.context.ids.uuid(new Date(0)), reason: "Winter" } as const;
    assert.ok((await carryOut(app.context, { council: "here", service: "report-a-pothole", actor }, { kind: "withdraw" })).ok);
    await app.context.councils.follow();
    const again = await app.post(POTHOLES, { key, idempotency: "before", body });
    assert.deepEqual([again.statusCode, again.json()], [200, made.json()]);
    for (const [idempotency, other] of [
      ["after", body],
      ["before", { answers: { ...POTHOLE, width: "large" } }],
    ] as const) {
      const refused = await app.post(POTHOLES, { key, idempotency, body: other });
      assert.deepEqual([refused.statusCode, refused.json<{ code: string }>().code], [503, "service-withdrawn"]);
    }
  });
});

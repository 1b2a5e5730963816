import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import type { FileStore } from "../../src/platform/files/file-store.ts";
import type { TestApp } from "../support/app.ts";
import { SERVICE } from "./council.ts";
import { fileBody } from "./http.ts";
import { casesOf, faultsApp, visitor } from "./visitor.ts";

// A suite of its own: hooks outside one would run with every other test of the process.
describe("faults: full disk", () => {
  let app: TestApp;
  before(async () => {
    app = await faultsApp();
  });
  after(() => app.stop());

  const noRoom = () => Promise.reject(Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC" }));

  /** Makes the store answer as a disk does that is full. Gives back what undoes it. */
  function fill(files: FileStore): () => void {
    const { put } = files;
    Object.assign(files, { put: noRoom });
    return () => void Object.assign(files, { put });
  }

  test("an upload to a full disk is told plainly, nothing else is lost, and it works once there is room", async () => {
    const ann = await visitor(app);
    await ann.post("cups", { cups: "4" });
    await ann.post("why", { why: "A party" });
    await ann.post("your-email", { your_email: "ann@example.com" });
    const { body, headers } = fileBody({ key: ann.key }, { field: "list", name: "guests.txt", text: "Ann\nBob\n" });
    const upload = () =>
      app.inject({
        method: "POST",
        url: `/services/${SERVICE}/journey/list`,
        payload: body ?? "",
        headers: { ...headers, cookie: ann.cookie },
      });

    const makeRoom = fill(app.context.files);
    const refused = await upload();
    assert.equal(refused.statusCode, 503);
    assert.equal(refused.headers["retry-after"], "5");
    assert.match(refused.body, /We cannot take files at the moment/);
    assert.match((await ann.get("cups")).body, /value="4"/, "answers given before stand");

    makeRoom();
    assert.equal((await upload()).statusCode, 303);
    await ann.post("send");
    const [item] = await casesOf(app);
    const list = item?.answers["list"];
    assert.equal(Array.isArray(list) ? list.length : 0, 1, "one file, not one for each try");
  });
});

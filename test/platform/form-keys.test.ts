import assert from "node:assert/strict";
import { test } from "node:test";
import { newFormKey, readFormKey } from "../../src/platform/http/form-keys.ts";
import { seededIds } from "../../src/platform/ids.ts";

const uuid = seededIds(1).uuid(new Date("2026-03-01T10:00:00Z"));
const scope = { secret: Buffer.alloc(32, 1), council: "a-town", visitor: "visitor-1", purpose: "submit" };

test("a form's key gives its one-time key back to the same visitor, council and purpose", () => {
  assert.equal(readFormKey(scope, newFormKey(scope, uuid)), uuid);
});

test("every other visitor, council, purpose and secret is refused", () => {
  const key = newFormKey(scope, uuid);
  for (const change of [{ visitor: "visitor-2" }, { council: "b-town" }, { purpose: "note" }, { secret: Buffer.alloc(32, 2) }]) {
    assert.equal(readFormKey({ ...scope, ...change }, key), undefined, Object.keys(change).join());
  }
});

test("the parts can't be shifted from one to the next", () => {
  const key = newFormKey({ ...scope, visitor: "a", purpose: "b,c" }, uuid);
  assert.equal(readFormKey({ ...scope, visitor: "a,b", purpose: "c" }, key), undefined);
});

test("a key that was changed, is missing or is no text is refused", () => {
  const key = newFormKey(scope, uuid);
  const swapped = key.replace(uuid, uuid.replace(/^0/, "1"));
  for (const posted of [undefined, "", uuid, `${uuid}.`, `${key}.x`, swapped, key.slice(0, -1), [key], 7]) {
    assert.equal(readFormKey(scope, posted), undefined, String(posted));
  }
});

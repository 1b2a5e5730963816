import assert from "node:assert/strict";
import { test } from "node:test";
import { dropCookie, readCookie, setCookie } from "../../src/platform/http/cookies.ts";

const now = new Date("2026-03-01T10:00:00Z");
const plain = { secret: Buffer.alloc(32, 1), secure: false };
const secure = { secret: Buffer.alloc(32, 1), secure: true };

/** What a browser sends back of a `Set-Cookie` value. */
const sent = (set: string): string => set.split(";")[0] ?? "";

test("a cookie comes back among others", () => {
  const header = `theme=dark; ${sent(setCookie(plain, "session", "token ü; 1"))}; last=1`;
  assert.equal(readCookie(plain, "session", header, now), "token ü; 1");
  assert.equal(readCookie(plain, "session", undefined, now), undefined);
});

test("over https it is __Host- and Secure, and a plain one of the same name is not read", () => {
  const set = setCookie(secure, "session", "token");
  assert.match(set, /^__Host-session=[\w.-]+; Path=\/; HttpOnly; SameSite=Lax; Secure$/);
  assert.equal(readCookie(secure, "session", sent(set), now), "token");
  assert.equal(readCookie(secure, "session", sent(setCookie(plain, "session", "token")), now), undefined);
  assert.doesNotMatch(setCookie(plain, "session", "token"), /Secure|Domain/);
});

test("one cookie's value is refused under another name", () => {
  const stolen = sent(setCookie(plain, "visitor", "token")).replace("visitor=", "session=");
  assert.equal(readCookie(plain, "session", stolen, now), undefined);
});

test("a forged cookie before ours does not hide it", () => {
  const header = `session=forged; ${sent(setCookie(plain, "session", "token"))}`;
  assert.equal(readCookie(plain, "session", header, now), "token");
});

test("the seal ends with the cookie, whatever the browser does", () => {
  const header = sent(setCookie(plain, "session", "token", { expires: new Date(now.getTime() + 1000) }));
  assert.equal(readCookie(plain, "session", header, now), "token");
  assert.equal(readCookie(plain, "session", header, new Date(now.getTime() + 1000)), undefined);
});

test("a dropped cookie is empty and in the past", () => {
  assert.match(dropCookie(secure, "session"), /^__Host-session=; Path=\/; Expires=Thu, 01 Jan 1970/);
});

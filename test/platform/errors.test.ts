import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { test } from "node:test";
import fastify from "fastify";
import { CodedError } from "../../src/platform/coded-error.ts";
import { DatabaseUnavailable, StatementFailed } from "../../src/platform/database-error.ts";
import { ERRORS, OPERATOR_ERRORS } from "../../src/platform/http/error-list.ts";
import type { ErrorEntry } from "../../src/platform/http/error-list.ts";
import { errorReference } from "../../src/platform/http/error-reference.ts";
import { headersOf, refusal, refusalOf } from "../../src/platform/http/errors.ts";
import { problemDocument } from "../../src/platform/http/problem-document.ts";

test("the reference page says exactly what the list says", () => {
  assert.equal(readFileSync("docs/reference/errors.md", "utf8"), errorReference(), "Run npm run docs");
  const headings = [...errorReference().matchAll(/^### (.+)$/gm)].map(([, code]) => code);
  assert.deepEqual(headings.toSorted(), Object.keys(ERRORS).toSorted());
});

test("every code that the house throws is on the list", () => {
  const known = new Set([...Object.keys(ERRORS), ...Object.keys(OPERATOR_ERRORS)]);
  const thrown = globSync("src/**/*.ts").flatMap((file) => {
    const text = readFileSync(file, "utf8");
    return [...text.matchAll(/(?:new CodedError|extends CodedError[^}]*?super|refusal)\(\s*"([a-z0-9-]+)"/g)].map(([, code = ""]) => ({
      file,
      code,
    }));
  });
  assert.ok(thrown.length > 10);
  assert.deepEqual(
    thrown.filter(({ code }) => !known.has(code)),
    [],
  );
});

test("each says what to do in plain words", () => {
  for (const [code, { status, title, advice }] of Object.entries<ErrorEntry>(ERRORS)) {
    assert.ok(status >= 400 && status < 600, code);
    assert.match(title, /^[A-Z].*[^.]$/, code);
    assert.match(advice, /^[A-Z].*[.?]$|gh_\.\.\.$/, code);
  }
});

test("what is thrown anywhere becomes a refusal that tells nothing it should not", () => {
  assert.equal(refusalOf(refusal("case-changed")).code, "case-changed");
  assert.equal(refusalOf(new DatabaseUnavailable("it is starting")).code, "database-unavailable");
  assert.deepEqual(headersOf(refusalOf(new DatabaseUnavailable("it is starting"))), { "retry-after": "5" });
  for (const error of [
    new Error("Jo Bloggs"),
    new StatementFailed("case-add", "23505", { constraint: "x" }),
    new CodedError("secret-missing", "Jo"),
    "Jo",
    undefined,
    null,
  ]) {
    const refused = refusalOf(error);
    assert.equal(refused.code, "fault");
    assert.doesNotMatch(JSON.stringify(problemDocument(refused)), /Jo|case-add/);
  }
});

test("what Fastify refuses by itself has a code of ours", async () => {
  const app = fastify({ bodyLimit: 100 });
  app.setErrorHandler((error, _request, reply) => reply.send({ code: refusalOf(error).code }));
  app.post("/", async () => "done");
  const post = async (headers: Record<string, string>, payload: string) =>
    (await app.inject({ method: "POST", url: "/", headers, payload })).json<{ code: string }>().code;
  assert.equal(await post({ "content-type": "application/json" }, "x".repeat(101)), "too-large");
  assert.equal(await post({ "content-type": "application/json" }, "{"), "not-understood");
  assert.equal(await post({ "content-type": "application/xml" }, "<a/>"), "type-not-supported");
  await app.close();
});

test("a problem document names the field, and a key that is asked for is asked for by its scheme", () => {
  const document = problemDocument(refusal("not-answered"), [
    { pointer: "/answers/born", code: "date-not-real", detail: "Date of birth must be a real date" },
  ]);
  assert.equal(document.status, 422);
  assert.deepEqual(
    document.errors?.map(({ pointer }) => pointer),
    ["/answers/born"],
  );
  assert.deepEqual(headersOf(refusal("key-missing")), { "www-authenticate": "Bearer" });
});

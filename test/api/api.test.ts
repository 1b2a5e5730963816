import assert from "node:assert/strict";
import { after, test } from "node:test";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import type { LightMyRequestResponse } from "fastify";
import { ERRORS } from "../../src/platform/http/error-list.ts";
import { apiApp, POTHOLE, POTHOLES } from "./api-app.ts";

const app = await apiApp();
after(() => app.stop());
const key = await app.makeKey("here", "cases.submit", "cases.read");
const body = { answers: POTHOLE };

function refused(sent: LightMyRequestResponse, status: number, code: string): void {
  assert.deepEqual([sent.statusCode, sent.json<{ code: string }>().code], [status, code], sent.body);
  assert.match(String(sent.headers["content-type"]), /^application\/problem\+json/);
  const problem = sent.json<{ title: string; status: number; detail: string; type: string }>();
  assert.ok(Object.hasOwn(ERRORS, code) && problem.title.length > 5 && problem.detail.length > 5 && problem.type.endsWith(`#${code}`));
  assert.equal(problem.status, status);
}

test("the type of a problem document is the address that says what it means", async () => {
  const { type } = (await app.get("/api/services/nothing-like-it")).json<{ type: string }>();
  const [path = "", code = ""] = type.split("#");
  const page = await app.get(path);
  assert.equal(page.statusCode, 200);
  for (const each of Object.keys(ERRORS)) assert.ok(page.body.includes(`id="${each}"`), each);
  assert.ok(Object.hasOwn(ERRORS, code));
});

test("the services and their questions are public", async () => {
  const list = (await app.get("/api/services")).json<{ services: { id: string; url: string }[] }>();
  assert.ok(list.services.length >= 5);
  for (const { url } of list.services) {
    const one = (await app.get(url)).json<{
      questions: { id: string; schema: object }[];
      version: number;
      stages: unknown[];
      start: object;
    }>();
    assert.ok(one.questions.length >= 3 && one.version === 1);
    // A calculator makes no case.
    assert.ok(one.stages.length > 1 || url.endsWith("/defer-care-payments"));
    assert.ok(one.questions.every(({ schema }) => Object.keys(schema).length > 0));
  }
});

test("what the API answers is what its description says", async () => {
  const description = (await app.get("/api/openapi.json")).json<{ components: object }>();
  const validator = new Ajv2020({ strict: false });
  (formats as unknown as (to: Ajv2020) => void)(validator);
  validator.addSchema({ $id: "https://api.example/", components: description.components });
  const fits = (name: string, value: unknown): void => {
    const check = validator.compile({ $ref: `https://api.example/#/components/schemas/${name}` });
    assert.ok(check(value), `${name}: ${JSON.stringify(check.errors)}`);
  };
  fits("services", (await app.get("/api/services")).json());
  for (const id of ["keep-a-dragon", "report-a-pothole", "store-petrol"]) fits("service", (await app.get(`/api/services/${id}`)).json());
  const made = await app.post(POTHOLES, { key, body });
  fits("receipt", made.json());
  fits("case", (await app.get(made.json<{ url: string }>().url, { key })).json());
  const reader = await app.makeKey("here", "cases.read", "cases.answers");
  fits("case", (await app.get(made.json<{ url: string }>().url, { key: reader })).json());
  fits("problem", (await app.post(POTHOLES, { key, body: {} })).json());
  fits("problem", (await app.post(POTHOLES, { key, body: { answers: { ...POTHOLE, road_kind: "private" } } })).json());
  fits("problem", (await app.get("/api/nothing")).json());
});

test("the description is given once: the same tag needs no body", async () => {
  const first = await app.get("/api/openapi.json");
  const again = await app.inject({
    url: "/api/openapi.json",
    headers: { host: "here.example", "if-none-match": String(first.headers["etag"]) },
  });
  assert.deepEqual([first.statusCode, again.statusCode, again.body], [200, 304, ""]);
});

test("who calls without a key, with a wrong one, or beyond its rights is refused before the body is read", async () => {
  refused(await app.post(POTHOLES, { body }), 401, "key-missing");
  refused(await app.post(POTHOLES, { key: "gh_wrong", raw: "{" }), 401, "key-wrong");
  refused(await app.post(POTHOLES, { key: `gh_${"a".repeat(43)}`, body }), 401, "key-wrong");
  const reader = await app.makeKey("here", "cases.read");
  refused(await app.post(POTHOLES, { key: reader, body }), 403, "key-not-permitted");
  const submitter = await app.makeKey("here", "cases.submit");
  refused(await app.get("/api/cases/K7M-4TX-9QC", { key: submitter }), 403, "key-not-permitted");
  const missing = await app.post(POTHOLES, { body });
  assert.equal(missing.headers["www-authenticate"], "Bearer");
  const other = await app.inject({ method: "POST", url: POTHOLES, headers: { host: "here.example", authorization: "Basic Zm9v" } });
  refused(other, 401, "key-wrong");
});

test("two councils are blind to each other: keys, cases, idempotency keys and files", async () => {
  const there = await app.makeKey("there", "cases.submit", "cases.read");
  refused(await app.post(POTHOLES, { council: "there", key, body }), 401, "key-wrong");
  const made = (await app.post(POTHOLES, { key, idempotency: "shared", body })).json<{ url: string }>();
  refused(await app.get(made.url, { council: "there", key: there }), 404, "case-not-found");
  const unknown = await app.get("/api/cases/K7M-4TX-9QC", { council: "there", key: there });
  const foreign = await app.get(made.url, { council: "there", key: there });
  assert.equal(foreign.body, unknown.body);
  assert.equal((await app.post(POTHOLES, { council: "there", key: there, idempotency: "shared", body })).statusCode, 201);
  refused(await app.get("/api/services", { council: "nowhere" }), 404, "council-not-found");
});

test("a reference is found however it is written, and a mistyped one is not", async () => {
  const { reference } = (await app.post(POTHOLES, { key, body })).json<{ reference: string }>();
  const plain = reference.toLowerCase().replaceAll("-", "");
  assert.equal((await app.get(`/api/cases/${plain}`, { key })).json<{ reference: string }>().reference, reference);
  refused(await app.get(`/api/cases/${plain.slice(0, -1)}`, { key }), 404, "case-not-found");
  refused(await app.get("/api/cases/%00", { key }), 404, "case-not-found");
});

test("malformed calls get a problem document that says what to mend, never a fault", async () => {
  refused(await app.post(POTHOLES, { key, raw: "{" }), 400, "not-understood");
  refused(await app.post(POTHOLES, { key, raw: "" }), 400, "not-understood");
  refused(await app.post(POTHOLES, { key, raw: "[".repeat(500_000) }), 400, "not-understood");
  refused(await app.post(POTHOLES, { key, raw: `{"answers":${"[".repeat(30)}${"]".repeat(30)}}` }), 400, "not-understood");
  refused(await app.post(POTHOLES, { key, raw: Buffer.from([0x22, 0xff, 0x22]) }), 400, "not-utf8");
  refused(await app.post(POTHOLES, { key, raw: `"${"a".repeat(1_100_000)}"` }), 413, "too-large");
  refused(await app.post(POTHOLES, { key, raw: "answers=1", type: "application/x-www-form-urlencoded" }), 415, "type-not-supported");
  refused(await app.post(POTHOLES, { key, raw: "x", type: "text/plain" }), 415, "type-not-supported");
  for (const odd of [
    null,
    1,
    "a",
    [],
    {},
    { answers: null },
    { answers: [] },
    { answers: POTHOLE, channel: "web" },
    { answers: POTHOLE, extra: 1 },
  ]) {
    refused(await app.post(POTHOLES, { key, body: odd }), 422, "not-answered");
  }
  for (const idempotency of [undefined, "", "a".repeat(256), "caf\u00e9"]) {
    refused(await app.post(POTHOLES, { key, idempotency, body }), 400, "one-time-key-missing");
  }
  refused(await app.post("/api/services/nothing/cases", { key, body }), 404, "service-not-found");
  refused(await app.get("/api/services/nothing"), 404, "service-not-found");
});

test("an address or a method that is not there is told without echoing it", async () => {
  for (const url of ["/api", "/api/%3Cscript%3E", "/api/services/report-a-pothole/", "/api/services/report-a-pothole/x"]) {
    const sent = await app.get(url);
    if (sent.statusCode === 200) continue;
    refused(sent, 404, "page-not-found");
    assert.ok(!sent.body.includes("script"));
  }
  for (const [method, url, allow] of [
    ["DELETE", POTHOLES, "POST"],
    ["GET", POTHOLES, "POST"],
    ["PUT", "/api/services", "GET, HEAD"],
    ["POST", "/api/openapi.json", "GET, HEAD"],
    ["PATCH", "/api/cases/K7M-4TX-9QC", "GET, HEAD"],
  ] as const) {
    const sent = await app.inject({
      method,
      url,
      headers: { host: "here.example", "content-type": "text/odd" },
      payload: method === "GET" ? "" : "x",
    });
    refused(sent, 405, "method-not-allowed");
    assert.equal(sent.headers["allow"], allow);
  }
});

test("wrong keys from one address are slowed down, and a right one is not", async () => {
  const wrong = `gh_${"b".repeat(43)}`;
  const sent = [];
  for (let tries = 0; tries < 40; tries++) sent.push(await app.get("/api/cases/K7M-4TX-9QC", { key: wrong }));
  const slowed = sent.at(-1);
  assert.ok(slowed);
  refused(slowed, 429, "too-many-tries");
  assert.ok(Number(slowed.headers["retry-after"]) > 0);
  refused(await app.get("/api/cases/K7M-4TX-9QC", { key }), 404, "case-not-found");
});

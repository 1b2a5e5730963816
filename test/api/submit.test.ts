import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, test } from "node:test";
import * as fc from "fast-check";
import { apiKeysOf, revokeApiKey } from "../../src/people/api-keys.ts";
import { statement } from "../../src/platform/statement.ts";
import { countStatements } from "../../src/platform/statement-count.ts";
import { apiApp, multipart, POTHOLE, POTHOLES } from "./api-app.ts";

const app = await apiApp();
after(() => app.stop());
const key = await app.makeKey("here", "cases.submit", "cases.read");
const body = { answers: POTHOLE };

const counts = statement(
  "test-api-counts",
  `select (select count(*) from cases where council = $1)::integer as cases, (select count(*) from events where council = $1)::integer as events`,
);
async function counted(council = "here"): Promise<{ cases: number; events: number }> {
  const [row] = await app.database.query<{ cases: number; events: number }>(counts, [council]);
  assert.ok(row);
  return row;
}

test("a whole journey's answers become a case, with its reference, stage, deadline and fee", async () => {
  const sent = await app.post(POTHOLES, { key, body: { ...body, channel: "chat" } });
  assert.equal(sent.statusCode, 201, sent.body);
  const made = sent.json<{ reference: string; url: string; stage: { id: string; title: string }; due: string; feePence: null }>();
  assert.match(made.reference, /^\w{3}-\w{3}-\w{3}$/);
  assert.equal(sent.headers["location"], made.url);
  assert.deepEqual([made.stage.title, made.feePence], ["Received", null]);
  assert.ok(made.due > app.clock.now().toISOString());

  const read = await app.get(made.url, { key });
  assert.equal(read.statusCode, 200);
  const item = read.json<{ channel: string; history: { what: string }[] }>();
  assert.equal(item.channel, "chat");
  assert.deepEqual(
    item.history.map(({ what }) => what),
    ["Received"],
  );
  for (const personal of ["Ann", "Lee", "ann@example.org", "Mill Lane"]) assert.ok(!read.body.includes(personal), personal);
  const reader = await app.makeKey("here", "cases.read", "cases.answers");
  assert.deepEqual((await app.get(made.url, { key: reader })).json<{ answers: object }>().answers, {
    ...POTHOLE,
    photos: null,
    your_phone: null,
  });
});

test("a repetition finds the same case, however its JSON is written; other words under the same key are refused", async () => {
  const idempotency = "retry me";
  const before = await counted();
  const first = await app.post(POTHOLES, { key, idempotency, body });
  const turned = JSON.stringify({ answers: Object.fromEntries(Object.entries(POTHOLE).toReversed()) }, null, 2);
  const again = await app.post(POTHOLES, { key, idempotency, raw: turned });
  assert.deepEqual([first.statusCode, again.statusCode], [201, 200]);
  assert.deepEqual(again.json(), first.json());
  const other = await app.post(POTHOLES, { key, idempotency, body: { answers: { ...POTHOLE, width: "large" } } });
  assert.deepEqual([other.statusCode, other.json<{ code: string }>().code], [422, "one-time-key-reused"]);
  const wrong = await app.post(POTHOLES, { key, idempotency, body: { answers: {} } });
  assert.equal(wrong.json<{ code: string }>().code, "one-time-key-reused");
  const elsewhere = await app.post("/api/services/keep-a-dragon/cases", { key, idempotency, body });
  assert.equal(elsewhere.json<{ code: string }>().code, "one-time-key-reused");
  const after = await counted();
  assert.deepEqual([after.cases - before.cases, after.events - before.events], [1, 1]);
});

test("twenty calls at once with one idempotency key make one case; another system's same key makes another", async () => {
  const before = await counted();
  const idempotency = "at once";
  const answers = await Promise.all(Array.from({ length: 20 }, () => app.post(POTHOLES, { key, idempotency, body })));
  assert.equal(answers.filter(({ statusCode }) => statusCode === 201).length, 1);
  assert.equal(answers.filter(({ statusCode }) => statusCode === 200).length, 19);
  assert.equal(new Set(answers.map((answer) => answer.json<{ reference: string }>().reference)).size, 1);
  const second = await app.makeKey("here", "cases.submit");
  assert.equal((await app.post(POTHOLES, { key: second, idempotency, body })).statusCode, 201);
  assert.equal((await counted()).cases - before.cases, 2);
});

test("twenty at once with one key and different words make one case, and the others are refused", async () => {
  const before = await counted();
  const texts = Array.from({ length: 20 }, (_, index) => ({ answers: { ...POTHOLE, where: { text: `Outside ${index} Mill Lane` } } }));
  const answers = await Promise.all(texts.map((one) => app.post(POTHOLES, { key, idempotency: "quarrel", body: one })));
  assert.deepEqual(
    answers
      .map(({ statusCode }) => statusCode)
      .toSorted()
      .at(0),
    201,
  );
  assert.equal(answers.filter(({ statusCode }) => statusCode === 422).length, 19);
  assert.equal((await counted()).cases - before.cases, 1);
});

test("a key that was refused for wrong answers may be used again once they are right", async () => {
  const idempotency = "second try";
  assert.equal((await app.post(POTHOLES, { key, idempotency, body: { answers: { ...POTHOLE, width: "tiny" } } })).statusCode, 422);
  assert.equal((await app.post(POTHOLES, { key, idempotency, body })).statusCode, 201);
});

test("a repetition after its answers have gone out of date still finds its case", async () => {
  const dragon = "/api/services/keep-a-dragon";
  const description = (await app.get("/api/openapi.json")).json<{
    paths: Record<string, { post: { requestBody: { content: { "application/json": { examples: Record<string, { value: object }> } } } } }>;
  }>();
  const example = description.paths[`${dragon}/cases`]?.post.requestBody.content["application/json"].examples["example-1"]?.value as {
    answers: Record<string, unknown>;
  };
  const uploaded = await upload("certificate.pdf", PDF);
  const [firstDragon] = example.answers["dragons"] as readonly object[];
  const ready = { answers: { ...example.answers, dragons: [{ ...firstDragon, portrait: null }], certificate: [uploaded.json()] } };
  const first = await app.post(`${dragon}/cases`, { key, idempotency: "old", body: ready });
  assert.equal(first.statusCode, 201, first.body);
  app.clock.pass(400 * 86_400_000);
  assert.equal((await app.post(`${dragon}/cases`, { key, idempotency: "new", body: ready })).statusCode, 422);
  const again = await app.post(`${dragon}/cases`, { key, idempotency: "old", body: ready });
  assert.equal(again.statusCode, 200, again.body);
  assert.equal(again.json<{ reference: string }>().reference, first.json<{ reference: string }>().reference);
});

test("all that is wrong is named, with a pointer to it", async () => {
  const { width: _, ...rest } = POTHOLE;
  const sent = await app.post(POTHOLES, { key, body: { answers: { ...rest, your_name: { first: "Ann" }, "a/b~c": 1 } } });
  assert.equal(sent.statusCode, 422);
  assert.match(String(sent.headers["content-type"]), /^application\/problem\+json/);
  const problem = sent.json<{ code: string; errors: { pointer: string; question: string; code: string; detail: string }[] }>();
  assert.equal(problem.code, "not-answered");
  assert.deepEqual(
    problem.errors.map(({ pointer, question, code }) => [pointer, question, code]),
    [
      ["/answers/a~1b~0c", "a/b~c", "question-unknown"],
      ["/answers/width", "width", "answer-missing"],
      ["/answers/your_name/last", "your_name", "answer-missing"],
    ],
  );
  for (const { detail } of problem.errors) assert.match(detail, /^[A-Z‘]/);
});

test("answers that lead elsewhere get the outcome's words and leave nothing behind", async () => {
  const before = await counted();
  const sent = await app.post(POTHOLES, { key, body: { answers: { where: POTHOLE.where, road_kind: "motorway" } } });
  assert.equal(sent.statusCode, 422);
  const problem = sent.json<{ code: string; outcome: { id: string; title: string } }>();
  assert.deepEqual([problem.code, problem.outcome.id], ["no-case", "national-highways"]);
  assert.deepEqual(await counted(), before);
});

const photo = readFileSync(new URL("../../node_modules/govuk-frontend/dist/govuk/assets/images/govuk-icon-180.png", import.meta.url));
const PDF = Buffer.from("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF");

function upload(name: string, bytes: Buffer, as = key, council = "here") {
  return app.post("/api/files", { key: as, council, ...multipart(name, bytes) });
}

test("an uploaded file belongs to its key until one case takes it", async () => {
  const sent = await upload("hole.png", photo);
  assert.equal(sent.statusCode, 201, sent.body);
  const file = sent.json<{ id: string; type: string }>();
  assert.equal(file.type, "image/png");
  const withFile = { answers: { ...POTHOLE, photos: [{ id: file.id }] } };
  const other = await app.makeKey("here", "cases.submit");
  const stranger = await app.post(POTHOLES, { key: other, body: withFile });
  assert.deepEqual([stranger.statusCode, stranger.json<{ errors: { code: string }[] }>().errors[0]?.code], [422, "file-unknown"]);
  const both = await Promise.all(["one", "two"].map((idempotency) => app.post(POTHOLES, { key, idempotency, body: withFile })));
  assert.deepEqual(both.map(({ statusCode }) => statusCode).toSorted(), [201, 422]);
  const made = both.findIndex(({ statusCode }) => statusCode === 201);
  const again = await app.post(POTHOLES, { key, idempotency: made === 0 ? "one" : "two", body: withFile });
  assert.equal(again.statusCode, 200, again.body);
});

test("of a call with a file and one without under one key, whichever comes second is refused", async () => {
  const file = (await upload("hole.png", photo)).json<{ id: string }>();
  const withFile = { answers: { ...POTHOLE, photos: [{ id: file.id }] } };
  const before = await counted();
  const sent = await Promise.all([withFile, body].map((one) => app.post(POTHOLES, { key, idempotency: "both", body: one })));
  assert.deepEqual(sent.map(({ statusCode }) => statusCode).toSorted(), [201, 422]);
  const first = sent[0]?.statusCode === 201 ? withFile : body;
  assert.equal((await app.post(POTHOLES, { key, idempotency: "both", body: first })).statusCode, 200);
  const other = await app.post(POTHOLES, { key, idempotency: "both", body: first === body ? withFile : body });
  assert.deepEqual([other.statusCode, other.json<{ code: string }>().code], [422, "one-time-key-reused"]);
  assert.equal((await counted()).cases - before.cases, 1);
});

test("a revoked key stops within a second", async () => {
  app.clock.pass(1);
  const lent = await app.makeKey("here", "cases.submit");
  assert.equal((await app.post(POTHOLES, { key: lent, body })).statusCode, 201);
  const newest = (await apiKeysOf(app.database, "here")).at(-1);
  assert.ok(newest !== undefined && (await revokeApiKey(app.database, "here", newest.id, app.clock.now())));
  app.clock.pass(1000);
  const refused = await app.post(POTHOLES, { key: lent, body });
  assert.deepEqual([refused.statusCode, refused.json<{ code: string }>().code], [401, "key-wrong"]);
});

test("files that can't be kept are refused in words", async () => {
  const empty = await upload("a.pdf", Buffer.alloc(0));
  assert.deepEqual([empty.statusCode, empty.json<{ code: string }>().code], [422, "file-refused"]);
  assert.equal((await upload("a.exe", Buffer.from("MZ\u0090\u0000\u0003nothing"))).statusCode, 422);
  assert.equal((await app.post("/api/files", { key, body: {} })).statusCode, 415);
  assert.equal((await app.post("/api/files", { key, raw: "--edge--\r\n", type: "multipart/form-data; boundary=edge" })).statusCode, 400);
});

async function count(work: () => Promise<{ statusCode: number }>, status: number): Promise<number> {
  // An injected request is sent when it is waited for, so it must be waited for inside.
  const { result, count } = await countStatements(async () => await work());
  assert.equal(result.statusCode, status);
  return count;
}

test("a fixed number of statements: one to submit, three with files, two to read, none for what is public, and one a second for a key", async () => {
  await app.get("/api/services");
  app.clock.pass(1000);
  assert.equal(await count(() => app.post(POTHOLES, { key, body }), 201), 2);
  assert.equal(await count(() => app.post(POTHOLES, { key, body }), 201), 1);
  const made = (await app.post(POTHOLES, { key, body })).json<{ url: string }>();
  assert.equal(await count(() => app.get(made.url, { key }), 200), 2);
  const uploaded = (await upload("hole.png", photo)).json<{ id: string }>();
  const withFile = { answers: { ...POTHOLE, photos: [{ id: uploaded.id }] } };
  assert.equal(await count(() => app.post(POTHOLES, { key, body: withFile }), 201), 3);
  assert.equal(await count(() => app.post(POTHOLES, { key, body: { answers: {} } }), 422), 1);
  assert.equal(await count(() => upload("hole.pdf", PDF), 201), 1);
  for (const url of ["/api/services", "/api/services/report-a-pothole", "/api/openapi.json"])
    assert.equal(await count(() => app.get(url), 200), 0);
});

test("whatever is sent, the answer is never a fault and always says what is wrong", async () => {
  const bodies = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.uint8Array().map((bytes) => Buffer.from(bytes)),
    fc.jsonValue().map((value) => JSON.stringify({ answers: value })),
    fc
      .dictionary(fc.constantFrom(...Object.keys(POTHOLE), "photos", "your_address", "__proto__"), fc.jsonValue())
      .map((answers) => JSON.stringify({ answers: { ...POTHOLE, ...answers } })),
  );
  await fc.assert(
    fc.asyncProperty(bodies, fc.constantFrom("report-a-pothole", "keep-a-dragon", "store-petrol"), async (raw, service) => {
      const sent = await app.post(`/api/services/${service}/cases`, { key, raw });
      assert.ok([201, 400, 413, 415, 422].includes(sent.statusCode), `${sent.statusCode} ${sent.body}`);
      if (sent.statusCode !== 201) assert.equal(sent.json<{ status: number }>().status, sent.statusCode);
    }),
    { numRuns: 300 },
  );
});

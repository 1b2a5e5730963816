import assert from "node:assert/strict";
import { after, test } from "node:test";
import { Ajv2020 } from "ajv/dist/2020.js";
import { apiApp } from "./api-app.ts";

const app = await apiApp();
after(() => app.stop());

interface Rows {
  readonly rows: readonly { readonly key: string; readonly label: string }[];
  readonly total: number;
  readonly next: string | null;
}

const GROUNDS = "/api/services/host-a-tournament/questions/ground/rows";

async function rows(url: string): Promise<Rows> {
  const got = await app.get(url);
  assert.equal(got.statusCode, 200, got.body);
  return got.json();
}

test("a service says where the rows of its questions are, those inside a group too", async () => {
  const { rows: places } = (await app.get("/api/services/primary-school-place")).json<{ rows: Record<string, string> }>();
  assert.deepEqual(Object.keys(places), ["schools.school", "siblings.sibling_school"]);
  for (const url of Object.values(places)) assert.equal((await rows(url)).rows.length, 10);
});

test("rows come page by page, each once, and only those that are offered", async () => {
  const seen: string[] = [];
  for (let url: string | null = `${GROUNDS}?limit=4`; url !== null;) {
    const page: Rows = await rows(url);
    assert.equal(page.total, 14, "two of the sixteen are closed");
    seen.push(...page.rows.map(({ key }) => key));
    url = page.next;
  }
  assert.deepEqual([seen.length, new Set(seen).size, seen.includes("lower-lists")], [14, 14, false]);
});

test("a search finds by the beginnings of words, in Welsh too, and gives the columns as they are kept", async () => {
  assert.deepEqual((await rows(`${GROUNDS}?search=long%20mead`)).rows, [
    {
      key: "long-meadow",
      label: "Long Meadow",
      welsh: "Y Ddôl Hir",
      parish: "Saltby",
      room: 800,
      rent: 2200,
      open: true,
      since: "1415-06-24",
    },
  ]);
  assert.equal((await rows(`${GROUNDS}?search=ddol%20hir`)).total, 1);
  assert.deepEqual(await rows(`${GROUNDS}?search=xylophone`), { rows: [], total: 0, next: null });
});

test("what a page holds is what the description says", async () => {
  const { components } = (await app.get("/api/openapi.json")).json<{ components: { schemas: object } }>();
  const ajv = new Ajv2020({ strict: false });
  ajv.addSchema({ $id: "https://api.example/", components });
  const check = ajv.compile({ $ref: "https://api.example/#/components/schemas/rows" });
  assert.ok(check(await rows(`${GROUNDS}?limit=2`)), JSON.stringify(check.errors));
});

test("what is no page, no question and no search is said", async () => {
  for (const [url, status, code] of [
    [`${GROUNDS}?limit=0`, 400, "not-understood"],
    [`${GROUNDS}?limit=101`, 400, "not-understood"],
    [`${GROUNDS}?from=-1`, 400, "not-understood"],
    [`${GROUNDS}?search=${"a".repeat(201)}`, 400, "not-understood"],
    [GROUNDS.replace("ground/", "host/"), 404, "page-not-found"],
    [GROUNDS.replace("host-a-tournament", "host-a-duel"), 404, "service-not-found"],
  ] as const) {
    const got = await app.get(url);
    assert.deepEqual([got.statusCode, got.json<{ code: string }>().code], [status, code], url);
  }
});

test("an unknown key is refused at its field", async () => {
  const key = await app.makeKey("here", "cases.submit");
  const body = { answers: { ground: "nowhere" } };
  const sent = await app.post("/api/services/host-a-tournament/cases", { key, body, idempotency: "rows-1" });
  assert.equal(sent.statusCode, 422);
  const { errors } = sent.json<{ errors: { pointer: string; code: string }[] }>();
  assert.ok(
    errors.some(({ pointer, code }) => pointer === "/answers/ground" && code === "register-unknown"),
    sent.body,
  );
});

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import type { Officer } from "../../src/people/officer.ts";
import { changeOfficer, findOfficer } from "../../src/people/officers.ts";
import type { TestApp } from "../support/app.ts";
import { testApp } from "../support/app.ts";
import { councilFiles } from "../support/council-files.ts";
import { getWith, keyIn, officer, postWith, sessionCookie } from "./office.ts";

const HOST = "north.example";
const CHIEF = "  chief: { name: Chief, permissions: [cases.read, officers.manage-team], gives: [worker] }\n";
const HEAD = "  head: { name: Head, permissions: [officers.manage] }\n";

describe("officers looked after by the manager of their team", () => {
  let app: TestApp;
  let una: Officer;
  let tom: Officer;
  let cookie: string;
  before(async () => {
    const files: Record<string, string> = { ...councilFiles("north") };
    files["north/council.yaml"] = (files["north/council.yaml"] ?? "").replace("roles:\n", `roles:\n${CHIEF}${HEAD}`);
    app = await testApp({ councils: files });
    una = await officer(app, "Una North", ["chief"], ["tools"], "north");
    tom = await officer(app, "Tom North", ["worker"], ["tools"], "north");
    cookie = await sessionCookie(app, una);
  });
  after(() => app.stop());

  const get = (path: string) => getWith(app, cookie, path, HOST);
  const found = async (id: string) => findOfficer(app.database, "north", id);

  /** Posts a form with several roles or teams, whatever the page offers. */
  async function post(path: string, fields: readonly (readonly [string, string])[]) {
    const { body } = await get(path);
    const payload = new URLSearchParams([["key", keyIn(body, path)], ...fields.map(([name, value]): [string, string] => [name, value])]);
    const headers = { host: HOST, cookie, "content-type": "application/x-www-form-urlencoded" };
    return app.inject({ method: "POST", url: path, headers, payload: payload.toString() });
  }

  test("they see and change only officers of their teams whose roles they may give, and never themselves", async () => {
    const others = await Promise.all([
      officer(app, "Rod Roads", ["worker"], ["roads"], "north"),
      officer(app, "Bo Both", ["worker"], ["tools", "roads"], "north"),
      officer(app, "Ada Adviser", ["adviser"], ["tools"], "north"),
      officer(app, "Hal Head", ["head"], ["tools"], "north"),
      officer(app, "Nora None", ["worker"], [], "north"),
    ]);
    const list = (await get("/desk/officers")).body;
    assert.match(list, /Tom North/);
    for (const other of [...others, una]) {
      assert.doesNotMatch(list, new RegExp(`<a[^>]*>${other.name}`), other.name);
      assert.equal((await get(`/desk/officers/${other.id}`)).statusCode, 404, other.name);
      const key = keyIn((await get(`/desk/officers/${tom.id}`)).body, `/desk/officers/${tom.id}`);
      const fields = { key, do: "password" };
      assert.equal((await postWith(app, cookie, `/desk/officers/${other.id}`, fields, HOST)).statusCode, 404, other.name);
    }
  });

  test("whoever they add has only roles and teams that are theirs to give", async () => {
    const page = (await get("/desk/officers/new")).body;
    assert.match(page, /value="worker"/);
    for (const not of ["adviser", "head", "roads"]) assert.doesNotMatch(page, new RegExp(`value="${not}"`));
    const who = [
      ["name", "New North"],
      ["email", "new@north.example"],
    ] as const;
    const bare = await post("/desk/officers/new", [...who, ["roles", "worker"], ["teams", "roads"]]);
    assert.match(bare.body, /Select at least one team/);
    const sent = await post("/desk/officers/new", [...who, ["roles", "worker"], ["roles", "head"], ["teams", "tools"], ["teams", "roads"]]);
    assert.match(sent.body, /New password/);
    const id = /\/desk\/officers\/([0-9a-f-]{36})/.exec(sent.body)?.[1] ?? "";
    const made = await found(id);
    assert.deepEqual([made?.roles, made?.teams], [["worker"], ["tools"]]);
  });

  test("a change gives no other role, and one that another made meanwhile is not lost", async () => {
    const path = `/desk/officers/${tom.id}`;
    await post(path, [
      ["do", "change"],
      ["name", "Tom North"],
      ["roles", "worker"],
      ["roles", "head"],
      ["teams", "tools"],
    ]);
    assert.deepEqual((await found(tom.id))?.roles, ["worker"]);
    assert.equal(await changeOfficer(app.database, { ...tom, roles: ["adviser"] }, { roles: ["head"], teams: ["tools"] }), false);
    assert.deepEqual((await found(tom.id))?.roles, ["worker"]);
  });
});

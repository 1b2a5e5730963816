import assert from "node:assert/strict";
import { test } from "node:test";
import { readCouncil } from "../../src/councils/read-council.ts";
import type { Officer } from "../../src/people/officer.ts";
import { hasRole, may, mayOnCase, teamsSeen } from "../../src/people/permissions.ts";
import { councilYaml } from "../councils/small-council.ts";

function councilNamed(id: string) {
  const reading = readCouncil({ name: "council.yaml", text: councilYaml(id) }, id);
  assert.ok(reading.ok);
  return reading.council;
}

const council = councilNamed("a-town");
const officer = (change: Partial<Officer>): Officer => ({
  council: "a-town",
  id: "1",
  email: "a@a.example",
  name: "A",
  roles: ["worker"],
  teams: ["tools"],
  ...change,
});

test("an officer may what any of their roles may, in their own council", () => {
  assert.equal(may(officer({}), "cases.work", council), true);
  assert.equal(may(officer({}), "cases.start", council), false);
  assert.equal(may(officer({ roles: ["worker", "adviser"] }), "cases.start", council), true);
  assert.equal(may(officer({ roles: ["no-longer-there"] }), "cases.read", council), false);
  assert.equal(may(officer({ roles: [] }), "cases.read", council), false);
  assert.equal(may(officer({}), "cases.work", councilNamed("b-town")), false);
});

test("an officer works the cases of their teams, or of all with the permission for it", () => {
  assert.equal(mayOnCase(officer({}), "cases.read", council, "tools"), true);
  assert.equal(mayOnCase(officer({}), "cases.read", council, "roads"), false);
  assert.equal(mayOnCase(officer({ roles: ["adviser"] }), "cases.read", council, "roads"), true);
  assert.equal(mayOnCase(officer({ roles: ["adviser"] }), "cases.work", council, "tools"), false);
});

test("the teams seen are those of the council, in its order", () => {
  assert.deepEqual(teamsSeen(officer({ teams: ["roads", "gone", "tools"] }), council), ["tools", "roads"]);
  assert.deepEqual(teamsSeen(officer({ roles: ["adviser"], teams: [] }), council), ["tools", "roads"]);
  assert.deepEqual(teamsSeen(officer({ roles: [] }), council), []);
});

test("an action that names roles asks for one of them", () => {
  assert.equal(hasRole(officer({}), []), true);
  assert.equal(hasRole(officer({}), ["inspector", "worker"]), true);
  assert.equal(hasRole(officer({}), ["inspector"]), false);
});

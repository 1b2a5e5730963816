import assert from "node:assert/strict";
import { test } from "node:test";
import { readCouncil } from "../../src/councils/read-council.ts";
import type { Officer } from "../../src/people/officer.ts";
import { hasRole, may } from "../../src/people/permissions.ts";
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

test("an action that names roles asks for one of them", () => {
  assert.equal(hasRole(officer({}), []), true);
  assert.equal(hasRole(officer({}), ["inspector", "worker"]), true);
  assert.equal(hasRole(officer({}), ["inspector"]), false);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import type { Council, RoleLimits } from "../../src/councils/council.ts";
import type { Permission } from "../../src/councils/permission.ts";
import { readCouncil } from "../../src/councils/read-council.ts";
import type { CaseFacts } from "../../src/councils/sight.ts";
import { ofTeams, seen } from "../../src/councils/sight.ts";
import type { Officer } from "../../src/people/officer.ts";
import { mayOnCase, seesAny, seesCase, sightOf, teamsSeen } from "../../src/people/rights.ts";
import { councilYaml } from "../councils/small-council.ts";
import type { TestDatabase } from "../support/database.ts";
import { testDatabase } from "../support/database.ts";

const reading = readCouncil({ name: "council.yaml", text: councilYaml("a-town") }, "a-town");
assert.ok(reading.ok);
const { council } = reading;
const WORKER: Officer = { council: "a-town", id: "1", email: "a@a.example", name: "A", roles: ["worker"], teams: ["tools"] };
const officer = (change: Partial<Officer>): Officer => ({ ...WORKER, ...change });
const item = (change: Partial<CaseFacts>): CaseFacts => ({
  team: "tools",
  service: "lend-a-drill",
  stage: "received",
  person: { postcode: null },
  ...change,
});

/** The small council with other roles, and some of what it has marked as sensitive. */
function councilWith(
  roles: readonly { readonly id: string; readonly permissions: readonly Permission[]; readonly limits?: RoleLimits }[],
  sensitive: { readonly teams?: readonly string[]; readonly services?: readonly string[] } = {},
): Council {
  const teams = [...council.teams.values()].map((team) => ({
    ...team,
    ...(sensitive.teams?.includes(team.id) && { sensitive: true as const }),
  }));
  return {
    ...council,
    teams: new Map(teams.map((team) => [team.id, team])),
    roles: new Map(roles.map((role) => [role.id, { name: role.id, ...role }])),
    sensitive: sensitive.services ?? [],
  };
}

test("an officer works the cases of their teams, or of all with the permission for it", () => {
  assert.equal(mayOnCase(officer({}), "cases.read", council, item({})), true);
  assert.equal(mayOnCase(officer({}), "cases.read", council, item({ team: "roads" })), false);
  assert.equal(mayOnCase(officer({ roles: ["adviser"] }), "cases.read", council, item({ team: "roads" })), true);
  assert.equal(mayOnCase(officer({ roles: ["adviser"] }), "cases.work", council, item({})), false);
  assert.equal(mayOnCase(officer({ council: "b-town" }), "cases.read", council, item({})), false);
});

test("the teams seen are those of the council, in its order", () => {
  assert.deepEqual(teamsSeen(officer({ teams: ["roads", "gone", "tools"] }), council), ["tools", "roads"]);
  assert.deepEqual(teamsSeen(officer({ roles: ["adviser"], teams: [] }), council), ["tools", "roads"]);
  assert.deepEqual(teamsSeen(officer({ roles: [] }), council), []);
});

test("what a role permits reaches only the cases within its limits", () => {
  const limited = councilWith([
    {
      id: "worker",
      permissions: ["cases.read", "cases.work"],
      limits: { services: ["lend-a-drill"], stages: ["received"], areas: ["EM1"] },
    },
    { id: "reader", permissions: ["cases.read"], limits: { notServices: ["lend-a-saw"] } },
  ]);
  const here = item({ person: { postcode: "EM1 2AB" } });
  const both = officer({ roles: ["worker", "reader"] });
  assert.equal(mayOnCase(officer({}), "cases.work", limited, here), true);
  for (const other of [
    { ...here, service: "lend-a-saw" },
    { ...here, stage: "lent" },
    item({}),
    item({ person: { postcode: "EM10 2AB" } }),
  ]) {
    assert.equal(mayOnCase(officer({}), "cases.read", limited, other), false);
    assert.equal(mayOnCase(both, "cases.work", limited, other), false);
    assert.equal(mayOnCase(both, "cases.read", limited, other), other.service !== "lend-a-saw");
  }
});

test("what is sensitive, by team or by service, is there only for who may see that", () => {
  const roles = [
    { id: "worker", permissions: ["cases.read", "cases.all-teams"] },
    { id: "carer", permissions: ["cases.read", "cases.sensitive"] },
  ] as const;
  const guarded = councilWith(roles, { teams: ["roads"], services: ["lend-a-saw"] });
  const carer = officer({ roles: ["carer"], teams: ["roads"] });
  assert.deepEqual(teamsSeen(officer({}), guarded), ["tools"]);
  assert.equal(seesCase(officer({}), guarded, item({ service: "lend-a-saw" })), false);
  assert.equal(seesAny(officer({}), guarded, "tools", "lend-a-saw"), false);
  assert.equal(seesAny(officer({}), guarded, "tools", "lend-a-drill"), true);
  assert.equal(seesCase(carer, guarded, item({ team: "roads" })), true);
  assert.deepEqual(sightOf(officer({}), guarded), ["tools", "-lend-a-saw"]);
});

const SERVICES = ["lend-a-drill", "lend-a-saw", "other"];
const STAGES = ["received", "lent"];
const POSTCODES = ["EM1 2AB", "EM2 1AA", null];
const TEAMS = ["tools", "roads", "gone"];
const CASES = TEAMS.flatMap((team) =>
  SERVICES.flatMap((service) =>
    STAGES.flatMap((stage) => POSTCODES.map((postcode): CaseFacts => ({ team, service, stage, person: { postcode } }))),
  ),
);
const ROWS = JSON.stringify(CASES.map(({ person, ...facts }, n) => ({ n, ...facts, person_postcode: person.postcode })));
const TEXT = `select n from jsonb_to_recordset($2::jsonb) as c(n int, team text, service text, stage text, person_postcode text) where ${seen("$1::text[]", "c.")} order by n`;

async function foundBy(database: TestDatabase, sight: readonly string[]): Promise<readonly CaseFacts[]> {
  const rows = await database.query<{ n: number }>({ name: "sight-test", text: TEXT }, [sight, ROWS]);
  return rows.flatMap(({ n }) => CASES[n] ?? []);
}

const some = (names: readonly string[]) => fc.subarray([...names], { minLength: 1 });
const limits = fc.record(
  { services: some(SERVICES), notServices: some(SERVICES), stages: some(STAGES), areas: some(["EM1", "EM2"]) },
  { requiredKeys: [] },
);
const permissions = fc.subarray<Permission>(["cases.read", "cases.all-teams", "cases.sensitive"]);
const roles = fc.array(fc.record({ permissions, limits }, { requiredKeys: ["permissions"] }), { minLength: 1, maxLength: 3 });
const sensitive = fc.record({ teams: fc.subarray(["roads"]), services: fc.subarray(["lend-a-saw"]) });

test("statements find exactly the cases that the officer sees, whatever the roles, and a sight of one team only those of it", async (t) => {
  const database = await testDatabase();
  t.after(() => database.close());
  await fc.assert(
    fc.asyncProperty(roles, sensitive, fc.subarray(["tools", "roads"]), async (given, marked, teams) => {
      const other = councilWith(
        given.map((role, at) => ({ ...role, id: `role-${at}` })),
        marked,
      );
      const who = officer({ roles: [...other.roles.keys()], teams });
      const wanted = CASES.filter((one) => other.teams.has(one.team) && seesCase(who, other, one));
      const sight = sightOf(who, other);
      assert.deepEqual(await foundBy(database, sight), wanted);
      const roads = await foundBy(
        database,
        ofTeams(sight, (team) => team === "roads"),
      );
      assert.deepEqual(
        roads,
        wanted.filter(({ team }) => team === "roads"),
      );
    }),
    { numRuns: 150 },
  );
});

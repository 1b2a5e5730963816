import assert from "node:assert/strict";
import { test } from "node:test";

import { fillWithDemonstration } from "../../src/demonstration/fill.ts";
import type { Database } from "../../src/platform/database.ts";
import { statement } from "../../src/platform/statement.ts";
import { testApp } from "../support/app.ts";
import { counts, fingerprints } from "./filled.ts";

const NOTHING = { cases: 0, events: 0, drafts: 0, files: 0, messages: 0, officers: 0, keys: 0, measures: 0, jobs: 0 };

const FEW = { cases: 600 };

const endOthers = statement(
  "test-end-other-connections",
  "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle'",
  { acrossCouncils: "ends the connections of this test's own database" },
);

/** A database that goes the way of a killed program in the middle of the filling: after so many parts its connection is gone. */
function dyingAfter(database: Database, parts: number): Database {
  let left = parts;
  return {
    ...database,
    transaction: (work) =>
      database.transaction((within) =>
        work({
          ...within,
          execute: async (asked, values) => {
            if (asked.name === "demonstration-part" && left-- === 0) await database.query(endOthers);
            return within.execute(asked, values);
          },
        }),
      ),
  };
}

test("a filling that is killed half-way leaves nothing, and the next start makes all of it", async (t) => {
  const app = await testApp({ start: "2026-03-02T09:00:00Z" });
  t.after(() => app.stop());
  await assert.rejects(fillWithDemonstration({ ...app.context, database: dyingAfter(app.database, 1) }, FEW));
  assert.deepEqual(await counts(app.database, "eastmere"), NOTHING);
  await fillWithDemonstration(app.context, FEW);
  const made = await counts(app.database, "eastmere");
  assert.ok(made.cases > 400 && made.officers > 5);
});

test("two programs that start at once fill it once", async (t) => {
  const app = await testApp({ start: "2026-07-14T18:30:00Z" });
  t.after(() => app.stop());
  await Promise.all([fillWithDemonstration(app.context, FEW), fillWithDemonstration(app.context, FEW)]);
  const made = await counts(app.database, "eastmere");
  assert.equal(made.keys, 1);
  assert.ok(made.cases > 400 && made.cases < 800);
});

test("the same seed and present make the same in another database, and another present makes it anew", async (t) => {
  const starts = ["2026-11-22T14:00:00Z", "2026-11-22T14:00:00Z", "2026-11-23T14:00:00Z"];
  const prints = [];
  for (const start of starts) {
    const app = await testApp({ start });
    t.after(() => app.stop());
    await fillWithDemonstration(app.context, FEW);
    prints.push(await fingerprints(app.database, "eastmere"));
  }
  assert.deepEqual(prints[0], prints[1]);
  assert.notEqual(prints[0]?.["cases"], prints[2]?.["cases"]);
});

test("nothing is made where the demonstration is off, or the council has officers of its own", async (t) => {
  const off = await testApp({ settings: { GUILDHALL_DEMO: "0" } });
  t.after(() => off.stop());
  await fillWithDemonstration(off.context);
  assert.deepEqual(await counts(off.database, "eastmere"), NOTHING);
  const own = statement(
    "test-own-officer",
    "insert into officers (council, id, email, name, password, roles, teams, created_at) values ($1, $2, 'a@b.example', 'A', 'x', '{}', '{}', $3)",
  );
  await off.database.execute(own, ["eastmere", off.context.ids.uuid(off.clock.now()), off.clock.now()]);
  await fillWithDemonstration({ ...off.context, config: { ...off.context.config, demo: true } });
  assert.deepEqual(await counts(off.database, "eastmere"), { ...NOTHING, officers: 1 });
});

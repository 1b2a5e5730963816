import assert from "node:assert/strict";
import { test } from "node:test";

import { firstBroken } from "../../src/cases/event.ts";
import { fillWithLoad } from "../../src/demonstration/load.ts";
import { testApp } from "../support/app.ts";
import { fingerprints, folded, storedCases } from "./filled.ts";

test("a load is of valid cases: folds of chained events, each reference once, figures as counted, the same for the same seed", async (t) => {
  const app = await testApp({ start: "2026-11-22T14:00:00Z" });
  t.after(() => app.stop());
  await fillWithLoad(app.context, { cases: 2500, seed: 7 });
  const stored = await storedCases(app.database, "eastmere");
  assert.equal(stored.length, 2500);
  assert.equal(new Set(stored.map(({ item }) => item.reference)).size, 2500);
  for (const one of stored) {
    assert.deepEqual(one.item, folded(one));
    assert.equal(firstBroken("eastmere", one.events), undefined);
  }
  const open = stored.filter(({ item }) => item.closedAt === null).length;
  assert.ok(open > 10 && open < 250, `${open} open`);
  assert.equal(await app.context.measures.rebuild("eastmere", "2000-01-01"), 0);
  const other = await testApp({ start: "2026-11-22T14:00:00Z" });
  t.after(() => other.stop());
  await fillWithLoad(other.context, { cases: 2500, seed: 7 });
  assert.deepEqual(await fingerprints(other.database, "eastmere"), await fingerprints(app.database, "eastmere"));
});

import assert from "node:assert/strict";
import { test } from "node:test";

import { faultRounds } from "./run.ts";
import { BAR, recovered, summary } from "./summary.ts";

const SEED = 20_261;
const ROUNDS = 20;

test(
  "nothing acknowledged is lost or doubled: 20 rounds of kills, freezes and stops",
  { skip: process.platform !== "linux" && "finds processes by /proc" },
  async (t) => {
    const { rounds, complaints } = await faultRounds({ rounds: ROUNDS, seed: SEED, stopWhen: ({ wrong }) => wrong.length > 0 });
    t.diagnostic(summary(rounds));
    for (const { seed, wrong } of rounds) assert.deepEqual(wrong, [], `seed ${seed}`);
    assert.equal(rounds.length, ROUNDS);
    assert.deepEqual([...new Set(complaints)], [], "the program met a fault of its own");
    const sent = rounds.reduce((sum, round) => sum + round.sent, 0);
    assert.ok(sent > 5 * ROUNDS, `only ${sent} journeys got through, too few to show anything`);
    for (const { kind, median, worst } of recovered(rounds)) {
      // On a machine that does other things as well, one start in many takes longer; every one must come.
      assert.ok(median <= 2 * BAR[kind] && worst <= 4 * BAR[kind], `after ${kind}: ${median} ms, at worst ${worst} ms`);
    }
  },
);

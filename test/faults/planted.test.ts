import assert from "node:assert/strict";
import { test } from "node:test";

import type { RoundReport } from "./run.ts";
import { faultRounds } from "./run.ts";

const entry = new URL("./planted.ts", import.meta.url).pathname;
const linux = process.platform === "linux";

function shows(sign: RegExp): (report: RoundReport) => boolean {
  return ({ wrong }) => wrong.some((words) => sign.test(words));
}

for (const [bug, sign] of [
  ["answer-before-commit", /was told that it is sent, and there is no case/],
  ["job-outside", /has 0 messages|the figure submitted/],
] as const) {
  test(`the check finds a planted bug: ${bug}`, { skip: !linux && "finds processes by /proc" }, async () => {
    // Each kill meets eight people with the window open, so a few rounds are enough; ten without a find would be very bad luck.
    const { rounds } = await faultRounds({ rounds: 10, seed: 1000, entry, words: [bug], stopWhen: shows(sign) });
    const wrong = rounds.flatMap((round) => round.wrong);
    assert.ok(
      wrong.some((words) => sign.test(words)),
      `nothing of the kind was found in ${rounds.length} rounds, only: ${wrong.slice(0, 5).join("; ")}`,
    );
  });
}

import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

import type { Chance } from "../../src/demonstration/chance.ts";
import { seededChance } from "../../src/demonstration/chance.ts";
import { createApiKey } from "../../src/people/api-keys.ts";
import type { Database } from "../../src/platform/database.ts";
import { openDatabase } from "../../src/platform/database.ts";
import { systemIds } from "../../src/platform/ids.ts";
import { check, jobsLeft } from "./check.ts";
import { COUNCIL } from "./council.ts";
import { newDiary } from "./diary.ts";
import type { Diary } from "./diary.ts";
import { live, mannerOf } from "./person.ts";
import type { Site } from "./person.ts";
import type { Plan } from "./plan.ts";
import { planOf } from "./plan.ts";
import { connectionTo, end, premises } from "./program.ts";
import type { Premises, ProgramOptions, Running } from "./program.ts";
import { Victim } from "./strike.ts";
import type { Recovery } from "./strike.ts";

export interface RunOptions extends ProgramOptions {
  readonly rounds: number;
  readonly seed: number;
  /** Called after each round. */
  readonly onRound?: (report: RoundReport) => void;
  /** Ends the run after the first round of which it is true. */
  readonly stopWhen?: (report: RoundReport) => boolean;
}

export interface RoundReport {
  readonly seed: number;
  readonly wrong: readonly string[];
  readonly recoveries: readonly Recovery[];
  /** Journeys begun, and of them those that were told they are sent. */
  readonly people: number;
  readonly sent: number;
  readonly cases: number;
  /** Milliseconds until the outbox was empty, from when the last person had gone. */
  readonly settled: number;
}

const LONGEST_SETTLE = 15_000;

async function inDatabase<Result>({ cluster }: Running, work: (database: Database) => Promise<Result>): Promise<Result> {
  const database = await openDatabase(connectionTo(cluster ?? ""), { connections: 1, background: true });
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

/** One run: rounds on one data folder, one after another; each checks all that was told since the first. */
class Run {
  readonly #premises: Premises;
  readonly #options: RunOptions;
  readonly #diaries: Diary[] = [];
  #site: Site = { port: 0, calm: true, acknowledged: [], apiKey: "" };

  constructor(place: Premises, options: RunOptions) {
    this.#premises = place;
    this.#options = options;
  }

  async rounds(): Promise<readonly RoundReport[]> {
    let running = await this.#premises.start(this.#options);
    const right = { council: COUNCIL, name: "faults", rights: ["cases.submit"] } as const;
    const { text } = await inDatabase(running, (database) => createApiKey({ database, ids: systemIds() }, right, new Date()));
    this.#site = { ...this.#site, port: running.port, apiKey: text };
    const reports: RoundReport[] = [];
    for (let round = 0; round < this.#options.rounds; round++) {
      const { report, left } = await this.#round(running, round);
      running = left;
      reports.push(report);
      this.#options.onRound?.(report);
      if (this.#options.stopWhen?.(report) === true) break;
    }
    const code = await end(running, "SIGTERM");
    if (code !== 0) throw new Error(`The program ended with ${code} when it was asked to stop`);
    return reports;
  }

  async #round(before: Running, round: number): Promise<{ report: RoundReport; left: Running }> {
    const seed = this.#options.seed + round;
    const chance = seededChance(seed);
    const plan = planOf(chance, round);
    const site = this.#site;
    site.calm = false;
    site.acknowledged.length = 0;
    const first = this.#diaries.length;
    const victim = new Victim(before, { premises: this.#premises, options: this.#options, site, chance });
    const crowd = this.#crowd(plan, chance, `${seed}-${round}`);
    const recoveries: Recovery[] = [];
    try {
      for (const fault of plan.faults) recoveries.push(await victim.strike(fault));
      await pause(plan.tail);
    } finally {
      site.calm = true;
      await crowd;
    }
    const { verdict, settled } = await inDatabase(victim.running, (database) => this.#settle(database));
    const mine = this.#diaries.slice(first);
    const report = {
      seed,
      wrong: verdict.wrong,
      recoveries,
      people: mine.length,
      sent: mine.filter(({ sent }) => sent).length,
      cases: verdict.cases,
      settled,
    };
    return { report, left: victim.running };
  }

  /** People who come one after another, several at once, until it is calm. */
  async #crowd(plan: Plan, chance: Chance, name: string): Promise<void> {
    let count = 0;
    const seat = async (): Promise<void> => {
      while (!this.#site.calm) {
        count += 1;
        const diary = newDiary(`p${name}-${count}@example.com`, chance.yes(0.25) ? "api" : "web");
        this.#diaries.push(diary);
        await live(this.#site, diary, mannerOf(chance), 10 * count);
        await pause(chance.whole(0, 20));
      }
    };
    await Promise.all(Array.from({ length: plan.people }, seat));
  }

  /** Waits for the outbox, and for requests whose people hung up; what is still wrong after that stays wrong. */
  async #settle(database: Database) {
    const since = performance.now();
    const emptied = async (): Promise<void> => {
      for (let waiting = true; waiting && performance.now() - since < LONGEST_SETTLE;) {
        const { left, dead } = await jobsLeft(database);
        waiting = left > dead;
        if (waiting) await pause(25);
      }
    };
    const look = () => check(database, join(this.#premises.folder, "data"), this.#diaries);
    await emptied();
    const settled = Math.round(performance.now() - since);
    let verdict = await look();
    for (let looks = 1; verdict.wrong.length > 0 && looks < 4; looks++) {
      await pause(250);
      await emptied();
      verdict = await look();
    }
    return { settled, verdict };
  }
}

/** Runs fault rounds against the real program in a folder of their own. Throws where the program does not come back at all. */
export async function faultRounds(
  options: RunOptions,
): Promise<{ readonly rounds: readonly RoundReport[]; readonly complaints: readonly string[] }> {
  const place = await premises();
  try {
    return { rounds: await new Run(place, options).rounds(), complaints: [...place.complaints] };
  } finally {
    await place.close();
  }
}

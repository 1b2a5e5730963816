import type { DeadPage, Waiting } from "./dead-jobs.ts";
import { countWaiting, listDead, replayDead, replayDeadKind } from "./dead-jobs.ts";
import type { JobHandler } from "./job.ts";
import { readyKinds } from "./job-store.ts";
import { jobRecorder } from "./job-recorder.ts";
import type { EachHouse } from "./jobs-each.ts";
import { handBack, runEach } from "./jobs-each.ts";
import type { JobsHouse } from "./jobs-house.ts";
import { runTogether } from "./jobs-together.ts";
import { apart } from "./statement-count.ts";
import { Slots } from "./slots.ts";

/** The outbox: does the work that transactions leave behind, each council's apart. */
export interface Jobs {
  /** Says who does a kind of job. Call before `start`. */
  handle(handler: JobHandler): void;
  /** Says that a transaction with jobs has committed. Costs nothing; the work starts in a moment. */
  wake(council: string): void;
  /** Starts doing jobs, and looks every two seconds for what nobody woke it for. */
  start(): void;
  /** Takes nothing new, waits a while for what is being done, and hands the rest back. */
  stop(): Promise<void>;
  /** For tests and commands: does everything that is ready, of one council or all, and what that leads to. */
  settle(council?: string): Promise<void>;
  dead(council: string, page: number): Promise<DeadPage>;
  replay(council: string, id: string): Promise<boolean>;
  replayAll(council: string, kind: string): Promise<number>;
  waiting(): Promise<Waiting>;
}

export interface JobsOptions extends JobsHouse {
  readonly councils: () => readonly string[];
  /** Milliseconds a stop waits for what is being done. 5,000 unless told. */
  readonly grace?: number;
}

interface Round {
  readonly handler: JobHandler;
  readonly slots: Slots;
  /** What is running, by council. */
  readonly running: Map<string, Promise<number>>;
  /** Councils woken while running, to be looked at once more. */
  readonly again: Set<string>;
  readonly timers: Map<string, NodeJS.Timeout>;
}

const SWEEP = 2000;
const GRACE = 5000;
const DELAY = 10;
// Transactions of handlers that work in the database alone: more would take connections from pages and gain nothing.
const TOGETHER_AT_ONCE = 2;
const EACH_AT_ONCE = 8;

class Outbox implements Jobs {
  readonly #house: JobsOptions;
  readonly #rounds = new Map<string, Round>();
  readonly #together = new Slots(TOGETHER_AT_ONCE);
  readonly #each: EachHouse;
  #sweeper: NodeJS.Timeout | undefined;
  #sweeping: Promise<void> | undefined;
  #open = false;
  #stopped = false;

  constructor(house: JobsOptions) {
    this.#house = house;
    this.#each = { ...house, record: jobRecorder(house), held: new Map() };
  }

  handle(handler: JobHandler): void {
    if (this.#rounds.has(handler.kind)) throw new Error(`Two handlers for jobs of kind "${handler.kind}"`);
    const slots = "together" in handler ? this.#together : new Slots(handler.atOnce ?? EACH_AT_ONCE);
    this.#rounds.set(handler.kind, { handler, slots, running: new Map(), again: new Set(), timers: new Map() });
  }

  wake(council: string): void {
    if (!this.#open) return;
    for (const round of this.#rounds.values()) this.#soon(round, council);
  }

  /** Waits a moment, so that what commits together is taken together. */
  #soon(round: Round, council: string): void {
    if (round.timers.has(council)) return;
    const begin = (): void => {
      round.timers.delete(council);
      apart(() => this.#begin(round, council));
    };
    round.timers.set(council, setTimeout(begin, round.handler.delay ?? DELAY));
  }

  #begin(round: Round, council: string): void {
    if (!this.#open) return;
    if (round.running.has(council)) round.again.add(council);
    else void this.#drain(round, council);
  }

  /** Does all that is ready of one kind in one council. Gives how many; the database being away ends it without an error. */
  #drain(round: Round, council: string): Promise<number> {
    const found = round.running.get(council);
    if (found !== undefined) return found;
    const work = this.#run(round, council).finally(() => {
      round.running.delete(council);
      if (round.again.delete(council)) this.#begin(round, council);
    });
    round.running.set(council, work);
    return work;
  }

  async #run(round: Round, council: string): Promise<number> {
    const { handler, slots } = round;
    let done = 0;
    try {
      for (;;) {
        const batch =
          "together" in handler
            ? await runTogether(this.#house, handler, council, slots)
            : await runEach(this.#each, handler, council, slots);
        done += batch.count;
        if (!batch.more || this.#stopped) return done;
      }
    } catch (error) {
      this.#house.log.warn("jobs interrupted", { council, kind: handler.kind }, error);
      return done;
    }
  }

  start(): void {
    this.#open = true;
    this.#stopped = false;
    this.#sweeper ??= setInterval(() => {
      this.#sweeping ??= this.#sweep().finally(() => {
        this.#sweeping = undefined;
      });
    }, SWEEP);
    for (const council of this.#house.councils()) this.wake(council);
  }

  async #sweep(): Promise<void> {
    try {
      const { database, clock, councils } = this.#house;
      for (const { council, kind } of await readyKinds(database, councils(), [...this.#rounds.keys()], clock.now())) {
        const round = this.#rounds.get(kind);
        if (round !== undefined) this.#begin(round, council);
      }
    } catch (error) {
      this.#house.log.warn("jobs could not be looked for", {}, error);
    }
  }

  async stop(): Promise<void> {
    this.#open = false;
    this.#stopped = true;
    clearInterval(this.#sweeper);
    this.#sweeper = undefined;
    for (const round of this.#rounds.values()) {
      for (const timer of round.timers.values()) clearTimeout(timer);
      round.timers.clear();
    }
    await this.#idle();
    await handBack(this.#each).catch((error: unknown) => this.#house.log.warn("jobs not handed back", {}, error));
  }

  async #idle(): Promise<void> {
    const running = [...this.#rounds.values()].flatMap((round) => [...round.running.values()]);
    let timer: NodeJS.Timeout | undefined;
    const grace = new Promise<void>((over) => {
      timer = setTimeout(over, this.#house.grace ?? GRACE);
    });
    await Promise.race([Promise.all([this.#sweeping, ...running]), grace]);
    clearTimeout(timer);
  }

  async settle(council?: string): Promise<void> {
    const councils = council === undefined ? this.#house.councils() : [council];
    for (let more = true; more;) {
      // One that was under way may have looked before the newest job was there.
      const joined = [...this.#rounds.values()].some((round) => councils.some((one) => round.running.has(one)));
      const work = [...this.#rounds.values()].flatMap((round) => councils.map((one) => this.#drain(round, one)));
      more = (await Promise.all(work)).some((count) => count > 0) || joined;
    }
  }

  dead(council: string, page: number): Promise<DeadPage> {
    return listDead(this.#house.database, council, page);
  }

  async replay(council: string, id: string): Promise<boolean> {
    const found = await replayDead(this.#house.database, council, id, this.#house.clock.now());
    this.wake(council);
    return found;
  }

  async replayAll(council: string, kind: string): Promise<number> {
    const count = await replayDeadKind(this.#house.database, council, kind, this.#house.clock.now());
    this.wake(council);
    return count;
  }

  waiting(): Promise<Waiting> {
    return countWaiting(this.#house.database, this.#house.councils(), [...this.#rounds.keys()]);
  }
}

export function createJobs(options: JobsOptions): Jobs {
  return new Outbox(options);
}

import { setTimeout as pause } from "node:timers/promises";

import type { Chance } from "../../src/demonstration/chance.ts";
import type { Site } from "./person.ts";
import type { Fault, FaultKind } from "./plan.ts";
import { databaseProcesses, end, signal } from "./program.ts";
import type { Premises, ProgramOptions, Running } from "./program.ts";

/** How long it took until something was accepted again: since the start of the program's process, or since the database was killed. */
export interface Recovery {
  readonly kind: FaultKind;
  /** Milliseconds. */
  readonly took: number;
}

/** The program of a run, through all its starts. */
export class Victim {
  running: Running;
  readonly #premises: Premises;
  readonly #options: ProgramOptions;
  readonly #site: Site;
  readonly #chance: Chance;

  constructor(running: Running, house: { premises: Premises; options: ProgramOptions; site: Site; chance: Chance }) {
    this.running = running;
    this.#premises = house.premises;
    this.#options = house.options;
    this.#site = house.site;
    this.#chance = house.chance;
  }

  get #database(): readonly number[] {
    return databaseProcesses(this.running.cluster ?? "");
  }

  async #comeBack(): Promise<number> {
    this.running = await this.#premises.start(this.#options);
    this.#site.port = this.running.port;
    return this.running.startedAt;
  }

  async #freeze(ids: readonly number[], lasts: number): Promise<number> {
    signal(ids, "SIGSTOP");
    await pause(lasts);
    const over = performance.now();
    signal(ids, "SIGCONT");
    return over;
  }

  /** Ends a program that is still starting, whether it got there or not. */
  async #killWhileStarting(lasts: number): Promise<void> {
    const starting = this.#premises.start(this.#options).then(
      (running) => running,
      () => undefined,
    );
    await pause(lasts);
    this.#premises.killAll();
    await starting;
  }

  /** Does it. Gives the instant from which recovery counts. */
  async #do({ kind, lasts }: Fault): Promise<number> {
    const [main, ...others] = this.#database;
    const since = performance.now();
    switch (kind) {
      case "database":
        signal(main === undefined ? [] : [main], "SIGKILL");
        return since;
      case "backend":
        signal(others.length === 0 ? [] : [this.#chance.pick([others[0] ?? 0, ...others.slice(1)])], "SIGKILL");
        return since;
      case "freeze-program":
        return this.#freeze([this.running.child.pid ?? 0], lasts);
      case "freeze-database":
        return this.#freeze(this.#database, lasts);
      case "stop": {
        const code = await end(this.running, "SIGTERM");
        if (code !== 0) throw new Error(`The program ended with ${code} when it was asked to stop`);
        break;
      }
      default:
        if (kind === "both" && main !== undefined) signal([main], "SIGKILL");
        await end(this.running, "SIGKILL");
        if (kind === "again") await this.#killWhileStarting(lasts);
        else await pause(lasts / 10);
    }
    return this.#comeBack();
  }

  /** Strikes, brings the program back where it is gone, and waits until something is accepted again. */
  async strike(fault: Fault): Promise<Recovery> {
    await pause(fault.after);
    const struckAt = performance.now();
    const from = await this.#do(fault);
    const accepted = () => this.#site.acknowledged.find(({ askedAt }) => askedAt > Math.max(from, struckAt));
    for (const until = performance.now() + 20_000; performance.now() < until; await pause(5)) {
      const first = accepted();
      if (first !== undefined) return { kind: fault.kind, took: Math.round(first.at - from) };
    }
    throw new Error(`Nothing was accepted within 20 seconds of ${fault.kind}`);
  }
}

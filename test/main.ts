import { spawn } from "node:child_process";
import { globSync } from "node:fs";

/**
 * Runs every test, or the files that are named: in two processes side by side, as two cores can. What a browser shows and what is killed
 * mostly waits for other processes; the rest mostly computes. Files of one process share a database, a server and a browser.
 */
const APART = /^test\/(browser|faults)\//;
const RUN = ["--import", "./test/support/alive.ts", "--test", "--test-isolation=none"];

const named = process.argv.slice(2);
const files = named.length > 0 ? named : globSync("test/**/*.test.ts").toSorted();
const groups = [files.filter((file) => !APART.test(file)), files.filter((file) => APART.test(file))].filter((group) => group.length > 0);

const ends = await Promise.all(groups.map((group, index) => run(group, index === 0)));
for (const { held } of ends) process.stdout.write(held);
process.exitCode = ends.every(({ code }) => code === 0) ? 0 : 1;

/** What one process says is written at once, what another says when all have ended, so that neither is torn apart. */
function run(group: readonly string[], atOnce: boolean): Promise<{ readonly code: number | null; readonly held: string }> {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, [...RUN, ...group], { stdio: ["ignore", atOnce ? "inherit" : "pipe", "inherit"] });
    let held = "";
    child.stdout?.setEncoding("utf8").on("data", (text: string) => (held += text));
    child.once("error", failed).once("close", (code) => done({ code, held }));
  });
}

import { spawn } from "node:child_process";
import { globSync } from "node:fs";

/**
 * Runs every test, or the files that are named: in two processes side by side, as two cores can, since what a browser shows mostly waits for the
 * browser. What is killed and has to come back in time comes after them, alone. Files of one process share a database, a server and a browser.
 * A process ends with its last test, also where one that failed left a server behind.
 */
const BROWSER = /^test\/browser\//;
const ALONE = /^test\/faults\//;
const RUN = ["--import", "./test/support/alive.ts", "--test", "--test-isolation=none", "--test-force-exit"];

const named = process.argv.slice(2);
const files = named.length > 0 ? named : globSync("test/**/*.test.ts").toSorted();
const alone = files.filter((file) => ALONE.test(file));
const browser = files.filter((file) => BROWSER.test(file));
const others = files.filter((file) => !ALONE.test(file) && !BROWSER.test(file));

const together = await Promise.all([run(others, "inherit"), run(browser, "pipe")]);
for (const { held } of together) process.stdout.write(held);
const ends = [...together, await run(alone, "inherit")];
process.exitCode = ends.every(({ code }) => code === 0) ? 0 : 1;

/** What one of two processes says is written at once, what the other says when both have ended, so that neither is torn apart. */
function run(group: readonly string[], output: "inherit" | "pipe"): Promise<{ readonly code: number | null; readonly held: string }> {
  if (group.length === 0) return Promise.resolve({ code: 0, held: "" });
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, [...RUN, ...group], { stdio: ["ignore", output, "inherit"] });
    let held = "";
    child.stdout?.setEncoding("utf8").on("data", (text: string) => (held += text));
    child.once("error", failed).once("close", (code) => done({ code, held }));
  });
}

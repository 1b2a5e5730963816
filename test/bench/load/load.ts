import { fork } from "node:child_process";
import { join } from "node:path";

import type { Counted, Load } from "./client.ts";

/** Puts a load on from a process of its own and gives what it counted. */
export function load(work: Load): Promise<Counted> {
  const child = fork(join(import.meta.dirname, "client.ts"), { env: { PATH: process.env["PATH"] } });
  return new Promise((resolve, reject) => {
    // Safe: client.ts sends this and nothing else.
    child.once("message", (counted) => resolve(counted as Counted));
    child.once("exit", (code) => code !== 0 && reject(new Error(`The load's process ended with ${code}`)));
    child.send(work);
  });
}

import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

import type { Measured } from "./measure.ts";
import { measure } from "./measure.ts";
import type { Plan } from "./row.ts";

const BYTES = 5000;

/** Pages a second of Node's own HTTP server that does nothing but answer, under the same load from the same client. */
export async function httpCeiling(plan: Plan): Promise<Measured> {
  const child = fork(join(import.meta.dirname, "load", "bare-server.ts"), [String(BYTES)], { env: { PATH: process.env["PATH"] } });
  try {
    const [port] = await once(child, "message");
    const watched = { program: [child.pid ?? 0], database: () => [] };
    return await measure(plan, { kind: "page", port: Number(port), path: "/" }, watched);
  } finally {
    child.kill();
  }
}

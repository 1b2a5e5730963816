import { Worker } from "node:worker_threads";

import type { InboundMail } from "./read-mail.ts";

/** Milliseconds and megabytes that reading one email may take. */
const LONGEST = 10_000;
const MOST_MEMORY = 256;

/**
 * Reads an email in a thread of its own, which is ended when it takes too long or too much: what a stranger sends never holds up what
 * everybody else asks. Undefined where it cannot be read.
 */
export function readApart(raw: Buffer): Promise<InboundMail | undefined> {
  return new Promise((done) => {
    const resourceLimits = { maxOldGenerationSizeMb: MOST_MEMORY, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 };
    const thread = new Worker(new URL("./read-mail-thread.ts", import.meta.url), { workerData: raw, resourceLimits, execArgv: [] });
    const end = (mail: InboundMail | undefined): void => {
      clearTimeout(timer);
      void thread.terminate();
      done(mail);
    };
    const timer = setTimeout(() => end(undefined), LONGEST);
    thread.once("message", (mail: InboundMail | undefined) => end(mail && { ...mail, files: mail.files.map(asBuffer) }));
    thread.once("error", () => end(undefined));
    thread.once("exit", () => end(undefined));
  });
}

// What crosses from another thread is a plain array of bytes.
function asBuffer({ name, bytes }: InboundMail["files"][number]): InboundMail["files"][number] {
  return { name, bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) };
}

import { parentPort, workerData } from "node:worker_threads";

import { readMail } from "./read-mail.ts";

// Safe: whoever starts this thread gives it the bytes of an email.
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- that is for windows of browsers, and this is a thread
parentPort?.postMessage(await readMail(Buffer.from(workerData as Uint8Array)));

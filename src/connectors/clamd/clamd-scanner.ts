import { connect } from "node:net";
import type { Socket } from "node:net";

import type { Scanner, ScanOutcome } from "../../platform/files/scanner.ts";

export interface ClamdOptions {
  /** `tcp://host:port` or `unix:///path`. */
  readonly url: string;
  /** Milliseconds for the whole scan. 20,000 unless told. */
  readonly timeout?: number;
}

// clamd refuses a longer chunk only past its StreamMaxLength; this size keeps the copies small.
const CHUNK = 64 * 1024;
const LONGEST_REPLY = 1024;

function dial(url: string): Socket {
  const { protocol, hostname, port, pathname } = new URL(url);
  if (protocol === "unix:") return connect({ path: decodeURIComponent(pathname) });
  return connect({ host: hostname.replace(/^\[|\]$/g, ""), port: Number(port || "3310") });
}

/** Each chunk is its length in four bytes, most significant first, and its bytes; a length of nought ends it. */
function* frames(bytes: Buffer): Generator<Buffer> {
  yield Buffer.from("zINSTREAM\0");
  for (let at = 0; at < bytes.length; at += CHUNK) {
    const part = bytes.subarray(at, at + CHUNK);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(part.length);
    yield length;
    yield part;
  }
  yield Buffer.alloc(4);
}

function readReply(reply: string): ScanOutcome {
  const words = reply.replace(/\0.*$/s, "").trim();
  if (words === "stream: OK") return { kind: "clean" };
  const found = /^stream: (.+) FOUND$/.exec(words)?.[1];
  if (found !== undefined) return { kind: "infected", name: found };
  return { kind: "unavailable", code: words.includes("size limit exceeded") ? "clamd-size-limit" : "clamd-reply" };
}

function converse(socket: Socket, bytes: Buffer, timeout: number): Promise<ScanOutcome> {
  return new Promise((answer) => {
    let reply = "";
    const end = (outcome: ScanOutcome): void => {
      clearTimeout(timer);
      socket.destroy();
      answer(outcome);
    };
    const timer = setTimeout(() => end({ kind: "unavailable", code: "clamd-timeout" }), timeout);
    socket.setEncoding("latin1");
    socket.on("data", (part: string) => {
      reply += part;
      if (reply.includes("\0") || reply.length > LONGEST_REPLY) end(readReply(reply));
    });
    socket.on("end", () => end(readReply(reply)));
    // A reply may already be there: clamd closes while we still write when a stream is too long.
    socket.on("error", () => end(reply === "" ? { kind: "unavailable", code: "clamd-unreachable" } : readReply(reply)));
    socket.on("connect", () => {
      for (const frame of frames(bytes)) socket.write(frame);
    });
  });
}

/** Has ClamAV's daemon look for viruses, by its INSTREAM command (source: clamd(8)). Never throws. */
export function clamdScanner(options: ClamdOptions): Scanner {
  return { scan: (bytes) => converse(dial(options.url), bytes, options.timeout ?? 20_000) };
}

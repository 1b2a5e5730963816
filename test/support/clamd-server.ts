import { createServer } from "node:net";
import type { AddressInfo, Socket } from "node:net";

/** How the stand-in behaves: as clamd does, or in one of the ways it fails. */
export type ClamdManner = "scan" | "hang" | "drop" | "too-long" | "nonsense";

export interface ClamdServer {
  readonly url: string;
  /** The bytes of the last stream it was sent. */
  received(): Buffer;
  close(): Promise<void>;
}

// The harmless file that every scanner knows, in two parts so that no scanner takes this one for it.
export const EICAR = Buffer.from(String.raw`X5O!P%@AP[4\PZX54(P^)7CC)7}` + "$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*");

/** The stream once it is complete: chunks with their lengths before them, up to a length of nought. */
function unframe(sent: Buffer): Buffer | undefined {
  const parts: Buffer[] = [];
  let at = "zINSTREAM\0".length;
  while (at + 4 <= sent.length) {
    const length = sent.readUInt32BE(at);
    if (length === 0) return Buffer.concat(parts);
    parts.push(sent.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return undefined;
}

function reply(manner: ClamdManner, stream: Buffer): string {
  if (manner === "too-long") return "INSTREAM size limit exceeded. ERROR\0";
  if (manner === "nonsense") return "what?\0";
  return stream.includes(EICAR) ? "stream: Eicar-Test-Signature FOUND\0" : "stream: OK\0";
}

/** A stand-in for clamd on a real socket: a free port, or `path` for a unix socket. */
export async function clamdServer(manner: ClamdManner, path?: string): Promise<ClamdServer> {
  const open = new Set<Socket>();
  let last: Buffer = Buffer.alloc(0);
  const server = createServer((socket) => {
    open.add(socket);
    socket.on("error", () => undefined);
    socket.on("close", () => open.delete(socket));
    let sent = Buffer.alloc(0);
    const answer = (stream: Buffer): void => {
      last = stream;
      socket.end(reply(manner, stream));
    };
    socket.on("data", (part) => {
      if (manner === "drop") socket.destroy();
      sent = Buffer.concat([sent, part]);
      const stream = sent.toString("latin1", 0, 10) === "zINSTREAM\0" ? unframe(sent) : undefined;
      if (stream !== undefined && manner !== "hang") answer(stream);
    });
  });
  await new Promise<void>((ready) => (path === undefined ? server.listen(0, "127.0.0.1", ready) : server.listen(path, ready)));
  // Safe: a server that listens on a port has an AddressInfo.
  const url = path === undefined ? `tcp://127.0.0.1:${(server.address() as AddressInfo).port}` : `unix://${path}`;
  const close = (): Promise<void> => {
    for (const socket of open) socket.destroy();
    return new Promise((closed) => server.close(() => closed()));
  };
  return { url, received: () => last, close };
}

import { connect } from "node:net";
import type { Socket } from "node:net";

export interface Answer {
  readonly status: number;
  /** The status line and the headers. */
  readonly head: string;
  readonly body: string;
}

const END_OF_HEAD = Buffer.from("\r\n\r\n");

/**
 * One kept-alive HTTP connection with one request at a time under way. It understands answers that say their length, which all of ours do,
 * and little else, so that the load takes as little as can be of the processors it shares with what it measures.
 */
export class Connection {
  readonly #socket: Socket;
  #held: Buffer = Buffer.alloc(0);
  #settle: { resolve: (answer: Answer) => void; reject: (error: Error) => void } | undefined;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.setNoDelay(true);
    socket.on("data", (part) => this.#take(part));
    const fail = (error?: Error | boolean): void =>
      this.#settle?.reject(error instanceof Error ? error : new Error("The server closed the connection"));
    socket.on("error", fail);
    socket.on("close", fail);
  }

  static open(port: number): Promise<Connection> {
    return new Promise((resolve, reject) => {
      const socket = connect(port, "127.0.0.1", () => resolve(new Connection(socket)));
      socket.once("error", reject);
    });
  }

  send(request: string): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#settle = { resolve, reject };
      this.#socket.write(request);
    });
  }

  close(): void {
    this.#socket.destroy();
  }

  #take(part: Buffer): void {
    this.#held = this.#held.length === 0 ? part : Buffer.concat([this.#held, part]);
    const end = this.#held.indexOf(END_OF_HEAD);
    if (end === -1) return;
    const head = this.#held.toString("latin1", 0, end);
    const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0);
    if (this.#held.length < end + 4 + length) return;
    const body = this.#held.toString("utf8", end + 4, end + 4 + length);
    this.#held = this.#held.subarray(end + 4 + length);
    const settle = this.#settle;
    this.#settle = undefined;
    settle?.resolve({ status: Number(head.slice(9, 12)), head, body });
  }
}

/** A request as bytes on the wire, with the headers that a browser's or a program's request cannot do without. */
export function get(path: string, cookie = ""): string {
  return `GET ${path} HTTP/1.1\r\nHost: bench.example\r\n${cookie}\r\n`;
}

export function post(path: string, body: string, headers: string): string {
  return `POST ${path} HTTP/1.1\r\nHost: bench.example\r\n${headers}Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

import { Agent, request } from "node:http";
import type { IncomingHttpHeaders } from "node:http";

export interface Asked {
  readonly method?: "GET" | "POST";
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  /** Milliseconds; 10,000 unless told. */
  readonly patience?: number;
  /** Sends everything and hangs up without waiting for the answer. */
  readonly hangUp?: boolean;
}

export interface Answered {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Nobody knows whether the other side did it. */
export class Broken extends Error {}

/** A person's own connections, kept open between requests as a browser does. */
export function newAgent(): Agent {
  return new Agent({ keepAlive: true, maxSockets: 4 });
}

/** Asks over real HTTP. Throws `Broken` where no whole answer comes back. */
export function ask(agent: Agent, port: number, asked: Asked): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const fail = (): void => reject(new Broken());
    const { method = "GET", path, headers = {}, body, patience = 10_000 } = asked;
    const length = body === undefined ? {} : { "content-length": String(Buffer.byteLength(body)) };
    const sending = request(
      { agent, host: "127.0.0.1", port, method, path, headers: { ...headers, ...length }, timeout: patience },
      (incoming) => {
        const parts: Buffer[] = [];
        incoming.on("data", (part: Buffer) => parts.push(part));
        incoming.on("error", fail);
        incoming.on("close", () => {
          if (!incoming.complete) return fail();
          return resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body: Buffer.concat(parts).toString() });
        });
      },
    );
    sending.on("error", fail);
    sending.on("timeout", () => sending.destroy());
    sending.end(body, () => {
      if (asked.hangUp !== true) return;
      sending.destroy();
      fail();
    });
  });
}

/** The part of the cookies that a browser sends back. */
export function cookiesOf({ headers }: Answered): readonly string[] {
  return (headers["set-cookie"] ?? []).map((cookie) => cookie.split(";", 1)[0] ?? "");
}

/** The value of the page's hidden key; the one of the form that posts to `action` where several are there. */
export function keyOf(page: string): string | undefined {
  return (
    /<input\b[^>]*\bname="key"[^>]*\bvalue="([^"]+)"/.exec(page)?.[1] ?? /<input\b[^>]*\bvalue="([^"]+)"[^>]*\bname="key"/.exec(page)?.[1]
  );
}

export function formBody(fields: Readonly<Record<string, string>>): Pick<Asked, "body" | "headers" | "method"> {
  return { method: "POST", body: new URLSearchParams(fields).toString(), headers: { "content-type": "application/x-www-form-urlencoded" } };
}

const LINE = "----guildhall-faults";

/** A form with one file in it. */
export function fileBody(
  fields: Readonly<Record<string, string>>,
  file: { field: string; name: string; text: string },
): Pick<Asked, "body" | "headers" | "method"> {
  const texts = Object.entries(fields).map(
    ([name, value]) => `--${LINE}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const chosen = `--${LINE}\r\ncontent-disposition: form-data; name="${file.field}"; filename="${file.name}"\r\ncontent-type: text/plain\r\n\r\n${file.text}\r\n`;
  return {
    method: "POST",
    body: `${texts.join("")}${chosen}--${LINE}--\r\n`,
    headers: { "content-type": `multipart/form-data; boundary=${LINE}` },
  };
}

import { connect } from "node:net";
import { setTimeout as pause } from "node:timers/promises";

export interface Posted {
  readonly from?: string;
  readonly to: readonly string[];
  readonly raw: string;
}

/** The replies of a server to lines that are sent at once after its greeting; `then` goes out once it asks for the message. */
export async function pipelined(port: number, lines: readonly string[], then?: string): Promise<string> {
  const socket = connect(port, "127.0.0.1");
  let [heard, next] = ["", [lines.join(""), then ?? ""] as const];
  const closed = new Promise<void>((done) => socket.on("close", () => done()));
  socket.on("error", () => undefined);
  socket.on("data", (part: Buffer) => {
    heard += part.toString("latin1");
    const [first, second] = next;
    if (first !== "" && /^220 /m.test(heard)) next = ["", second];
    else if (/^354 /m.test(heard)) next = ["", ""];
    if (first !== "" && next[0] === "") socket.write(first);
    if (then !== undefined && /^503 /m.test(heard)) socket.end("QUIT\r\n");
    if (second !== "" && next[1] === "") socket.write(second, "latin1");
  });
  await Promise.race([closed, pause(8000, undefined, { ref: false })]);
  socket.destroy();
  return heard;
}

/** Posts an email as a mail server does, and gives what it was answered in the end. */
export async function post(port: number, { from = "ada@example.com", to, raw }: Posted): Promise<string> {
  const body = raw.replace(/\r?\n/g, "\r\n").replace(/^\./gm, "..");
  const commands = ["EHLO mail.example", `MAIL FROM:<${from}>`, ...to.map((one) => `RCPT TO:<${one}>`), "DATA"].map(
    (line) => `${line}\r\n`,
  );
  // Where no recipient is taken there is no message to wait for.
  const replies = await pipelined(port, commands, `${body}\r\n.\r\nQUIT\r\n`);
  const lines = replies.split("\r\n").filter((line) => /^\d{3} /.test(line) && !line.startsWith("221"));
  return lines.find((line) => /^[45]\d\d [45]\.\d/.test(line)) ?? lines.at(-1) ?? "";
}

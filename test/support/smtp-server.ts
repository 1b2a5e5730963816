import type { AddressInfo, Socket } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { text } from "node:stream/consumers";

import { SMTPServer } from "smtp-server";

/** How the mail server behaves: takes mail, refuses the receiver or the message, defers, says nothing, or takes it and then drops the line. */
export type SmtpManner = "accept" | "no-such-user" | "no-such-content" | "no-such-sender" | "defer" | "hang" | "accept-then-drop" | "slow";

export interface ReceivedMail {
  readonly to: readonly string[];
  /** The whole message with its headers. */
  readonly text: string;
}

export interface MailServer {
  readonly url: string;
  readonly received: readonly ReceivedMail[];
  /** From the next command on. */
  behave(manner: SmtpManner): void;
  close(): Promise<void>;
}

function reply(code: number, words: string): Error {
  return Object.assign(new Error(words), { responseCode: code });
}

/** A real SMTP server on a free port, or on one that was used before. */
export async function mailServer(first: SmtpManner = "accept", onPort = 0): Promise<MailServer> {
  let manner = first;
  const received: ReceivedMail[] = [];
  const sockets = new Set<Socket>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    logger: false,
    closeTimeout: 50,
    onMailFrom: (_, __, callback) => {
      callback(manner === "no-such-sender" ? reply(550, "5.7.1 Sender not allowed") : null);
    },
    onRcptTo: (_, __, callback) => {
      if (manner === "hang") return;
      if (manner === "no-such-user") callback(reply(550, "5.1.1 No such user"));
      else callback(manner === "defer" ? reply(451, "4.3.0 Try again later") : null);
    },
    onData: (stream, session, callback) => {
      const take = async (): Promise<void> => {
        const all = await text(stream);
        if (manner === "no-such-content") return callback(reply(554, "5.6.0 Content refused"));
        received.push({ to: session.envelope.rcptTo.map((to) => to.address), text: all });
        if (manner === "slow") await pause(100);
        if (manner !== "accept-then-drop") return callback(null, "taken");
        for (const socket of sockets) socket.destroy();
        return undefined;
      };
      void take();
    },
  });
  server.on("error", () => undefined);
  server.server.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });
  await new Promise<void>((ready) => server.listen(onPort, "127.0.0.1", ready));
  // Safe: a server that listens on a port has an AddressInfo.
  const { port } = server.server.address() as AddressInfo;
  const behave = (next: SmtpManner): void => {
    manner = next;
  };
  return { url: `smtp://127.0.0.1:${port}`, received, behave, close: () => new Promise((closed) => server.close(() => closed())) };
}

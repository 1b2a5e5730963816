import type { AddressInfo } from "node:net";

import type { SMTPServerDataStream, SMTPServerSession } from "smtp-server";

import type { MailIn, MailVerdict } from "../../messages/inbound/take-mail.ts";
import type { Log } from "../../platform/log.ts";

export interface ReceiverOptions {
  readonly port: number;
  readonly host: string;
  readonly mailIn: MailIn;
  readonly log: Log;
  /** Milliseconds in which a client must say something. */
  readonly silence?: number;
}

export interface Receiver {
  readonly port: number;
  close(): Promise<void>;
}

/** Bytes of a whole email: a file of 15 MB grows by a third on the way. */
export const LARGEST_MAIL = 25 * 1024 * 1024;
const MOST_CLIENTS = 40;
/** An email is held whole while it is read apart. */
const MOST_AT_ONCE = 2;
/** An answer goes to one address, and seldom to a few. */
const MOST_RECIPIENTS = 10;

function refused(code: number, words: string): Error {
  return Object.assign(new Error(words), { responseCode: code });
}

function errorOf(verdict: MailVerdict): Error | null {
  return verdict.ok ? null : refused(verdict.code, verdict.words);
}

const TOO_LARGE = refused(552, `5.3.4 The message is larger than ${LARGEST_MAIL / 1024 / 1024} MB`);
const BUSY = refused(451, "4.3.2 Too many messages at once. Try again later");
const TOO_MANY = refused(452, "4.5.3 Too many recipients");

/** All of it, or undefined where it is too large; what is too much is read and not held. */
async function collected(stream: SMTPServerDataStream, hold: boolean): Promise<Buffer | undefined> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of stream as AsyncIterable<Buffer>) {
    size += part.length;
    if (hold && size <= LARGEST_MAIL) parts.push(part);
    else parts.length = 0;
  }
  return size > LARGEST_MAIL || stream.sizeExceeded ? undefined : Buffer.concat(parts);
}

/** Answers in the way that the library asks for; a connection that broke off while a message came is asked to come again. */
async function answer(callback: (problem?: Error | null) => void, work: () => Promise<Error | null>): Promise<void> {
  callback(await work().catch(() => BUSY));
}

function envelopeOf({ envelope }: SMTPServerSession) {
  return {
    sender: envelope.mailFrom === false ? "" : (envelope.mailFrom?.address ?? ""),
    recipients: envelope.rcptTo.map(({ address }) => address),
  };
}

/** Listens for mail to the addresses that our emails are answered to. It stands behind the council's own mail server, which judges who sent what. */
export async function smtpReceiver({ port, host, mailIn, log, silence = 60_000 }: ReceiverOptions): Promise<Receiver> {
  const { SMTPServer } = await import("smtp-server");
  let taking = 0;
  const take = async (stream: SMTPServerDataStream, session: SMTPServerSession): Promise<Error | null> => {
    const free = taking < MOST_AT_ONCE;
    if (free) taking += 1;
    try {
      const raw = await collected(stream, free);
      if (!free) return BUSY;
      return raw === undefined ? TOO_LARGE : errorOf(await mailIn.take(envelopeOf(session), raw));
    } finally {
      if (free) taking -= 1;
    }
  };
  const server = new SMTPServer({
    name: "guildhall",
    banner: "Guildhall",
    authOptional: true,
    disabledCommands: ["AUTH", "STARTTLS"],
    disableReverseLookup: true,
    logger: false,
    size: LARGEST_MAIL,
    maxClients: MOST_CLIENTS,
    socketTimeout: silence,
    closeTimeout: 5000,
    onRcptTo: (address, session, callback) => {
      if (session.envelope.rcptTo.length >= MOST_RECIPIENTS) return callback(TOO_MANY);
      void answer(callback, async () => errorOf(await mailIn.addressed(address.address, envelopeOf(session).sender)));
      return undefined;
    },
    onData: (stream, session, callback) => {
      void answer(callback, () => take(stream, session));
    },
  });
  server.on("error", (error) => log.warn("mail connection broken off", {}, error));
  await new Promise<void>((ready, failed) => {
    server.server.once("error", failed);
    server.listen(port, host, () => ready());
  });
  // Safe: a server that listens on a port has an AddressInfo.
  const at = server.server.address() as AddressInfo;
  return { port: at.port, close: () => new Promise((closed) => server.close(() => closed())) };
}

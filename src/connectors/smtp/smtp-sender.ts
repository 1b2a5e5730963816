import { createTransport } from "nodemailer";

import type { Mail, MailOutcome, MailProblem, MailSender } from "../../messages/mail.ts";
import { isMailAddress } from "../../messages/mail.ts";

export interface SmtpOptions {
  /** `smtp://user:password@host:port` or `smtps://...`; its query may hold `requireTLS=true`. */
  readonly url: string;
  /** Milliseconds for one mail, connecting included. 15,000 unless told. */
  readonly timeout?: number;
}

/** What nodemailer says of a failure. */
interface SmtpError {
  readonly code?: unknown;
  readonly responseCode?: unknown;
  /** The command that was answered: `RCPT TO`, `DATA`, ... */
  readonly command?: unknown;
}

function refused(code: MailProblem, again: boolean): MailOutcome {
  return { sent: false, again, code };
}

const UNREACHABLE = new Set(["EDNS", "ESOCKET", "ECONNREFUSED", "ETLS", "EREQUIRETLS"]);
const TIMED_OUT = new Set(["ETIMEDOUT", "EABORT", "ABORT_ERR"]);

/**
 * A reply of 5xx to the receiver or to the message itself is final (RFC 5321, 4.2.1). The same to our greeting, sign-in or
 * sender is a fault of the settings: all mail waits until somebody mends it.
 */
function outcomeOf(error: SmtpError, aborted: boolean): MailOutcome {
  const reply = typeof error.responseCode === "number" ? error.responseCode : 0;
  const code = String(error.code);
  if (code === "EAUTH") return refused("mail-settings", true);
  if (reply >= 500) {
    const aboutThisMail = error.command === "RCPT TO" || error.command === "DATA";
    return aboutThisMail ? refused("mail-refused", false) : refused("mail-settings", true);
  }
  if (reply >= 400) return refused("mail-deferred", true);
  if (aborted || TIMED_OUT.has(code)) return refused("mail-timeout", true);
  if (UNREACHABLE.has(code)) return refused("mail-unreachable", true);
  return refused("mail-broken-off", true);
}

function transportFor(url: string, timeout: number) {
  return createTransport({
    url,
    pool: true,
    maxConnections: 4,
    maxMessages: 500,
    // The outbox tries again; a queue inside the program would hand a mail over twice when a connection breaks off.
    maxRequeues: 0,
    connectionTimeout: timeout,
    greetingTimeout: timeout,
    socketTimeout: timeout,
    dnsTimeout: timeout,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

// A header ends with its line, so a subject never holds more than one.
function subjectOf(mail: Mail): string {
  return mail.subject.replace(/[\p{Cc}\u2028\u2029]+/gu, " ");
}

/** Hands mail to an SMTP server over a few kept connections. */
export function smtpSender(options: SmtpOptions): MailSender {
  const timeout = options.timeout ?? 15_000;
  const transport = transportFor(options.url, timeout);
  const send = async (mail: Mail): Promise<MailOutcome> => {
    if (!isMailAddress(mail.to)) return refused("mail-address", false);
    // Bounds the whole, also a server that answers a letter at a time.
    const signal = AbortSignal.timeout(timeout);
    try {
      await transport.sendMail({
        from: mail.from,
        to: { name: "", address: mail.to },
        subject: subjectOf(mail),
        text: mail.text,
        messageId: mail.messageId,
        ...(mail.replyTo !== undefined && { replyTo: mail.replyTo }),
        ...(mail.returnTo !== undefined && { envelope: { from: mail.returnTo, to: mail.to } }),
        ...(mail.references !== undefined && { references: mail.references, inReplyTo: mail.references }),
        headers: { "Auto-Submitted": "auto-generated" },
        signal,
      });
      return { sent: true };
    } catch (error) {
      // Safe: only asks whether the properties are there.
      return outcomeOf(error as SmtpError, signal.aborted);
    }
  };
  return { send, close: () => transport.close({ force: true }) };
}

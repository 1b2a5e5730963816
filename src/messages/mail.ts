import { createHash } from "node:crypto";

export interface MailAddress {
  readonly name: string;
  readonly address: string;
}

export interface Mail {
  readonly from: MailAddress;
  readonly to: string;
  readonly subject: string;
  /** Plain text. */
  readonly text: string;
  /** The same for every attempt, so that a receiver who had it already can tell: `<...@domain>`. */
  readonly messageId: string;
  /** Where answers go, and news that it could not be delivered, where that is not the sender. */
  readonly replyTo?: string;
  readonly returnTo?: string;
  /** What it belongs to, so that mail programs show all about a case together: `<...@domain>`. */
  readonly references?: string;
}

/** What became of it. `again` says whether trying later may help; `code` is stable and holds no personal data. */
export type MailOutcome = { readonly sent: true } | { readonly sent: false; readonly again: boolean; readonly code: string };

/** Port: hands mail to a mail server. Never throws, and answers within 20 seconds. */
export interface MailSender {
  send(mail: Mail): Promise<MailOutcome>;
  close(): void;
}

/** An address that may stand in an envelope: one address, no spaces, nothing that ends a header. */
export function isMailAddress(text: string): boolean {
  return text.length <= 254 && /^[^\s@<>()[\]\\,;:"\p{Cc}]{1,64}@[^\s@<>()[\]\\,;:"\p{Cc}]+$/u.test(text);
}

/** The Message-ID of a cause (RFC 5322, 3.6.4): says nothing about it, and is the same each time. */
export function messageIdOf(council: string, cause: string, from: MailAddress): string {
  const hash = createHash("sha256").update(`${council}\n${cause}`).digest("hex").slice(0, 40);
  return `<${hash}@${from.address.split("@").at(-1) ?? "localhost"}>`;
}

/** What officers read where mail was not sent, by code. */
export const MAIL_PROBLEMS = {
  "mail-address": "The email address cannot be right",
  "mail-refused": "The mail server refused the address or the message",
  "mail-deferred": "The mail server asked to try again later",
  "mail-settings": "The mail server refused us. Its address, user or password in SMTP_URL may be wrong, or the sender in MAIL_FROM",
  "mail-unreachable": "The mail server could not be reached",
  "mail-timeout": "The mail server did not answer in time",
  "mail-broken-off": "The mail server broke off before it said whether it had the message",
} as const;

export type MailProblem = keyof typeof MAIL_PROBLEMS;

export function mailProblem(code: string): string {
  const known = Object.entries(MAIL_PROBLEMS).find(([name]) => name === code);
  return known?.[1] ?? "The message could not be sent";
}

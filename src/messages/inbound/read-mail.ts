import type { Attachment, Email } from "postal-mime";

import { isMailAddress } from "../mail.ts";
import { readReport } from "./bounce.ts";
import type { Bounce } from "./bounce.ts";
import { htmlText } from "./html-text.ts";
import { ownPart } from "./own-part.ts";

/** An email as we take it in: plain text and files. */
export interface InboundMail {
  /** Whom it says that it is from; null where that is no address. */
  readonly from: string | null;
  readonly subject: string;
  /** What the person wrote themselves. */
  readonly text: string;
  /** The whole text, where that is more. */
  readonly original: string | null;
  readonly messageId: string | null;
  /** Sent by a program: an answer while somebody is away, a list, a report. */
  readonly automatic: boolean;
  /** What a mail server says that could not deliver a message. */
  readonly bounce: Bounce | undefined;
  readonly files: readonly { readonly name: string; readonly bytes: Buffer }[];
}

/** Characters of an email that are kept; nobody types as many. */
export const LONGEST_MAIL = 50_000;
const LIMITS = { maxNestingDepth: 20, maxHeadersSize: 256 * 1024, maxRfc822NestingDepth: 0, forceRfc822Attachments: true } as const;
const CUT = "\n\n[The rest of this email is left out because it is too long.]";

/** Reads an email apart; undefined where that cannot be done: its parts are too deep in each other, or its headers too long. */
export async function readMail(raw: Buffer): Promise<InboundMail | undefined> {
  // Loaded with the first mail that comes, so that a start does not wait for it.
  const { default: PostalMime } = await import("postal-mime");
  let email: Email;
  try {
    email = await PostalMime.parse(raw, LIMITS);
  } catch {
    return undefined;
  }
  const whole = plain(email.text?.trim() ? email.text : htmlText(email.html ?? ""));
  const text = ownPart(whole);
  const { address = "" } = email.from ?? {};
  return {
    from: isMailAddress(address) ? address.toLowerCase() : null,
    subject: oneLine(email.subject ?? ""),
    text: bounded(text),
    original: text === whole.trim() ? null : bounded(whole.trim()),
    messageId: email.messageId?.slice(0, 1000) ?? null,
    automatic: isAutomatic(email),
    bounce: bounceIn(email),
    files: filesIn(email),
  };
}

function bounded(text: string): string {
  return text.length <= LONGEST_MAIL ? text : `${text.slice(0, LONGEST_MAIL).toWellFormed()}${CUT}`;
}

// Line ends and tabs are all that a text needs; the rest could hide words or turn them round.
function plain(text: string): string {
  return (
    text
      .slice(0, 2 * LONGEST_MAIL)
      .toWellFormed()
      .replace(/\r\n?/g, "\n")
      // oxlint-disable-next-line no-control-regex
      .replace(/[\0-\x08\x0b-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2066-\u2069\ufeff]/g, "")
      .replace(/\n{4,}/g, "\n\n\n")
  );
}

function oneLine(text: string): string {
  return plain(text).replace(/\s+/g, " ").trim().slice(0, 200).toWellFormed();
}

function headerOf({ headers }: Email, name: string): string {
  return (
    headers
      .find(({ key }) => key === name)
      ?.value.trim()
      .toLowerCase() ?? ""
  );
}

/** RFC 3834, and what programs wrote before it. */
function isAutomatic(email: Email): boolean {
  const submitted = headerOf(email, "auto-submitted");
  if (submitted !== "" && !submitted.startsWith("no")) return true;
  if (/^(bulk|junk|list|auto_reply)\b/.test(headerOf(email, "precedence"))) return true;
  return ["x-autoreply", "x-autorespond", "x-auto-reply", "list-id"].some((name) => headerOf(email, name) !== "");
}

function bounceIn(email: Email): Bounce | undefined {
  if (!headerOf(email, "content-type").includes("report")) return undefined;
  const report = email.attachments.find(({ mimeType }) => mimeType === "message/delivery-status");
  return report && readReport(bytesOf(report).toString("latin1").slice(0, 20_000));
}

function filesIn({ attachments }: Email): InboundMail["files"] {
  return attachments.map((file, index) => ({ name: oneLine(file.filename ?? "") || `file ${index + 1}`, bytes: bytesOf(file) }));
}

function bytesOf({ content }: Attachment): Buffer {
  if (typeof content === "string") return Buffer.from(content);
  return content instanceof ArrayBuffer ? Buffer.from(content) : Buffer.from(content.buffer, content.byteOffset, content.byteLength);
}

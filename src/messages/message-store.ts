import type { Queries } from "../platform/database.ts";
import { statement } from "../platform/statement.ts";
import type { MessageWay } from "./message.ts";

export type MessageState = "queued" | "sent" | "failed" | "bounced" | "settled" | "to print" | "printed" | "erased";

/** Something told to a person. */
export interface Message {
  readonly id: string;
  /** Null where it is about no case, such as a link to a draft. */
  readonly caseId: string | null;
  /** What it tells of: one cause, one message. */
  readonly cause: string;
  readonly way: MessageWay;
  /** An email address, or the lines of a postal address. */
  readonly recipient: string;
  readonly subject: string;
  readonly body: string;
  readonly state: MessageState;
  /** Why it is not sent, as officers read it. */
  readonly problem: string | null;
  readonly createdAt: Date;
  readonly sentAt: Date | null;
}

/** How far a message has come. */
export type Standing = Pick<Message, "state" | "problem" | "sentAt">;

export interface MessagePage {
  readonly messages: readonly Message[];
  readonly more: boolean;
}

export const MESSAGE_PAGE = 50;

const COLUMNS = `id, case_id as "caseId", cause, way, recipient, subject, body, state, problem, created_at as "createdAt", sent_at as "sentAt"`;

const ofCases = statement(
  "messages-of-cases",
  `select ${COLUMNS} from messages where council = $1 and case_id = any($2::uuid[]) and state <> 'erased' order by created_at desc, id limit 8`,
);
const keepMail = statement(
  "mailbox-keep",
  `insert into messages (council, id, cause, way, recipient, subject, body, state, created_at, sent_at)
   values ($1, $2, $3, 'email', $4, $5, $6, 'sent', $7, $7)
   on conflict (council, cause) where case_id is null do nothing`,
);
const toSend = statement(
  "message-to-send",
  `select ${COLUMNS} from messages where council = $1 and id = $2 and state in ('queued', 'failed')`,
);
// What is sent or printed stays so: only what is still on its way, or failed, takes a new state.
const stands = statement(
  "message-stands",
  "update messages set state = $3, problem = $4, sent_at = $5 where council = $1 and id = $2 and state in ('queued', 'failed')",
);
const ofCase = statement("messages-of-case", `select ${COLUMNS} from messages where council = $1 and case_id = $2 order by created_at, id`);
const toPrint = statement(
  "letters-to-print",
  `select ${COLUMNS} from messages where council = $1 and state = 'to print' order by created_at, id limit $2 offset $3`,
);
const printed = statement(
  "letters-printed",
  "update messages set state = 'printed', sent_at = $3 where council = $1 and id = any($2::uuid[]) and state = 'to print'",
);
const sentMail = statement(
  "mailbox",
  `select ${COLUMNS} from messages where council = $1 and state = 'sent' and way = 'email' order by id desc limit $2 offset $3`,
);
const oneMail = statement(
  "mailbox-mail",
  `select ${COLUMNS} from messages where council = $1 and id = $2 and state = 'sent' and way = 'email'`,
);
const forget = statement("mailbox-forget", "delete from messages where council = $1 and case_id is null and created_at < $2");

/** Keeps an email about no case in the local mailbox, once for each cause. */
export async function keepMailbox(
  within: Queries,
  council: string,
  mail: Pick<Message, "id" | "cause" | "recipient" | "subject" | "body" | "createdAt">,
): Promise<void> {
  const { id, cause, recipient, subject, body, createdAt } = mail;
  await within.execute(keepMail, [council, id, cause, recipient, subject, body, createdAt]);
}

/** A message that waits for the mail server, or failed there; undefined where it has gone. */
export async function messageToSend(within: Queries, council: string, id: string): Promise<Message | undefined> {
  return (await within.query<Message>(toSend, [council, id]))[0];
}

/** Notes where a message stands that was not sent yet. */
export async function noteStanding(within: Queries, council: string, id: string, standing: Standing): Promise<void> {
  await within.execute(stands, [council, id, standing.state, standing.problem, standing.sentAt]);
}

/** The newest messages of some cases. */
export function messagesOfCases(within: Queries, council: string, caseIds: readonly string[]): Promise<readonly Message[]> {
  return within.query<Message>(ofCases, [council, caseIds]);
}

/** All that was told about a case, the oldest first. */
export function messagesOfCase(within: Queries, council: string, caseId: string): Promise<readonly Message[]> {
  return within.query<Message>(ofCase, [council, caseId]);
}

function page(rows: readonly Message[]): MessagePage {
  return { messages: rows.slice(0, MESSAGE_PAGE), more: rows.length > MESSAGE_PAGE };
}

/** Letters that wait for the printer, the oldest first. `number` counts pages from 1. */
export async function lettersToPrint(within: Queries, council: string, number: number): Promise<MessagePage> {
  return page(await within.query<Message>(toPrint, [council, MESSAGE_PAGE + 1, (number - 1) * MESSAGE_PAGE]));
}

/** Notes that letters are printed. Gives how many were waiting. */
export function markPrinted(within: Queries, council: string, ids: readonly string[], at: Date): Promise<number> {
  return within.execute(printed, [council, ids, at]);
}

/** The local mailbox, which stands in for a mail server in the demonstration: all email, the newest first. */
export async function mailbox(within: Queries, council: string, number: number): Promise<MessagePage> {
  return page(await within.query<Message>(sentMail, [council, MESSAGE_PAGE + 1, (number - 1) * MESSAGE_PAGE]));
}

export async function mailboxMail(within: Queries, council: string, id: string): Promise<Message | undefined> {
  return (await within.query<Message>(oneMail, [council, id]))[0];
}

/** Forgets the mailbox's mail about no case from before an instant: its links have run out. */
export async function forgetMail(within: Queries, council: string, before: Date): Promise<void> {
  await within.execute(forget, [council, before]);
}

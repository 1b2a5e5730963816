import type { Queries } from "../platform/database.ts";
import { statement } from "../platform/statement.ts";
import type { MessageWay } from "./message.ts";

export type MessageState = "queued" | "sent" | "failed" | "to print" | "printed";

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

export interface MessagePage {
  readonly messages: readonly Message[];
  readonly more: boolean;
}

export const MESSAGE_PAGE = 50;

const COLUMNS = `id, case_id as "caseId", cause, way, recipient, subject, body, state, problem, created_at as "createdAt", sent_at as "sentAt"`;

// What is sent or printed stays so: only what is still on its way, or failed, takes a new state.
const save = statement(
  "messages-save",
  `insert into messages (council, id, case_id, cause, way, recipient, subject, body, state, problem, created_at, sent_at)
   select $1, m.id, m."caseId", m.cause, m.way, m.recipient, m.subject, m.body, m.state, m.problem, m."createdAt", m."sentAt"
   from jsonb_to_recordset($2::jsonb) as m(id uuid, "caseId" uuid, cause text, way text, recipient text, subject text, body text, state text,
     problem text, "createdAt" timestamptz, "sentAt" timestamptz)
   on conflict (council, cause) do update set state = excluded.state, problem = excluded.problem, sent_at = excluded.sent_at,
     recipient = excluded.recipient, subject = excluded.subject, body = excluded.body
   where messages.council = $1 and messages.state in ('queued', 'failed')`,
);
const settled = statement(
  "messages-settled",
  "select 1 from messages where council = $1 and cause = $2 and state in ('sent', 'to print', 'printed')",
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
  `select ${COLUMNS} from messages where council = $1 and state = 'sent' and way = 'email' order by created_at desc, id desc limit $2 offset $3`,
);
const oneMail = statement(
  "mailbox-mail",
  `select ${COLUMNS} from messages where council = $1 and id = $2 and state = 'sent' and way = 'email'`,
);
const forget = statement("mailbox-forget", "delete from messages where council = $1 and case_id is null and created_at < $2");

/** Writes messages, one for each cause: a cause that was told already is left as it is. */
export async function saveMessages(within: Queries, council: string, messages: readonly Message[]): Promise<void> {
  // One statement can't write a cause twice; the last says how it stands.
  const byCause = new Map(messages.map((message) => [message.cause, message]));
  if (byCause.size > 0) await within.execute(save, [council, JSON.stringify([...byCause.values()])]);
}

/** Whether a cause has been told, or waits for the printer. */
export async function isTold(within: Queries, council: string, cause: string): Promise<boolean> {
  return (await within.query(settled, [council, cause])).length > 0;
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

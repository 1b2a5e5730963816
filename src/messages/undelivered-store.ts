import type { Sight } from "../councils/sight.ts";
import { seen } from "../councils/sight.ts";
import type { Queries } from "../platform/database.ts";
import type { Ids } from "../platform/ids.ts";
import { statement } from "../platform/statement.ts";

/** The email inside the council that tells of a message that did not arrive. */
export interface UndeliveredWork {
  /** The message. */
  readonly undelivered: string;
}

// Whoever has the case is told in the same statement, and once: what did not arrive before is told no second time.
const fail = statement(
  "message-undelivered",
  `with before as (select id, case_id, state from messages where council = $1 and id = $2 and state in ('queued', 'sent', 'failed') for update),
  noted as (update messages set state = $3, problem = $4 from before where messages.council = $1 and messages.id = before.id)
  insert into jobs (council, id, kind, payload, run_at, created_at)
  select $1, $5, 'mail', jsonb_build_object('undelivered', before.id), $6, $6 from before where before.case_id is not null and before.state <> 'failed'`,
);

/** A message that did not arrive, with what is known of its case. */
export interface Undelivered {
  readonly id: string;
  readonly caseId: string;
  readonly reference: string;
  readonly service: string;
  readonly version: number;
  readonly team: string;
  readonly officer: string | null;
  readonly recipient: string;
  readonly subject: string;
  readonly body: string;
  readonly state: "failed" | "bounced";
  readonly problem: string | null;
  readonly createdAt: Date;
  /** Where the person is reached as the case has it now. */
  readonly email: string | null;
  readonly address: readonly string[];
  readonly name: string | null;
}

export const UNDELIVERED_PAGE = 50;

const COLUMNS = `m.id, c.id as "caseId", c.reference, c.service, c.version, c.team, c.officer, m.recipient, m.subject, m.body, m.state, m.problem,
  m.created_at as "createdAt", c.person ->> 'email' as email, coalesce(c.person -> 'address', '[]') as address, c.person ->> 'name' as name`;
const FROM = "messages m join cases c on c.council = m.council and c.id = m.case_id";

const list = statement(
  "messages-undelivered",
  `select ${COLUMNS} from ${FROM} where m.council = $1 and m.state in ('failed', 'bounced') and ${seen("$2", "c.")}
  order by m.created_at, m.id limit ${UNDELIVERED_PAGE + 1}`,
);
const one = statement(
  "message-undelivered-by-id",
  `select ${COLUMNS} from ${FROM} where m.council = $1 and m.id = $3 and m.state in ('failed', 'bounced') and ${seen("$2", "c.")}`,
);
// Only one of two officers finds it undelivered still.
const settle = statement(
  "message-settle",
  "update messages set state = 'settled' where council = $1 and id = $2 and state in ('failed', 'bounced')",
);
const again = statement(
  "message-again",
  `with old as (update messages set state = 'settled' where council = $1 and id = $2 and state in ('failed', 'bounced') returning case_id, cause, subject, body),
  fresh as (
    insert into messages (council, id, case_id, cause, way, recipient, subject, body, state, created_at, sent_at)
    select $1, $3, case_id, cause || ':again', $4, $5, subject, body, $6::text, $7, case $6::text when 'sent' then $7::timestamptz end from old returning id
  ),
  queued as (
    insert into jobs (council, id, kind, payload, run_at, created_at)
    select $1, $8, 'message', jsonb_build_object('message', id), $7, $7 from fresh where $6::text = 'queued'
  )
  select id from fresh`,
);
const readMail = statement(
  "undelivered-mail-read",
  `select c.reference, c.service, c.version, c.team, m.problem, o.email from ${FROM}
  left join officers o on o.council = $1 and o.id = c.officer and o.disabled_at is null
  where m.council = $1 and m.id = $2 and m.state in ('failed', 'bounced')`,
);

interface House {
  readonly ids: Ids;
  readonly now: Date;
}

/** Notes that a message did not arrive and never will, and leaves an email to whoever has the case. */
export async function noteUndelivered(
  within: Queries,
  { ids, now }: House,
  council: string,
  message: { readonly id: string; readonly state: Undelivered["state"]; readonly why: string },
): Promise<void> {
  await within.execute(fail, [council, message.id, message.state, message.why, ids.uuid(now), now]);
}

/** Messages about cases that somebody sees, the oldest first; `more` where not all of them are given. */
export async function undeliveredOf(within: Queries, council: string, sight: Sight) {
  const rows = await within.query<Undelivered>(list, [council, sight]);
  return { messages: rows.slice(0, UNDELIVERED_PAGE), more: rows.length > UNDELIVERED_PAGE };
}

export async function undeliveredById(within: Queries, council: string, sight: Sight, id: string): Promise<Undelivered | undefined> {
  return (await within.query<Undelivered>(one, [council, sight, id]))[0];
}

/** Notes that the person was told another way. False where somebody dealt with it before. */
export async function settleUndelivered(within: Queries, council: string, id: string): Promise<boolean> {
  return (await within.execute(settle, [council, id])) === 1;
}

/** Sends it once more, by email or as a letter. False where somebody dealt with it before. `mails`: there is a mail server to wait for. */
export async function sendUndeliveredAgain(
  within: Queries,
  { ids, now, mails }: House & { readonly mails: boolean },
  council: string,
  message: { readonly id: string; readonly way: "email" | "letter"; readonly recipient: string },
): Promise<boolean> {
  const { id, way, recipient } = message;
  const emailed = mails ? "queued" : "sent";
  const values = [council, id, ids.uuid(now), way, recipient, way === "letter" ? "to print" : emailed, now, ids.uuid(now)];
  return (await within.query(again, values)).length === 1;
}

/** What the email inside the council says; undefined where somebody has dealt with it. */
export interface UndeliveredNews {
  readonly reference: string;
  readonly service: string;
  readonly version: number;
  readonly team: string;
  readonly problem: string | null;
  readonly email: string | null;
}

export async function undeliveredNews(within: Queries, council: string, id: string): Promise<UndeliveredNews | undefined> {
  return (await within.query<UndeliveredNews>(readMail, [council, id]))[0];
}

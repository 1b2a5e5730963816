import type { Answers } from "../answers/answer-type.ts";
import type { Clock } from "../platform/clock.ts";
import type { Database, Queries } from "../platform/database.ts";
import type { Ids } from "../platform/ids.ts";
import { uuidFrom } from "../platform/ids.ts";
import { statement } from "../platform/statement.ts";

const AT_ONCE = 200;
const DAY = 86_400_000;

// As for the sweep, ids made before an instant are a range of the primary key.
const dueDrafts = statement(
  "drafts-to-remind",
  `select id, service, version, answers, remind_email as email from drafts
  where council = $1 and id < $3 and remind > 0 and reminded_at is null and reference is null and outcome is null and officer is null
    and updated_at < $2::timestamptz - make_interval(days => days - remind)
  order by id limit ${AT_ONCE}`,
);
// The mark and the job are one statement, so that a reminder is written once, whatever stops in between. A draft without an address is not
// looked at again, and goes when its time is up.
const markDrafts = statement(
  "drafts-remind",
  `with marked as (
    update drafts set reminded_at = case when r.email is null then null else $3::timestamptz end, remind_email = r.email,
      remind = case when r.email is null then 0 else drafts.remind end
    from json_to_recordset($2::json) as r(id uuid, job uuid, email text)
    where drafts.council = $1 and drafts.id = any($4::uuid[]) and drafts.id = r.id and drafts.reminded_at is null and drafts.reference is null
    returning drafts.id, r.job, r.email
  )
  insert into jobs (council, id, kind, payload, run_at, created_at)
  select $1, job, 'mail', jsonb_build_object('reminder', id), $3, $3 from marked where email is not null`,
);
const readReminder = statement(
  "draft-reminder-read",
  `select id, service, version, remind_email as email, reminded_at + make_interval(days => remind) as until from drafts
  where council = $1 and id = $2 and reference is null and remind_email is not null and updated_at <= reminded_at`,
);
const forgetEmail = statement("draft-reminder-sent", "update drafts set remind_email = null where council = $1 and id = $2");

/** A draft whose person may be reminded. */
export interface DueDraft {
  readonly id: string;
  readonly service: string;
  readonly version: number;
  readonly answers: Answers;
  /** The address to which a link was asked for. */
  readonly email: string | null;
}

/** A reminder as it is sent: the answers are there until then. */
export interface Reminder {
  readonly id: string;
  readonly service: string;
  readonly version: number;
  readonly email: string;
  readonly until: Date;
}

/** Where a draft's person can be reminded; null for nowhere. */
export type ReminderEmail = (draft: DueDraft) => Promise<string | null>;

/**
 * Writes the reminders that are due into the outbox, each once. `least` is the fewest days after the last change that any service says. Gives
 * how many drafts were looked at.
 */
export async function remindDrafts(
  house: { database: Database; clock: Clock; ids: Ids },
  council: string,
  least: number,
  emailOf: ReminderEmail,
): Promise<number> {
  let looked = 0;
  for (;;) {
    const now = house.clock.now();
    const newest = uuidFrom(now.getTime() - least * DAY, new Uint8Array(10));
    const due = await house.database.query<DueDraft>(dueDrafts, [council, now, newest]);
    const marks = await Promise.all(due.map(async (draft) => ({ id: draft.id, job: house.ids.uuid(now), email: await emailOf(draft) })));
    if (marks.length > 0) await house.database.execute(markDrafts, [council, JSON.stringify(marks), now, marks.map(({ id }) => id)]);
    looked += due.length;
    if (due.length < AT_ONCE) return looked;
  }
}

/** What a reminder is about, when it is sent; undefined once its person has come back or sent their answers, or it has gone. */
export async function reminderOf(database: Queries, council: string, draft: string): Promise<Reminder | undefined> {
  return (await database.query<Reminder>(readReminder, [council, draft]))[0];
}

export async function reminderSent(within: Queries, council: string, draft: string): Promise<void> {
  await within.execute(forgetEmail, [council, draft]);
}

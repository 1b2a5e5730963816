import type { Context } from "./context.ts";
import type { DeadlineOf } from "./cases/deadlines-of.ts";
import { deadlinesOf } from "./cases/deadlines-of.ts";
import { startOfDay } from "./cases/calendar.ts";
import { isWorkingDay, workCalendar } from "./cases/clock/work-calendar.ts";
import type { Council } from "./councils/council.ts";
import type { PrepareMail } from "./messages/deliver-mail.ts";
import { fillMessage } from "./messages/message.ts";
import { officerSettings } from "./people/officer-settings.ts";
import { findOfficer } from "./people/officers.ts";
import { sightOf } from "./people/rights.ts";
import { dayOf } from "./platform/clock.ts";
import { insertJobs, newJob } from "./platform/job.ts";
import { londonText } from "./platform/london-time.ts";
import { statement } from "./platform/statement.ts";

const FROM_HOUR = "08:00";
const MOST_NAMED = 20;

// Whichever program is first leaves the day's emails; what there is to say is looked at as each is sent.
const claimDay = statement("digest-day-claim", "insert into digests (council, day) values ($1, $2) on conflict (council, day) do nothing");
const readers = statement(
  "digest-readers",
  `select o.id from officers o left join officer_settings s on s.council = $1 and s.officer = o.id
  where o.council = $1 and o.disabled_at is null and coalesce(s.told_daily, true) order by o.id`,
);

/** Leaves an email to each officer once on each working day from eight o'clock on; `done` remembers for which days. Gives how many. */
export async function leaveDigest(
  { database, clock, ids }: Pick<Context, "database" | "clock" | "ids">,
  council: Council,
  done: Map<string, string>,
): Promise<number> {
  const now = clock.now();
  const [day = "", time = ""] = londonText(now).split(" ");
  if (done.get(council.id) === day || time < FROM_HOUR || !isWorkingDay(day, workCalendar(council))) return 0;
  const left = await database.transaction(async (within) => {
    if ((await within.execute(claimDay, [council.id, day])) === 0) return 0;
    const officers = await within.query<{ id: string }>(readers, [council.id]);
    await insertJobs(
      within,
      council.id,
      officers.map(({ id }) => newJob("mail", { digest: id, day }, now, ids)),
    );
    return officers.length;
  });
  done.set(council.id, day);
  return left;
}

const WORDS = { subject: "Your cases today: {reason}", body: "{message}\n\nSee your cases: {link}" };
const FOOT = "You can switch this email off under “Your settings” at the desk.";

/** Makes the morning's email of an officer: cases by reference and service, and nobody's name. None where there is nothing to say, or where it is no longer that day. */
export function digestMail(context: Context, siteOf: (council: Council) => string): PrepareMail {
  return async (councilId, { digest, day }) => {
    const { database, councils, clock } = context;
    const council = councils.get(councilId);
    const officer = await findOfficer(database, councilId, String(digest));
    const now = clock.now();
    if (council === undefined || officer === undefined || officer.disabled || dayOf(now) !== day) return null;
    if (!(await officerSettings(database, officer)).daily) return null;
    const found = await deadlinesOf(database, councilId, { sight: sightOf(officer, council), officer: officer.id, of: "mine" });
    const parts = partsOf(found, now);
    if (parts.length === 0) return null;
    const texts = await Promise.all(parts.map(({ title, cases }) => partText(context, council, title, cases)));
    const counts = parts.map(({ title, cases }) => `${cases.length} ${title.toLowerCase()}`).join(", ");
    const filled = fillMessage(WORDS, { reason: counts, message: texts.join("\n\n"), link: `${siteOf(council)}/desk?holder=me` }, [
      FOOT,
      council.name,
    ]);
    return { ...filled, recipient: officer.email };
  };
}

interface Part {
  readonly title: string;
  readonly cases: readonly DeadlineOf[];
}

function partsOf(found: readonly DeadlineOf[], now: Date): readonly Part[] {
  const tomorrow = startOfDay(dayOf(new Date(startOfDay(dayOf(now)).getTime() + 36 * 3_600_000)));
  const all: readonly Part[] = [
    { title: "Overdue", cases: found.filter(({ due }) => due <= now) },
    { title: "Due today", cases: found.filter(({ due }) => due > now && due <= tomorrow) },
    { title: "Waiting for an answer", cases: found.filter(({ waiting }) => waiting) },
    { title: "Mention you", cases: found.filter(({ mentioned }) => mentioned) },
  ];
  return all.filter(({ cases }) => cases.length > 0);
}

async function partText({ councils }: Context, council: Council, title: string, cases: readonly DeadlineOf[]): Promise<string> {
  const lines = await Promise.all(
    cases.slice(0, MOST_NAMED).map(async ({ reference, service, version }) => {
      const found = await councils.version(council.id, service, version);
      return `${reference}: ${found?.title ?? service}`;
    }),
  );
  const more = cases.length > MOST_NAMED ? [`and ${cases.length - MOST_NAMED} more`] : [];
  return [`${title}:`, ...lines, ...more].join("\n");
}

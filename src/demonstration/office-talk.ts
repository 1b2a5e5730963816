import type { CaseRow } from "../cases/case-row.ts";
import { caseFrom } from "../cases/case-row.ts";
import { CASE_COLUMNS, caseStore } from "../cases/case-store.ts";
import { workCalendar } from "../cases/clock/work-calendar.ts";
import type { Command } from "../cases/decide.ts";
import type { Context } from "../context.ts";
import { teller } from "../messages/tell.ts";
import type { Queries } from "../platform/database.ts";
import { statement } from "../platform/statement.ts";
import type { World } from "./world.ts";

const some = statement(
  "demonstration-open-of-team",
  `select ${CASE_COLUMNS} from cases where council = $1 and team = $2 and closed_at is null and tell_by = 'email' order by id limit 8`,
);
const comeBack = statement(
  "demonstration-bounced",
  `update messages set state = 'bounced', problem = $3 where council = $1 and state = 'sent' and way = 'email'
  and id = (select id from messages m where m.council = $1 and m.case_id = $2 and m.way = 'email' and m.state = 'sent' order by id limit 1)`,
);

const QUESTIONS = [
  "Can you look at the photo? I think that it is the gas company's trench.",
  "You know this street. Is it ours?",
  "The person called again. Can you ring them on Monday?",
] as const;

/** Notes that mention a colleague, an answer by email from another address, and messages that came back: what an officer finds on their first morning. */
export async function talkInOffice(context: Context, within: Queries, world: World): Promise<void> {
  const { council, ids, staff } = world;
  const [asker, asked] = staff.filter(({ teams }) => teams.includes("highways"));
  if (asker === undefined || asked === undefined) return;
  const now = new Date(world.now.getTime() - 1);
  const versionOf = async (id: string, service: string, version: number) => {
    const found = await context.councils.version(id, service, version);
    if (found === undefined) throw new Error("A case of the demonstration has no version");
    return found;
  };
  const store = caseStore({
    database: { ...context.database, query: within.query, execute: within.execute, transaction: (work) => work(within) },
    clock: { now: () => now },
    ids,
    versionOf,
    calendarOf: () => workCalendar(council),
    officersOf: () => Promise.resolve([]),
    coversOn: () => Promise.resolve([]),
    tell: teller({ councils: context.councils, ids, siteOf: () => world.site, mails: false }),
  });
  const cases = (await within.query<CaseRow>(some, [council.id, "highways"])).map(caseFrom);
  const ask = async (index: number, channel: "desk" | "email", officer: string | null, command: Command): Promise<void> => {
    const item = cases[index];
    if (item === undefined) return;
    await store.apply({ council: council.id, caseId: item.id, channel, officer, roles: [], key: ids.uuid(now) }, command);
  };
  for (const [index, text] of QUESTIONS.entries()) await ask(index, "desk", asker.id, { kind: "note", text, mentions: [asked.id] });
  const text = "I am the daughter of the person who reported this. The hole is now as wide as the lane.";
  const original = `${text}\n\nOn Monday Eastmere Borough Council wrote:\n> We have your report`;
  const mail = { original, another: "daughter@example.org", refused: [{ name: "hole.heic", why: "Save it as a JPG and try again" }] };
  await ask(3, "email", null, { kind: "reply", text, files: [], mail });
  for (const [index, why] of ["There is no such email address", "The mailbox is full"].entries())
    await within.execute(comeBack, [council.id, cases[index + 4]?.id ?? null, why]);
}

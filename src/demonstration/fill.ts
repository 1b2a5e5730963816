import type { Case } from "../cases/case.ts";
import type { MeasureWork } from "../cases/consequences.ts";
import type { Context } from "../context.ts";
import { siteAddress } from "../guildhall.ts";
import type { Queries } from "../platform/database.ts";
import { statement } from "../platform/statement.ts";
import { addDays, startOfDay } from "../cases/calendar.ts";
import { dayOf } from "../platform/clock.ts";
import { callsOf, callWorks } from "./calls.ts";
import { idsFrom, seededChance } from "./chance.ts";
import { writeLaterActs } from "./earlier-versions.ts";
import { inFlight } from "./in-flight.ts";
import { saveLists } from "./lists.ts";
import { writePeople } from "./people.ts";
import { residents } from "./residents.ts";
import { sixMonths } from "./six-months.ts";
import { makeApiKey, makeStaff } from "./staff.ts";
import { talkInOffice } from "./office-talk.ts";
import { tieCases } from "./tie-cases.ts";
import type { World } from "./world.ts";
import { writeLedger } from "./write-ledger.ts";

const COUNCIL = "eastmere";
const SEED = 20_260_304;
const CASES = 4000;
const RESIDENTS = 2600;
const DAYS_BEFORE = 190;

// Of two programs that start on one empty database, one fills it and the other leaves it to that one.
const hold = statement("demonstration-lock", "select pg_try_advisory_xact_lock(hashtextextended('demonstration of ' || $1, 0)) as held", {
  acrossCouncils: "an advisory lock named after the council; it reads no rows",
});
const inUse = statement(
  "demonstration-in-use",
  "select exists (select from cases where council = $1) or exists (select from officers where council = $1) as used",
);

/**
 * Fills the council of the demonstration with six months of cases that end now, its officers and its API key: only where GUILDHALL_DEMO is on,
 * and the council has neither cases nor officers. `cases` is about how many; a test wants fewer. All of it is there afterwards, or nothing.
 */
export async function fillWithDemonstration(context: Context, { cases = CASES } = {}): Promise<void> {
  const council = context.councils.get(COUNCIL);
  if (!context.config.demo || council === undefined || (await isInUse(context.database, COUNCIL))) return;
  // Loaded only here, because it draws pictures: a restart does without.
  const { storeSampleFiles } = await import("./sample-files.ts");
  const samples = await storeSampleFiles(context.files, COUNCIL, seededChance(SEED));
  const now = context.clock.now();
  const site = siteAddress(context, council);
  await context.database.transaction(async (within) => {
    const [lock] = await within.query<{ held: boolean }>(hold, [COUNCIL]);
    if (lock?.held !== true || (await isInUse(within, COUNCIL))) return;
    await fill(context, within, { council, site, now, samples }, cases);
  });
  await context.councils.follow();
}

async function isInUse(queries: Queries, council: string): Promise<boolean> {
  return (await queries.query<{ used: boolean }>(inUse, [council]))[0]?.used ?? false;
}

async function fill(
  context: Context,
  within: Queries,
  known: Pick<World, "council" | "site" | "now" | "samples">,
  cases: number,
): Promise<void> {
  const { council, now } = known;
  const [chance, ids] = [seededChance(SEED), idsFrom(seededChance(SEED + 1))];
  const since = startOfDay(addDays(dayOf(now), -DAYS_BEFORE));
  const staff = await makeStaff(within, council, ids, since);
  await makeApiKey(within, council, ids, since);
  const manager = staff.find(({ roles }) => roles.includes("manager"));
  if (manager !== undefined) await writeLaterActs(within, manager.id, now);
  const world: World = { ...known, chance, ids, staff, residents: residents(chance, RESIDENTS) };
  const works: MeasureWork[] = [];
  const made: Case[] = [];
  // One at a time: a transaction has one connection.
  const writer = inFlight(1);
  for (const part of sixMonths(world, context.councils.services(council.id), cases)) {
    works.push(...part.works);
    made.push(...part.cases.map(({ item }) => item));
    await writer.start(() => writeLedger(within, council.id, part));
  }
  await writer.finish();
  const calls = callsOf(world, made);
  const pothole = context.councils.service(council.id, "report-a-pothole")?.version ?? 1;
  works.push(...callWorks(calls), ...(await writePeople(within, world, made, calls, pothole)));
  await tieCases(context, within, world);
  await talkInOffice(context, within, world);
  await saveLists(within, council.id, ids, staff, now);
  await context.measures.add(within, council.id, works);
}

import { sweepAlarms } from "./cases/alarm-store.ts";
import { personSoFar } from "./cases/prepare.ts";
import { sweepCalls } from "./contact/calls.ts";
import { sweepDraftCodes } from "./contact/draft-codes.ts";
import { sweepPeople } from "./contact/sweep-people.ts";
import { sweepArchives } from "./archive/make-archive.ts";
import type { Context } from "./context.ts";
import { leaveDigest } from "./digest.ts";
import { fewestDays } from "./councils/fewest-days.ts";
import { isQuiet } from "./councils/quiet-hours.ts";
import { remindDrafts } from "./drafts/remind-drafts.ts";
import { sweepDrafts } from "./drafts/sweep-drafts.ts";
import { sweepSessions } from "./people/sessions.ts";
import { dayOf } from "./platform/clock.ts";
import { sweepFiles } from "./platform/files/sweep-files.ts";
import { eraseDue } from "./records/erase-due.ts";
import { forgetLooks } from "./records/looks.ts";

const HOUR = 3_600_000;
/** How soon what one program decides of a service's versions is seen by the others. Milliseconds. */
const SEEN_WITHIN = 5000;
/** How often the clocks of cases are looked at. Milliseconds. */
const LOOKS = 30_000;

/** Deletes what is kept no longer: drafts nobody came back to, files that no case took, sessions and links that ended, and what is personal in cases whose retention has ended. One council after another. */
export async function keepHouse(context: Context): Promise<void> {
  const { database, files, clock, log } = context;
  for (const { id: council } of context.councils.all()) {
    // Before the sweep, which leaves alone those whose person was told a moment ago.
    await remind(context, council);
    const drafts = await sweepDrafts(
      database,
      files,
      council,
      clock.now(),
      fewestDays(context.councils, council, ({ days }) => days),
    );
    const sessions = await sweepSessions(context, council);
    const links = await context.caseLinks.sweep(council);
    const erased = await eraseDue(context, council);
    const looks = await forgetLooks(database, council, clock.now());
    if (erased > 0) context.jobs.wake(council);
    await sweepArchives(context, council);
    await sweepDraftCodes(database, council, clock.now());
    await sweepCalls(database, council, clock.now());
    const loose = await sweepFiles(database, files, council, clock.now());
    const people = await sweepPeople(database, council, clock.now());
    const count = people + loose + looks + drafts + sessions + links + erased;
    if (count > 0) log.info("house kept", { council, count });
  }
}

async function remind(context: Context, council: string): Promise<void> {
  const { councils, clock } = context;
  const quiet = councils.get(council)?.quiet;
  // The next round is in an hour.
  if (quiet !== undefined && isQuiet(quiet, clock.now())) return;
  const least = fewestDays(councils, council, ({ days, remind: before }) => days - before);
  const looked = await remindDrafts(context, council, least, async ({ service, version, answers, email }) => {
    // Nobody can go on with a service that is withdrawn.
    const found = councils.withdrawn(council, service) === undefined ? await councils.version(council, service, version) : undefined;
    return found === undefined ? null : (email ?? personSoFar(found, answers, dayOf(clock.now())).email);
  });
  if (looked > 0) context.jobs.wake(council);
}

/** Lets happen what is due on the clocks of cases, one council after another. */
export async function sweepClocks(context: Context): Promise<void> {
  for (const { id: council } of context.councils.all()) {
    const happened = await sweepAlarms(context, council);
    if (happened === 0) continue;
    context.log.info("clocks of cases looked at", { council, count: happened });
    context.jobs.wake(council);
  }
}

/** Leaves the morning's emails to officers, one council after another. */
export async function sendDigests(context: Context, done: Map<string, string>): Promise<void> {
  for (const council of context.councils.all()) if ((await leaveDigest(context, council, done)) > 0) context.jobs.wake(council.id);
}

/** Keeps house every hour, at first when clocks are looked at again: who comes back after a start is answered first. What a failure leaves is there the next time. Gives the way to stop. */
export function startHousekeeping(context: Context, looks: number = LOOKS): () => Promise<void> {
  const stopSweeping = repeat(() => keepHouse(context), HOUR, context, "housekeeping interrupted", looks);
  // The councils have been read a moment ago: the first round costs a statement each, and finds what was decided since.
  const stopFollowing = repeat(() => context.councils.follow(), SEEN_WITHIN, context, "acts of other programs not read");
  const stopClocks = repeat(() => sweepClocks(context), looks, context, "clocks of cases not looked at");
  const days = new Map<string, string>();
  const stopDigests = repeat(() => sendDigests(context, days), looks, context, "digests not sent", looks);
  return async () => {
    await stopDigests();
    await stopClocks();
    await stopSweeping();
    await stopFollowing();
  };
}

/** Does it after a wait and then every so often, one round at a time. A round that is due while one runs is left out. */
function repeat(work: () => Promise<void>, every: number, { log }: Context, failed: string, wait = 0): () => Promise<void> {
  let running: Promise<void> | undefined;
  const round = (): void => {
    running ??= work()
      .catch((error: unknown) => log.warn(failed, {}, error))
      .finally(() => {
        running = undefined;
      });
  };
  const first = setTimeout(round, wait);
  const timer = setInterval(round, every);
  return async () => {
    clearTimeout(first);
    clearInterval(timer);
    await running;
  };
}

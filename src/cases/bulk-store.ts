import type { Sight } from "../councils/sight.ts";
import { seen } from "../councils/sight.ts";
import type { PublishedService } from "../definition/service.ts";
import type { Clock } from "../platform/clock.ts";
import type { Database, Queries } from "../platform/database.ts";
import type { Ids } from "../platform/ids.ts";
import { derivedUuid } from "../platform/ids.ts";
import { statement } from "../platform/statement.ts";
import { appendEvents } from "./append-events.ts";
import type { Appended } from "./append-events.ts";
import type { CaseRow } from "./case-row.ts";
import { caseFrom } from "./case-row.ts";
import type { Asking } from "./case-store.ts";
import { CASE_COLUMNS } from "./case-store.ts";
import type { Case } from "./case.ts";
import type { CalendarOf } from "./clock/work-calendar.ts";
import { decideInBulk } from "./decide-in-bulk.ts";
import type { BulkAsk } from "./decide-in-bulk.ts";
import type { Asked } from "./decide.ts";
import type { Refusal } from "./decision.ts";
import type { Happening } from "./event.ts";
import { nextEvent } from "./next-event.ts";
import { gathered, isGiven } from "./office-work.ts";
import type { Tell, WorkRow } from "./outbox.ts";
import type { Follower } from "./together/followers.ts";
import { followersOf } from "./together/followers.ts";
import { idsOf } from "./together/tie.ts";

/** How many cases are done in one transaction: three statements for each so many. */
export const BATCH = 100;

/** How many cases one form may ask something of. */
export const MOST_IN_BULK = 1000;

const casesOfReferences = statement(
  "bulk-cases",
  `select ${CASE_COLUMNS} from cases where council = $1 and ${seen("$2")} and reference = any($3)`,
);
// In one order, so that two officers who choose the same cases wait for each other and never in a ring.
const lockCases = statement(
  "bulk-lock",
  `select ${CASE_COLUMNS} from cases where council = $1 and id = any($2::uuid[]) order by id for update`,
);
const keysUsed = statement("bulk-keys-used", "select key from events where council = $1 and key = any($2::uuid[]) and number > 1");
/** What became of one case. `already`: the same form was sent before, and nothing new happened. */
export type BulkResult =
  | { readonly ok: true; readonly item: Case; readonly already: boolean }
  | { readonly ok: false; readonly refusal: Refusal };

interface House {
  readonly database: Database;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly versionOf: (council: string, service: string, version: number) => Promise<PublishedService>;
  readonly calendarOf: CalendarOf;
  readonly tell: Tell;
}

type BulkAsking = Omit<Asking, "caseId">;

/** The one-time key of one case's event: it follows from the form's, so that the form sent again does nothing anew. */
function keyOf(formKey: string, caseId: string): string {
  return derivedUuid("bulk", formKey, caseId);
}

export function bulkStore(house: House) {
  return {
    /** Cases by their references, of these teams alone: one statement. */
    async cases(council: string, teams: Sight, references: readonly string[]): Promise<readonly Case[]> {
      return (await house.database.query<CaseRow>(casesOfReferences, [council, teams, references])).map(caseFrom);
    },

    /**
     * Asks something of each of many cases, and gives what became of each by its id. Each case is decided by itself: one that is refused keeps none
     * of the others. Cases are written a hundred at a time; where the database fails in between, the same form sent again does the rest.
     */
    async apply(asking: BulkAsking, asks: readonly BulkAsk[]): Promise<ReadonlyMap<string, BulkResult>> {
      const results = new Map<string, BulkResult>();
      const sorted = asks.toSorted((a, b) => (a.caseId < b.caseId ? -1 : 1));
      for (let from = 0; from < sorted.length; from += BATCH) {
        const batch = sorted.slice(from, from + BATCH);
        for (const [id, result] of await house.database.transaction((within) => applyBatch(within, house, asking, batch)))
          results.set(id, result);
      }
      return results;
    },
  };
}

export type BulkStore = ReturnType<typeof bulkStore>;

/** Cases by their ids, held until the transaction ends. */
export async function lockedCases(within: Queries, council: string, ids: readonly string[]): Promise<ReadonlyMap<string, Case>> {
  return new Map((await within.query<CaseRow>(lockCases, [council, ids])).map((row) => [row.id, caseFrom(row)]));
}

async function applyBatch(
  within: Queries,
  house: House,
  asking: BulkAsking,
  asks: readonly BulkAsk[],
): Promise<ReadonlyMap<string, BulkResult>> {
  const { council, key } = asking;
  const ids = asks.map(({ caseId }) => caseId);
  const found = await lockedCases(within, council, ids);
  const used = await within.query<{ key: string }>(keysUsed, [council, ids.map((id) => keyOf(key, id))]);
  const done = new Set(used.map((row) => row.key));
  const asked: Asked = { at: house.clock.now(), roles: asking.roles, calendar: house.calendarOf(council) };
  const results = new Map<string, BulkResult>();
  const decided: Decided[] = [];
  for (const ask of asks) {
    const item = found.get(ask.caseId);
    if (item === undefined) results.set(ask.caseId, { ok: false, refusal: { code: "not-found", message: "There is no such case" } });
    else if (done.has(keyOf(key, item.id))) results.set(item.id, { ok: true, item, already: true });
    else {
      const service = await house.versionOf(council, item.service, item.version);
      const decision = decideInBulk(service, item, ask, asked);
      if (decision.ok) decided.push({ service, item, happening: decision.happening });
      else results.set(item.id, decision);
    }
  }
  const followers = await followersOf(
    within,
    decided.map(({ item }) => item),
    decided.map(({ happening }) => happening),
  );
  const written = decided.map((one) => happened(house, asking, asked, { ...one, followers: ofCase(followers, one.item) }));
  for (const { after } of written) results.set(after.id, { ok: true, item: after, already: false });
  if (written.length > 0) await appendEvents(within, council, withNoticesTogether(written));
  return results;
}

/** An officer who is given many cases gets one email of all of them, left with the first. */
function withNoticesTogether(written: readonly Appended[]): readonly Appended[] {
  const payloads = written.flatMap(({ jobs }) => jobs.map(({ payload }) => payload));
  const notices = new Map(gathered(payloads.filter(isGiven)).map((work) => [work.officer, work]));
  const together = (job: WorkRow): readonly WorkRow[] => {
    if (job.kind !== "mail" || !isGiven(job.payload)) return [job];
    const payload = notices.get(job.payload.officer);
    notices.delete(job.payload.officer);
    return payload === undefined ? [] : [{ ...job, payload }];
  };
  return written.map((one) => ({ ...one, jobs: one.jobs.flatMap(together) }));
}

interface Decided {
  readonly service: PublishedService;
  readonly item: Case;
  readonly happening: Happening;
  readonly followers?: readonly Follower[];
}

function ofCase(followers: readonly Follower[], item: Case): readonly Follower[] {
  const ids = new Set(idsOf(item, "duplicate"));
  return followers.filter(({ id }) => ids.has(id));
}

function happened(house: House, asking: BulkAsking, { at, calendar }: Asked, decided: Decided): Appended {
  const circumstance = { at, channel: asking.channel, officer: asking.officer, key: keyOf(asking.key, decided.item.id) };
  return nextEvent(house, decided, circumstance, calendar);
}

import type { PublishedService } from "../../definition/service.ts";
import type { Clock } from "../../platform/clock.ts";
import { StatementFailed } from "../../platform/database-error.ts";
import type { Database, Queries } from "../../platform/database.ts";
import type { Ids } from "../../platform/ids.ts";
import { derivedUuid } from "../../platform/ids.ts";
import { statement } from "../../platform/statement.ts";
import { appendEvents } from "../append-events.ts";
import { lockedCases } from "../bulk-store.ts";
import type { CaseRow } from "../case-row.ts";
import { caseFrom } from "../case-row.ts";
import type { Applied, Asking } from "../case-store.ts";
import { CASE_COLUMNS } from "../case-store.ts";
import type { Case } from "../case.ts";
import type { CalendarOf } from "../clock/work-calendar.ts";
import type { Refusal } from "../decision.ts";
import { firstEvent } from "./first-event.ts";
import { takeDraft } from "./take-draft.ts";
import { openCases } from "./open-cases.ts";
import { nextEvent } from "../next-event.ts";
import type { Tell } from "../outbox.ts";
import type { Plan } from "./plan.ts";

const casesOfIds = statement("together-cases", `select ${CASE_COLUMNS} from cases where council = $1 and id = any($2::uuid[]) order by id`);
const keyUsed = statement("together-key-used", "select case_id from events where council = $1 and key = $2");

/** How often the cases that are concerned may change while they are being locked. */
const TRIES = 5;

interface House {
  readonly database: Database;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly versionOf: (council: string, service: string, version: number) => Promise<PublishedService>;
  readonly calendarOf: CalendarOf;
  readonly tell: Tell;
}

type Outcome = Applied | { readonly needs: readonly string[] };

/** What happens to several cases at once: decided while all of them are held, and written in one statement, or not at all. */
export function togetherStore(house: House) {
  const { database } = house;

  /** Whether the same form was sent before: then what it asked is done. */
  async function already(asking: Asking, refusal: Refusal): Promise<Applied> {
    const [used] = await database.query<{ case_id: string }>(keyUsed, [asking.council, asking.key]);
    const [item] = used === undefined ? [] : await byIds(asking.council, [asking.caseId]);
    return item === undefined ? { ok: false, refusal } : { ok: true, item, already: true };
  }

  const byIds = async (council: string, ids: readonly string[]): Promise<readonly Case[]> =>
    ids.length === 0 ? [] : (await database.query<CaseRow>(casesOfIds, [council, ids])).map(caseFrom);

  return {
    /** Cases by their ids, in the order in which they came in. */
    byIds,

    /**
     * Does what a plan makes happen to the case that is asked about and to others. The plan says which it needs to see; where another is found to be
     * concerned only once they are held, all are let go and taken anew in one order, so that nobody waits in a ring.
     */
    async change(asking: Asking, others: readonly string[], plan: Plan): Promise<Applied> {
      let ids = [asking.caseId, ...others];
      for (let tries = 0; tries < TRIES; tries++) {
        const outcome = await tryOnce(house, asking, ids, plan);
        if ("needs" in outcome) ids = [...new Set([...ids, ...outcome.needs])];
        else return outcome.ok ? outcome : already(asking, outcome.refusal);
      }
      return { ok: false, refusal: BUSY };
    },
  };
}

export type TogetherStore = ReturnType<typeof togetherStore>;

const BUSY: Refusal = { code: "stale", message: "Other officers are changing these cases. Look at them again, then try once more" };

async function tryOnce(house: House, asking: Asking, ids: readonly string[], plan: Plan): Promise<Outcome> {
  try {
    return await house.database.transaction((within) => changeWithin(within, house, asking, ids, plan));
  } catch (error) {
    // The same form was sent twice at once, and the other was first.
    if (error instanceof StatementFailed && error.constraint === "events_council_key_key") return { ok: false, refusal: BUSY };
    throw error;
  }
}

async function changeWithin(within: Queries, house: House, asking: Asking, ids: readonly string[], plan: Plan): Promise<Outcome> {
  const { council, channel, officer, key } = asking;
  const found = await lockedCases(within, council, ids);
  const item = found.get(asking.caseId);
  if (item === undefined) return { ok: false, refusal: { code: "not-found", message: "There is no such case" } };
  const at = house.clock.now();
  const calendar = house.calendarOf(council);
  const planned = plan(item, found, at);
  if (!("steps" in planned)) return planned;
  const written = [];
  for (const { item: before, happening } of planned.steps) {
    const service = await house.versionOf(council, before.service, before.version);
    const own = before.id === item.id ? key : derivedUuid("together", key, before.id);
    written.push(nextEvent(house, { service, item: before, happening }, { at, channel, officer, key: own }, calendar));
  }
  await appendEvents(within, council, written);
  const opened = (planned.opens ?? []).map((made) =>
    firstEvent(house, council, made, { at, channel, officer, key: made.key ?? derivedUuid("together", key, made.id) }, calendar),
  );
  if (opened.length > 0) await openCases(within, council, opened);
  for (const { id, reference, draft } of planned.opens ?? [])
    if (draft !== undefined) await takeDraft(within, council, { id, reference, draft });
  return { ok: true, item: written.find(({ after }) => after.id === item.id)?.after ?? item, already: false };
}

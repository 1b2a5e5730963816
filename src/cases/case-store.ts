import type { PublishedService } from "../definition/service.ts";
import type { Clock } from "../platform/clock.ts";
import { dayOf } from "../platform/clock.ts";
import { StatementFailed } from "../platform/database-error.ts";
import type { Database, Queries } from "../platform/database.ts";
import type { Ids } from "../platform/ids.ts";
import { derivedUuid } from "../platform/ids.ts";
import { laneOfEach } from "../platform/lane.ts";
import { attachSome } from "../platform/files/file-rows.ts";
import { statement } from "../platform/statement.ts";
import { appendEvents } from "./append-events.ts";
import { followingOf } from "./actions/by-itself.ts";
import type { CaseRow, EventRow } from "./case-row.ts";
import { caseFrom, eventFrom } from "./case-row.ts";
import type { Case } from "./case.ts";
import { nextAlarm } from "./clock/alarms.ts";
import type { CalendarOf } from "./clock/work-calendar.ts";
import type { Asked, Command } from "./decide.ts";
import type { Refusal } from "./decision.ts";
import { decide } from "./decide.ts";
import type { CaseEvent, EventChannel, Happening, StoredEvent } from "./event.ts";
import type { Unseen } from "./unseen.ts";
import { refusedAsUnseen } from "./unseen.ts";
import { writeCorrection } from "./corrections/write-correction.ts";
import { addMentions } from "./mentions.ts";
import { happened, withWhatFollows } from "./next-event.ts";
import type { Tell } from "./outbox.ts";
import { followersOf } from "./together/followers.ts";

export const CASE_COLUMNS = `council, id, reference, submission, service, version, channel, stage, priority, team, officer, answers, person, tell_by, fee_pence,
  opened_at, due_at, clock, closed_at, erased_at, updated_at, waiting_reply, confirmations, requests, ties, recorded, event_count, head`;

const casesByReference = statement("cases-by-reference", `select ${CASE_COLUMNS} from cases where council = $1 and reference = any($2)`);
const caseById = statement("case-by-id", `select ${CASE_COLUMNS} from cases where council = $1 and id = $2`);
const caseForUpdate = statement("case-for-update", `select ${CASE_COLUMNS} from cases where council = $1 and id = $2 for update`);
const eventsOfCase = statement(
  "events-of-case",
  `select case_id, number, kind, at, channel, officer, data, personal, salt, commitment, previous, hash, key
  from events where council = $1 and case_id = $2 order by number`,
);
const setAlarm = statement("case-set-alarm", "update cases set alarm_at = $3 where council = $1 and id = $2");

/** Who asks something of a case, and with which one-time key. */
export interface Asking {
  readonly council: string;
  readonly caseId: string;
  readonly channel: EventChannel;
  readonly officer: string | null;
  readonly roles: readonly string[];
  readonly key: string;
  /** Refused as out of date where any of this happened meanwhile. */
  readonly unseen?: Unseen | undefined;
}

/** `already`: the same one-time key was used before, and nothing new happened. */
export type Applied =
  | { readonly ok: true; readonly item: Case; readonly already: boolean }
  | { readonly ok: false; readonly refusal: Refusal };

async function one(found: Promise<CaseRow[]>): Promise<Case | undefined> {
  const [row] = await found;
  return row === undefined ? undefined : caseFrom(row);
}

type VersionOf = (council: string, service: string, version: number) => Promise<PublishedService>;

/** The ids of the officers who have a role in a team. */
export type OfficersOf = (within: Queries, council: string, team: string, role: string) => Promise<readonly string[]>;

interface House {
  readonly database: Database;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly versionOf: VersionOf;
  readonly calendarOf: CalendarOf;
  readonly officersOf: OfficersOf;
  /** The ids of those who cover an officer on a day (YYYY-MM-DD). */
  readonly coversOn: (within: Queries, council: string, officer: string, day: string) => Promise<readonly string[]>;
  readonly tell: Tell;
}

export function caseStore(house: House) {
  const { database } = house;

  return {
    byReference: laneOfEach<string, Case | undefined>(
      async (council, references) => {
        const rows = await database.query<CaseRow>(casesByReference, [council, references]);
        const found = new Map(rows.map((row) => [row.reference, caseFrom(row)]));
        return references.map((reference) => found.get(reference));
      },
      { most: 200 },
    ),
    byId: (council: string, id: string) => one(database.query<CaseRow>(caseById, [council, id])),
    events: async (council: string, caseId: string): Promise<StoredEvent[]> =>
      (await database.query<EventRow>(eventsOfCase, [council, caseId])).map(eventFrom),

    /** Asks something of a case: decided and written in one transaction that holds the case's row, so two officers act one after the other. */
    async apply(asking: Asking, command: Command): Promise<Applied> {
      try {
        return await database.transaction((within) => applyWithin(within, house, asking, command));
      } catch (error) {
        const again = error instanceof StatementFailed && error.constraint === "events_council_key_key";
        const item = again ? await one(database.query<CaseRow>(caseById, [asking.council, asking.caseId])) : undefined;
        if (item === undefined) throw error;
        return { ok: true, item, already: true };
      }
    },
  };
}

export type CaseStore = ReturnType<typeof caseStore>;

async function applyWithin(within: Queries, house: House, asking: Asking, command: Command): Promise<Applied> {
  const [row] = await within.query<CaseRow>(caseForUpdate, [asking.council, asking.caseId]);
  if (row === undefined) return { ok: false, refusal: { code: "not-found", message: "There is no such case" } };
  const before = caseFrom(row);
  const unseen = await refusedAsUnseen(within, before, asking.unseen);
  if (unseen !== undefined) return { ok: false, refusal: unseen };
  const service = await house.versionOf(asking.council, before.service, before.version);
  const asked = { at: house.clock.now(), roles: asking.roles, calendar: house.calendarOf(asking.council) };
  const step: Step = { within, house, service, asked };
  const decision = decide(service, before, command, asked);
  if (!decision.ok) {
    // Its alarm was for something that is no longer so; the next is another.
    if (decision.refusal.code === "nothing")
      await within.execute(setAlarm, [before.council, before.id, nextAlarm(service, before, asked.at, asked.calendar)]);
    return decision;
  }
  const after = await append(step, before, decision.happening, asking);
  return { ok: true, item: await followed(step, after, decision.happening, asking), already: false };
}

/** What one command of a case is carried out with. */
interface Step {
  readonly within: Queries;
  readonly house: House;
  readonly service: PublishedService;
  readonly asked: Asked;
}

/** The case after what follows by itself from what happened, in the same transaction. */
async function followed(step: Step, item: Case, happening: Happening, asking: Asking): Promise<Case> {
  const command = followingOf(item, happening);
  if (command === undefined) return item;
  const decision = decide(step.service, item, command, step.asked);
  if (!decision.ok) return item;
  const key = derivedUuid("on-reply", asking.key);
  return append(step, item, decision.happening, { ...asking, channel: "clock", officer: null, key });
}

/** Writes what happened as the next event of the case, with what follows from it. Gives the case after it. */
async function append({ within, house, service, asked }: Step, before: Case, happening: Happening, asking: Asking): Promise<Case> {
  const { channel, officer, key } = asking;
  const next = happened(house, before, happening, { at: asked.at, channel, officer, key });
  const { event, after } = next;
  const followers = await followersOf(within, [after], [event]);
  const told = { others: await othersOf(within, house, after, event), covers: await coversOf(within, house, after, event) };
  if (event.kind === "answered" || event.kind === "acted") await attachSome(within, after.council, event.data.files ?? [], after.id);
  await addMentions(within, after.council, event);
  if (event.kind === "corrected") await writeCorrection(within, after);
  await appendEvents(within, after.council, [withWhatFollows(house, service, next, asked.calendar, { told, followers })]);
  return after;
}

/** Who covers the officer of a case whose deadline is near or was missed. */
async function coversOf(within: Queries, house: House, { council, officer }: Case, event: CaseEvent): Promise<readonly string[]> {
  if (officer === null || (event.kind !== "warned" && event.kind !== "escalated")) return [];
  return house.coversOn(within, council, officer, dayOf(event.at));
}

/** The officers in the role that a missed deadline is told to. */
async function othersOf(within: Queries, house: House, { council, team }: Case, event: CaseEvent): Promise<readonly string[]> {
  if (event.kind !== "escalated" || event.data.to === null) return [];
  return house.officersOf(within, council, team, event.data.to);
}

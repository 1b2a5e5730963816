import type { Case } from "../cases/case.ts";
import { fold, opened } from "../cases/case.ts";
import type { MeasureWork } from "../cases/consequences.ts";
import { deadlineFrom } from "../cases/clock/deadline.ts";
import { lengthFor } from "../cases/clock/moves.ts";
import { workCalendar } from "../cases/clock/work-calendar.ts";
import type { WorkCalendar } from "../cases/clock/work-calendar.ts";
import { consequences } from "../cases/consequences.ts";
import { decide } from "../cases/decide.ts";
import type { CaseEvent, SubmittedData } from "../cases/event.ts";
import { CHAIN_START, chain, hashOf } from "../cases/event.ts";
import { makeReference } from "../cases/reference.ts";
import type { PublishedService } from "../definition/service.ts";
import { dayOf } from "../platform/clock.ts";
import type { Pattern } from "./load-patterns.ts";
import type { World } from "./world.ts";

/** A case of a load as it stands after its one or two events. */
export interface LoadCase {
  /** The place of its pattern in the part. */
  readonly pattern: number;
  readonly item: Case;
  /** Those that are late already are left in peace: a program that starts over millions would have much to tell. */
  readonly alarmAt: Date | null;
  readonly first: CaseEvent;
  readonly second: CaseEvent | undefined;
}

export interface LoadPart {
  readonly patterns: readonly Pattern[];
  readonly cases: readonly LoadCase[];
  readonly works: readonly MeasureWork[];
}

/** Which cases of how many. */
export interface Range {
  readonly from: number;
  readonly until: number;
  readonly of: number;
}

const YEARS = 2;
const DAY = 86_400_000;
const PATTERNS_OF_A_PART = 60;

/** Makes the cases of a range, which follow one another in time, after a few of the patterns. */
export function loadPart(world: World, all: readonly [Pattern, ...Pattern[]], due: DueDate, { from, until, of }: Range): LoadPart {
  const patterns = Array.from({ length: PATTERNS_OF_A_PART }, () => world.chance.pick(all));
  const start = world.now.getTime() - YEARS * 365 * DAY;
  const step = (world.now.getTime() - start) / of;
  const [cases, works]: [LoadCase[], MeasureWork[]] = [[], []];
  for (let index = from; index < until; index++) {
    const at = new Date(Math.floor(start + step * (index + world.chance.part())));
    const number = world.chance.whole(0, patterns.length - 1);
    const pattern = patterns[number] ?? all[0];
    const first = submitted(world, pattern, due(pattern.service, pattern.prepared.data.priority, at), at);
    const before = opened(world.council.id, referenceOf(index), first);
    const second = secondEvent(world, pattern, before);
    const item = second === undefined ? before : fold(before, second);
    const alarmAt = item.closedAt === null && item.dueAt > world.now ? item.dueAt : null;
    cases.push({ pattern: number, item, alarmAt, first, second });
    works.push(...measured(pattern.service, before, first));
    if (second !== undefined) works.push(...measured(pattern.service, item, second));
  }
  return { patterns, cases, works };
}

type DueDate = (service: PublishedService, priority: string, at: Date) => string;

/** Deadlines, worked out once a day and priority. */
export function dueDates(calendar: WorkCalendar): DueDate {
  const known = new Map<string, string>();
  return (service, priority, at) => {
    const length = lengthFor(service, priority);
    if (length.unit === "hours" || length.unit === "working hours") return deadlineFrom(at, length, calendar).toISOString();
    const key = `${service.id} ${priority} ${dayOf(at)}`;
    const found = known.get(key) ?? deadlineFrom(at, length, calendar).toISOString();
    known.set(key, found);
    return found;
  };
}

function submitted(
  { ids, council }: World,
  { prepared, sealed }: Pattern,
  due: string,
  at: Date,
): Extract<CaseEvent, { kind: "submitted" }> {
  const data: SubmittedData = { ...prepared.data, due };
  const circumstance = { at, channel: "web", officer: null, key: ids.uuid(at) } as const;
  const place = { caseId: ids.uuid(at), number: 1, previous: CHAIN_START };
  const link = { ...circumstance, ...place, kind: "submitted", data, commitment: sealed.commitment } as const;
  const personal = { answers: prepared.answers, person: prepared.person };
  return { ...link, personal, salt: sealed.salt, hash: hashOf(council.id, link) };
}

function measured(service: PublishedService, item: Case, event: CaseEvent): readonly MeasureWork[] {
  return consequences(service, item, event).flatMap((follows) => (follows.kind === "measure" ? [follows.payload] : []));
}

/** Cases past their deadline are closed but for a few; of the others some wait, and some are taken. */
function secondEvent(world: World, { service, closing, reason, reasoned }: Pattern, item: Case): CaseEvent | undefined {
  const { chance, ids, now, council } = world;
  const age = (now.getTime() - item.openedAt.getTime()) / DAY;
  const closes = chance.yes(now > item.dueAt ? 0.998 : 0.4);
  if (!closes && chance.yes(0.5)) return undefined;
  const officer = anyone(world);
  const at = new Date(Math.floor(item.openedAt.getTime() + chance.part() ** 2 * Math.min(age, 20) * DAY));
  const command = closes ? ({ kind: "act", action: closing.id, ...reason, seen: 1 } as const) : ({ kind: "take", officer } as const);
  const decision = decide(service, item, command, { at, roles: closing.by, calendar: workCalendar(council) });
  if (!decision.ok) return undefined;
  const { happening } = decision;
  const place = { caseId: item.id, number: 2, previous: item.head };
  const circumstance = { at, channel: "desk", officer, key: ids.uuid(at) } as const;
  if (!closes) return chain(council.id, place, happening, circumstance, ids.bytes(16));
  const hash = hashOf(council.id, {
    ...circumstance,
    ...place,
    kind: happening.kind,
    data: happening.data,
    commitment: reasoned.commitment,
  });
  return { ...happening, ...circumstance, ...place, ...reasoned, hash };
}

function anyone({ chance, staff }: World): string | null {
  const [first, ...others] = staff;
  return first === undefined ? null : chance.pick([first, ...others]).id;
}

// A step that shares no factor with 23^8 visits each of its references once before it comes round.
const REFERENCES = 23 ** 8;
const STEP = 48_706_439;

/** The reference of a load's case: a different one for each index, without a look at those given before. */
function referenceOf(index: number): string {
  const chance = new Uint8Array(16);
  let rest = (index * STEP + 7) % REFERENCES;
  for (let at = 15; at > 0; at -= 2, rest = Math.floor(rest / 23)) chance[at] = rest % 23;
  return makeReference(chance);
}

import { deadlineFrom } from "../cases/calendar.ts";
import type { Case } from "../cases/case.ts";
import { fold, opened } from "../cases/case.ts";
import type { MeasureWork } from "../cases/consequences.ts";
import { consequences } from "../cases/consequences.ts";
import { decide } from "../cases/decide.ts";
import type { CaseEvent, SubmittedData } from "../cases/event.ts";
import { CHAIN_START, chain, hashOf } from "../cases/event.ts";
import { makeReference } from "../cases/reference.ts";
import type { Context } from "../context.ts";
import type { Nation } from "../councils/council.ts";
import type { PublishedService } from "../definition/service.ts";
import { siteAddress } from "../guildhall.ts";
import { officersOf } from "../people/officers.ts";
import { dayOf } from "../platform/clock.ts";
import { idsFrom, seededChance } from "./chance.ts";
import type { Ledger } from "./ledger.ts";
import { emptyLedger } from "./ledger.ts";
import type { Pattern } from "./load-patterns.ts";
import { loadPatterns, REASON } from "./load-patterns.ts";
import { inFlight } from "./in-flight.ts";
import { residents } from "./residents.ts";
import type { SampleFiles } from "./sample-files.ts";
import type { World } from "./world.ts";
import { writeLedger } from "./write-ledger.ts";

/** How much is made, and from which chance: the same seed and present give the same cases. */
export interface Load {
  readonly cases: number;
  readonly seed: number;
  /** The demonstration's council when absent. */
  readonly council?: string;
}

const YEARS = 2;
const DAY = 86_400_000;
const PART = 1000;
/** Parts that are written while the next is made, and figures that are added up at once. */
const WRITERS = 2;
const WORKS = 100_000;
const PATTERNS = 1500;
const RECENT = 30;

/**
 * Fills a council with many plain cases of the last two years, oldest first: valid rows of one or two chained events each, with their figures and
 * without journeys, files or messages. For measuring, on a database of its own: not in one transaction.
 */
export async function fillWithLoad(context: Context, load: Load): Promise<void> {
  const council = context.councils.get(load.council ?? "eastmere");
  if (council === undefined) throw new Error("There is no such council to fill");
  const [chance, ids] = [seededChance(load.seed), idsFrom(seededChance(load.seed + 1))];
  const staff = await officersOf(context.database, council.id);
  const people = { residents: residents(chance, PATTERNS), staff, samples: NO_FILES };
  const world: World = { council, site: siteAddress(context, council), now: context.clock.now(), chance, ids, ...people };
  const patterns = loadPatterns(world, context.councils.services(council.id), PATTERNS);
  const due = dueDates(council.nation);
  const writer = inFlight(WRITERS);
  let works: MeasureWork[] = [];
  for (let from = 0; from < load.cases; from += PART) {
    const ledger = part(world, patterns, due, { from, until: Math.min(from + PART, load.cases), of: load.cases });
    await writer.start(() => writeLedger(context.database, council.id, ledger));
    works.push(...ledger.works);
    if (works.length < WORKS && from + PART < load.cases) continue;
    await context.database.transaction((within) => context.measures.add(within, council.id, works));
    works = [];
  }
  await writer.finish();
}

const SAMPLE = { sha256: "0".repeat(64), name: "none.jpg", type: "image/jpeg", size: 1 } as const;
const NO_FILES: SampleFiles = { road: [SAMPLE], bill: [SAMPLE], certificate: [SAMPLE], drawing: [SAMPLE] };

interface Range {
  readonly from: number;
  readonly until: number;
  readonly of: number;
}

type DueDate = (service: PublishedService, priority: string, at: Date) => string;

/** Deadlines, worked out once a day and priority. */
function dueDates(nation: Nation): DueDate {
  const known = new Map<string, string>();
  return (service, priority, at) => {
    const length = service.case.deadline[priority] ?? service.case.deadline["any"] ?? { amount: 20, unit: "working days" };
    if (length.unit === "hours") return deadlineFrom(at, length, nation).toISOString();
    const key = `${service.id} ${priority} ${dayOf(at)}`;
    const found = known.get(key) ?? deadlineFrom(at, length, nation).toISOString();
    known.set(key, found);
    return found;
  };
}

function part(world: World, patterns: readonly [Pattern, ...Pattern[]], due: DueDate, { from, until, of }: Range): Ledger {
  const ledger = emptyLedger();
  const start = world.now.getTime() - YEARS * 365 * DAY;
  const step = (world.now.getTime() - start) / of;
  for (let index = from; index < until; index++) {
    const at = new Date(Math.floor(start + step * (index + world.chance.part())));
    enterOne(world, ledger, world.chance.pick(patterns), due, at, index);
  }
  return ledger;
}

function enterOne(world: World, ledger: Ledger, pattern: Pattern, due: DueDate, at: Date, index: number): void {
  const { service, prepared } = pattern;
  const data = { ...prepared.data, due: due(service, prepared.data.priority, at) };
  const event = submitted(world, pattern, data, at);
  const start = opened(world.council.id, referenceOf(index), event);
  enter(ledger, service, start, event);
  const next = nextEvent(world, pattern, start);
  const item = next === undefined ? start : fold(start, next);
  if (next !== undefined) enter(ledger, service, item, next);
  ledger.cases.push(item);
}

function submitted({ ids, council }: World, pattern: Pattern, data: SubmittedData, at: Date): Extract<CaseEvent, { kind: "submitted" }> {
  const { prepared, sealed } = pattern;
  const circumstance = { at, channel: "web", officer: null, key: ids.uuid(at) } as const;
  const place = { caseId: ids.uuid(at), number: 1, previous: CHAIN_START };
  const link = { ...circumstance, ...place, kind: "submitted", data, commitment: sealed.commitment } as const;
  const personal = { answers: prepared.answers, person: prepared.person };
  return { ...link, personal, salt: sealed.salt, hash: hashOf(council.id, link) };
}

function enter(ledger: Ledger, service: PublishedService, item: Case, event: CaseEvent): void {
  ledger.events.push(event);
  for (const { payload } of consequences(service, item, event)) if ("add" in payload) ledger.works.push(payload);
}

/** Old cases are closed but for a few; of those of the last month some wait, and some are taken. */
function nextEvent(world: World, { service, closing, reasoned }: Pattern, item: Case): CaseEvent | undefined {
  const { chance, ids, now, council } = world;
  const age = (now.getTime() - item.openedAt.getTime()) / DAY;
  const closes = chance.yes(age > RECENT ? 0.998 : 0.6);
  if (!closes && chance.yes(0.5)) return undefined;
  const officer = anyone(world);
  const at = new Date(Math.floor(item.openedAt.getTime() + chance.part() ** 2 * Math.min(age, 20) * DAY));
  const act = { kind: "act", action: closing.id, reason: REASON, seen: 1 } as const;
  const decision = decide(service, item, closes ? act : { kind: "take", officer }, closing.by);
  if (!decision.ok) return undefined;
  const place = { caseId: item.id, number: 2, previous: item.head };
  const circumstance = { at, channel: "desk", officer, key: ids.uuid(at) } as const;
  const { happening } = decision;
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
const STEP = 48_271;

/** The reference of a load's case: a different one for each index, without a look at those given before. */
function referenceOf(index: number): string {
  const chance = new Uint8Array(16);
  let rest = (index * STEP * 1009 + 7) % REFERENCES;
  for (let at = 15; at > 0; at -= 2, rest = Math.floor(rest / 23)) chance[at] = rest % 23;
  return makeReference(chance);
}

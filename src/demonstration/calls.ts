import type { Case } from "../cases/case.ts";
import { workCalendar } from "../cases/clock/work-calendar.ts";
import type { WorkCalendar } from "../cases/clock/work-calendar.ts";
import type { MeasureWork } from "../cases/consequences.ts";
import { NO_SERVICE } from "../cases/consequences.ts";
import { dayOf } from "../platform/clock.ts";
import type { Chance } from "./chance.ts";
import { idsFrom, seededChance } from "./chance.ts";
import { workingMoment } from "./working-time.ts";
import type { World } from "./world.ts";
import { starter } from "./world.ts";

const SEED = 20_260_919;
const DAY = 86_400_000;
const MINUTE = 60_000;
/** Of cases that did not come by phone or at the desk, the share whose people ring later. */
const RING_LATER = 0.09;
/** Calls about no service in particular, for each case. */
const NOTHING_IN_PARTICULAR = 0.04;

/** A row of `calls`. */
export interface CallRow {
  readonly id: string;
  readonly officer: string;
  readonly channel: "phone" | "desk";
  readonly started_at: Date;
  readonly ended_at: Date;
  readonly reason: string;
  readonly failure: boolean;
  readonly service: string | null;
  readonly case_id: string | null;
  readonly note: string | null;
}

/** Why people ring later, by service: bins and benefits are chased most. */
const LATER: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  "report-a-missed-bin": { again: 5, chase: 4, answer: 1 },
  "council-tax-move": { chase: 5, online: 2, answer: 3, advice: 1 },
  "primary-school-place": { chase: 4, advice: 4, online: 1 },
};
const USUALLY = { chase: 4, answer: 2, advice: 2, again: 1 };

const NOTES: Readonly<Record<string, string>> = {
  chase: "Asked what is happening. Told them where it stands and by when.",
  again: "Says that it was not done. Passed on to the team.",
  answer: "Gave what was asked for. It is on the case.",
};

/** A call that began at an instant, and what it was. */
interface Told {
  readonly at: Date;
  readonly reason: string;
  readonly channel: CallRow["channel"];
  readonly item?: Case;
}

/** The calls and visits of the six months: those in which a service was begun, those in which people ask later, and some about nothing in particular. Pure but for its own chance. */
export function callsOf(world: World, cases: readonly Case[]): readonly CallRow[] {
  const own: World = { ...world, chance: seededChance(SEED), ids: idsFrom(seededChance(SEED + 1)) };
  const calendar = workCalendar(world.council);
  return cases.flatMap((item) => tellings(own.chance, calendar, item)).flatMap((told) => callRow(own, told));
}

function tellings(chance: Chance, calendar: WorkCalendar, item: Case): readonly Told[] {
  const told: Told[] = [];
  const { channel, openedAt } = item;
  if (channel === "phone" || channel === "desk")
    told.push({ at: new Date(openedAt.getTime() - 9 * MINUTE), reason: "apply", channel, item });
  if (chance.yes(channel === "web" ? RING_LATER : RING_LATER / 2)) {
    const at = workingMoment(chance, calendar, new Date(openedAt.getTime() + chance.whole(2, 12) * DAY), openedAt);
    told.push({ at, reason: chance.weighted(LATER[item.service] ?? USUALLY), channel: chance.yes(0.85) ? "phone" : "desk", item });
  }
  if (chance.yes(NOTHING_IN_PARTICULAR))
    told.push({ at: workingMoment(chance, calendar, openedAt, openedAt), reason: "advice", channel: "phone" });
  return told;
}

function callRow(world: World, { at, reason, channel, item }: Told): readonly CallRow[] {
  const { chance, ids, council, now } = world;
  const officer = starter(world);
  const found = council.reasons?.get(reason);
  const ended = new Date(at.getTime() + (reason === "apply" ? 9 * MINUTE : chance.whole(90, 600) * 1000));
  if (officer === null || found === undefined || ended >= now) return [];
  const about = { service: item?.service ?? null, case_id: item?.id ?? null, note: item === undefined ? null : (NOTES[reason] ?? null) };
  return [{ id: ids.uuid(at), officer: officer.id, channel, started_at: at, ended_at: ended, reason, failure: found.failure, ...about }];
}

/** What calls add to the figures. */
export function callWorks(calls: readonly CallRow[]): readonly MeasureWork[] {
  return calls.map(({ service, channel, started_at, ended_at, failure }) => ({
    service: service ?? NO_SERVICE,
    day: dayOf(ended_at),
    channel,
    add: { contacted: Math.round((ended_at.getTime() - started_at.getTime()) / 1000), ...(failure && { failure_demand: 0 }) },
  }));
}

import { nextAlarm } from "../cases/clock/alarms.ts";
import { workCalendar } from "../cases/clock/work-calendar.ts";
import type { PublishedService } from "../definition/service.ts";
import type { Visit } from "./calendar-of-visits.ts";
import { visits } from "./calendar-of-visits.ts";
import { seededChance } from "./chance.ts";
import { enterCalculation, enterOtherJourneys, enterSentJourney, startedAt } from "./journeys.ts";
import type { Ledger } from "./ledger.ts";
import { emptyLedger, enter } from "./ledger.ts";
import { liveCase } from "./live-case.ts";
import { openCase } from "./open-case.ts";
import { CALCULATIONS, STORIES } from "./stories/all-stories.ts";
import type { World } from "./world.ts";

const PART = 250;
const SEED = 20_260_707;
// With it, somebody is at each stage of each service.
const VISITS_SEED = 300_000_000;

/**
 * Makes about `count` cases of the six months before the world's present, with their journeys, messages and figures, in parts to be written one
 * after another. Pure but for the world's chance.
 */
export function* sixMonths(world: World, services: readonly PublishedService[], count: number): Generator<Ledger> {
  const byId = new Map(services.map((service) => [service.id, service]));
  const stories = STORIES.filter(({ service }) => byId.has(service));
  const all = visits(world.chance, stories, count, world.now, workCalendar(world.council));
  const taken = new Set<string>();
  for (let from = 0; from < all.length; from += PART) {
    const ledger = emptyLedger();
    for (const [index, visit] of all.slice(from, from + PART).entries()) {
      const service = byId.get(visit.story.service);
      // Each has a chance of its own, so that a service that changes changes no case of another.
      const own = { ...world, chance: seededChance(VISITS_SEED + from + index) };
      if (service !== undefined) enterVisit(own, ledger, service, visit, taken);
    }
    yield ledger;
  }
  yield* calculations(world, services, count);
}

/** The services that make no case. They come last, and by a chance of their own, so that the cases stay as they are. */
function* calculations(world: World, services: readonly PublishedService[], count: number): Generator<Ledger> {
  const own = { ...world, chance: seededChance(SEED) };
  for (const story of CALCULATIONS) {
    const service = services.find(({ id }) => id === story.service);
    if (service === undefined) continue;
    const ledger = emptyLedger();
    for (const visit of visits(own.chance, [story], count * story.often, world.now, workCalendar(world.council))) {
      enterCalculation(own, ledger, service, visit);
    }
    yield ledger;
  }
}

function enterVisit(world: World, ledger: Ledger, service: PublishedService, visit: Visit, taken: Set<string>): void {
  const started = startedAt(world, visit);
  const made = openCase(world, service, visit, world.ids.uuid(started));
  // A reference drawn twice is one in ten thousand fillings; the second of the two is left out.
  if (made === undefined || taken.has(made.item.reference)) return;
  taken.add(made.item.reference);
  const first = ledger.events.length;
  enter(ledger, world, service, made.item, made.event);
  const item = liveCase(world, ledger, service, visit.story, made.item);
  ledger.cases.push({ item, alarmAt: nextAlarm(service, item, world.now, workCalendar(world.council)) });
  const rated = ledger.events.slice(first).some(({ kind }) => kind === "rated");
  if (visit.channel !== "api") enterSentJourney(world, ledger, service, made, started, rated);
  enterOtherJourneys(world, ledger, service, visit);
}

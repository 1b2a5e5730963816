import { workCalendar } from "../cases/clock/work-calendar.ts";
import type { Case } from "../cases/case.ts";
import type { PublishedService } from "../definition/service.ts";
import type { Planned } from "./course.ts";
import { wakingMoment, workingMoment } from "./working-time.ts";
import type { World } from "./world.ts";
import { worker } from "./world.ts";

const HOUR = 3_600_000;
const REASONS = [
  "I cannot come on that day.",
  "I was not asked. Please take my name off.",
  "The gate opens too early for me. From ten it would be fine.",
] as const;

/** What those do who must confirm a case, and what it is like once it can be worked. */
export interface Confirming {
  readonly steps: readonly Planned[];
  readonly item: Case;
}

/** Days after which an officer goes on without somebody who has not answered. */
const PATIENCE = 9;

/**
 * Most confirm within days, some after a reminder, and a few never; one in thirty says first that it is not right, and is asked again. The case
 * is worked from when the last has confirmed, or from when an officer has waited long enough.
 */
export function planConfirming(world: World, service: PublishedService, item: Case): Confirming {
  if (item.confirmations === null) return { steps: [], item };
  const answers = item.confirmations.map((_, index) => (world.chance.yes(0.08) ? [] : answersOf(world, item, index + 1)));
  const steps = answers.flat();
  if (answers.some((own) => own.length === 0)) {
    return { steps, item: { ...item, openedAt: new Date(item.openedAt.getTime() + PATIENCE * 24 * HOUR) } };
  }
  const last = Math.max(...steps.map(({ at }) => at.getTime()));
  return { steps, item: { ...item, stage: service.confirm?.to ?? item.stage, openedAt: new Date(last) } };
}

function answersOf(world: World, item: Case, person: number): readonly Planned[] {
  const { chance, council } = world;
  const days = chance.yes(0.15) ? 5 + 3 * chance.part() : 3 * chance.part() ** 2;
  const at = wakingMoment(new Date(item.openedAt.getTime() + Math.floor((0.4 + 24 * days) * HOUR)));
  const confirmed = { at, officer: null, command: { kind: "confirm", person, asked: 1 } } as const;
  const officer = chance.yes(0.03) ? worker(world, item.team, []) : null;
  if (officer === null) return [confirmed];
  const asked = workingMoment(chance, workCalendar(council), new Date(at.getTime() + 30 * HOUR * chance.part()), at);
  const after = wakingMoment(new Date(asked.getTime() + Math.floor((1 + 40 * chance.part()) * HOUR)));
  return [
    { at, officer: null, command: { kind: "dispute", person, asked: 1, reason: chance.pick(REASONS) } },
    { at: asked, officer, command: { kind: "ask", person } },
    { ...confirmed, at: after },
  ];
}

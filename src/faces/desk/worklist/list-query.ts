import type { WorklistQuery } from "../../../cases/worklist-query.ts";
import type { Context } from "../../../context.ts";
import type { PublishedService } from "../../../definition/service.ts";
import type { Sight } from "../../../councils/sight.ts";
import { ofTeams } from "../../../councils/sight.ts";
import { seesAny, sightOf } from "../../../people/rights.ts";
import { dayOf } from "../../../platform/clock.ts";
import { londonInstant } from "../../../platform/london-time.ts";
import type { Desk } from "../desk.ts";
import type { WrongFilter } from "./answer-filters.ts";
import { readConditions } from "./answer-filters.ts";
import type { View } from "./view.ts";
import { readPlace } from "./view.ts";

const DAY = 86_400_000;

/** The first instant of tomorrow in London: what is due at it is due today. */
export function endOfDay(now: Date): Date {
  const today = dayOf(now);
  // A day is at most 25 hours, and noon is on it whatever the clocks do.
  const tomorrow = dayOf(new Date(Date.parse(`${today}T12:00:00Z`) + DAY));
  return londonInstant(tomorrow, "00:00") ?? new Date(now.getTime() + DAY);
}

/** What a view of a team shows: never more than the officer may see. */
export function teamsOf({ visit, officer }: Desk, team: string): Sight {
  const seen = sightOf(officer, visit.council);
  if (team === "") return seen;
  return ofTeams(seen, (one) => (team === "mine" ? officer.teams.includes(one) : one === team));
}

/** The services whose cases the officer may see. */
export function servicesSeen(context: Context, { visit, officer }: Desk): readonly PublishedService[] {
  return context.councils.known(visit.council.id).filter(({ id, case: { team } }) => seesAny(officer, visit.council, team, id));
}

export type AskedList =
  | { readonly ok: true; readonly query: WorklistQuery }
  | { readonly ok: false; readonly wrong: readonly WrongFilter[] };

function bounds({ overdue, today }: View, now: Date): Pick<WorklistQuery, "dueAfter" | "dueBy"> {
  if (overdue && today) return { dueBy: endOfDay(now) };
  if (overdue) return { dueBy: now };
  return today ? { dueAfter: now, dueBy: endOfDay(now) } : {};
}

/** What a view asks the worklist for, or what is wrong with what it asks of answers. `service` is the one it chose. */
export function askList(desk: Desk, view: View, service: PublishedService | undefined): AskedList {
  const { visit, officer } = desk;
  const reading = readConditions(service, view.answers, view.rule, dayOf(visit.now));
  if (!reading.ok) return reading;
  const after = readPlace(visit, view.after);
  const query: WorklistQuery = {
    teams: teamsOf(desk, view.team),
    state: view.state,
    holder: view.holder,
    sort: view.sort,
    officer: officer.id,
    covering: (officer.covering ?? []).map(({ id }) => id),
    ...bounds(view, visit.now),
    ...(view.service !== "" && { service: view.service }),
    ...(view.stage !== "" && { stage: view.stage }),
    ...(view.priority !== "" && { priority: view.priority }),
    ...(view.waiting && { waiting: true as const }),
    ...(view.paused && { paused: true as const }),
    ...(view.mentioned && { mentioned: true as const }),
    ...(reading.conditions !== undefined && { answers: reading.conditions }),
    ...(after !== undefined && { after }),
  };
  return { ok: true, query };
}

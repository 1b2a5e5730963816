import type { Case } from "../../../cases/case.ts";
import { workCalendar } from "../../../cases/clock/work-calendar.ts";
import { decideInBulk } from "../../../cases/decide-in-bulk.ts";
import type { BulkAsk } from "../../../cases/decide-in-bulk.ts";
import type { Command } from "../../../cases/decide.ts";
import type { Context } from "../../../context.ts";
import type { PublishedService } from "../../../definition/service.ts";
import type { Officer } from "../../../people/officer.ts";
import { mayOnCase } from "../../../people/rights.ts";
import { stageTitle } from "../case-words.ts";
import type { Desk } from "../desk.ts";
import type { Chosen } from "./chosen.ts";
import type { Wish } from "./wish.ts";

export type Colleague = Pick<Officer, "id" | "name" | "teams">;

/** Whether a wish may be carried out on a case: what is then asked of it, or why not, in words. */
export type Right = { readonly ok: true; readonly ask: BulkAsk } | { readonly ok: false; readonly why: string };

function teamName({ visit }: Desk, team: string): string {
  return visit.council.teams.get(team)?.name ?? team;
}

/** A case may be taken by oneself and left again; giving it to others is another right. */
function assignRight(desk: Desk, item: Case, to: string | null, colleagues: readonly Colleague[]): string | undefined {
  const { officer, visit } = desk;
  const own = (to === officer.id && item.officer === null) || (to === null && item.officer === officer.id);
  if (!mayOnCase(officer, own ? "cases.work" : "cases.assign", visit.council, item))
    return `You may not give cases of ${teamName(desk, item.team)} to others`;
  const colleague = colleagues.find(({ id }) => id === to);
  if (to === null || colleague?.teams.includes(item.team) === true) return undefined;
  return `${colleague?.name ?? "This officer"} is not in the team ${teamName(desk, item.team)}`;
}

function workRight({ officer, visit }: Desk, item: Case, name: string): string | undefined {
  return mayOnCase(officer, "cases.work", visit.council, item) ? undefined : `You may not work cases of ${name}`;
}

function commandOf(wish: Wish): Command {
  if (wish.kind === "assign") return { kind: "take", officer: wish.officer };
  if (wish.kind === "note") return { kind: "note", text: wish.text };
  const { action, reason, stage, recorded = {}, confirmed = false } = wish;
  return { kind: "act", action, reason, seen: 0, from: stage, recorded, confirmed };
}

/** What the officer may ask of a case by a wish, whatever state the case is in. A note changes nothing that another officer would miss. */
export function rightTo(desk: Desk, item: Case, wish: Wish, chosen: Chosen, colleagues: readonly Colleague[]): Right {
  const why = wish.kind === "assign" ? assignRight(desk, item, wish.officer, colleagues) : workRight(desk, item, teamName(desk, item.team));
  if (why !== undefined) return { ok: false, why };
  if (wish.kind === "act" && wish.service !== item.service) return { ok: false, why: "It is of another service" };
  const seen = chosen.seen.get(item.reference) ?? 0;
  return { ok: true, ask: { caseId: item.id, command: commandOf(wish), ...(wish.kind !== "note" && { seen }) } };
}

/** What will happen to a case, or why nothing will. */
export interface Foreseen {
  readonly item: Case;
  readonly ok: boolean;
  readonly words: string;
  readonly ask?: BulkAsk;
  /** The field of the wish that is to be mended before anything can happen: a reason that is missing. */
  readonly mend?: string;
}

/** Looks ahead: what a wish would do to each of the cases as they are now. */
export async function foresee(
  context: Context,
  desk: Desk,
  wish: Wish,
  chosen: Chosen,
  colleagues: readonly Colleague[],
): Promise<readonly Foreseen[]> {
  const { visit, officer } = desk;
  const asked = { at: visit.now, roles: officer.roles, calendar: workCalendar(visit.council) };
  const all: Foreseen[] = [];
  for (const item of chosen.cases) {
    const right = rightTo(desk, item, wish, chosen, colleagues);
    const service = await context.councils.version(visit.council.id, item.service, item.version);
    if (!right.ok) all.push({ item, ok: false, words: right.why });
    else if (service === undefined) all.push({ item, ok: false, words: "Its service cannot be read" });
    else if (wish.kind === "act" && item.stage !== wish.stage)
      all.push({ item, ok: false, words: `It is at another stage: ${stageTitle(service, item.stage)}` });
    else {
      const decision = decideInBulk(service, item, right.ask, asked);
      if (decision.ok) all.push({ item, ok: true, words: willHappen(service, item, wish, colleagues), ask: right.ask });
      else
        all.push({
          item,
          ok: false,
          words: decision.refusal.message,
          ...(decision.refusal.code === "field" && { mend: decision.refusal.field }),
        });
    }
  }
  return all;
}

function willHappen(service: PublishedService, item: Case, wish: Wish, colleagues: readonly Colleague[]): string {
  if (wish.kind === "note") return "Gets the note";
  if (wish.kind === "assign") {
    const name = (id: string | null): string => colleagues.find((one) => one.id === id)?.name ?? "another officer";
    if (wish.officer === null) return `Goes back to the team from ${name(item.officer)}`;
    return item.officer === null ? `Goes to ${name(wish.officer)}` : `Goes from ${name(item.officer)} to ${name(wish.officer)}`;
  }
  const action = service.case.stages.get(item.stage)?.actions.get(wish.action);
  const to = action === undefined ? undefined : service.case.stages.get(action.to);
  const moves = `${to?.closed === true ? "Is closed" : "Moves"}: ${stageTitle(service, action?.to ?? "")}`;
  const tells = item.tellBy !== "none" && (service.messages.has(wish.action) || service.messages.has(action?.to ?? ""));
  return tells ? `${moves}. The person is told` : moves;
}

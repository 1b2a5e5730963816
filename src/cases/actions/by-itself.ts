import type { Occasion } from "../../definition/keys-action.ts";
import type { Service } from "../../definition/service.ts";
import { dayOf } from "../../platform/clock.ts";
import type { Case } from "../case.ts";
import type { Happening } from "../event.ts";
import { allConfirmed } from "../confirmation.ts";
import { openParts } from "../together/tie.ts";
import { plannedFor, requestIn } from "../requests/request.ts";
import { isHeld } from "../together/parts.ts";
import { isOffered } from "./facts.ts";

/** Why something happens by itself, as its event keeps it, with what a stage calls the occasion. */
const ON = {
  deadline: "deadline",
  reply: "replied",
  answered: "request-answered",
  confirmed: "confirmed",
  accepted: "evidence-accepted",
  rejected: "evidence-rejected",
  parts: "sub-cases-closed",
} as const satisfies Record<string, Occasion>;

export type Cause = keyof typeof ON;

/** What happens by itself because of what somebody did or did not do, or because a time has come. */
export type AutomaticCommand =
  | { readonly kind: "automatic"; readonly cause: Exclude<Cause, "deadline"> | "clock" }
  | { readonly kind: "automatic"; readonly cause: "unanswered"; readonly request: number };

/**
 * The name of the action that happens by itself at the stage a case is at; undefined for none. What the person answers is also something that
 * they write.
 */
export function actionOn(service: Service, { stage }: Pick<Case, "stage">, cause: Cause): string | undefined {
  const on = service.case.stages.get(stage)?.on;
  return on?.[ON[cause]] ?? (cause === "answered" ? on?.replied : undefined);
}

/** Whether an action happens once the time of the stage is over: asked of the day on which that is. */
export function actsOnDeadline(service: Service, item: Case): boolean {
  const action = service.case.stages.get(item.stage)?.actions.get(actionOn(service, item, "deadline") ?? "");
  return action !== undefined && !isHeld(service, item, action.to) && isOffered(service, item, action, lastDayOf(item));
}

/** The day for which the rule of an action on a deadline is asked, so that it says the same before and after. */
export function lastDayOf({ clock, dueAt }: Case): string {
  return dayOf(clock.stageDue === null ? dueAt : new Date(clock.stageDue));
}

/** The name of the action that happens where the person did not answer what they were asked. */
export function unansweredIn(service: Service, { requests }: Case, request: number): string | undefined {
  const found = requestIn(requests, request);
  return found && plannedFor(service, found)?.unanswered;
}

/** What may follow by itself from what just happened; `item` is the case after it. */
export function followingOf(item: Case, happening: Happening): AutomaticCommand | undefined {
  switch (happening.kind) {
    case "replied":
      return { kind: "automatic", cause: "reply" };
    case "answered":
      return { kind: "automatic", cause: "answered" };
    case "request-lapsed":
      return { kind: "automatic", cause: "unanswered", request: happening.data.request };
    case "confirmed":
      return happening.data.to === null && allConfirmed(item.confirmations) ? { kind: "automatic", cause: "confirmed" } : undefined;
    case "reviewed":
      return reviewed(item, happening.data);
    case "part-closed":
      return openParts(item).length === 0 ? { kind: "automatic", cause: "parts" } : undefined;
    default:
      return undefined;
  }
}

type Reviewed = Extract<Happening, { kind: "reviewed" }>["data"];

function reviewed({ requests }: Case, { request, verdict, quiet }: Reviewed): AutomaticCommand | undefined {
  // Who is asked again in the next breath is waited for.
  if (verdict === "rejected") return quiet === true ? undefined : { kind: "automatic", cause: "rejected" };
  const found = requestIn(requests, request);
  const whole = (found?.items ?? []).every((id) => found?.reviews[id]?.verdict === "accepted");
  return whole ? { kind: "automatic", cause: "accepted" } : undefined;
}

import type { Service } from "../definition/service.ts";
import { dayOf } from "../platform/clock.ts";
import type { Case } from "./case.ts";
import type { ConfirmMail } from "./confirm-work.ts";
import { confirmWork } from "./confirm-work.ts";
import type { RequestTelling } from "./requests/request-work.ts";
import { requestTelling } from "./requests/request-work.ts";
import { allConfirmed } from "./confirmation.ts";
import { firstSent, partOf } from "./together/tie.ts";
import type { CaseEvent } from "./event.ts";

/** What follows from an event: something to tell, something to count, or an email to others who must confirm. */
export type Consequence =
  /** A key of the service's messages, or `written` for an officer's own words. */
  | { readonly kind: "message"; readonly template: string }
  | { readonly kind: "measure"; readonly payload: MeasureWork }
  | ConfirmMail
  | RequestTelling;

/** Under what a contact about no service in particular is counted. No service is called so: an underscore is in no id. */
export const NO_SERVICE = "no_service";

/** What to add to the figures of a service, day and channel: each measure's count goes up by one and its total by the amount, so many times. */
export interface MeasureWork {
  readonly service: string;
  readonly day: string;
  readonly channel: string;
  readonly add: Readonly<Record<string, number>>;
  /** How often it happened; once unless told, and less than nought where it is taken back. */
  readonly times?: number;
}

/** Which warning or missed deadline an officer is told of by email; with no officer the team is. */
export interface AlarmWork {
  readonly alarm: string;
  readonly event: number;
  readonly officer: string | null;
}

/**
 * The email inside the council that follows from a warning or a missed deadline. The officer who has the case is told of both; of a missed one
 * those who are given too, and of either whoever covers the officer. Where that is nobody, the team is: a case that nobody took is not forgotten.
 */
export function alarmMail(item: Case, event: CaseEvent, others: readonly string[], covers: readonly string[] = []): readonly AlarmWork[] {
  if (event.kind !== "warned" && event.kind !== "escalated") return [];
  const officers = [...new Set([...(item.officer === null ? [] : [item.officer]), ...others])];
  const told = officers.length === 0 || (event.kind === "escalated" && others.length === 0) ? [...officers, null] : officers;
  return [...new Set([...told, ...covers])].map((officer) => ({ alarm: item.id, event: event.number, officer }));
}

/** Everything that follows from an event of a case; `item` is the case after it. */
export function consequences(service: Service, item: Case, event: CaseEvent): readonly Consequence[] {
  const templates = item.tellBy === "none" ? [] : messagesFor(service, item, event);
  const told = templates.map((template): Consequence => ({ kind: "message", template }));
  const asked = [...confirmWork(service, item, event), ...requestTelling(item, event)];
  const add = measuresOf(item, event);
  if (add === undefined) return [...told, ...asked];
  const work: MeasureWork = { service: item.service, day: dayOf(event.at), channel: item.channel, add, ...takenBack(event) };
  return [...told, ...asked, { kind: "measure", payload: work }];
}

/** The messages that tell of an event, as the definition names them. */
export function messagesFor(service: Service, item: Case, event: CaseEvent): readonly string[] {
  if (event.kind === "told") return ["written"];
  if (event.kind === "expected" || event.kind === "reopened") return [event.kind];
  if (event.kind === "merged") return event.data.again === true ? [] : ["merged"];
  if (event.kind === "unmerged") return ["unmerged"];
  if (event.kind === "submitted" && event.data.from !== undefined) return ["transferred"];
  if (event.kind === "submitted") return service.messages.has("received") ? ["received"] : [];
  if (event.kind === "disputed") return ["disputed"];
  if (event.kind === "confirmed") return allConfirmed(item.confirmations) ? ["confirmed"] : [];
  if (event.kind !== "acted") return [];
  // An action's own message says more than its stage's, so one of the two goes out, not both.
  const named = [event.data.action, event.data.to].find((name) => service.messages.has(name));
  return named === undefined ? [] : [named];
}

function measuresOf(item: Case, event: CaseEvent): Readonly<Record<string, number>> | undefined {
  // A sub-case is part of a transaction that is counted.
  if (partOf(item) !== undefined) return undefined;
  // One that was moved was counted when it was first sent, in the service that it was sent to.
  if (event.kind === "submitted") return event.data.from === undefined ? { submitted: 0 } : undefined;
  if (event.kind === "rated") return event.data.score >= 4 ? { rated: event.data.score, satisfied: 0 } : { rated: event.data.score };
  if (event.kind === "reopened") return closedMeasures(item, new Date(event.data.closed), new Date(event.data.was));
  return event.kind === "acted" && event.data.closes ? closedMeasures(item, event.at, item.dueAt) : undefined;
}

function closedMeasures(item: Case, closedAt: Date, dueAt: Date): Readonly<Record<string, number>> {
  const seconds = Math.round((closedAt.getTime() - firstSent(item).getTime()) / 1000);
  return closedAt < dueAt ? { closed: seconds, in_time: 0 } : { closed: seconds };
}

/** A case that is opened again was not closed on the day on which it had been. */
function takenBack(event: CaseEvent): Partial<Pick<MeasureWork, "day" | "times">> {
  return event.kind === "reopened" ? { day: dayOf(new Date(event.data.closed)), times: -1 } : {};
}

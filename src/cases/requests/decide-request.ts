import type { Answers } from "../../answers/answer-type.ts";
import type { DeadlineLength, RequestPlan, Service } from "../../definition/service.ts";
import { USUAL_REMINDER } from "../../definition/request-plans.ts";
import { dayOf } from "../../platform/clock.ts";
import type { Case } from "../case.ts";
import { before, deadlineFrom } from "../clock/deadline.ts";
import { resumedBy, stoppedFrom } from "../clock/moves.ts";
import { filesIn } from "../shadow.ts";
import type { WorkCalendar } from "../clock/work-calendar.ts";
import type { Decision } from "../decision.ts";
import type { Request, RequestedData } from "./request-event.ts";
import type { OwnWay } from "./request.ts";
import { plannedFor, requestIn, takesAnswers, withRequest } from "./request.ts";

/** What is asked about asking the person. A `request` is the number, from 1, of one that there is. */
export type RequestCommand =
  /** Asks what the definition names. */
  | { readonly kind: "request"; readonly name: string }
  /** Asks in an officer's own words; `days` are working days, `pauses` why the clock is stopped meanwhile. */
  | { readonly kind: "request-own"; readonly text: string; readonly way: OwnWay; readonly days: number; readonly pauses: string | null }
  /** Asks the same again; `reason` says why, in words to the person. */
  | { readonly kind: "request-again"; readonly request: number; readonly reason: string }
  | { readonly kind: "request-withdraw"; readonly request: number }
  /** `asked` is the number of the event that sent the form they came by. */
  | {
      readonly kind: "answer";
      readonly request: number;
      readonly asked: number;
      readonly answers: Answers;
      readonly files: readonly string[];
      readonly shared: boolean;
    }
  | {
      readonly kind: "review";
      readonly request: number;
      readonly item: string;
      readonly verdict: "accepted" | "rejected";
      readonly reason: string;
      readonly until: string | null;
      /** The person is not told of it by itself: they are asked again in the next breath. */
      readonly quiet?: boolean;
      /** The number of the event that has the answers which the officer looked at. */
      readonly answered: number;
    }
  | { readonly kind: "unshare"; readonly request: number };

/** When it is asked, and by which calendar the council works. */
interface When {
  readonly at: Date;
  readonly calendar: WorkCalendar;
}

const LONGEST = 5000;
export const MOST_REQUESTS = 50;
export const MOST_DAYS = 60;
const USUAL_DAYS = 10;

export function decideRequest(service: Service, item: Case, command: RequestCommand, when: When): Decision {
  if (command.kind === "request" || command.kind === "request-own") return ask(service, item, command, when);
  const found = requestIn(item.requests, command.request);
  if (found === undefined) return refused("not-found", "Nothing like that was asked");
  if (command.kind === "unshare")
    return found.shared
      ? { ok: true, happening: { kind: "unshared", data: { request: command.request }, personal: null } }
      : refused("stale", "Other services cannot see it");
  if (item.closedAt !== null) return refused("stale", "The case is closed");
  switch (command.kind) {
    case "request-again":
      return askAgain(service, item, command, when);
    case "request-withdraw":
      if (found.state !== "open") return refused("stale", "It is answered, over or withdrawn already");
      return ended(service, item, command.request, "request-withdrawn", when);
    case "answer":
      return answer(service, item, found, command, when);
    case "review":
      return review(found, command, when);
  }
}

function refused(code: "stale" | "not-found", message: string): Decision {
  return { ok: false, refusal: { code, message } };
}

function wrong(field: string, message: string): Decision {
  return { ok: false, refusal: { code: "field", field, message } };
}

type Asking = Extract<RequestCommand, { kind: "request" | "request-own" }>;

function ask(service: Service, item: Case, command: Asking, when: When): Decision {
  if (item.closedAt !== null) return refused("stale", "The case is closed");
  const number = (item.requests?.length ?? 0) + 1;
  if (number > MOST_REQUESTS)
    return wrong("request", `The person can be asked ${MOST_REQUESTS} times in one case. Write a message instead`);
  if (command.kind === "request-own") return askOwn(item, command, number, when);
  const plan = service.requests.get(command.name);
  if (plan === undefined) return wrong("request", "Select what to ask for");
  if (item.requests?.some(({ name, state }) => name === plan.id && state === "open") === true)
    return refused("stale", "The person has been asked for it already");
  return { ok: true, happening: { kind: "requested", data: asked(item, plannedTerms(plan), number, when), personal: NOTHING_SAID } };
}

const NOTHING_SAID = { text: "", reason: "" };

function askOwn(item: Case, command: Extract<Asking, { kind: "request-own" }>, number: number, when: When): Decision {
  const text = command.text.trim();
  if (text === "") return wrong("ask-text", "Enter what you want to ask");
  if (text.length > LONGEST) return wrong("ask-text", `What you ask must be ${LONGEST.toLocaleString("en-GB")} characters or fewer`);
  if (!Number.isInteger(command.days) || command.days < 1 || command.days > MOST_DAYS)
    return wrong("ask-days", `Enter how many working days they have, from 1 to ${MOST_DAYS}`);
  const data = asked(item, ownTerms(command.way, command.days, command.pauses), number, when);
  return { ok: true, happening: { kind: "requested", data, personal: { text, reason: "" } } };
}

/** On which terms something is asked. */
interface Terms extends Pick<Request, "name" | "way" | "pauses"> {
  readonly due: DeadlineLength;
  readonly remind: DeadlineLength | "never";
}

function plannedTerms({ id, due, remind, pauses }: RequestPlan): Terms {
  return { name: id, way: null, pauses: pauses ?? null, due, remind };
}

function ownTerms(way: Request["way"], days: number, pauses: string | null): Terms {
  return { name: null, way, pauses, due: { amount: days, unit: "working days" }, remind: USUAL_REMINDER };
}

function asked(item: Case, { due, remind, ...terms }: Terms, request: number, { at, calendar }: When): RequestedData {
  const till = deadlineFrom(at, due, calendar);
  const early = remind === "never" ? undefined : before(till, remind, calendar);
  return {
    ...terms,
    request,
    till: till.toISOString(),
    day: dayOf(new Date(till.getTime() - 1)),
    // Nobody is reminded before they were asked.
    remind: early === undefined || early <= at ? null : early.toISOString(),
    ...(terms.pauses === null ? {} : stoppedFrom(item, terms.pauses)),
  };
}

function askAgain(service: Service, item: Case, command: Extract<RequestCommand, { kind: "request-again" }>, when: When): Decision {
  const found = requestIn(item.requests, command.request);
  if (found === undefined || found.state === "open") return refused("stale", "The person has been asked for it already");
  const reason = command.reason.trim();
  if (reason.length > LONGEST) return wrong("reason", `The reason must be ${LONGEST.toLocaleString("en-GB")} characters or fewer`);
  const plan = plannedFor(service, found);
  const terms = plan === undefined ? ownTerms(found.way, USUAL_DAYS, found.pauses) : plannedTerms(plan);
  const data = asked(item, terms, command.request, when);
  return { ok: true, happening: { kind: "requested", data, personal: { text: "", reason } } };
}

/** Nothing is waited for any more: withdrawn, or nobody answered in time. */
export function ended(service: Service, item: Case, request: number, kind: "request-lapsed" | "request-withdrawn", when: When): Decision {
  const rest = { ...item, requests: withRequest(item.requests, request, { state: "withdrawn" }) };
  return { ok: true, happening: { kind, data: { request, ...resumedBy(service, rest, item, when.at, when.calendar) }, personal: null } };
}

function answer(service: Service, item: Case, found: Request, command: Extract<RequestCommand, { kind: "answer" }>, when: When): Decision {
  if (!takesAnswers(found)) return refused("stale", "It is answered, over or withdrawn already");
  if (found.asked !== command.asked) return refused("stale", "It was asked again, and this form is an earlier one");
  const { request, answers, files } = command;
  const shared = command.shared && plannedFor(service, found)?.shared === true;
  const rest = { ...item, requests: withRequest(item.requests, request, { state: "answered" }) };
  const questions = Object.keys(answers).filter((id) => answers[id] !== null && filesIn(answers[id] ?? null).length === 0);
  const data = { request, files, questions, shared, ...resumedBy(service, rest, item, when.at, when.calendar) };
  return { ok: true, happening: { kind: "answered", data, personal: { answers } } };
}

function review(found: Request, command: Extract<RequestCommand, { kind: "review" }>, { at }: When): Decision {
  if (found.state !== "answered" || found.answered !== command.answered)
    return refused("stale", "This was asked or answered again since you opened the page");
  if (found.reviews[command.item] !== undefined) return refused("stale", "Another officer has decided on it already");
  const { request, item, verdict, until } = command;
  const reason = command.reason.trim();
  if (verdict === "rejected" && reason === "") return wrong("reason", "Enter why you reject it");
  if (reason.length > LONGEST) return wrong("reason", `The reason must be ${LONGEST.toLocaleString("en-GB")} characters or fewer`);
  if (until !== null && until < dayOf(at)) return wrong("until", "The last day on which it is good must be today or later");
  const data = {
    request,
    item,
    verdict,
    until: verdict === "accepted" ? until : null,
    ...(command.quiet === true && { quiet: true as const }),
  };
  return { ok: true, happening: { kind: "reviewed", data, personal: { reason } } };
}

import type { Answers } from "../answers/answer-type.ts";
import type { Action, Service } from "../definition/service.ts";
import { dayOf } from "../platform/clock.ts";
import type { AutomaticCommand } from "./actions/by-itself.ts";
import { actionOn, lastDayOf, unansweredIn } from "./actions/by-itself.ts";
import { isOffered } from "./actions/facts.ts";
import { recordedBy } from "./actions/recorded.ts";
import type { ReopenCommand } from "./actions/reopen.ts";
import { decideReopen } from "./actions/reopen.ts";
import type { Case } from "./case.ts";
import type { Alarm } from "./clock/alarms.ts";
import { dueAlarm } from "./clock/alarms.ts";
import { timedBy } from "./clock/moves.ts";
import type { WorkCalendar } from "./clock/work-calendar.ts";
import type { ConfirmCommand } from "./decide-confirmation.ts";
import { decideConfirmation } from "./decide-confirmation.ts";
import type { CorrectCommand } from "./corrections/decide-correction.ts";
import { decideCorrection } from "./corrections/decide-correction.ts";
import type { IdentifyCommand } from "./identity.ts";
import { identified } from "./identity.ts";
import type { RequestCommand } from "./requests/decide-request.ts";
import { decideRequest, ended } from "./requests/decide-request.ts";
import { requestIn } from "./requests/request.ts";
import type { PartCommand } from "./together/parts.ts";
import { decidePart, heldWords, isHeld } from "./together/parts.ts";
import type { Tie } from "./together/tie.ts";
import { awayOf } from "./together/tie.ts";
import type { Decision } from "./decision.ts";
import type { ActedData, Automatic, Happening } from "./event.ts";
import type { ReplyCommand } from "./replied.ts";
import { decideReply } from "./replied.ts";

/**
 * What is asked of a case. `seen` is the number of events on the page the officer acted from, `holder` and `from` are who had the case
 * there and the stage it was in: a case that has moved on since is stale. Where they are absent nothing is asked of them.
 */
export type Command =
  | { readonly kind: "take"; readonly officer: string | null; readonly holder?: string | null }
  /** `mentions` are officers who may see the case: who asks has made sure. */
  | { readonly kind: "note"; readonly text: string; readonly mentions?: readonly string[] }
  | { readonly kind: "print" }
  | { readonly kind: "tell"; readonly text: string }
  | ReplyCommand
  | ActCommand
  | ReopenCommand
  | ConfirmCommand
  | RequestCommand
  | CorrectCommand
  | IdentifyCommand
  | { readonly kind: "rate"; readonly score: number; readonly comment: string }
  /** Tells the person by which day (`YYYY-MM-DD`) to expect it, where the deadline is not kept. */
  | { readonly kind: "expect"; readonly day: string; readonly text: string }
  | PartCommand
  | AutomaticCommand;

/** Takes an action. `recorded` is what the officer filled in, and `confirmed` whether they ticked what cannot be undone. */
interface ActCommand {
  readonly kind: "act";
  readonly action: string;
  readonly reason: string;
  readonly seen: number;
  readonly from?: string;
  readonly recorded?: Answers;
  readonly confirmed?: boolean;
}

/** When something is asked, by whom, and by which calendar the council works. */
export interface Asked {
  readonly at: Date;
  readonly roles: readonly string[];
  readonly calendar: WorkCalendar;
}

const LONGEST = 5000;

/** Decides what a command makes happen. Pure: it sees the case, its service and who asks when, and nothing else. */
export function decide(service: Service, item: Case, command: Command, asked: Asked): Decision {
  if (item.erasedAt !== null) return command.kind === "automatic" || command.kind === "part" ? NOTHING : ERASED;
  const away = awayOf(item);
  if (away !== undefined && !WHEN_AWAY.has(command.kind)) return command.kind === "automatic" ? NOTHING : goesOnAs(away);
  switch (command.kind) {
    case "take":
      return take(item, command);
    case "note":
      return written(command.text, "Enter a note", (text) => ({ kind: "noted", data: mentionsOf(command), personal: { text } }));
    case "tell":
      return written(command.text, "Enter a message", (text) => ({ kind: "told", data: {}, personal: { text } }));
    case "print":
      return happens({ kind: "printed", data: {}, personal: null });
    case "reply":
      return decideReply(command, asked.at);
    case "rate":
      return rate(command);
    case "act":
      return act(service, item, command, asked);
    case "confirm":
    case "dispute":
    case "ask":
      return decideConfirmation(service, item, command, asked);
    case "reopen":
      return decideReopen(service, item, command, asked);
    case "correct":
      return decideCorrection(service, item, command, asked.calendar);
    case "identify":
      return happens(identified(service, item, command));
    case "expect":
      return expect(item, command, asked.at);
    case "part":
      return decidePart(item, command);
    case "automatic":
      return byItself(service, item, command, asked);
    default:
      return decideRequest(service, item, command, asked);
  }
}

function happens(happening: Happening): Decision {
  return { ok: true, happening };
}

function take(item: Case, { officer, holder }: Extract<Command, { kind: "take" }>): Decision {
  if (holder !== undefined && holder !== item.officer) {
    return { ok: false, refusal: { code: "stale", message: "Someone else has taken the case, or given it back" } };
  }
  return happens({ kind: "taken", data: { officer }, personal: null });
}

function refused(field: string, message: string): Decision {
  return { ok: false, refusal: { code: "field", field, message } };
}

function written(typed: string, ask: string, make: (text: string) => Happening): Decision {
  const text = typed.trim();
  if (text === "") return refused("text", ask);
  if (text.length > LONGEST) return refused("text", `Your text must be ${LONGEST.toLocaleString("en-GB")} characters or fewer`);
  return happens(make(text));
}

function mentionsOf({ mentions = [] }: Extract<Command, { kind: "note" }>) {
  return mentions.length > 0 ? { mentions } : {};
}

function rate(command: Extract<Command, { kind: "rate" }>): Decision {
  if (!Number.isInteger(command.score) || command.score < 1 || command.score > 5) return refused("score", "Select how satisfied you are");
  const comment = command.comment.trim();
  if (comment.length > 1200) return refused("comment", "Your comment must be 1,200 characters or fewer");
  return happens({ kind: "rated", data: { score: command.score }, personal: { comment } });
}

/** The actions that these roles may take on a case as it stands, on a day. */
export function actionsFor(service: Service, item: Case, roles: readonly string[], today: string): readonly Action[] {
  return actionsBy(service, item, roles).filter((action) => isOffered(service, item, action, today));
}

/** The actions of the stage that these roles may take, whether or not they are offered on this case. */
export function actionsBy(service: Service, item: Case, roles: readonly string[]): readonly Action[] {
  if (awayOf(item) !== undefined) return [];
  const actions = service.case.stages.get(item.stage)?.actions.values() ?? [];
  return [...actions].filter((action) => permits(action, roles));
}

function permits(action: Action, roles: readonly string[]): boolean {
  return action.by.length === 0 || action.by.some((role) => roles.includes(role));
}

function act(service: Service, item: Case, command: ActCommand, asked: Asked): Decision {
  const action = service.case.stages.get(item.stage)?.actions.get(command.action);
  if (action === undefined || (command.from ?? item.stage) !== item.stage) {
    const message =
      item.eventCount === command.seen ? "This action does not belong to the case's stage" : "This case has changed since you opened it";
    return { ok: false, refusal: { code: "stale", message } };
  }
  if (!permits(action, asked.roles))
    return { ok: false, refusal: { code: "not-permitted", message: "Your role may not take this action" } };
  if (isHeld(service, item, action.to)) return { ok: false, refusal: { code: "stale", message: heldWords(item) } };
  const today = dayOf(asked.at);
  if (!isOffered(service, item, action, today)) return { ok: false, refusal: { code: "stale", message: NOT_OFFERED } };
  const reason = command.reason.trim();
  if (action.reason === "required" && reason === "") return refused("reason", "Enter a reason");
  if (reason.length > LONGEST) return refused("reason", `The reason must be ${LONGEST.toLocaleString("en-GB")} characters or fewer`);
  const filled = recordedBy(action, command.recorded ?? {}, today);
  if (!filled.ok) return filled;
  if (action.confirm !== undefined && command.confirmed !== true) return refused("confirm", "Tick the box to confirm");
  const files = filled.files.length === 0 ? {} : { files: filled.files };
  const recorded = action.asks.length === 0 ? {} : { recorded: filled.values };
  return happens({ kind: "acted", data: { ...actedData(service, item, action, asked, {}), ...files }, personal: { reason, ...recorded } });
}

const NOT_OFFERED = "This action is not offered on the case as it stands";

function actedData(service: Service, item: Case, action: Action, { at, calendar }: Asked, by: Pick<ActedData, "automatic">): ActedData {
  const closes = service.case.stages.get(action.to)?.closed ?? false;
  const timed = timedBy(service, item, action, at, calendar, by.automatic === "deadline");
  return { action: action.id, from: item.stage, to: action.to, closes, ...by, ...timed };
}

const ERASED: Decision = { ok: false, refusal: { code: "stale", message: "This case has been erased. Nothing more can be done on it" } };
/** Why nothing is done with a case that goes on as another. */
function goesOnAs({ kind, reference }: Tie): Decision {
  const moved = `This case was moved to another service. It goes on as ${reference}`;
  const message =
    kind === "moved-to" ? moved : `This case is a duplicate. Work on ${reference}, or say that they are not the same after all`;
  return { ok: false, refusal: { code: "stale", message } };
}
/** What may still be done with a case that goes on as another. */
const WHEN_AWAY = new Set<Command["kind"]>(["note", "tell", "reply", "rate", "unshare", "part"]);
const NOTHING: Decision = { ok: false, refusal: { code: "nothing", message: "Nothing is due by itself" } };

function byItself(service: Service, item: Case, command: AutomaticCommand, asked: Asked): Decision {
  if (command.cause === "unanswered") return actByItself(service, item, "unanswered", unansweredIn(service, item, command.request), asked);
  if (command.cause !== "clock") return actByItself(service, item, command.cause, actionOn(service, item, command.cause), asked);
  const alarm = dueAlarm(service, item, asked.at, asked.calendar);
  if (alarm === undefined) return NOTHING;
  if (alarm.kind === "act") return actByItself(service, item, "deadline", actionOn(service, item, "deadline"), asked);
  if (alarm.request !== undefined) return requestAlarm(service, item, alarm.kind, alarm.request, asked);
  const data = { of: alarm.of, due: alarm.due };
  if (alarm.kind === "warn") return happens({ kind: "warned", data, personal: null });
  const { escalate } = service.case;
  const to = escalate === undefined || escalate === "never" ? null : (escalate.to ?? null);
  return happens({ kind: "escalated", data: { ...data, to }, personal: null });
}

/** The person is reminded of what they were asked, or it is over. */
function requestAlarm(service: Service, item: Case, kind: Alarm["kind"], request: number, asked: Asked): Decision {
  if (kind !== "remind") return ended(service, item, request, "request-lapsed", asked);
  const day = requestIn(item.requests, request)?.day ?? "";
  return happens({ kind: "request-reminded", data: { request, day }, personal: null });
}

/** Takes an action of the stage by itself, where the case is open and there is one of that name. */
function actByItself(service: Service, item: Case, automatic: Automatic, name: string | undefined, asked: Asked): Decision {
  const action = service.case.stages.get(item.stage)?.actions.get(name ?? "");
  if (action === undefined || item.closedAt !== null || isHeld(service, item, action.to)) return NOTHING;
  if (!isOffered(service, item, action, automatic === "deadline" ? lastDayOf(item) : dayOf(asked.at))) return NOTHING;
  return happens({ kind: "acted", data: actedData(service, item, action, asked, { automatic }), personal: { reason: "" } });
}

function expect(item: Case, { day, text }: Extract<Command, { kind: "expect" }>, at: Date): Decision {
  if (item.closedAt !== null) return { ok: false, refusal: { code: "stale", message: "The case is closed" } };
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return refused("day", "Enter the day by which the person can expect it");
  if (day < dayOf(at)) return refused("day", "The day by which the person can expect it must be today or later");
  if (text.trim().length > LONGEST) return refused("text", `Your text must be ${LONGEST.toLocaleString("en-GB")} characters or fewer`);
  return happens({ kind: "expected", data: { day }, personal: { text: text.trim() } });
}

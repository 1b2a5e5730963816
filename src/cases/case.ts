import type { Answers } from "../answers/answer-type.ts";
import type { Channel } from "../councils/council.ts";
import { afterAction, afterAlarm } from "./clock/after-event.ts";
import { startedClock } from "./clock/case-clock.ts";
import type { CaseClock } from "./clock/case-clock.ts";
import type { Confirmation } from "./confirmation.ts";
import { withConfirmation } from "./confirmation.ts";
import { afterReopening } from "./actions/fold-reopened.ts";
import { afterCorrection } from "./corrections/fold-correction.ts";
import { afterRequest } from "./requests/fold-request.ts";
import type { Request } from "./requests/request-event.ts";
import { closedRequests } from "./requests/request.ts";
import { afterTie, firstTies } from "./together/fold-tie.ts";
import type { Ties } from "./together/tie.ts";
import type { ActedData, ActedWords, CaseEvent, ConfirmedData, Person } from "./event.ts";

/** A case: what a submitted journey becomes. It is the fold of its events and holds nothing else. */
export interface Case {
  readonly council: string;
  readonly id: string;
  readonly reference: string;
  /** The one-time key under which it was submitted. */
  readonly submission: string;
  readonly service: string;
  readonly version: number;
  readonly channel: Channel;
  readonly stage: string;
  readonly priority: string;
  readonly team: string;
  /** The officer who took it. */
  readonly officer: string | null;
  readonly answers: Answers;
  readonly person: Person;
  readonly tellBy: "email" | "letter" | "none";
  readonly feePence: number | null;
  readonly openedAt: Date;
  /** The first instant that is too late. */
  readonly dueAt: Date;
  /** What was promised, when the clock was stopped, and the deadline of the stage. */
  readonly clock: CaseClock;
  readonly closedAt: Date | null;
  /** When its personal values were erased. Nothing happens to it after that. */
  readonly erasedAt: Date | null;
  readonly updatedAt: Date;
  /** The person wrote and no officer has answered since. */
  readonly waitingReply: boolean;
  /** Where others stand who must confirm, in the order in which they are named; null where nobody must. */
  readonly confirmations: readonly Confirmation[] | null;
  /** What was asked of the person, in the order in which it first was; null where nothing was. */
  readonly requests: readonly Request[] | null;
  /** The other cases that belong to it, and how; null where none do. */
  readonly ties: Ties;
  /** What officers filled in when they took actions, by its name in rules; null where nothing was. */
  readonly recorded: Answers | null;
  readonly eventCount: number;
  readonly head: Buffer;
}

type Submitted = Extract<CaseEvent, { kind: "submitted" }>;

/** The case that its first event makes. */
export function opened(council: string, reference: string, event: Submitted): Case {
  const { data, personal, channel } = event;
  if (channel === "clock") throw new Error("A case does not begin by itself");
  return {
    council,
    id: event.caseId,
    reference,
    submission: event.key,
    service: data.service,
    version: data.version,
    channel,
    stage: data.stage,
    priority: data.priority,
    team: data.team,
    officer: null,
    answers: personal.answers,
    person: personal.person,
    tellBy: data.tellBy,
    feePence: data.feePence,
    openedAt: event.at,
    dueAt: new Date(data.due),
    clock: startedClock(data.due, data.stageDue ?? null),
    closedAt: null,
    erasedAt: null,
    updatedAt: event.at,
    waitingReply: false,
    confirmations: data.confirmations ?? null,
    requests: null,
    ties: firstTies(data),
    recorded: null,
    eventCount: event.number,
    head: event.hash,
  };
}

/** Who an erased case is about. */
export const NOBODY: Person = { name: null, email: null, phone: null, address: [], postcode: null };

/** The case after one more event. */
export function fold(before: Case, event: CaseEvent): Case {
  return { ...before, ...changes(before, event), updatedAt: event.at, eventCount: event.number, head: event.hash };
}

function changes(before: Case, event: CaseEvent): Partial<Case> {
  switch (event.kind) {
    case "taken":
      return { officer: event.data.officer };
    case "acted":
      return { ...acted(before, event.data, event.at), ...withRecorded(before, event.personal) };
    case "reopened":
      return afterReopening(before.clock, event.data, event.at);
    case "told":
      return { waitingReply: false };
    case "replied":
      return { waitingReply: true };
    case "confirmed":
      return confirmed(before, event.data, event.at);
    case "disputed":
      return standing(before, event.data.person, { state: "disputed", at: event.at.toISOString() });
    case "asked":
      return standing(before, event.data.person, { state: "waiting", asked: event.number, at: null });
    case "warned":
    case "escalated":
      return { clock: afterAlarm(before.clock, event.kind, event.data) };
    case "requested":
    case "answered":
    case "request-reminded":
    case "request-lapsed":
    case "request-withdrawn":
    case "reviewed":
    case "unshared":
      return afterRequest(before, event);
    case "linked":
    case "unlinked":
    case "merged":
    case "unmerged":
    case "joined":
    case "parted":
    case "follower-wrote":
    case "transferred":
    case "split":
    case "part-closed":
    case "part-reopened":
      return afterTie(before, event);
    case "corrected":
      return afterCorrection(before.answers, event);
    case "expected":
      return { clock: { ...before.clock, expected: event.data.day } };
    case "erased":
      return { answers: {}, recorded: null, person: NOBODY, tellBy: "none", waitingReply: false, erasedAt: event.at };
    default:
      return {};
  }
}

function acted(before: Case, data: ActedData, at: Date): Partial<Case> {
  return {
    stage: data.to,
    closedAt: data.closes ? at : null,
    ...(data.closes ? { requests: closedRequests(before.requests) } : {}),
    // What the person wrote still waits for an officer where their writing it moved the case.
    waitingReply: (data.automatic === "reply" || data.automatic === "answered") && before.waitingReply,
    clock: afterAction(before.clock, data, at),
    ...(data.priority === undefined ? {} : { priority: data.priority }),
    ...(data.due === undefined ? {} : { dueAt: new Date(data.due) }),
  };
}

/** What an officer filled in stands beside what was before; the same question answered again replaces its answer. */
function withRecorded(before: Case, { recorded }: ActedWords): Partial<Case> {
  return recorded === undefined ? {} : { recorded: { ...before.recorded, ...recorded } };
}

function standing({ confirmations }: Case, person: number, change: Partial<Confirmation>): Partial<Case> {
  return { confirmations: withConfirmation(confirmations, person, change) };
}

/** The last of them moves the case, and its time, as an action would. */
function confirmed(before: Case, data: ConfirmedData, at: Date): Partial<Case> {
  const stands = standing(before, data.person, { state: "confirmed", at: at.toISOString() });
  if (data.to === null) return stands;
  const due = data.due === undefined ? {} : { dueAt: new Date(data.due) };
  return { ...stands, stage: data.to, clock: afterAction(before.clock, data, at), ...due };
}

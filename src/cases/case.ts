import type { Answers } from "../answers/answer-type.ts";
import type { Channel } from "../councils/council.ts";
import type { Confirmation } from "./confirmation.ts";
import { withConfirmation } from "./confirmation.ts";
import type { CaseEvent, Person } from "./event.ts";

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
  readonly closedAt: Date | null;
  readonly updatedAt: Date;
  /** The person wrote and no officer has answered since. */
  readonly waitingReply: boolean;
  /** Where others stand who must confirm, in the order in which they are named; null where nobody must. */
  readonly confirmations: readonly Confirmation[] | null;
  readonly eventCount: number;
  readonly head: Buffer;
}

type Submitted = Extract<CaseEvent, { kind: "submitted" }>;

/** The case that its first event makes. */
export function opened(council: string, reference: string, event: Submitted): Case {
  const { data, personal } = event;
  return {
    council,
    id: event.caseId,
    reference,
    submission: event.key,
    service: data.service,
    version: data.version,
    channel: event.channel,
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
    closedAt: null,
    updatedAt: event.at,
    waitingReply: false,
    confirmations: data.confirmations ?? null,
    eventCount: event.number,
    head: event.hash,
  };
}

/** The case after one more event. */
export function fold(before: Case, event: CaseEvent): Case {
  return { ...before, ...changes(before, event), updatedAt: event.at, eventCount: event.number, head: event.hash };
}

function changes({ confirmations }: Case, event: CaseEvent): Partial<Case> {
  switch (event.kind) {
    case "taken":
      return { officer: event.data.officer };
    case "acted":
      return { stage: event.data.to, closedAt: event.data.closes ? event.at : null, waitingReply: false };
    case "told":
      return { waitingReply: false };
    case "replied":
      return { waitingReply: true };
    case "confirmed": {
      const { person, to } = event.data;
      const at = event.at.toISOString();
      return { confirmations: withConfirmation(confirmations, person, { state: "confirmed", at }), ...(to !== null && { stage: to }) };
    }
    case "disputed": {
      const change = { state: "disputed", at: event.at.toISOString() } as const;
      return { confirmations: withConfirmation(confirmations, event.data.person, change) };
    }
    case "asked": {
      const change = { state: "waiting", asked: event.number, at: null } as const;
      return { confirmations: withConfirmation(confirmations, event.data.person, change) };
    }
    default:
      return {};
  }
}

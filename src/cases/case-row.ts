import type { Answers } from "../answers/answer-type.ts";
import type { Channel } from "../councils/council.ts";
import type { Case } from "./case.ts";
import { isPlain, nearestOf, startedClock } from "./clock/case-clock.ts";
import type { CaseClock, Timed } from "./clock/case-clock.ts";
import type { CaseEvent, Person, StoredEvent } from "./event.ts";

/** A row of `cases` as the database gives it. */
export interface CaseRow {
  readonly council: string;
  readonly id: string;
  readonly reference: string;
  readonly submission: string;
  readonly service: string;
  readonly version: number;
  readonly channel: Channel;
  readonly stage: string;
  readonly priority: string;
  readonly team: string;
  readonly officer: string | null;
  readonly answers: Answers;
  readonly person: Person;
  readonly tell_by: Case["tellBy"];
  readonly fee_pence: number | null;
  readonly opened_at: Date;
  readonly due_at: Date;
  /** Null where nothing is known but the deadline. */
  readonly clock: CaseClock | null;
  readonly closed_at: Date | null;
  readonly erased_at: Date | null;
  readonly updated_at: Date;
  readonly waiting_reply: boolean;
  readonly confirmations: Case["confirmations"];
  readonly requests: Case["requests"];
  readonly ties: Case["ties"];
  readonly recorded: Case["recorded"];
  readonly event_count: number;
  readonly head: Buffer;
}

export function caseFrom(row: CaseRow): Case {
  const { tell_by, fee_pence, opened_at, due_at, clock, closed_at, erased_at, updated_at, waiting_reply, event_count, ...same } = row;
  return {
    ...same,
    tellBy: tell_by,
    feePence: fee_pence,
    openedAt: opened_at,
    dueAt: due_at,
    clock: clock ?? startedClock(due_at.toISOString()),
    closedAt: closed_at,
    erasedAt: erased_at,
    updatedAt: updated_at,
    waitingReply: waiting_reply,
    eventCount: event_count,
  };
}

/** How a name is kept for search: last name first (of two joined by a hyphen both), lower case, without accents or punctuation. */
export function searchName(name: string): string {
  const names = name.trim().split(/\s+/);
  const last = names.pop();
  return plainWords([last, ...names].join(" ")).join(" ");
}

/** The words of a name as they are kept for search. An apostrophe parts no words: `O'Neill` is `oneill`. */
export function plainWords(name: string): string[] {
  const plain = name
    .normalize("NFD")
    .replaceAll(/[\p{M}'’ʼ]/gu, "")
    .toLowerCase();
  return plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
}

/** What a person's cases are found by. */
function searched({ name, email, postcode }: Person): Readonly<Record<string, string | null>> {
  return {
    person_search: name === null ? null : searchName(name),
    person_email: email?.toLowerCase() ?? null,
    person_postcode: postcode,
  };
}

/** The columns that say how a case stands in time. Its nearest deadline and its next alarm follow from the rest, and are kept to be found by. */
export function clockColumns(item: Timed): { readonly due_at: Date; readonly nearest_at: Date; readonly clock: CaseClock | null } {
  return { due_at: item.dueAt, nearest_at: nearestOf(item), clock: isPlain(item.clock, item.dueAt) ? null : item.clock };
}

/** The columns of a case, as JSON for `json_to_recordset`; bytes are hex. */
export function caseJson(item: Case): Readonly<Record<string, unknown>> {
  const { tellBy, feePence, openedAt, dueAt, closedAt, erasedAt, updatedAt, waitingReply, eventCount, head, person, clock, ...same } = item;
  return {
    ...same,
    person,
    ...searched(person),
    tell_by: tellBy,
    fee_pence: feePence,
    opened_at: openedAt,
    ...clockColumns({ dueAt, closedAt, clock }),
    closed_at: closedAt,
    erased_at: erasedAt,
    updated_at: updatedAt,
    waiting_reply: waitingReply,
    event_count: eventCount,
    head: head.toString("hex"),
  };
}

function hex(bytes: Buffer): string {
  return bytes.toString("hex");
}

export function eventJson(event: CaseEvent): Readonly<Record<string, unknown>> {
  const { caseId, salt, commitment, previous, hash, ...same } = event;
  return { ...same, case_id: caseId, salt: hex(salt), commitment: hex(commitment), previous: hex(previous), hash: hex(hash) };
}

/** A new case and its first event in one. What both hold is there once, and what no case has yet is left out. `alarmAt` is when its clock is next looked at. */
export function newCaseJson(item: Case, event: CaseEvent, alarmAt: Date | null): Readonly<Record<string, unknown>> {
  const { id, reference, submission, service, version, stage, priority, team } = item;
  const { due_at, nearest_at, clock } = clockColumns(item);
  return {
    id,
    reference,
    submission,
    service,
    version,
    stage,
    priority,
    team,
    ...searched(item.person),
    tell_by: item.tellBy,
    fee_pence: item.feePence,
    due_at,
    alarm_at: alarmAt,
    ...(clock === null ? {} : { nearest_at, clock }),
    ...eventJson(event),
  };
}

export interface EventRow extends Omit<StoredEvent, "caseId"> {
  readonly case_id: string;
}

export function eventFrom({ case_id, ...same }: EventRow): StoredEvent {
  return { ...same, caseId: case_id };
}

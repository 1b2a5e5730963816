import { hash } from "node:crypto";

import type { Answers } from "../answers/answer-type.ts";
import type { Language } from "../language/language.ts";
import type { Channel } from "../councils/council.ts";
import type { DeadlineMove } from "./clock/deadline-move.ts";
import type { Of } from "./clock/case-clock.ts";
import type { ReopenedHappening } from "./actions/reopen-event.ts";
import type { CorrectedAnswers, CorrectedData } from "./corrections/correction-event.ts";
import type { RequestHappening } from "./requests/request-event.ts";
import type { Confirmation } from "./confirmation.ts";
import type { IdentifiedData } from "./identity-event.ts";
import type { Other, TieHappening } from "./together/tie.ts";
import type { RepliedHappening } from "./replied-event.ts";

/** Who a case is about and how they are told. */
export interface Person {
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  /** Lines of the postal address. */
  readonly address: readonly string[];
  readonly postcode: string | null;
  /** What the person is written to in, where it is not English. */
  readonly language?: Language;
}

/** What can happen to a case. `data` is kept; `personal` can be erased without breaking the chain. */
export type Happening =
  | RequestHappening
  | TieHappening
  | ReopenedHappening
  /** `person` is who they are from then on, where that is another. */
  | { readonly kind: "corrected"; readonly data: CorrectedData; readonly personal: CorrectedAnswers & { readonly person?: Person } }
  | {
      readonly kind: "submitted";
      readonly data: SubmittedData;
      readonly personal: {
        readonly answers: Answers;
        readonly person: Person;
        /** What is to be done, where it is a sub-case. */ readonly text?: string;
      };
    }
  | { readonly kind: "taken"; readonly data: { readonly officer: string | null }; readonly personal: null }
  | { readonly kind: "noted"; readonly data: NotedData; readonly personal: { readonly text: string } }
  | { readonly kind: "told"; readonly data: Nothing; readonly personal: { readonly text: string } }
  | RepliedHappening
  | { readonly kind: "acted"; readonly data: ActedData; readonly personal: ActedWords }
  | { readonly kind: "confirmed"; readonly data: ConfirmedData; readonly personal: null }
  | {
      readonly kind: "disputed";
      readonly data: { readonly person: number };
      readonly personal: { readonly name: string; readonly reason: string };
    }
  | { readonly kind: "identified"; readonly data: IdentifiedData; readonly personal: null }
  | { readonly kind: "asked"; readonly data: { readonly person: number }; readonly personal: null }
  | { readonly kind: "rated"; readonly data: { readonly score: number }; readonly personal: { readonly comment: string } }
  | { readonly kind: "warned"; readonly data: ClockData; readonly personal: null }
  | { readonly kind: "escalated"; readonly data: EscalatedData; readonly personal: null }
  | { readonly kind: "expected"; readonly data: { readonly day: string }; readonly personal: { readonly text: string } }
  /** An officer saved the case as a document. */
  | { readonly kind: "printed"; readonly data: Nothing; readonly personal: null }
  | { readonly kind: "erased"; readonly data: ErasedData; readonly personal: null };

/** What an officer said and filled in. */
export type ActedWords = { readonly reason: string; readonly recorded?: Answers };

export interface NotedData {
  /** The officers whom it mentions. */
  readonly mentions?: readonly string[];
}

type Nothing = Readonly<Record<string, never>>;

export interface SubmittedData {
  readonly service: string;
  readonly version: number;
  readonly stage: string;
  readonly priority: string;
  readonly team: string;
  /** ISO instant. */
  readonly due: string;
  /** The deadline of the first stage, ISO, where it has one. */
  readonly stageDue?: string;
  readonly feePence: number | null;
  readonly tellBy: "email" | "letter" | "none";
  /** The case of another service that it was moved from, and when its person first sent that, ISO. */
  readonly from?: Other & { readonly service: string; readonly sent: string };
  /** The case that it was split off, and the names of the questions there whose answers it sees. */
  readonly part?: Other & { readonly sees: readonly string[] };
  /** Others who must confirm, in the order in which they are named; absent where nobody must. */
  readonly confirmations?: readonly Confirmation[];
}

/** One of them confirmed. `to` is the stage to which the case moved by itself, as the last did; the rest is what that did to its time. */
export interface ConfirmedData extends Pick<ActedData, "due" | "moved" | "stageDue" | "paused" | "resumed"> {
  /** From 1. */
  readonly person: number;
  readonly to: string | null;
}

/** A deadline had passed; the person wrote, answered or did not; all confirmed; or an officer decided on what was sent. */
export type Automatic = "deadline" | "reply" | "answered" | "unanswered" | "confirmed" | "accepted" | "rejected" | "parts";

export interface ActedData {
  readonly action: string;
  readonly from: string;
  readonly to: string;
  readonly closes: boolean;
  /** It happened by itself, and why: see src/cases/actions/by-itself.ts. */
  readonly automatic?: Automatic;
  /** The files that the officer added. */
  readonly files?: readonly string[];
  /** The priority from then on. */
  readonly priority?: string;
  /** The deadline of the case from then on, ISO; and why it is another. Also where a case closes by another deadline than its first. */
  readonly due?: string;
  readonly moved?: DeadlineMove;
  /** The deadline of the stage it came to, ISO; null where that has none. Absent where it stays as it was. */
  readonly stageDue?: string | null;
  /** The clock was stopped; why, in words to the resident. */
  readonly paused?: string;
  /** The clock runs again, or would but for a pause for another reason. */
  readonly resumed?: true;
}

/** Which deadline is near, or was missed: that of the case or of its stage, and the instant, ISO. */
export interface ClockData {
  readonly of: Of;
  readonly due: string;
}

export interface EscalatedData extends ClockData {
  /** The role that is told; null for the team. */
  readonly to: string | null;
}

/** Every personal value of the case and of its events is gone. */
export interface ErasedData {
  /** The retention of its service had ended, or the person asked. */
  readonly by: "retention" | "request";
  /** An officer's words, which are kept for good and name nobody. Empty for retention. */
  readonly why: string;
}

/** Who did it, when, through which channel, and the one-time key of the form or call that asked for it. */
export interface Circumstance {
  readonly at: Date;
  readonly channel: EventChannel;
  readonly officer: string | null;
  readonly key: string;
}

/** `clock`: nobody did it; it happened by itself when its time had come. */
export type EventChannel = Channel | "clock";

export type CaseEvent = Happening &
  Circumstance & {
    readonly caseId: string;
    /** From 1 within its case. */
    readonly number: number;
    readonly salt: Buffer;
    readonly commitment: Buffer;
    readonly previous: Buffer;
    readonly hash: Buffer;
  };

/** What the first event of a case is chained to. */
export const CHAIN_START: Buffer = Buffer.alloc(32);

/**
 * One text for one value, whatever order its keys come in: the database gives JSON back in an order of its own. (Numbers are written as
 * JSON.stringify writes them; the answers hold none that the database would write otherwise.)
 */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value) ?? "null";
  // Safe: an object that is no list is read by its own keys alone.
  const record = value as Readonly<Record<string, unknown>>;
  let fields = "";
  for (const key of Object.keys(record).toSorted()) {
    if (record[key] === undefined) continue;
    fields += `${fields === "" ? "" : ","}${JSON.stringify(key)}:${canonical(record[key])}`;
  }
  return `{${fields}}`;
}

function sha256(...parts: readonly (string | Uint8Array)[]): Buffer {
  // One call over all of it takes a third of the time of a hash that is fed piece by piece.
  const whole = Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part, "utf8") : part)));
  return hash("sha256", whole, "buffer");
}

/** What stays of the personal part when it is erased: its salted hash, which tells nothing without the salt. */
export function commit(salt: Uint8Array, personal: unknown): Buffer {
  return sha256(salt, canonical(personal));
}

interface Link extends Circumstance {
  readonly caseId: string;
  readonly number: number;
  readonly kind: string;
  readonly data: unknown;
  readonly commitment: Uint8Array;
  readonly previous: Uint8Array;
}

/** The hash of an event, over everything in it but the personal values, of which it takes the commitment. */
export function hashOf(council: string, link: Link): Buffer {
  const head = [council, link.caseId, link.number, link.kind, link.at.toISOString(), link.channel, link.officer, link.key];
  return sha256(link.previous, canonical(head), "\n", canonical(link.data), "\n", link.commitment);
}

/** Makes a happening the next event of a case. `salt` is 16 random bytes. */
export function chain(
  council: string,
  place: { readonly caseId: string; readonly number: number; readonly previous: Buffer },
  happening: Happening,
  circumstance: Circumstance,
  salt: Buffer,
): CaseEvent {
  const commitment = commit(salt, happening.personal);
  const link = { ...circumstance, ...place, kind: happening.kind, data: happening.data, commitment };
  return { ...happening, ...circumstance, ...place, salt, commitment, hash: hashOf(council, link) };
}

/** An event as it is stored: the personal part and its salt are gone once the person is erased. */
export interface StoredEvent extends Link {
  readonly personal: Readonly<Record<string, unknown>> | null;
  readonly salt: Buffer | null;
  readonly commitment: Buffer;
  readonly previous: Buffer;
  readonly hash: Buffer;
}

/** Whether an event is as it was written, and follows the one before it. */
export function fitsChain(council: string, event: StoredEvent, before: { readonly number: number; readonly hash: Buffer }): boolean {
  const kept = event.salt === null || event.commitment.equals(commit(event.salt, event.personal));
  return kept && event.number === before.number + 1 && event.previous.equals(before.hash) && event.hash.equals(hashOf(council, event));
}

/** The number of the first event of a case that does not fit the chain, or undefined when all do. Events in order. */
export function firstBroken(council: string, events: readonly StoredEvent[]): number | undefined {
  let before = { number: 0, hash: CHAIN_START };
  for (const [index, event] of events.entries()) {
    if (!fitsChain(council, event, before)) return index + 1;
    before = event;
  }
  return undefined;
}

import type { Answers } from "../../answers/answer-type.ts";
import type { DeadlineMove } from "../clock/deadline-move.ts";

/** What the end of a request does to the time of its case, and what its beginning does. */
export interface RequestTime {
  readonly due?: string;
  readonly moved?: DeadlineMove;
  readonly paused?: string;
  readonly resumed?: true;
}

/** Where something stands that was asked of the person. Instants are ISO. */
export interface Request {
  /** The definition's name for it; null where an officer asked in their own words. */
  readonly name: string | null;
  /** What may be answered with where an officer asked in their own words. */
  readonly way: "text" | "files" | "both" | null;
  readonly state: "open" | "answered" | "withdrawn" | "lapsed";
  /** The number of the event that asked last: a link that an earlier one sent opens no more. */
  readonly asked: number;
  /** The first instant that is too late, and the last day, `YYYY-MM-DD`. */
  readonly due: string;
  readonly day: string;
  /** When they are reminded; null for never, or where they were. */
  readonly remind: string | null;
  /** Why the clock is stopped for it. */
  readonly pauses: string | null;
  /** The number of the event that has the answers. */
  readonly answered: number | null;
  /** The person agrees that other services see what was accepted. */
  readonly shared: boolean;
  /** What the person sent last, each to be accepted or rejected: questions by name, files by id. Absent where that was not noted. */
  readonly items?: readonly string[];
  /** By question, or by file. */
  readonly reviews: Readonly<Record<string, Review>>;
}

/** What an officer made of an answer or a file. */
export interface Review {
  readonly verdict: "accepted" | "rejected";
  /** The last day on which it is good, `YYYY-MM-DD`; null without end. */
  readonly until: string | null;
  /** The number of the event. */
  readonly event: number;
}

export interface RequestedData extends RequestTime {
  /** From 1 within its case. */
  readonly request: number;
  readonly name: string | null;
  readonly way: Request["way"];
  /** When the answer is due: `till` in time, `day` in words. */
  readonly till: string;
  readonly day: string;
  readonly remind: string | null;
  readonly pauses: string | null;
}

export interface AnsweredData extends RequestTime {
  readonly request: number;
  /** The ids of the files among the answers. */
  readonly files: readonly string[];
  /** The questions among them that were answered without a file. */
  readonly questions?: readonly string[];
  readonly shared: boolean;
}

export interface ReviewedData {
  readonly request: number;
  /** A question, or the id of a file. */
  readonly item: string;
  readonly verdict: Review["verdict"];
  readonly until: string | null;
  /** The person was asked again in the next breath, and told why there. */
  readonly quiet?: true;
}

export type RequestHappening =
  | { readonly kind: "requested"; readonly data: RequestedData; readonly personal: { readonly text: string; readonly reason: string } }
  | { readonly kind: "answered"; readonly data: AnsweredData; readonly personal: { readonly answers: Answers } }
  | { readonly kind: "request-reminded"; readonly data: { readonly request: number; readonly day: string }; readonly personal: null }
  | {
      readonly kind: "request-lapsed" | "request-withdrawn";
      readonly data: RequestTime & { readonly request: number };
      readonly personal: null;
    }
  | { readonly kind: "reviewed"; readonly data: ReviewedData; readonly personal: { readonly reason: string } }
  | { readonly kind: "unshared"; readonly data: { readonly request: number }; readonly personal: null };

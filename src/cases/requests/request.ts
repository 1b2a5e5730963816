import type { RequestPlan, Service } from "../../definition/service.ts";
import { isUuid } from "../../platform/ids.ts";
import type { Request, RequestedData, Review } from "./request-event.ts";

/** Asks the person, in an officer's own words, and what they may answer with. */
export const OWN_WAYS = ["text", "files", "both"] as const;
export type OwnWay = (typeof OWN_WAYS)[number];

/** The first answer to a request that was asked in an officer's own words, and the files beside it. */
export const OWN_TEXT = "answer";
export const OWN_FILES = "papers";

/** The request of a number, from 1, within its case. */
export function requestIn(requests: readonly Request[] | null, number: number): Request | undefined {
  return requests?.[number - 1];
}

/** What a request asks, where its definition says so; undefined where an officer did. */
export function plannedFor({ requests }: Pick<Service, "requests">, { name }: Pick<Request, "name">): RequestPlan | undefined {
  return name === null ? undefined : requests.get(name);
}

/** The requests of a case after one was asked: a new one, or one that is asked again. */
export function withAsked(before: readonly Request[] | null, data: RequestedData, asked: number): readonly Request[] {
  const { request, name, way, till, day, remind, pauses } = data;
  const fresh: Request = { name, way, state: "open", asked, due: till, day, remind, pauses, answered: null, shared: false, reviews: {} };
  const former = requestIn(before, request);
  // A file that was accepted stays so; a question is answered anew.
  const kept = Object.entries(former?.reviews ?? {}).filter(([item, { verdict }]) => verdict === "accepted" && isUuid(item));
  const now = former === undefined ? fresh : { ...fresh, shared: former.shared, reviews: Object.fromEntries(kept) };
  return former === undefined ? [...(before ?? []), now] : withRequest(before, request, now);
}

/** The same with one of them changed. */
export function withRequest(before: readonly Request[] | null, number: number, change: Partial<Request>): readonly Request[] {
  return (before ?? []).map((one, index) => (index + 1 === number ? { ...one, ...change } : one));
}

/** The same with one answer or file of one of them looked at. */
export function withReview(before: readonly Request[] | null, number: number, item: string, review: Review): readonly Request[] {
  const found = requestIn(before, number);
  return found === undefined ? (before ?? []) : withRequest(before, number, { reviews: { ...found.reviews, [item]: review } });
}

/** A closed case asks nothing any more. */
export function closedRequests(before: readonly Request[] | null): readonly Request[] | null {
  return before === null ? null : before.map((one) => (one.state === "open" ? { ...one, state: "withdrawn" } : one));
}

/** Why the clock is stopped for what was asked and not yet answered; undefined where nothing of that stops it. */
export function pausedByRequest(requests: readonly Request[] | null): string | undefined {
  return requests?.find(({ state, pauses }) => state === "open" && pauses !== null)?.pauses ?? undefined;
}

/** Whether the person may still answer it: also late, as long as the case is open. */
export function takesAnswers({ state }: Request): boolean {
  return state === "open" || state === "lapsed";
}

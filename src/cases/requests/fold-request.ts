import { afterAction } from "../clock/after-event.ts";
import type { CaseClock } from "../clock/case-clock.ts";
import type { CaseEvent } from "../event.ts";
import type { Request, RequestHappening, RequestTime } from "./request-event.ts";
import { withAsked, withRequest, withReview } from "./request.ts";

/** The event of something that was asked of the person. */
export type RequestEvent = Extract<CaseEvent, { readonly kind: RequestHappening["kind"] }>;

/** Of a case, what a request reads and may change. */
interface Before {
  readonly clock: CaseClock;
  readonly requests: readonly Request[] | null;
}
type Changes = Partial<Before & { readonly dueAt: Date; readonly waitingReply: boolean }>;

/** What an event of a request changes of its case. */
export function afterRequest(before: Before, event: RequestEvent): Changes {
  const { requests } = before;
  switch (event.kind) {
    case "requested":
      return { requests: withAsked(requests, event.data, event.number), ...timed(before, event.data, event.at) };
    case "answered": {
      const { request, shared, files, questions = [] } = event.data;
      const items = [...questions, ...files];
      const answered = { state: "answered", answered: event.number, shared, remind: null, items } as const;
      return { requests: withRequest(requests, request, answered), waitingReply: true, ...timed(before, event.data, event.at) };
    }
    case "request-reminded":
      return { requests: withRequest(requests, event.data.request, { remind: null }) };
    case "request-lapsed":
    case "request-withdrawn": {
      const state = event.kind === "request-lapsed" ? "lapsed" : "withdrawn";
      return { requests: withRequest(requests, event.data.request, { state, remind: null }), ...timed(before, event.data, event.at) };
    }
    case "reviewed": {
      const { request, item, verdict, until } = event.data;
      return { requests: withReview(requests, request, item, { verdict, until, event: event.number }), waitingReply: false };
    }
    case "unshared":
      return { requests: withRequest(requests, event.data.request, { shared: false }) };
  }
}

function timed({ clock }: Before, data: RequestTime, at: Date): Changes {
  return { clock: afterAction(clock, data, at), ...(data.due === undefined ? {} : { dueAt: new Date(data.due) }) };
}

import type { Case } from "../../cases/case.ts";
import { openPause } from "../../cases/clock/case-clock.ts";
import type { Confirmation } from "../../cases/confirmation.ts";
import type { Request } from "../../cases/requests/request-event.ts";
import type { StoredEvent } from "../../cases/event.ts";
import type { PublishedService } from "../../definition/service.ts";
import { eventData } from "../shared/event-words.ts";

/** Where a case stands, in the words its person reads. */
export function standing(service: PublishedService, stage: string) {
  const found = service.case.stages.get(stage);
  return { id: stage, title: found?.title ?? stage, says: found?.says ?? "", next: found?.next ?? "", closed: found?.closed ?? false };
}

/** What a call gets for the case it made, or had made before. */
export function receipt(service: PublishedService, item: Pick<Case, "reference" | "stage" | "openedAt" | "dueAt" | "feePence">) {
  return {
    reference: item.reference,
    url: `/api/cases/${item.reference}`,
    service: service.id,
    version: service.version,
    stage: standing(service, item.stage),
    received: item.openedAt.toISOString(),
    due: item.dueAt.toISOString(),
    feePence: item.feePence,
  };
}

interface Told {
  readonly what: string;
  readonly stage?: string;
}

/** An event without anything personal; undefined for what is the council's own: notes, and who took the case. */
function told(service: PublishedService, event: StoredEvent): Told | undefined {
  switch (event.kind) {
    case "submitted":
      return { what: "Received", stage: service.case.first };
    case "acted": {
      const stage = String(eventData(event)["to"]);
      return { what: standing(service, stage).title, stage };
    }
    case "confirmed": {
      const { person, to } = eventData(event);
      return { what: `Person ${String(person)} of those who must confirm did`, ...(typeof to === "string" && { stage: to }) };
    }
    case "disputed":
      return { what: `Person ${String(eventData(event)["person"])} of those who must confirm says that it is not right` };
    case "asked":
      return { what: `Person ${String(eventData(event)["person"])} of those who must confirm was sent a new link` };
    case "requested":
      return { what: `Request ${String(eventData(event)["request"])}: the council asked the person` };
    case "answered":
      return { what: `Request ${String(eventData(event)["request"])}: the person answered` };
    case "request-lapsed":
      return { what: `Request ${String(eventData(event)["request"])}: no answer in time` };
    case "request-withdrawn":
      return { what: `Request ${String(eventData(event)["request"])}: withdrawn` };
    case "reviewed":
      return { what: `Request ${String(eventData(event)["request"])}: something was ${String(eventData(event)["verdict"])}` };
    case "merged":
      return { what: "The council deals with it together with another about the same thing" };
    case "unmerged":
      return { what: "The council deals with it by itself again" };
    case "told":
      return { what: "The council wrote to the person" };
    case "expected":
      return { what: "The council said when to expect it" };
    case "corrected":
      return { what: "The council changed an answer" };
    case "replied":
      return { what: "The person wrote to the council" };
    default:
      return undefined;
  }
}

/** How it stands in time besides its deadline: what was promised, what is expected since, and whether the clock is stopped and why. */
function timing({ clock, closedAt }: Case) {
  const pause = openPause(clock);
  return {
    promised: clock.promised,
    expected: clock.expected,
    stageDue: closedAt === null ? clock.stageDue : null,
    stopped: pause === undefined ? null : { since: pause.from, why: pause.why },
  };
}

/** Where one of those stands who must confirm. Who it is, the answers say, in the same order. */
function confirmation({ state, at }: Confirmation, index: number) {
  return { person: index + 1, state, at };
}

/** Something that was asked of the person. What it asks in an officer's own words is personal. */
function requestView({ name, state, day, answered }: Request, index: number) {
  return { request: index + 1, name, state, due: day, answered: answered !== null };
}

/** A case as the API gives it: no personal data, but for the answers where the key may see them. */
export function caseView(service: PublishedService, item: Case, events: readonly StoredEvent[], withAnswers: boolean) {
  const history = events.flatMap((event) => {
    const words = told(service, event);
    return words === undefined ? [] : [{ at: event.at.toISOString(), kind: event.kind, ...words }];
  });
  return {
    ...receipt(service, item),
    channel: item.channel,
    ...timing(item),
    closed: item.closedAt?.toISOString() ?? null,
    updated: item.updatedAt.toISOString(),
    waitingReply: item.waitingReply,
    ...(item.confirmations !== null && { confirmations: item.confirmations.map(confirmation) }),
    ...(item.requests !== null && { requests: item.requests.map(requestView) }),
    history,
    ...(withAnswers ? { answers: item.answers } : {}),
  };
}

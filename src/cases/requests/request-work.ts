import type { Case } from "../case.ts";
import type { CaseEvent } from "../event.ts";

/** What the person is emailed a link for: the case, which request from 1, and the number of the event that asked. */
export interface RequestMail {
  /** The case. */
  readonly request: string;
  readonly number: number;
  readonly asked: number;
  /** They were sent a link before, and have not answered. */
  readonly again: boolean;
}

/** How the person is told of an event of a request: by a letter or message of the house, or by an email with a link of its own. */
export type RequestTelling =
  | { readonly kind: "message"; readonly template: "requested" | "reminded" | "rejected" }
  | { readonly kind: "mail"; readonly payload: RequestMail };

/** What the person is told of it. On paper nobody can follow a link: a letter says where the case is found. */
export function requestTelling(item: Case, event: CaseEvent): readonly RequestTelling[] {
  if (item.tellBy === "none") return [];
  if (event.kind === "reviewed")
    return event.data.verdict === "rejected" && event.data.quiet !== true ? [{ kind: "message", template: "rejected" }] : [];
  if (event.kind !== "requested" && event.kind !== "request-reminded") return [];
  const again = event.kind === "request-reminded";
  if (item.tellBy === "letter") return [{ kind: "message", template: again ? "reminded" : "requested" }];
  const { request: number } = event.data;
  const asked = item.requests?.[number - 1]?.asked ?? event.number;
  return [{ kind: "mail", payload: { request: item.id, number, asked, again } }];
}

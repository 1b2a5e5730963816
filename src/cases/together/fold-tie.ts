import type { CaseEvent, SubmittedData } from "../event.ts";
import type { Other, TieHappening, TieKind, Ties } from "./tie.ts";
import { withTie, withoutTie } from "./tie.ts";

/** The event of a case that has to do with another. */
export type TieEvent = Extract<CaseEvent, { readonly kind: TieHappening["kind"] }>;

/** Of a case, what such an event reads and may change. Its clock, its stage and what it asks stay, for the day on which it is no duplicate after all. */
interface Before {
  readonly ties: Ties;
  readonly closedAt: Date | null;
  readonly waitingReply: boolean;
}

export function afterTie({ ties, closedAt }: Before, event: TieEvent): Partial<Before> {
  switch (event.kind) {
    case "linked":
      return { ties: withTie(ties, tie("linked", event.data)) };
    case "unlinked":
      return { ties: withoutTie(ties, "linked", event.data.case) };
    case "merged": {
      const own = withoutTie(withoutTie(ties, "duplicate"), "duplicate-of");
      return { ties: withTie(own, tie("duplicate-of", event.data)), closedAt: closedAt ?? event.at };
    }
    case "unmerged":
      return { ties: withoutTie(ties, "duplicate-of"), closedAt: null };
    case "joined": {
      const joined = event.data.cases.reduce((all, other) => withTie(all, tie("duplicate", other)), ties);
      return { ties: joined, ...(event.data.wrote === true && { waitingReply: true }) };
    }
    case "parted":
      return { ties: withoutTie(ties, "duplicate", event.data.case) };
    case "transferred":
      return { ties: withTie(ties, tie("moved-to", event.data)), closedAt: event.at };
    case "split":
      return { ties: withTie(ties, { ...tie("sub-case", event.data), closed: false, event: 1 }) };
    case "part-closed":
    case "part-reopened": {
      const closed = event.kind === "part-closed";
      return { ties: withTie(ties, { ...tie("sub-case", event.data), closed, event: event.data.event }) };
    }
    case "follower-wrote":
      return { waitingReply: true };
  }
}

function tie(kind: TieKind, other: Other): { readonly kind: TieKind } & Other {
  return { kind, case: other.case, reference: other.reference };
}

/** The ties of a case that was only just made: to the case that it is part of, or that it was moved from. */
export function firstTies({ part, from }: Pick<SubmittedData, "part" | "from">): Ties {
  if (part !== undefined) return [{ kind: "part-of", ...part }];
  return from === undefined ? null : [{ ...tie("moved-from", from), sent: from.sent }];
}

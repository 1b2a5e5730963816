import type { CaseEvent } from "../event.ts";
import type { TieHappening, Ties } from "./tie.ts";
import { withTie, withoutTie } from "./tie.ts";

/** The event of a case that has to do with another. */
export type TieEvent = Extract<CaseEvent, { readonly kind: TieHappening["kind"] }>;

/** Of a case, what such an event reads and may change. */
interface Before {
  readonly ties: Ties;
}

export function afterTie({ ties }: Before, { kind, data }: TieEvent): Partial<Before> {
  switch (kind) {
    case "linked":
      return { ties: withTie(ties, { kind: "linked", case: data.case, reference: data.reference }) };
    case "unlinked":
      return { ties: withoutTie(ties, "linked", data.case) };
  }
}

/** Another case that belongs to a case. */
export interface Other {
  /** Its id. */
  readonly case: string;
  readonly reference: string;
}

/**
 * Another case, and how it belongs: two cases are `linked`, and each says so. One is a `duplicate-of` another, its main case, which has it among its
 * `duplicate`s. A case is a duplicate of one alone, and no main case is a duplicate.
 */
export type Tie = { readonly kind: TieKind } & Other & SubCaseTie & MovedTie;

/** A case that was `moved-from` another service, with when its person first sent it, ISO. */
interface MovedTie {
  readonly sent?: string;
}

export type TieKind = "linked" | "duplicate-of" | "duplicate" | "sub-case" | "part-of" | "moved-to" | "moved-from";

/** A `sub-case` is there with whether it is closed, by which of its events; a case that is `part-of` another, with what it may see of that. */
interface SubCaseTie {
  readonly closed?: boolean;
  readonly event?: number;
  /** The names of the questions whose answers it sees. */
  readonly sees?: readonly string[];
}

export type Ties = readonly Tie[] | null;

/** What happens to a case because of another. */
export type TieHappening =
  | { readonly kind: "linked"; readonly data: Other; readonly personal: { readonly text: string } }
  | { readonly kind: "unlinked"; readonly data: Other; readonly personal: null }
  /** It is closed as a duplicate. `again`: it was one before, and its main case became one too. */
  | { readonly kind: "merged"; readonly data: Other & { readonly again?: true }; readonly personal: { readonly text: string } }
  | { readonly kind: "unmerged"; readonly data: Other; readonly personal: { readonly text: string } }
  /** Others became its duplicates. `wrote`: a person of theirs wrote, and waits for an answer. */
  | { readonly kind: "joined"; readonly data: { readonly cases: readonly Other[]; readonly wrote?: true }; readonly personal: null }
  | { readonly kind: "parted"; readonly data: Other; readonly personal: null }
  /** Something is to be done by a team, in a case of its own. */
  | { readonly kind: "split"; readonly data: Other & { readonly team: string }; readonly personal: { readonly text: string } }
  /** A sub-case was closed, or opened again, by the event of that number. */
  | {
      readonly kind: "part-closed" | "part-reopened";
      readonly data: Other & { readonly event: number; readonly stage: string };
      readonly personal: { readonly text: string };
    }
  /** It goes on as a case of another service. */
  | { readonly kind: "transferred"; readonly data: Other & { readonly service: string }; readonly personal: null }
  /** The person of a duplicate wrote. Their words stand in their own case. */
  | { readonly kind: "follower-wrote"; readonly data: Other; readonly personal: null };

export function tiesOf(ties: Ties, kind: TieKind): readonly Tie[] {
  return (ties ?? []).filter((tie) => tie.kind === kind);
}

/** The tie of a kind to a case; undefined where there is none. */
export function tieTo(ties: Ties, kind: TieKind, id: string): Tie | undefined {
  return tiesOf(ties, kind).find((tie) => tie.case === id);
}

/** The case that a case is a duplicate of; undefined where it is none. */
export function mainOf({ ties }: { readonly ties: Ties }): Tie | undefined {
  return tiesOf(ties, "duplicate-of")[0];
}

/** Where a case goes on that is worked no more itself: its main case, or that in another service. */
export function awayOf(item: { readonly ties: Ties }): Tie | undefined {
  return mainOf(item) ?? tiesOf(item.ties, "moved-to")[0];
}

/** When the person first sent what a case is about. */
export function firstSent({ ties, openedAt }: { readonly ties: Ties; readonly openedAt: Date }): Date {
  const sent = tiesOf(ties, "moved-from")[0]?.sent;
  return sent === undefined ? openedAt : new Date(sent);
}

/** The case that a sub-case is part of; undefined where it is none. */
export function partOf({ ties }: { readonly ties: Ties }): Tie | undefined {
  return tiesOf(ties, "part-of")[0];
}

/** The sub-cases of a case that are open. */
export function openParts({ ties }: { readonly ties: Ties }): readonly Tie[] {
  return tiesOf(ties, "sub-case").filter(({ closed }) => closed !== true);
}

/** The ids of the cases of a kind that belong to a case. */
export function idsOf({ ties }: { readonly ties: Ties }, kind: TieKind): readonly string[] {
  return tiesOf(ties, kind).map((tie) => tie.case);
}

/** The ties with one more, or with another in the place of that of its kind to the same case. */
export function withTie(ties: Ties, tie: Tie): Ties {
  return [...(withoutTie(ties, tie.kind, tie.case) ?? []), tie];
}

/** The ties without that of a kind to a case, or without all of the kind. */
export function withoutTie(ties: Ties, kind: TieKind, id?: string): Ties {
  const left = (ties ?? []).filter((tie) => tie.kind !== kind || (id !== undefined && tie.case !== id));
  return left.length === 0 ? null : left;
}

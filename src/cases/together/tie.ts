/** Another case that belongs to a case. */
interface Other {
  /** Its id. */
  readonly case: string;
  readonly reference: string;
}

/** Another case, and how it belongs: two cases are linked, and each says so. */
export type Tie = { readonly kind: "linked" } & Other;

export type Ties = readonly Tie[] | null;

/** What happens to a case because of another. */
export type TieHappening =
  | { readonly kind: "linked"; readonly data: Other; readonly personal: { readonly text: string } }
  | { readonly kind: "unlinked"; readonly data: Other; readonly personal: null };

/** The tie of a kind to a case; undefined where there is none. */
export function tieTo<Kind extends Tie["kind"]>(ties: Ties, kind: Kind, id: string): Extract<Tie, { kind: Kind }> | undefined {
  return tiesOf(ties, kind).find((tie) => tie.case === id);
}

export function tiesOf<Kind extends Tie["kind"]>(ties: Ties, kind: Kind): readonly Extract<Tie, { kind: Kind }>[] {
  return (ties ?? []).filter((tie): tie is Extract<Tie, { kind: Kind }> => tie.kind === kind);
}

/** The ties with one more, or with another in the place of that of its kind to the same case. */
export function withTie(ties: Ties, tie: Tie): Ties {
  return [...(withoutTie(ties, tie.kind, tie.case) ?? []), tie];
}

export function withoutTie(ties: Ties, kind: Tie["kind"], id: string): Ties {
  const left = (ties ?? []).filter((tie) => tie.kind !== kind || tie.case !== id);
  return left.length === 0 ? null : left;
}

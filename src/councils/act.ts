/** What an officer, the operator or a changed file can do with the versions of a service. */
export type ActKind = "publish" | "roll-back" | "withdraw" | "cancel";

/** One thing that was decided about the versions of a service. Append-only: a mistake is put right by another act. */
export interface Act {
  readonly service: string;
  /** From 1, in the order decided. */
  readonly number: number;
  readonly kind: ActKind;
  /** The version that goes live; null for withdraw and cancel. */
  readonly version: number | null;
  /** The number of the act that this one calls off; null for the others. */
  readonly cancels: number | null;
  /** When it takes effect. */
  readonly at: Date;
  readonly madeAt: Date;
  readonly by: "officer" | "operator" | "file";
  readonly officer: string | null;
  readonly reason: string;
}

/** What residents meet at an instant: a live version, a service that is withdrawn, or nothing as yet. */
export type Standing =
  | { readonly kind: "never" }
  | { readonly kind: "live"; readonly version: number; readonly act: Act }
  | { readonly kind: "withdrawn"; readonly act: Act; readonly last: number | undefined };

const NEVER: Standing = { kind: "never" };

/** Whether an act was made for a later moment. */
export function isPlanned({ at, madeAt }: Act): boolean {
  return at.getTime() > madeAt.getTime();
}

/** The acts that count, in the order in which they take effect. One is called off only before its moment, whatever a clock says later. */
export function effective(acts: readonly Act[]): readonly Act[] {
  const calledOff = new Map(acts.flatMap(({ cancels, madeAt }) => (cancels === null ? [] : [[cancels, madeAt] as const])));
  const counts = ({ number, kind, at }: Act): boolean => {
    const off = calledOff.get(number);
    return kind !== "cancel" && (off === undefined || off.getTime() >= at.getTime());
  };
  return acts.filter(counts).toSorted((a, b) => a.at.getTime() - b.at.getTime() || a.number - b.number);
}

/** Where a service stands at an instant. `inOrder` is what `effective` gives. */
export function standingAt(inOrder: readonly Act[], now: Date): Standing {
  const past = inOrder.filter(({ at }) => at.getTime() <= now.getTime());
  const act = past.at(-1);
  if (act === undefined) return NEVER;
  if (act.version !== null) return { kind: "live", version: act.version, act };
  return { kind: "withdrawn", act, last: past.findLast(({ version }) => version !== null)?.version ?? undefined };
}

/** The acts that have not taken effect yet, the next first. */
export function plannedAfter(inOrder: readonly Act[], now: Date): readonly Act[] {
  return inOrder.filter(({ at }) => at.getTime() > now.getTime());
}

/** The version whose text the definition file had when an act last took that text; undefined when none did. */
export function versionOfFile(acts: readonly Act[]): number | undefined {
  return acts.findLast(({ kind, by, version }) => version !== null && (kind === "publish" || by === "file"))?.version ?? undefined;
}

import type { PublishedService } from "../../definition/service.ts";
import type { Case } from "../case.ts";
import type { Refusal } from "../decision.ts";
import type { Happening } from "../event.ts";

/** What happens to one of several cases. */
export interface PlannedStep {
  readonly item: Case;
  readonly happening: Happening;
}

/** A case that is made beside the others. */
export interface PlannedCase {
  readonly id: string;
  readonly reference: string;
  readonly service: PublishedService;
  readonly happening: Extract<Happening, { kind: "submitted" }>;
  /** The one-time key of its first event, where it is not made from the form's. */
  readonly key?: string;
  /** The journey that it comes from: how often it had been saved when it was read, and the files that its answers name. */
  readonly draft?: { readonly id: string; readonly saves: number; readonly files: readonly string[] };
}

/** What happens to several cases, that it is refused, or which further cases are concerned, by their ids. */
export type Planned =
  | { readonly steps: readonly PlannedStep[]; readonly opens?: readonly PlannedCase[] }
  | { readonly ok: false; readonly refusal: Refusal }
  | { readonly needs: readonly string[] };

/** Decides over cases as they stand while they are held: `item` is the one that is asked about, `found` holds it and the others by id, `at` is now. Pure. */
export type Plan = (item: Case, found: ReadonlyMap<string, Case>, at: Date) => Planned;

export function refusedPlan(field: string, message: string): Planned {
  return { ok: false, refusal: { code: "field", field, message } };
}

export function stalePlan(message: string): Planned {
  return { ok: false, refusal: { code: "stale", message } };
}

const LONGEST = 300;

/** An officer's few words, which may be empty; refused where they are too long. */
export function readWords(typed: string, field: string, what: string): string | Planned {
  const text = typed.trim();
  return text.length > LONGEST ? refusedPlan(field, `${what} must be ${LONGEST} characters or fewer`) : text;
}

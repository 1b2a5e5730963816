import type { Act } from "./act.ts";
import { effective, isPlanned } from "./act.ts";

/** What an act did, as a history says it: "Published version 2", "Rolled back to version 1". */
export function actInWords({ kind, version, cancels }: Act): string {
  if (kind === "cancel") return `Called off number ${cancels}`;
  if (kind === "withdraw") return "Withdrawn";
  return kind === "publish" ? `Published version ${version}` : `Rolled back to version ${version}`;
}

/** What became of an act at a moment: nothing to say of one that took effect as it was made. */
export type Fate = "done" | "planned" | "took effect" | "called off";

export function fateOf(act: Act, acts: readonly Act[], now: Date): Fate {
  if (!isPlanned(act)) return "done";
  if (!effective(acts).includes(act)) return "called off";
  return act.at.getTime() > now.getTime() ? "planned" : "took effect";
}

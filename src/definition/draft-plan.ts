import type { DraftPlan } from "./service.ts";
import type { MapNode } from "./yaml/node.ts";
import { textAt } from "./yaml/read.ts";

const USUAL: DraftPlan = { days: 28, remind: 3 };

/** What a definition says of answers that are not sent, or what is usual. Kept so briefly that the usual reminder would come at once: none. */
export function draftPlanOf(node: MapNode | undefined): DraftPlan {
  const days = daysIn(textAt(node, "kept")) ?? USUAL.days;
  const remind = textAt(node, "remind");
  if (remind === "never") return { days, remind: 0 };
  const before = daysIn(remind) ?? (USUAL.remind < days ? USUAL.remind : 0);
  return { days, remind: before };
}

function daysIn(text: string | undefined): number | undefined {
  const days = Number.parseInt(text ?? "", 10);
  return Number.isNaN(days) ? undefined : days;
}

import { present } from "./present.ts";
import type { ConfirmPlan } from "./service.ts";
import type { MapNode } from "./yaml/node.ts";
import { textAt, textsAt } from "./yaml/read.ts";

const USUAL = { days: 14, remind: 5 };

/** What a definition says of others who must confirm; undefined where it says nothing. A link that works too briefly has no usual reminder. */
export function confirmPlanOf(node: MapNode | undefined): ConfirmPlan | undefined {
  if (node === undefined) return undefined;
  const days = daysIn(textAt(node, "within")) ?? USUAL.days;
  const remind = textAt(node, "remind");
  return present<ConfirmPlan>({
    people: textAt(node, "people") ?? "",
    declare: textAt(node, "declare") ?? "",
    shows: textsAt(node, "shows"),
    days,
    remind: remind === "never" ? 0 : (daysIn(remind) ?? (USUAL.remind < days ? USUAL.remind : 0)),
    to: textAt(node, "to"),
  });
}

function daysIn(text: string | undefined): number | undefined {
  const days = Number.parseInt(text ?? "", 10);
  return Number.isNaN(days) ? undefined : days;
}

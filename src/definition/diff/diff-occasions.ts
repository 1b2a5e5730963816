import { OCCASIONS } from "../keys-action.ts";
import type { Occasion } from "../keys-action.ts";
import type { CasePlan, Stage } from "../service.ts";
import { became, lengthInWords } from "./change.ts";
import type { Change } from "./change.ts";

/** What changes in what happens by itself at a stage. Its deadline is told with its length. */
export function diffOccasions(id: string, before: Stage, after: Stage): readonly Change[] {
  // Safe: the keys of OCCASIONS are the names of occasions.
  const names = (Object.keys(OCCASIONS) as Occasion[]).filter((name) => name !== "deadline");
  return names.flatMap((name) => became("case", `What happens by itself on ${name} at the stage ${id}`, before.on[name], after.on[name]));
}

/** How a closed case is opened again, in a few words. */
export function reopenIn({ reopen }: Pick<Stage, "reopen">): string | undefined {
  if (reopen === undefined) return undefined;
  const by = reopen.by.length === 0 ? "anyone who works cases" : reopen.by.join(" or ");
  return `within ${lengthInWords(reopen.within)}, to ${reopen.to}, by ${by}${reopen.resident ? " or the person" : ""}`;
}

/** Which of what officers record the person sees. */
export function diffPublic(before: CasePlan, after: CasePlan): readonly Change[] {
  return became("case", "What the person sees of what officers record", publicIn(before), publicIn(after));
}

function publicIn({ asked }: CasePlan): string {
  return [...asked].flatMap(([id, one]) => (one.public ? [id] : [])).join(", ");
}

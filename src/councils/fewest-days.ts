import type { DraftPlan } from "../definition/service.ts";
import type { Councils } from "./councils.ts";

/** As long as answers that are not sent are kept where no definition says otherwise. */
const USUAL_DAYS = 28;

/** Of what a council's services say of their drafts, the smallest figure. */
export function fewestDays(councils: Councils, council: string, figure: (plan: DraftPlan) => number): number {
  return Math.min(USUAL_DAYS, ...councils.known(council).map(({ drafts }) => figure(drafts)));
}

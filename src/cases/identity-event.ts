import type { Identity } from "../definition/service.ts";

/** What somebody can be asked, to know who they are. In the order asked. */
export const KNOWN = ["name", "postcode", "born", "reference", "email", "phone"] as const;

export type Known = (typeof KNOWN)[number];

/** An officer checked who somebody is before speaking about the case. What was said is not kept: only what of it was right and what was not. */
export interface IdentifiedData {
  readonly level: Identity;
  readonly right: readonly Known[];
  readonly wrong: readonly Known[];
  readonly passed: boolean;
}

import type { Service } from "../definition/service.ts";
import type { Walk } from "./walk.ts";

/** Where a whole journey ends, in the words of its definition. */
export type Ending =
  | { readonly kind: "outcome"; readonly outcome: string }
  | { readonly kind: "case"; readonly team: string; readonly priority: string };

/** The priority that the rule gives; `normal` where there is no rule or it gives none. */
export function priorityOf(service: Service, facts: Walk["facts"]): string {
  const ruled = service.case.priority?.run(facts);
  return typeof ruled === "string" ? ruled : "normal";
}

/** The ending that a walk has come to; undefined while it stands at a screen. */
export function endingOf(service: Service, { at, facts }: Walk): Ending | undefined {
  if (at.kind === "screen") return undefined;
  if (at.kind === "outcome") return at;
  return { kind: "case", team: service.case.team, priority: priorityOf(service, facts) };
}

import type { Service, Step } from "../../src/definition/service.ts";
import type { Rule } from "../../src/rules/rule.ts";

function rulesIn(steps: readonly Step[]): readonly Rule[] {
  return steps.flatMap((step) => {
    const own = step.when === undefined ? [] : [step.when];
    if (step.kind === "screen") return [...own, ...step.screen.musts.map((must) => must.rule)];
    return step.kind === "branch" ? [...own, ...rulesIn(step.steps)] : own;
  });
}

/** Every rule of a service. */
export function rulesOf(service: Service): readonly Rule[] {
  return [...rulesIn(service.flow), service.fee, service.case.priority].filter((rule) => rule !== undefined);
}

import { FrozenMap } from "./frozen.ts";
import { ESCALATE_FORM } from "./keys-case.ts";
import { languageOf } from "./language-key.ts";
import { actionOf, askedOf, onOf, reopenOf } from "./action-of.ts";
import { lengthFrom, lengthOf, warnOf } from "./length-of.ts";
import type { Outline, StageSource } from "./outline.ts";
import { present } from "./present.ts";
import { subCasesOf } from "./sub-case-plan.ts";
import type { CasePlan, Escalation, Stage } from "./service.ts";
import type { MapNode } from "./yaml/node.ts";
import { entriesAt, mapAt, nodeAt, textAt, textNodesOf } from "./yaml/read.ts";

/** How the cases of a service are worked, from its outline. */
export function casePlanOf(outline: Outline): CasePlan {
  const plan = mapAt(outline.root, "case");
  const stages = [...outline.stages].map(([id, stage]) => [id, stageOf(outline, id, stage)] as const);
  return present<CasePlan>({
    // A service without cases belongs to its owner.
    team: textAt(plan, "team") ?? textAt(outline.root, "owner") ?? "",
    priority: outline.priority === undefined ? undefined : outline.rules.get(outline.priority),
    deadline: deadlinesOf(outline),
    warn: warnOf(textAt(plan, "warn")),
    escalate: escalateOf(textAt(plan, "escalate")),
    stages: new FrozenMap(stages),
    first: stages[0]?.[0] ?? "",
    asked: askedOf(outline),
    subCases: subCasesOf(plan),
    partnersSee: partnersSeeOf(plan),
  });
}

function partnersSeeOf(plan: MapNode | undefined): CasePlan["partnersSee"] {
  const names = textNodesOf(nodeAt(plan, "partners-see")).map(({ value }) => value);
  return names.length === 0 ? undefined : names;
}

function deadlinesOf(outline: Outline): CasePlan["deadline"] {
  const entries = entriesAt(mapAt(outline.root, "case"), "deadline");
  return Object.fromEntries([...entries].map(([id, { value }]) => [id, lengthOf(value.kind === "text" ? value.value : "")]));
}

function escalateOf(text: string | undefined): CasePlan["escalate"] {
  const [, amount, unit, to] = ESCALATE_FORM.exec(text ?? "") ?? [];
  if (text === "never") return "never";
  return amount === undefined ? undefined : present<Escalation>({ after: lengthFrom(amount, unit), to });
}

function stageOf(outline: Outline, id: string, { node, actions }: StageSource): Stage {
  const found = [...actions].map(([name, action]) => [name, actionOf(outline, name, action)] as const);
  const deadline = textAt(node, "deadline");
  return present<Stage>({
    id,
    language: languageOf(node),
    title: textAt(node, "title") ?? "",
    says: textAt(node, "says") ?? "",
    next: textAt(node, "next") ?? "",
    closed: found.length === 0,
    actions: new FrozenMap(found),
    deadline: deadline === undefined ? undefined : lengthOf(deadline),
    on: onOf(mapAt(node, "on")),
    reopen: reopenOf(mapAt(node, "reopen")),
    pauses: textAt(node, "pauses"),
  });
}

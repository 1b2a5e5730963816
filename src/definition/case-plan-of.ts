import { FrozenMap } from "./frozen.ts";
import { ESCALATE_FORM, LENGTH_FORM, WARN_FORM } from "./keys-case.ts";
import { languageOf } from "./language-key.ts";
import { LAW_CLOCKS } from "./law-clocks.ts";
import type { NamedMap, Outline, StageSource } from "./outline.ts";
import { present } from "./present.ts";
import type { Action, CasePlan, DeadlineLength, Escalation, Stage } from "./service.ts";
import { entriesAt, mapAt, nodeAt, textAt, textNodesOf } from "./yaml/read.ts";

/** How the cases of a service are worked, from its outline. */
export function casePlanOf(outline: Outline): CasePlan {
  const plan = mapAt(outline.root, "case");
  const stages = [...outline.stages].map(([id, stage]) => [id, stageOf(id, stage)] as const);
  return present<CasePlan>({
    // A service without cases belongs to its owner.
    team: textAt(plan, "team") ?? textAt(outline.root, "owner") ?? "",
    priority: outline.priority === undefined ? undefined : outline.rules.get(outline.priority),
    deadline: deadlinesOf(outline),
    warn: warnOf(textAt(plan, "warn")),
    escalate: escalateOf(textAt(plan, "escalate")),
    stages: new FrozenMap(stages),
    first: stages[0]?.[0] ?? "",
  });
}

function deadlinesOf(outline: Outline): CasePlan["deadline"] {
  const entries = entriesAt(mapAt(outline.root, "case"), "deadline");
  return Object.fromEntries([...entries].map(([id, { value }]) => [id, lengthOf(value.kind === "text" ? value.value : "")]));
}

const UNITS: Readonly<Record<string, DeadlineLength["unit"]>> = {
  hour: "hours",
  "working hour": "working hours",
  day: "days",
  "working day": "working days",
  week: "weeks",
  month: "months",
};

/** A length, or that of a law, as a definition writes it. */
export function lengthOf(text: string): DeadlineLength {
  const law = LAW_CLOCKS[text];
  if (law !== undefined) return law.length;
  const [, amount, unit] = LENGTH_FORM.exec(text) ?? [];
  return lengthFrom(amount, unit);
}

function lengthFrom(amount: string | undefined, unit: string | undefined): DeadlineLength {
  return { amount: Number(amount), unit: UNITS[unit ?? ""] ?? "working days" };
}

export function warnOf(text: string | undefined): CasePlan["warn"] {
  const [, amount, unit] = WARN_FORM.exec(text ?? "") ?? [];
  if (text === "never") return "never";
  return amount === undefined ? undefined : lengthFrom(amount, unit);
}

function escalateOf(text: string | undefined): CasePlan["escalate"] {
  const [, amount, unit, to] = ESCALATE_FORM.exec(text ?? "") ?? [];
  if (text === "never") return "never";
  return amount === undefined ? undefined : present<Escalation>({ after: lengthFrom(amount, unit), to });
}

function stageOf(id: string, { node, actions }: StageSource): Stage {
  const found = [...actions].map(([name, action]) => [name, actionOf(name, action)] as const);
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
    onDeadline: textAt(node, "on-deadline"),
    onReply: textAt(node, "on-reply"),
    pauses: textAt(node, "pauses"),
  });
}

function actionOf(id: string, { node }: NamedMap): Action {
  const reason = textAt(node, "reason");
  return present<Action>({
    id,
    title: textAt(node, "title") ?? "",
    to: textAt(node, "to") ?? "",
    by: textNodesOf(nodeAt(node, "by")).map((role) => role.value),
    reason: reason === "required" || reason === "optional" ? reason : "none",
    pauses: textAt(node, "pauses"),
    priority: textAt(node, "priority"),
  });
}

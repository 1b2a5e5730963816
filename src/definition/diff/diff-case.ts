import type { Action, CasePlan, DeadlineLength, Stage } from "../service.ts";
import { became, compareEach, lengthInWords, quoted } from "./change.ts";
import type { Change } from "./change.ts";
import { questionsIn } from "./diff-requests.ts";
import { diffSubCases } from "./diff-sub-cases.ts";
import { diffOccasions, diffPublic, reopenIn } from "./diff-occasions.ts";

/** What changes in how a case is worked: team, priority, deadlines, stages and actions. */
export function diffCase(before: CasePlan, after: CasePlan): readonly Change[] {
  return [
    ...became("case", "The team", before.team, after.team),
    ...became("case", "The rule for the priority", before.priority?.source, after.priority?.source),
    ...diffDeadlines(before, after),
    ...became("case", "When officers are warned of a deadline", warnWords(before.warn), warnWords(after.warn)),
    ...became("case", "When a missed deadline is escalated", escalateWords(before.escalate), escalateWords(after.escalate)),
    ...became("case", "The personal answers that partners see", before.partnersSee?.join(", "), after.partnersSee?.join(", ")),
    ...became("case", "The first stage", before.first, after.first),
    ...diffStages(before.stages, after.stages),
    ...diffPublic(before, after),
    ...diffSubCases(before, after),
  ];
}

function deadlinesOf({ deadline }: CasePlan): ReadonlyMap<string, DeadlineLength> {
  return new Map(Object.entries(deadline));
}

function whoseDeadline(priority: string): string {
  return priority === "any" ? "other cases" : `cases of the priority ${priority}`;
}

function warnWords(warn: CasePlan["warn"]): string {
  if (warn === undefined) return "as usual";
  return warn === "never" ? warn : `${lengthInWords(warn)} before`;
}

function escalateWords(escalate: CasePlan["escalate"]): string {
  if (escalate === undefined) return "as usual";
  if (escalate === "never") return escalate;
  return `${lengthInWords(escalate.after)} after${escalate.to === undefined ? "" : `, to ${escalate.to}`}`;
}

function stageDeadline({ deadline, on }: Stage): string {
  if (deadline === undefined) return "";
  return `${lengthInWords(deadline)}${on.deadline === undefined ? "" : `, then ${on.deadline}`}`;
}

function mayDo({ by }: Action): string {
  return by.length === 0 ? "anyone who works cases" : by.join(" or ");
}

function diffDeadlines(before: CasePlan, after: CasePlan): readonly Change[] {
  return compareEach(deadlinesOf(before), deadlinesOf(after), {
    added: (priority, length) => [{ part: "case", words: `There is a deadline for ${whoseDeadline(priority)}: ${lengthInWords(length)}.` }],
    removed: (priority, length) => [
      {
        part: "case",
        words: `There is no deadline of their own for ${whoseDeadline(priority)} any more; it was ${lengthInWords(length)}.`,
      },
    ],
    both: (priority, former, length) =>
      became("case", `The deadline for ${whoseDeadline(priority)}`, lengthInWords(former), lengthInWords(length)),
  });
}

function diffStages(before: ReadonlyMap<string, Stage>, after: ReadonlyMap<string, Stage>): readonly Change[] {
  return compareEach(before, after, {
    added: (id, { title }) => [{ part: "case", words: `The stage ${id} is added: ${quoted(title)}.` }],
    removed: (id, { title }) => [{ part: "case", words: `The stage ${id} is removed: ${quoted(title)}.` }],
    both: (id, former, stage) => [
      ...became("case", `The title of the stage ${id}`, former.title, stage.title),
      ...became("case", `What the stage ${id} says to the resident`, former.says, stage.says),
      ...became("case", `What the stage ${id} says comes next`, former.next, stage.next),
      ...became("case", `The deadline of the stage ${id}`, stageDeadline(former), stageDeadline(stage)),
      ...diffOccasions(id, former, stage),
      ...became("case", `How a case closed at ${id} is opened again`, reopenIn(former), reopenIn(stage)),
      ...became("case", `Why the clock is stopped at the stage ${id}`, former.pauses, stage.pauses),
      ...diffActions(id, former.actions, stage.actions),
    ],
  });
}

function diffActions(stage: string, before: ReadonlyMap<string, Action>, after: ReadonlyMap<string, Action>): readonly Change[] {
  return compareEach(before, after, {
    added: (id, action) => [
      { part: "case", words: `At the stage ${stage} there is a new action ${id}, by ${mayDo(action)}, that leads to ${action.to}.` },
    ],
    removed: (id) => [{ part: "case", words: `At the stage ${stage} the action ${id} is removed.` }],
    both: (id, former, action) => [
      ...became("case", `The title of the action ${id}`, former.title, action.title),
      ...became("case", `Where the action ${id} leads`, former.to, action.to),
      ...became("case", `Who may do ${id}`, mayDo(former), mayDo(action)),
      ...became("case", `The reason asked for ${id}`, former.reason, action.reason),
      ...became("case", `What ${id} asks the officer`, questionsIn(former.asks), questionsIn(action.asks)),
      ...became("case", `When ${id} is offered`, former.when?.source, action.when?.source),
      ...became("case", `What the officer confirms for ${id}`, former.confirm, action.confirm),
      ...became("case", `Why ${id} stops the clock`, former.pauses, action.pauses),
      ...became("case", `The priority that ${id} gives`, former.priority, action.priority),
    ],
  });
}

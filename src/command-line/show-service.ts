import type { Question } from "../answers/answer-type.ts";
import { reopenIn } from "../definition/diff/diff-occasions.ts";
import { lengthInWords } from "../definition/diff/change.ts";
import { namingOf } from "../definition/rule-naming.ts";
import type { Action, Escalation, Screen, Section, Service, Stage, Step } from "../definition/service.ts";
import type { Rule } from "../rules/rule.ts";
import { ruleInWords } from "../rules/rule-words.ts";

const HIT_WORDS = { unique: "one row holds", first: "the first row that holds", sum: "all rows that hold, added up" } as const;

/** A service as lines of plain text, for a designer to read through. */
export function serviceLines(service: Service): readonly string[] {
  return [
    `${service.title} (${service.id})`,
    service.summary,
    "",
    `Owner: ${service.owner}${service.lead === "" ? "" : `, ${service.lead}`}`,
    `Group: ${service.group}`,
    `Basis: ${service.basis}.${service.case.stages.size === 0 ? "" : ` Kept for ${service.retention.amount} ${service.retention.unit} after closed.`}`,
    ...(service.fee === undefined ? [] : [`Fee in pounds: ${told(service, service.fee)}`]),
    ...heading("What is asked"),
    ...stepLines(service.flow, service, "  "),
    ...[...service.filledFrom].map(
      ([id, { from, part }]) => `  ${id} is filled in at first from ${part === undefined ? from : `${from}.${part}`}`,
    ),
    ...(service.declaration === undefined ? [] : [`  declares: ${oneLine(service.declaration)}`]),
    ...service.declarations.map((statement) => `  ticks: ${oneLine(statement)}`),
    "  then check answers and send",
    ...figureLines(service),
    ...tableLines(service),
    ...(service.case.stages.size === 0 ? ["", "It makes no case."] : workedLines(service)),
  ];
}

function workedLines(service: Service): readonly string[] {
  const messages = [...service.messages].map(([id, message]) => `  ${id}: ${message.subject}`);
  return [...heading("The case"), ...caseLines(service), ...confirmLines(service), ...heading("Messages"), ...messages];
}

function day(amount: number): string {
  return lengthInWords({ amount, unit: "days" });
}

/** Who else must confirm, what they see and declare, and what follows. */
function confirmLines({ confirm }: Service): readonly string[] {
  if (confirm === undefined) return [];
  const { people, declare, shows, days, remind, to } = confirm;
  return [
    ...heading("Who must confirm"),
    `  named by: ${people}`,
    `  declare: ${oneLine(declare)}`,
    `  see: ${shows.length === 0 ? "who sent it" : `who sent it, ${shows.join(", ")}`}`,
    `  link works for ${day(days)}; reminded ${remind === 0 ? "never" : `after ${day(remind)}`}`,
    ...(to === undefined ? [] : [`  once all have: ${to}`]),
  ];
}

/** What each outcome works out. */
function figureLines(service: Service): readonly string[] {
  return [...service.outcomes.values()].flatMap(({ id, figures }) =>
    figures.length === 0
      ? []
      : [...heading(`Figures of ${id}`), ...figures.map(({ label, value }) => `  ${label}: ${told(service, value)}`)],
  );
}

function heading(title: string): readonly string[] {
  return ["", title, "-".repeat(title.length)];
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim();
}

/** A rule in words, with the rule itself after it. */
function told(service: Service, rule: Rule): string {
  return `${ruleInWords(rule, namingOf(service))} [${oneLine(rule.source)}]`;
}

function tableLines(service: Service): readonly string[] {
  if (service.tables.size === 0) return [];
  const lines = [...service.tables].flatMap(([id, { hit, rows, otherwise }]) => [
    `  ${id} (${HIT_WORDS[hit]})`,
    ...rows.map(({ when, gives }) => `    ${told(service, gives)} when ${told(service, when)}`),
    ...(otherwise === undefined ? [] : [`    otherwise ${told(service, otherwise)}`]),
  ]);
  return [...heading("Decision tables"), ...lines];
}

function stepLines(steps: readonly Step[], service: Service, indent: string): readonly string[] {
  return steps.flatMap((step) => {
    const when = step.when === undefined ? [] : [`${indent}when ${told(service, step.when)}`];
    const inner = step.when === undefined ? indent : `${indent}  `;
    switch (step.kind) {
      case "screen":
        return [...when, ...screenLines(step.screen, service, inner)];
      case "stop":
        return [...when, `${inner}stop at ${step.outcome}: ${service.outcomes.get(step.outcome)?.title ?? ""}`];
      case "section":
        return [...when, ...sectionLines(step.section, service, inner)];
      default:
        return [...when, ...stepLines(step.steps, service, inner)];
    }
  });
}

function sectionLines({ title, needs, steps }: Section, service: Service, indent: string): readonly string[] {
  const after = needs.length === 0 ? "" : ` (after ${needs.join(", ")})`;
  return [`${indent}section: ${title}${after}`, ...stepLines(steps, service, `${indent}  `)];
}

function screenLines(screen: Screen, service: Service, indent: string): readonly string[] {
  const alone = screen.questions.length === 1 && screen.facts.length === 0;
  const title = alone ? [] : [`${indent}together${screen.title === undefined ? "" : `: ${screen.title}`}`];
  const inner = alone ? indent : `${indent}  `;
  const musts = screen.musts.map((must) => `${inner}must: ${told(service, must.rule)} (or else: ${must.message})`);
  const facts = screen.facts.map(
    ({ question, rule }) => `${inner}states ${question.id}: ${question.ask} (${question.type}) = ${told(service, rule)}`,
  );
  return [...title, ...facts, ...screen.questions.flatMap((question) => questionLines(question, inner)), ...musts];
}

function questionLines(question: Question, indent: string): readonly string[] {
  const marks = [question.type, ...(question.optional ? ["optional"] : []), ...(question.personal ? ["personal"] : [])];
  const options = Object.entries(question.settings.options ?? {}).map(([code, label]) => `${indent}  ${code}: ${label}`);
  const inner = (question.settings.questions ?? []).flatMap((part) => questionLines(part, `${indent}  `));
  return [`${indent}${question.id}: ${question.ask} (${marks.join(", ")})`, ...options, ...inner];
}

function caseLines(service: Service): readonly string[] {
  const plan = service.case;
  const deadlines = Object.entries(plan.deadline).map(([priority, length]) => `${priority} ${lengthInWords(length)}`);
  return [
    `  team: ${plan.team}`,
    ...(plan.priority === undefined ? [] : [`  priority: ${told(service, plan.priority)}`]),
    `  deadline: ${deadlines.join(", ")}`,
    ...(plan.warn === undefined ? [] : [`  warn: ${plan.warn === "never" ? "never" : `${lengthInWords(plan.warn)} before`}`]),
    ...(plan.escalate === undefined ? [] : [`  escalate: ${escalation(plan.escalate)}`]),
    ...[...plan.stages.values()].flatMap((stage) => stageLines(service, stage)),
  ];
}

function escalation(escalate: Escalation | "never"): string {
  if (escalate === "never") return escalate;
  return `${lengthInWords(escalate.after)} after, to ${escalate.to ?? "the team"}`;
}

function clockLines({ deadline, on, reopen, pauses }: Stage): readonly string[] {
  const { deadline: late, ...others } = on;
  return [
    ...(deadline === undefined ? [] : [`    deadline: ${lengthInWords(deadline)}${late === undefined ? "" : `, then ${late}`}`]),
    ...Object.entries(others).map(([occasion, action]) => `    on ${occasion}: ${action}`),
    ...(reopen === undefined ? [] : [`    may be opened again ${reopenIn({ reopen })}`]),
    ...(pauses === undefined ? [] : [`    the clock is stopped: ${pauses}`]),
  ];
}

function effects(service: Service, { pauses, priority, when, asks, confirm }: Action): string {
  const offered = when === undefined ? "" : `; when ${told(service, when)}`;
  const asked = asks.length === 0 ? "" : `; asks ${asks.map(({ id }) => id).join(", ")}`;
  return `${offered}${asked}${confirm === undefined ? "" : `; to be confirmed: ${confirm}`}${pauses === undefined ? "" : `; stops the clock: ${pauses}`}${priority === undefined ? "" : `; priority ${priority}`}`;
}

function stageLines(service: Service, stage: Stage): readonly string[] {
  const actions = [...stage.actions.values()].map((action) => {
    const by = action.by.length === 0 ? "anyone who works cases" : action.by.join(" or ");
    return `    ${action.id} -> ${action.to}: ${action.title} (${by}${action.reason === "none" ? "" : `; reason ${action.reason}`}${effects(service, action)})`;
  });
  return [`  ${stage.id}: ${stage.title}${stage.closed ? " (closed)" : ""}. ${stage.says} ${stage.next}`, ...clockLines(stage), ...actions];
}

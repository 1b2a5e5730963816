import { LONGEST_TEXT } from "../definition/key.ts";
import type { Form, Loss } from "./form.ts";
import { feeRule } from "./fee-rule.ts";
import { writeFlow } from "./flow-text.ts";
import type { Written } from "./flow-text.ts";
import { nameAll } from "./named-form.ts";
import type { NamedQuestion, NamedQuestions } from "./named-form.ts";
import { entry, item, ruleScalar } from "./yaml-text.ts";
import type { Yaml } from "./yaml-text.ts";

export interface Definition {
  readonly text: string;
  readonly questions: NamedQuestions;
  readonly losses: readonly Loss[];
}

/** Writes the tree as a definition file, as a person would: short things on one line, and a word at each line that the source could not give. */
export function writeDefinition(form: Form, service: string, file: string): Definition {
  const losses: Loss[] = [];
  const questions = nameAll(form, losses);
  const written = writeFlow(form, questions, losses);
  const named = [...questions.values()].filter(({ asked }) => written.asked.has(asked.source));
  const body = [
    `# Imported from ${oneLine(file)}. The report beside this file says what could not be carried over.`,
    "# Lines that end in ‘to do’ were not in the old form: put in your own words.",
    ...head(form, service, losses),
    "questions:",
    ...named.flatMap((question) => entry(question.id, questionYaml(question, losses), "  ")),
    "flow:",
    ...written.flow.flatMap((each) => item(each, "  ")),
    ...outcomes(written, losses),
    ...(form.declaration === undefined ? [] : entry("declaration", bounded(form.declaration, "declaration", losses))),
    ...fee(form, written, questions, losses),
    ...person(named),
    ...REST,
    canTell(named) ? "messages: { received: default, closed: default }" : "messages: {}",
    "retention: 2 years after closed # to do",
  ];
  return { text: `${body.join("\n")}\n`, questions, losses };
}

function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\s]+/gu, " ").slice(0, 100);
}

/** The mark at the end of what the source could not give. */
function todo(lines: readonly string[]): readonly string[] {
  return lines.map((each, index) => (index === lines.length - 1 ? `${each} # to do` : each));
}

function head(form: Form, service: string, losses: Loss[]): readonly string[] {
  const title = form.title.slice(0, 200);
  return [
    ...entry("service", service),
    ...entry("title", title),
    ...todo(entry("summary", `${title} online.`)),
    "group: Other services # to do",
    "owner: customer-services # to do",
    "lead: Head of Service # to do",
    "basis: public task # to do",
    "start:",
    "  who: [Anyone who lives in the borough can use this service.] # to do",
    "  time: 10 minutes # to do",
    form.fees.length > 0 ? "  cost: What it costs depends on your answers. # to do" : "  cost: Free # to do",
    "  takes: We answer within 10 working days. # to do",
    ...(form.start === undefined ? [] : entry("body", bounded(form.start, "start page", losses), "  ")),
  ];
}

const REST = [
  "case: # to do: the team, the deadline, the stages and what officers may do",
  "  team: customer-services",
  "  deadline: { any: 10 working days }",
  "  stages:",
  "    received:",
  "      title: Received",
  "      says: We have your request.",
  "      next: We will look at it and answer you.",
  "      actions: { finish: { title: Close the case, to: closed, reason: required } }",
  "    closed: { title: Closed, says: We have answered you., next: Nothing more will happen. }",
];

function bounded(text: string, at: string, losses: Loss[]): string {
  if (text.length <= LONGEST_TEXT) return text;
  losses.push({ kind: "kept", at, says: "The text is too long and is cut here.", text });
  return `${text.slice(0, LONGEST_TEXT - 1)}…`;
}

function questionYaml({ asked, codes, inner }: NamedQuestion, losses: Loss[]): Yaml {
  const { options } = asked;
  const hints = (options ?? []).filter(({ hint }) => hint !== undefined);
  return {
    ask: asked.ask,
    type: asked.type,
    ...(asked.label === undefined ? {} : { label: asked.label }),
    ...(asked.hint === undefined ? {} : { hint: asked.hint }),
    ...(asked.optional ? { optional: true } : {}),
    ...(asked.personal ? { personal: true } : {}),
    ...(options === undefined ? {} : { options: optionsYaml(asked.source, options, codes, losses) }),
    ...(hints.length === 0
      ? {}
      : { option_hints: Object.fromEntries(hints.map(({ value, hint }) => [codes.get(value) ?? "", (hint ?? "").slice(0, 400)])) }),
    ...asked.settings,
    ...(inner.length === 0 ? {} : { questions: Object.fromEntries(inner.map((each) => [each.id, questionYaml(each, losses)])) }),
  };
}

/** Two options that read the same are told apart by their values. */
function optionsYaml(
  source: string,
  options: readonly { value: string; text: string }[],
  codes: ReadonlyMap<string, string>,
  losses: Loss[],
): Yaml {
  const labels = new Set<string>();
  const found: Record<string, string> = {};
  for (const { value, text } of options) {
    const code = codes.get(value) ?? "";
    const label = labels.has(text.toLowerCase()) ? `${text} (${code})` : text;
    if (label !== text)
      losses.push({ kind: "changed", at: source, says: `Two options read ‘${text.slice(0, 100)}’; one is now ‘${label.slice(0, 120)}’.` });
    labels.add(label.toLowerCase());
    found[code] = label.slice(0, 400);
  }
  return found;
}

function outcomes({ outcomes }: Written, losses: Loss[]): readonly string[] {
  if (outcomes.size === 0) return [];
  const each = [...outcomes].flatMap(([name, { title, body }]) => entry(name, { title, body: bounded(body || title, name, losses) }, "  "));
  return ["outcomes:", ...each];
}

function fee(form: Form, written: Written, questions: NamedQuestions, losses: Loss[]): readonly string[] {
  const rule = feeRule(form.fees, written, questions, losses);
  return rule === undefined ? [] : [`fee: ${ruleScalar(rule)}`];
}

/** Who the person is: their own question of each kind; an address only where it seems to be the person's own. */
function person(named: readonly NamedQuestion[]): readonly string[] {
  const parts: Record<string, string> = {};
  for (const type of ["email", "phone"]) {
    const all = named.filter(({ asked }) => asked.type === type);
    const own = all.find(({ asked }) => /\b(your|applicant)/i.test(asked.ask)) ?? all.find(({ asked }) => !asked.optional) ?? all[0];
    if (own !== undefined) parts[type] = own.id;
  }
  const address = ownAddress(named);
  if (address !== undefined) parts["address"] = address;
  return Object.keys(parts).length === 0 ? [] : entry("person", parts).map((line) => `${line} # to do: check`);
}

/** The last one, which is where they live now rather than before. */
function ownAddress(named: readonly NamedQuestion[]): string | undefined {
  return named.findLast(({ asked }) => asked.type === "address" && /\b(your|home|applicant)/i.test(asked.ask))?.id;
}

function canTell(named: readonly NamedQuestion[]): boolean {
  return named.some(({ asked }) => asked.type === "email") || ownAddress(named) !== undefined;
}

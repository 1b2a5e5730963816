import { mayState, STATED_TYPES } from "../../answers/stated.ts";
import { nameOf } from "../../rules/type.ts";
import type { Outline, QuestionSource } from "../outline.ts";
import { nodeAt } from "../yaml/read.ts";
import type { Check, Found } from "./check.ts";
import { nodeOr } from "./look.ts";

const RULE = 'rule: if tool = "drill" then 3 else 2';
const SAYS = "says: It costs {value} a week";

/** What the council states. */
export const FACT_CHECKS: readonly Check[] = [
  {
    code: "fact-name-taken",
    severity: "error",
    about: "A fact has the name of a question.",
    example: { right: "facts:\n", wrong: "facts:\n  notes: { label: the charge, type: money, rule: 3, source: Our charges }\n" },
  },
  {
    code: "fact-type",
    severity: "error",
    about: "The rule of a fact gives something that its answer type cannot hold.",
    example: { right: RULE, wrong: "rule: tool" },
    find: (outline) => perFact(outline, unfit),
  },
  {
    code: "fact-sentence",
    severity: "error",
    about: "The sentence of a fact has no place for its value, or a place for something else.",
    example: { right: SAYS, wrong: "says: It costs {weekly} a week" },
    find: (outline) => perFact(outline, placeless),
  },
  {
    code: "fact-source-missing",
    severity: "advice",
    about: "A fact does not say where it comes from.",
    example: { right: "    source: Our charges for 2026\n", wrong: "" },
  },
  {
    code: "fact-personal-unmarked",
    severity: "advice",
    about: "A fact is worked out from personal data and does not say whether it is personal itself.",
    example: { right: "type: choice, options: { drill", wrong: "type: choice, personal: true, options: { drill" },
    find: (outline) => perFact(outline, unmarked),
  },
];

function* perFact(outline: Outline, find: (source: QuestionSource, outline: Outline) => Iterable<Found>): Iterable<Found> {
  for (const source of outline.questions.values()) if (source.fact !== undefined) yield* find(source, outline);
}

function* unfit({ question, fact }: QuestionSource, outline: Outline): Iterable<Found> {
  const rule = fact?.rule === undefined ? undefined : outline.rules.get(fact.rule);
  if (fact?.rule === undefined || rule === undefined || !STATED_TYPES.includes(question.type)) return;
  const { options } = question.settings;
  const strange =
    rule.type.kind === "code" && question.type === "choice" ? rule.type.values.filter((one) => options?.[one] === undefined) : [];
  if (mayState(question.type, rule.type.kind) && strange.length === 0) return;
  const message = `${question.id} is of type ${question.type}, but its rule gives ${nameOf(rule.type)}.`;
  yield { at: fact.rule, message, fix: "Give it the type of what it states, or change the rule." };
}

function* placeless({ question, node }: QuestionSource): Iterable<Found> {
  const says = question.stated?.says;
  if (says === undefined || (says.includes("{value}") && !says.replaceAll("{value}", "").includes("{"))) return;
  yield {
    at: nodeOr(node, "says"),
    message: "The sentence must hold {value}, and no other name.",
    fix: "Write {value} where the fact stands.",
  };
}

function* unmarked({ question, node, key, fact }: QuestionSource, outline: Outline): Iterable<Found> {
  const reads = fact?.rule === undefined ? undefined : outline.rules.get(fact.rule)?.reads;
  const from = reads?.find((name) => outline.questions.get(name)?.question.personal === true);
  if (from === undefined || nodeAt(node, "personal") !== undefined) return;
  const message = `${question.id} is worked out from ${from}, which is personal.`;
  yield { at: key, message, fix: "Add personal: true, or personal: false if it says nothing about a person." };
}

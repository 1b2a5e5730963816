import type { Offers, Question } from "../answers/answer-type.ts";
import { rowType } from "../answers/register.ts";
import { compileRule } from "../rules/compile-rule.ts";
import type { Rule, RuleCompilation } from "../rules/rule.ts";
import type { Tables } from "../rules/tables.ts";
import type { Scope } from "../rules/type.ts";
import { BOOLEAN } from "../rules/type.ts";
import type { Facts, Value, ValueRecord } from "../rules/value.ts";
import type { Calendar } from "../rules/working-days.ts";
import type { QuestionSource } from "./outline.ts";
import { ruleAt } from "./read-flow.ts";
import type { Must } from "./service.ts";
import type { TextNode } from "./yaml/node.ts";

/** Where a register's rows are offered under a rule: the rule's text, and what it may read besides the answers before. */
export interface OfferSource {
  readonly where: TextNode;
  compile(before: Scope, tables: Tables, calendar?: Calendar): RuleCompilation;
}

/** The rules that say which rows are offered, of a question or of those inside its group. */
export function offersIn(source: QuestionSource): readonly OfferSource[] {
  const where = ruleAt(source.node, "where");
  const { register, type } = source.question;
  if (type !== "register" || where === undefined || register === undefined) return source.inner.flatMap(offersIn);
  const row = rowType(register);
  return [{ where, compile: (before, tables, calendar) => compileRule(where.value, { ...before, ...row }, BOOLEAN, tables, calendar) }];
}

/** A question with what it offers, once the rules are compiled. */
export function withOffers({ question, node, inner }: QuestionSource, rules: ReadonlyMap<TextNode, Rule>): Question {
  const where = ruleAt(node, "where");
  const rule = where === undefined ? undefined : rules.get(where);
  if (rule !== undefined && question.register !== undefined) {
    const row = rowType(question.register);
    return { ...question, offers: { rule, answers: rule.reads.filter((name) => !Object.hasOwn(row, name)) } };
  }
  const finished = inner.map((one) => withOffers(one, rules));
  if (finished.every((one, index) => one === inner[index]?.question)) return question;
  return { ...question, settings: { ...question.settings, questions: finished } };
}

/** What must hold where rows are offered by earlier answers: that what was chosen is still offered when one of those is changed. */
export function offerMusts(question: Question): readonly Must[] {
  const message = "What you chose does not go with your answers before. Choose again";
  return chosenIn(question).flatMap(({ offers, of }) => mustOf(offers, question.id, message, (facts) => of(facts[question.id] ?? null)));
}

interface Chosen {
  readonly offers: Offers;
  /** The rows that were chosen in an answer: one, or those of all entries of a group. */
  readonly of: (answer: Value) => readonly Value[];
}

function chosenIn({ offers, settings }: Question): readonly Chosen[] {
  if (offers !== undefined) return [{ offers, of: (answer) => [answer] }];
  return (settings.questions ?? []).flatMap((inner) =>
    chosenIn(inner).map((one): Chosen => ({
      offers: one.offers,
      of: (answer) => entriesOf(answer).flatMap((entry) => one.of(entry[inner.id] ?? null)),
    })),
  );
}

function mustOf({ rule, answers }: Offers, field: string, message: string, chosen: (facts: Facts) => readonly Value[]): readonly Must[] {
  if (answers.length === 0) return [];
  const run = (facts: Facts): Value => chosen(facts).every((row) => !isRecord(row) || rule.run({ ...facts, ...row }) === true);
  return [{ rule: { ...rule, reads: [...answers, field], run }, field, message }];
}

function entriesOf(value: Value | undefined): readonly ValueRecord[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

function isRecord(value: unknown): value is ValueRecord {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

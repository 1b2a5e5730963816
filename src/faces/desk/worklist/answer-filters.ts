import type { Question } from "../../../answers/answer-type.ts";
import { answerType } from "../../../answers/answer-types.ts";
import { isOption } from "../../../answers/options.ts";
import type { AnswerConditions } from "../../../cases/worklist-query.ts";
import { notInSql } from "../../../cases/worklist.ts";
import type { Service } from "../../../definition/service.ts";
import { shapedAnswers } from "../../../definition/shaped-answers.ts";
import { compileRule } from "../../../rules/compile-rule.ts";
import { BOOLEAN } from "../../../rules/type.ts";
import { oneText } from "../../shared/query.ts";

/** What was asked of answers, by field: the question's name, and for a range its end too (`width_cm.from`). */
export type AnswerFilters = Readonly<Record<string, string>>;

const FIELD = /^q\.([a-z][a-z0-9_]{0,80}(?:\.(?:from|to))?)$/;
const VALUE = /^-?[a-z0-9][\w./-]{0,80}$/i;
const MOST = 20;

export function readAnswerFilters(query: unknown): AnswerFilters {
  if (typeof query !== "object" || query === null) return {};
  const named = Object.keys(query).flatMap((key) => {
    const name = FIELD.exec(key)?.[1];
    const value = oneText(query, key).trim();
    return name !== undefined && VALUE.test(value) ? [[name, value] as const] : [];
  });
  return Object.fromEntries(named.slice(0, MOST));
}

/** How cases may be chosen by the answers to a question: one of its options, or a range. */
export type FilterKind = "options" | "yes-no" | "numbers" | "days";

const KINDS: Readonly<Record<string, FilterKind>> = {
  choice: "options",
  choices: "options",
  "yes-no": "yes-no",
  number: "numbers",
  money: "numbers",
  date: "days",
};

export function filterKind(question: Question): FilterKind | undefined {
  return Object.hasOwn(KINDS, question.type) ? KINDS[question.type] : undefined;
}

const FREE_TEXT: ReadonlySet<string> = new Set(["text", "long-text"]);

/** The questions by whose answers cases may be listed. An address holds what they are to be, so none is about a person or in free words. */
export function listable(service: Pick<Service, "questions">): readonly Question[] {
  return [...service.questions.values()].filter(({ personal, type }) => !personal && !FREE_TEXT.has(type));
}

export interface WrongFilter {
  readonly field: string;
  readonly message: string;
}

export type ReadConditions =
  | { readonly ok: true; readonly conditions: AnswerConditions | undefined }
  | { readonly ok: false; readonly wrong: readonly WrongFilter[] };

const NUMBER = /^-?\d{1,12}(\.\d{1,4})?$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A day as officers write it, `31/3/2026`, or as it is kept. */
function dayText(value: string): string {
  const [, day = "", month = "", year = ""] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(value) ?? [];
  return year === "" ? value : `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}

/** A filter as a rule; undefined where it makes no sense for the question. */
function ruleText({ question, end }: { question: Question; end: string | undefined }, value: string): string | undefined {
  const { id } = question;
  const sign = end === "from" ? ">=" : "<=";
  switch (filterKind(question)) {
    case "options":
      if (!isOption(question, value)) return undefined;
      return question.type === "choices" ? `list contains(${id}, ${JSON.stringify(value)})` : `${id} = ${JSON.stringify(value)}`;
    case "yes-no":
      return value === "yes" || value === "no" ? `${id} = ${value === "yes"}` : undefined;
    case "numbers":
      return end !== undefined && NUMBER.test(value) ? `${id} ${sign} ${value}` : undefined;
    case "days":
      return end !== undefined && DAY.test(dayText(value)) ? `${id} ${sign} date("${dayText(value)}")` : undefined;
    default:
      return undefined;
  }
}

interface Written {
  readonly field: string;
  readonly source: string | undefined;
}

function written(filters: AnswerFilters, rule: string, questions: readonly Question[]): readonly Written[] {
  const fields = Object.entries(filters).flatMap(([name, value]): Written[] => {
    const [id, end] = name.split(".");
    const question = questions.find((one) => one.id === id);
    return question === undefined ? [] : [{ field: `filter-q.${name}`, source: ruleText({ question, end }, value) }];
  });
  return rule === "" ? fields : [...fields, { field: "filter-rule", source: rule }];
}

const WRONG_VALUE = "Enter a number, or a day such as 31/3/2026";

/** What the answers of a service's cases must be: rules, or what is wrong with them. A question that the service does not ask is not looked at. */
export function readConditions(service: Service | undefined, filters: AnswerFilters, rule: string, today: string): ReadConditions {
  if (service === undefined) return rule === "" ? { ok: true, conditions: undefined } : { ok: false, wrong: [NO_SERVICE] };
  const questions = listable(service);
  const scope = Object.fromEntries(questions.map((question) => [question.id, answerType(question).ruleType(question)]));
  const shaped = shapedAnswers(service);
  const [rules, wrong]: [AnswerConditions["rules"][number][], WrongFilter[]] = [[], []];
  for (const { field, source } of written(filters, rule, questions)) {
    const compiled = source === undefined ? undefined : compileRule(source, scope, BOOLEAN);
    if (compiled === undefined) wrong.push({ field, message: WRONG_VALUE });
    else if (!compiled.ok) wrong.push({ field, message: compiled.problems.map((one) => one.message).join(" ") });
    else {
      const reason = notInSql({ rules: [compiled.rule], shaped, today });
      if (reason === undefined) rules.push(compiled.rule);
      else wrong.push({ field, message: `Cases cannot be listed by this condition. ${reason}` });
    }
  }
  if (wrong.length > 0) return { ok: false, wrong };
  return { ok: true, conditions: rules.length === 0 ? undefined : { rules, shaped, today } };
}

const NO_SERVICE: WrongFilter = { field: "filter-rule", message: "Choose a service first: a condition reads the answers of one service" };

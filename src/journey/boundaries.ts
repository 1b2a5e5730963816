import type { Answer, Question } from "../answers/answer-type.ts";
import { answerType } from "../answers/answer-types.ts";
import { totalName, unitsOf } from "../answers/duration-units.ts";
import { minutesLater } from "../answers/time.ts";
import type { Fact, Service, Step } from "../definition/service.ts";
import { addDuration } from "../rules/dates.ts";
import type { Rule } from "../rules/rule.ts";

const TEXTS = /"[^"]*"/g;
const DATES = /date\("(\d{4}-\d{2}-\d{2})"\)/g;
const TIMES = /"((?:[01]\d|2[0-3]):[0-5]\d)"/g;
const NUMBERS = /(?<![\w.])\d+(?:\.\d+)?(?![\w.])/g;

/**
 * The answers just at, before and after the dates and numbers that the service's rules compare a question with: those that decide which way
 * a journey goes, and that a question's own settings don't tell. Only those that the question accepts.
 */
export function boundaryAnswers(service: Service, question: Question, today: string): readonly Answer[] {
  const near = NEAR[question.type];
  if (near === undefined) return [];
  const rules = [
    ...rulesIn(service.flow),
    ...rulesOfTables(service),
    ...factsIn(service).map(({ rule }) => rule),
    ...[service.fee, service.case.priority].filter((rule) => rule !== undefined),
  ];
  const sources = rules.filter(({ reads }) => reads.includes(question.id));
  const candidates = new Set(sources.flatMap(({ source }) => near(source, today, question)));
  return [...candidates].filter((answer) => answerType(question).accept(question, answer, "", { today, files: [] }).ok);
}

const NEAR: Readonly<Record<string, (source: string, today: string, question: Question) => readonly Answer[]>> = {
  date: (source, today) => daysIn(source, today).flatMap((day) => [0, -1, 1].map((amount) => addDuration(day, { unit: "days", amount }))),
  "month-and-year": (source, today) => daysIn(source, today).flatMap((day) => [0, -1, 1].map((months) => monthOf(day, months))),
  // Of units that convert, the shortest says any length; of others, each one is tried.
  duration: (source, _today, question) => {
    const units = unitsOf(question).slice(0, totalName(question) === undefined ? undefined : 1);
    const amounts = numbersIn(source).flatMap((amount) => [amount, amount - 1, amount + 1]);
    return units.flatMap((unit) => amounts.map((amount) => ({ amount, unit })));
  },
  time: (source) => timesIn(source).flatMap((time) => [time, minutesLater(time, -1), minutesLater(time, 1)]),
  number: (source) => numbersIn(source).flatMap((amount) => [amount, amount - 1, amount + 1]),
  money: (source) => numbersIn(source).flatMap((amount) => [0, -1, 1].map((pence) => Math.round(amount * 100) + pence)),
};

/** The days written in a rule, and where it asks for an age the birthday that was so many years ago. */
function daysIn(source: string, today: string): readonly string[] {
  const written = [...source.matchAll(DATES)].map(([, day = ""]) => day);
  const years = source.includes("age(") ? numbersIn(source) : [];
  const birthdays = years.map((amount) => addDuration(today, { unit: "months", amount: -12 * amount }));
  return [...written, ...birthdays.filter((day) => day !== null)];
}

function timesIn(source: string): readonly string[] {
  return [...source.matchAll(TIMES)].map(([, time = ""]) => time);
}

function monthOf(day: string, later: number): Answer {
  return addDuration(day, { unit: "months", amount: later })?.slice(0, 7) ?? null;
}

function numbersIn(source: string): readonly number[] {
  return [...source.replaceAll(TEXTS, "").matchAll(NUMBERS)].map(([digits]) => Number(digits));
}

/** Every fact that the service states. */
export function factsIn({ screens }: Service): readonly Fact[] {
  return [...screens.values()].flatMap(({ facts }) => facts);
}

function rulesOfTables({ tables }: Service): readonly Rule[] {
  return [...tables.values()].flatMap(({ rows }) => rows.map(({ when }) => when));
}

/** Every guard of a flow, and every rule that must hold between answers, in the order of the flow. */
export function rulesIn(steps: readonly Step[]): readonly Rule[] {
  return steps.flatMap((step): readonly Rule[] => {
    const guard = step.when === undefined ? [] : [step.when];
    if (step.kind === "branch") return [...guard, ...rulesIn(step.steps)];
    if (step.kind === "section") return [...guard, ...rulesIn(step.section.steps)];
    return step.kind === "screen" ? [...guard, ...step.screen.musts.map(({ rule }) => rule)] : guard;
  });
}

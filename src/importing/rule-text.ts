import { ALWAYS, NEVER, all, any, not, opposite } from "./condition.ts";
import type { Comparison, Condition, Operand, Test, TestCondition } from "./condition.ts";

/** What a rule's writer knows of the questions asked before it. */
export interface Known {
  /** The question's id, and whether everybody who comes here has answered it; undefined where it is not asked before. */
  question(field: string): { readonly id: string; readonly sure: boolean } | undefined;
  /** The id of an option by its value in the source; undefined where the question has options and none of that value. */
  option(field: string, value: string): string | undefined;
  /** Hears of a test that can never hold. */
  never(test: TestCondition, why: string): void;
}

/**
 * The condition without tests that can never hold (of questions not asked before, and of values that no answer has), and without asking
 * whether a question is answered that everybody has answered.
 */
export function resolved(condition: Condition, known: Known): Condition {
  switch (condition.kind) {
    case "constant":
      return condition;
    case "all":
      return all(condition.of.map((part) => resolved(part, known)));
    case "any":
      return any(condition.of.map((part) => resolved(part, known)));
    case "not":
      return not(resolved(condition.of, known));
    case "asked":
      return known.question(condition.field) === undefined ? NEVER : condition;
    case "test": {
      if (condition.test.op === "answered" && known.question(condition.field)?.sure === true) return ALWAYS;
      const why = impossible(condition, known);
      if (why === undefined) return condition;
      known.never(condition, why);
      return NEVER;
    }
  }
}

function impossible({ field, test }: TestCondition, known: Known): string | undefined {
  if (known.question(field) === undefined) return `${field} is not asked before it`;
  if (test.op === "has")
    return known.option(field, test.option) === undefined ? `${field} has no option ${test.option.slice(0, 60)}` : undefined;
  if ("number" in test && !isWritable(test.number)) return `${test.number} is no length`;
  if (!("value" in test)) return undefined;
  const { value } = test;
  if ("text" in value && known.option(field, value.text) === undefined) return `${field} has no option ${value.text.slice(0, 60)}`;
  if ("field" in value && known.question(value.field) === undefined) return `${value.field} is not asked before it`;
  if ("number" in value && !isWritable(value.number)) return `${value.number} is too large or too exact for a rule`;
  return "day" in value && !isDay(value.day) ? `${value.day} is no day` : undefined;
}

function isWritable(number: number): boolean {
  return /^-?\d{1,15}(\.\d{1,10})?$/.test(String(number));
}

function isDay(day: string): boolean {
  return !Number.isNaN(Date.parse(day)) && new Date(day).toISOString().startsWith(day);
}

/** A resolved condition as a rule. Nothing in it comes to null: what may not be answered is asked for first. */
export function ruleText(condition: Condition, known: Known): string {
  return text(condition, known, false, "whole");
}

/** `against` turns the whole round: nots are carried inwards to the tests, where they can be said plainly. */
function text(condition: Condition, known: Known, against: boolean, within: "whole" | "all" | "any"): string {
  switch (condition.kind) {
    case "constant":
      return String(condition.value !== against);
    case "not":
      return text(condition.of, known, !against, within);
    case "asked":
      return against ? `not(${ruleName(condition.field, known)})` : ruleName(condition.field, known);
    case "test":
      return testText(condition, known, against);
    case "all":
    case "any": {
      const kind = (condition.kind === "all") === against ? "any" : "all";
      const joined = condition.of.map((part) => text(part, known, against, kind)).join(kind === "all" ? " and " : " or ");
      return within === "all" && kind === "any" ? `(${joined})` : joined;
    }
  }
}

function ruleName(field: string, known: Known): string {
  return `is defined(${known.question(field)?.id ?? "unknown"})`;
}

function testText({ field, test }: TestCondition, known: Known, against: boolean): string {
  const { id, sure } = known.question(field) ?? { id: "unknown", sure: false };
  if (test.op === "answered") return against ? `not(is defined(${id}))` : `is defined(${id})`;
  if ("value" in test && "yes" in test.value) return yesText(id, sure, (test.op === "=") === test.value.yes, against);
  const certain = sure && !("value" in test && "field" in test.value && known.question(test.value.field)?.sure !== true);
  if (certain) return plainText(id, against ? turned(test) : test, field, known, against);
  // Equality with a value is true or false of nothing too.
  if ("value" in test && !("field" in test.value)) {
    if (test.op === "=") return plainText(id, against ? turned(test) : test, field, known, false);
    if (!against && ["<", "<=", ">", ">="].includes(test.op)) return plainText(id, test, field, known, false);
  }
  const guarded = `${definedText(id, test, known)} and ${plainText(id, test, field, known, false)}`;
  return against ? `not(${guarded})` : guarded;
}

function definedText(id: string, test: Test, known: Known): string {
  const other = "value" in test && "field" in test.value ? ` and is defined(${known.question(test.value.field)?.id ?? "unknown"})` : "";
  return `is defined(${id})${other}`;
}

function yesText(id: string, sure: boolean, yes: boolean, against: boolean): string {
  if (sure) return yes === against ? `not(${id})` : id;
  return against ? `${id} != ${String(yes)}` : `${id} = ${String(yes)}`;
}

function turned(test: Test): Test {
  if (test.op === "answered" || test.op === "has") return test;
  return "is" in test ? { ...test, is: opposite(test.is) } : { ...test, op: opposite(test.op) };
}

function plainText(id: string, test: Test, field: string, known: Known, against: boolean): string {
  if (test.op === "answered") return `is defined(${id})`;
  if (test.op === "has") {
    const has = `list contains(${id}, ${JSON.stringify(known.option(field, test.option) ?? test.option)})`;
    return against ? `not(${has})` : has;
  }
  if ("is" in test) return `${test.op === "length" ? "string length" : "count"}(${id}) ${test.is} ${test.number}`;
  return comparison(id, test.op, test.value, field, known);
}

function comparison(id: string, op: Comparison, value: Operand, field: string, known: Known): string {
  return `${id} ${op} ${operandText(value, field, known)}`;
}

function operandText(value: Operand, field: string, known: Known): string {
  if ("text" in value) return JSON.stringify(known.option(field, value.text) ?? value.text);
  if ("number" in value) return String(value.number);
  if ("yes" in value) return String(value.yes);
  if ("day" in value) return `date("${value.day}")`;
  if ("field" in value) return known.question(value.field)?.id ?? "unknown";
  return dayText(value.fromToday, value.unit);
}

function dayText(amount: number, unit: "days" | "months"): string {
  if (amount === 0) return "today";
  const size = Math.abs(amount);
  const length = unit === "days" ? `P${size}D` : size % 12 === 0 ? `P${size / 12}Y` : `P${size}M`;
  return `today ${amount < 0 ? "-" : "+"} @"${length}"`;
}

import type { Answer, Question, Reading } from "./answer-type.ts";
import type { ProblemCode } from "./problem-codes.ts";

/** The answer is good. */
export function good(answer: Answer): Reading {
  return { ok: true, answer };
}

/** The answer has one problem. Codes are checked against the list by the compiler. */
export function bad(field: string, code: ProblemCode, message: string): Reading & { readonly ok: false } {
  return { ok: false, problems: [{ field, code, message }] };
}

/** Nothing was given: fine where the question is optional. */
export function empty(question: Question, field: string, message: string): Reading {
  return question.optional ? good(null) : bad(field, "answer-missing", message);
}

/** A JSON object; not an array, not null. */
export function isRecord(json: unknown): json is Readonly<Record<string, unknown>> {
  return typeof json === "object" && json !== null && !Array.isArray(json);
}

/** Whether the object has a key besides those known. Stops at the first, so that an object with a million keys costs no more. */
export function strangeKey(json: Readonly<Record<string, unknown>>, known: readonly string[]): boolean {
  for (const key in json) if (!known.includes(key)) return true;
  return false;
}

/** An own property of a JSON object; never one of the prototype. */
export function own(json: unknown, key: string): unknown {
  return isRecord(json) && Object.hasOwn(json, key) ? json[key] : undefined;
}

/** A text of an answer that was accepted before; empty where there is none. */
export function textOf(answer: unknown): string {
  return typeof answer === "string" ? answer : "";
}

/** A JSON string as it is; undefined for anything else. */
export function jsonText(json: unknown): string | undefined {
  return typeof json === "string" ? json : undefined;
}

import type { JsonSchema, Question } from "./answer-type.ts";

/** JSON Schema 2020-12 of an answer: its own part, with the question's words, and null where it may be left out. */
export function schemaOf(question: Question, own: JsonSchema): JsonSchema {
  const words = { ...(question.label !== undefined && { title: question.label }), description: describe(question, own["description"]) };
  return question.optional ? { ...words, anyOf: [own, { type: "null" }] } : { ...own, ...words };
}

function describe(question: Question, more: unknown): string {
  return [question.ask, question.hint, more].filter((part) => typeof part === "string").join(" — ");
}

/** A record with nothing besides these parts. */
export function recordSchema(properties: Readonly<Record<string, JsonSchema>>, required: readonly string[]): JsonSchema {
  return { type: "object", properties, required, additionalProperties: false };
}

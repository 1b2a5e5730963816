import { entryOf } from "./errors.ts";
import type { Refusal } from "./errors.ts";

/** One field that is wrong: `pointer` is a JSON Pointer into what was sent. */
export interface FieldProblem {
  readonly pointer: string;
  /** The question that it belongs to, where it belongs to one. */
  readonly question?: string;
  readonly code: string;
  readonly detail: string;
}

/** RFC 9457. Sent as `application/problem+json`. */
export interface ProblemDocument {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly errors?: readonly FieldProblem[];
}

export const PROBLEM_TYPE = "application/problem+json; charset=utf-8";

/** A refusal as the API answers it. `type` is the error's place in the reference, relative to the site. */
export function problemDocument(refused: Refusal, errors: readonly FieldProblem[] = [], language: "en" | "cy" = "en"): ProblemDocument {
  const { title, status, advice } = entryOf(refused, language);
  const document = { type: `/docs/errors#${refused.code}`, title, status, code: refused.code, detail: advice };
  return errors.length === 0 ? document : { ...document, errors };
}

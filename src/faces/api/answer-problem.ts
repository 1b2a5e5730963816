import type { FastifyReply, FastifyRequest } from "fastify";
import type { Problem } from "../../answers/answer-type.ts";
import { isRecord } from "../../answers/reading.ts";
import type { Context } from "../../context.ts";
import { entryOf, headersOf, refusalOf } from "../../platform/http/errors.ts";
import type { Refusal } from "../../platform/http/errors.ts";
import { LANGUAGES } from "../../language/language.ts";
import { chosenLanguage } from "../shared/chosen-language.ts";
import { PROBLEM_TYPE, problemDocument } from "../../platform/http/problem-document.ts";
import type { FieldProblem } from "../../platform/http/problem-document.ts";

/** Sends a refusal as a problem document (RFC 9457), with the fields that are wrong and what else helps. */
export function sendProblem(reply: FastifyReply, refused: Refusal, errors: readonly FieldProblem[] = [], more: object = {}): FastifyReply {
  const language = chosenLanguage(reply.request, LANGUAGES);
  const document = { ...problemDocument(refused, errors, language), ...more };
  if (language !== "en") void reply.header("content-language", language);
  return reply.code(entryOf(refused).status).headers(headersOf(refused)).type(PROBLEM_TYPE).send(JSON.stringify(document));
}

/** Answers anything thrown in the API. */
export function answerProblem(context: Context, thrown: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const refused = refusalOf(thrown);
  const { status } = entryOf(refused);
  const at = { method: request.method, route: request.routeOptions.url ?? "none", status, code: refused.code };
  if (status >= 500) context.log.error("request failed", at, thrown);
  return sendProblem(reply, refused);
}

/**
 * Problems with answers, each with a JSON Pointer (RFC 6901) to what was sent. A part of a question that has no place of its own in the JSON
 * (the day of a date) points to the whole answer.
 */
export function fieldProblems(problems: readonly Problem[], answers: unknown): readonly FieldProblem[] {
  return problems.map(({ field, code, message }) => {
    const [question = "", ...parts] = field.split(".");
    return { pointer: pointerTo(["answers", question, ...parts], { answers }), question, code, detail: message };
  });
}

function pointerTo(parts: readonly string[], document: unknown): string {
  let pointer = "";
  let at = document;
  for (const part of parts) {
    if (!isRecord(at) && !Array.isArray(at) && pointer.split("/").length > 2) break;
    pointer += `/${part.replaceAll("~", "~0").replaceAll("/", "~1")}`;
    at = memberOf(at, part);
  }
  return pointer;
}

function memberOf(value: unknown, part: string): unknown {
  if (Array.isArray(value)) return /^\d{1,6}$/.test(part) ? value[Number(part)] : undefined;
  return isRecord(value) && Object.hasOwn(value, part) ? value[part] : undefined;
}

import type { FastifyReply, FastifyRequest } from "fastify";
import type { Answers } from "../../answers/answer-type.ts";
import { detailOf, labelIn } from "../../answers/register-input.ts";
import { words } from "../../answers/messages.ts";
import type { Context } from "../../context.ts";
import type { Service } from "../../definition/service.ts";
import { refusal } from "../../platform/http/errors.ts";
import { field } from "./form-body.ts";
import { formOf } from "./multipart.ts";
import { factsBefore, registerQuestion, searchRows } from "./register-search.ts";

/** Rows that are suggested while somebody types. */
const MOST_SUGGESTED = 8;
const LONGEST_SEARCH = 200;

/** Whose journey it is, and what it has come to. The answers are read only where what is offered depends on them. */
export interface Searching {
  readonly service: Service;
  readonly council: string;
  readonly draft: string;
  readonly today: string;
  answers(): Promise<Answers>;
}

/**
 * Answers a script that suggests rows while somebody types: what is typed is posted, so that it stands in no address and no log. A search costs no
 * statement, unless rows are offered by earlier answers.
 */
export async function findRows(context: Context, searching: Searching, request: FastifyRequest, reply: FastifyReply) {
  const { service, council, draft, today } = searching;
  context.rateLimits.spend("register-search", council, draft);
  const body = await formOf(request);
  const question = registerQuestion(service, field(body, "question"));
  if (question === undefined) throw refusal("page-not-found");
  const isOpen = (question.offers?.answers.length ?? 0) > 0;
  const facts = isOpen ? factsBefore(service, await searching.answers(), today) : { today };
  const typed = field(body, "search").slice(0, LONGEST_SEARCH);
  const { rows, total } = searchRows(question, facts, { words: typed, limit: MOST_SUGGESTED });
  const say = words(question);
  const answer = {
    rows: rows.map((row) => ({ key: row.key, label: labelIn(question, row), detail: detailOf(question, row) })),
    says:
      total === 0 ? say.foundNothing(typed) : total > rows.length ? say.firstResults(rows.length, total, typed) : say.results(total, typed),
  };
  return reply.type("application/json; charset=utf-8").send(JSON.stringify(answer));
}

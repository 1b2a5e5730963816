import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Question } from "../../answers/answer-type.ts";
import type { Context } from "../../context.ts";
import { refusal } from "../../platform/http/errors.ts";
import { addressKey } from "../../platform/http/rate-limits.ts";
import { MOST_ROWS } from "../../registers/read-register.ts";
import type { Found } from "../../registers/register.ts";
import { oneText } from "../shared/query.ts";
import { registerQuestion, searchRows } from "../shared/register-search.ts";
import { visitOf } from "../shared/visit.ts";
import { refuseOthers } from "./only.ts";

/** Rows that one call gives at most, and characters that it may search for. */
export const MOST_LISTED = 100;
export const LONGEST_SEARCH = 200;
const USUAL = 20;

interface Asked {
  readonly words: string;
  readonly from: number;
  readonly limit: number;
}

type Place = FastifyRequest<{ Params: { service: string; question: string } }>;

function asked(query: unknown): Asked {
  const words = oneText(query, "search");
  if (words.length > LONGEST_SEARCH) throw refusal("not-understood", { detail: `search has at most ${LONGEST_SEARCH} characters.` });
  return { words, from: whole(query, "from", 0, 0, MOST_ROWS), limit: whole(query, "limit", USUAL, 1, MOST_LISTED) };
}

function whole(query: unknown, name: string, usual: number, least: number, most: number): number {
  const text = oneText(query, name);
  const number = text === "" ? usual : Number(text);
  if (!/^\d{0,6}$/.test(text) || number < least || number > most) {
    throw refusal("not-understood", { detail: `${name} is a whole number from ${least} to ${most}.` });
  }
  return number;
}

/** Where a rule depends on other answers, the rows are all given: that they go together is looked at when the answers are sent. */
function found(question: Question, today: string, search: Asked): Found {
  const isOpen = (question.offers?.answers.length ?? 0) > 0;
  return isOpen ? (question.register?.search(search) ?? { rows: [], total: 0 }) : searchRows(question, { today }, search);
}

function next(path: string, { words, from, limit }: Asked, total: number): string | null {
  if (from + limit >= total) return null;
  return `${path}?${new URLSearchParams({ ...(words !== "" && { search: words }), from: String(from + limit), limit: String(limit) }).toString()}`;
}

/** The rows that a question is chosen from. They are public, as the web journey shows them, so they need no key and no statement. */
export function rowRoutes(app: FastifyInstance, context: Context): void {
  const url = "/services/:service/questions/:question/rows";
  app.get(url, async (request: Place, reply) => {
    const { council, today } = await visitOf(context, request);
    context.rateLimits.spend("register-search-api", council.id, addressKey(request.ip));
    const { service: id, question: path } = request.params;
    const service = context.councils.service(council.id, id);
    if (service === undefined) throw refusal("service-not-found", { detail: "GET /api/services lists the services." });
    const question = registerQuestion(service, path);
    if (question === undefined) throw refusal("page-not-found", { detail: `GET /api/services/${id} lists the questions that have rows.` });
    const search = asked(request.query);
    const { rows, total } = found(question, today, search);
    void reply.header("cache-control", "public, max-age=60");
    const listed = rows.map(({ key, label, welsh, cells }) => ({ key, label, ...(welsh !== null && { welsh }), ...cells }));
    return { rows: listed, total, next: next(`/api/services/${id}/questions/${path}/rows`, search, total) };
  });
  refuseOthers(app, url, "GET");
}

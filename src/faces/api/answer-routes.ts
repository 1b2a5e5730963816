import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

import type { Answers } from "../../answers/answer-type.ts";
import { answerType } from "../../answers/answer-types.ts";
import { isRecord } from "../../answers/reading.ts";
import type { CallStore } from "../../cases/call-store.ts";
import type { Case } from "../../cases/case.ts";
import { canonical } from "../../cases/event.ts";
import { readReference } from "../../cases/reference.ts";
import { answersIn } from "../../cases/requests/own-words.ts";
import type { Request } from "../../cases/requests/request-event.ts";
import { requestIn } from "../../cases/requests/request.ts";
import { filesIn } from "../../cases/shadow.ts";
import type { Context } from "../../context.ts";
import { isGoodFor } from "../../people/api-keys.ts";
import { refusal } from "../../platform/http/errors.ts";
import type { FieldProblem } from "../../platform/http/problem-document.ts";
import { derivedUuid } from "../../platform/ids.ts";
import type { FormPlan } from "../shared/request-plan.ts";
import { formPlanOf, readEach } from "../shared/request-plan.ts";
import { fieldProblems, sendProblem } from "./answer-problem.ts";
import type { Caller, Callers } from "./caller.ts";
import { idempotencyKey } from "./idempotency-key.ts";
import { refuseOthers } from "./only.ts";
import { API_CHANNELS, fileIdsIn } from "./submit-body.ts";

type AnswerRequest = FastifyRequest<{ Params: { reference: string; request: string } }>;

/** What is sent: the answers, whether the person agrees that other services see them, and for which channel. */
interface AnswerBody {
  readonly answers: Readonly<Record<string, unknown>>;
  readonly shared: boolean;
  readonly channel: (typeof API_CHANNELS)[number];
}

const KEYS: ReadonlySet<string> = new Set(["answers", "shared", "channel"]);

function readBody(json: unknown): AnswerBody | readonly FieldProblem[] {
  if (!isRecord(json)) return [{ pointer: "", code: "answer-wrong-kind", detail: "Send an object with answers" }];
  const { answers, shared = false, channel = "api" } = json;
  const errors: FieldProblem[] = Object.keys(json)
    .filter((name) => !KEYS.has(name))
    .slice(0, 20)
    .map((name) => ({
      pointer: `/${name.slice(0, 100).replaceAll("~", "~0").replaceAll("/", "~1")}`,
      code: "field-unknown",
      detail: "Send only answers, shared and channel",
    }));
  const known = API_CHANNELS.find((name) => name === channel);
  if (known === undefined)
    errors.push({ pointer: "/channel", code: "option-unknown", detail: `Channel must be one of ${API_CHANNELS.join(", ")}` });
  if (typeof shared !== "boolean") errors.push({ pointer: "/shared", code: "answer-wrong-kind", detail: "Send true or false" });
  if (!isRecord(answers))
    errors.push({ pointer: "/answers", code: "answer-missing", detail: "Send the answers as an object, by question" });
  if (errors.length > 0 || !isRecord(answers) || typeof shared !== "boolean" || known === undefined) return errors;
  return { answers, shared, channel: known };
}

/** What a call is about. */
interface Asked {
  readonly caller: Caller;
  readonly item: Case;
  readonly number: number;
  readonly request: Request;
  readonly plan: FormPlan;
}

/** The case and what was asked. Throws the same for a reference that is mistyped, unknown, or another council's. */
async function askedFor(context: Context, caller: Caller, params: AnswerRequest["params"]): Promise<Asked> {
  const council = caller.visit.council.id;
  const reference = readReference(params.reference);
  const item = reference === undefined ? undefined : await context.cases.byReference(council, reference);
  const service = item && (await context.councils.version(council, item.service, item.version));
  if (item === undefined || service === undefined || !isGoodFor(caller.key, item.service))
    throw refusal("case-not-found", { detail: "Check the reference." });
  const number = /^[1-9]\d?$/.test(params.request) ? Number(params.request) : 0;
  const request = requestIn(item.requests, number);
  if (request === undefined) throw refusal("page-not-found", { detail: "GET the case: its requests are numbered from 1." });
  return { caller, item, number, request, plan: formPlanOf(service, request, number, [], caller.visit.language) };
}

function read({ plan, caller }: Asked, body: AnswerBody, files: Awaited<ReturnType<CallStore["files"]>>) {
  const unknown = Object.keys(body.answers).filter((name) => !plan.questions.some(({ id }) => id === name));
  const context = { today: caller.visit.today, files };
  const reading = readEach(
    plan,
    (question) =>
      answerType(question).accept(question, Object.hasOwn(body.answers, question.id) ? body.answers[question.id] : undefined, "", context),
    caller.visit.words.answerOrFile,
  );
  const strangers = unknown.slice(0, 20).map((field) => ({ field, code: "field-unknown", message: "This is not asked" }));
  if (reading.ok && strangers.length === 0) return reading;
  return { ok: false as const, problems: [...strangers, ...(reading.ok ? [] : reading.problems)] };
}

/** Takes the answers to what was asked, once for each idempotency key. */
export function answerRoutes(app: FastifyInstance, context: Context, callers: Callers, calls: CallStore): void {
  const path = "/cases/:reference/requests/:request/answers";
  app.post(path, { onRequest: callers.require("cases.submit") }, async (request: AnswerRequest, reply) => {
    const caller = callers.of(request);
    const key = derivedUuid("api-answer", caller.visit.council.id, caller.key.id, idempotencyKey(request));
    const asked = await askedFor(context, caller, request.params);
    const body = readBody(request.body);
    if (!("answers" in body)) return sendProblem(reply, refusal("not-answered"), body);
    const wanted = { owner: caller.key.id, submission: key, files: fileIdsIn(body.answers) };
    const reading = read(asked, body, await calls.files(caller.visit.council.id, wanted));
    if (!reading.ok) return sendProblem(reply, refusal("not-answered"), fieldProblems(reading.problems, body.answers));
    return send(context, asked, { key, body, answers: reading.answers }, reply);
  });
  refuseOthers(app, path, "POST");
}

interface Read {
  readonly key: string;
  readonly body: AnswerBody;
  readonly answers: Answers;
}

async function send(context: Context, { item, number, request }: Asked, { key, body, answers }: Read, reply: FastifyReply) {
  const asking = { council: item.council, caseId: item.id, channel: body.channel, officer: null, roles: [], key } as const;
  const files = filesIn(answers).map(({ id }) => id);
  const command = { kind: "answer", request: number, asked: request.asked, answers, files, shared: body.shared } as const;
  const applied = await context.cases.apply(asking, command);
  if (applied.ok && !applied.already) {
    context.jobs.wake(item.council);
    return reply.code(201).send(receiptOf(item, number));
  }
  const events = await context.cases.events(item.council, item.id);
  const before = events.find((event) => event.key === key);
  if (before === undefined) throw refusal("request-over");
  if (canonical(answersIn(events, before.number)) !== canonical(answers)) throw refusal("one-time-key-reused");
  return reply.code(200).send(receiptOf(item, number));
}

function receiptOf({ reference }: Case, request: number) {
  return { reference, request, state: "answered", url: `/api/cases/${reference}` };
}

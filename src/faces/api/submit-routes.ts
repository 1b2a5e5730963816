import { workCalendar } from "../../cases/clock/work-calendar.ts";
import { createHash } from "node:crypto";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Call, CallStore, KnownCall } from "../../cases/call-store.ts";
import { canonical } from "../../cases/event.ts";
import type { Prepared } from "../../cases/prepare.ts";
import { prepareWalk } from "../../cases/prepare.ts";
import type { Context } from "../../context.ts";
import { inLanguage } from "../../definition/in-language.ts";
import type { PublishedService } from "../../definition/service.ts";
import type { Acceptance } from "../../journey/accept.ts";
import { acceptAnswers } from "../../journey/accept.ts";
import { isGoodFor } from "../../people/api-keys.ts";
import { refusal } from "../../platform/http/errors.ts";
import { derivedUuid } from "../../platform/ids.ts";
import { fieldProblems, sendProblem } from "./answer-problem.ts";
import type { Caller, Callers } from "./caller.ts";
import { receipt } from "./case-view.ts";
import { idempotencyKey } from "./idempotency-key.ts";
import { refuseOthers } from "./only.ts";
import type { SubmitBody } from "./submit-body.ts";
import { fileIdsIn, readSubmitBody } from "./submit-body.ts";

type SubmitRequest = FastifyRequest<{ Params: { service: string } }>;

/** One call to make a case. */
interface Asked {
  readonly caller: Caller;
  readonly service: PublishedService;
  readonly body: SubmitBody;
  readonly call: Call;
}

const FILE_TAKEN = { pointer: "/answers", code: "file-unknown", detail: "Another call has used one of the files. Upload it again" };

/** What is asked, under a one-time key that follows from who asks and their idempotency key. */
function callOf({ visit, key }: Caller, service: PublishedService, body: SubmitBody, idempotency: string): Call {
  const hash = createHash("sha256").update(canonical([service.id, body.channel, body.answers]));
  const submission = derivedUuid("api-call", visit.council.id, key.id, idempotency);
  return { submission, bodyHash: hash.digest(), owner: key.id, files: fileIdsIn(body.answers) };
}

class Submitting {
  readonly #context: Context;
  readonly #calls: CallStore;

  constructor(context: Context, calls: CallStore) {
    this.#context = context;
    this.#calls = calls;
  }

  /** One statement where nothing is wrong and no file is named: the case, with what was asked. */
  async answer(asked: Asked, reply: FastifyReply): Promise<FastifyReply> {
    const { caller, service, body, call } = asked;
    const { visit } = caller;
    const files = await this.#calls.files(visit.council.id, call);
    const context = { today: visit.today, files };
    const acceptance = acceptAnswers(service, body.answers, context);
    if (!acceptance.ok) return this.#refuse(asked, acceptance, reply);
    const prepared = prepareWalk(service, acceptance.walk, visit.now, workCalendar(visit.council));
    return call.files.length === 0 ? this.#submit(asked, prepared, reply) : this.#record(asked, prepared, reply);
  }

  /** The service takes no more: a repetition still finds the case that it made before. */
  async known(asked: Asked, reply: FastifyReply): Promise<FastifyReply> {
    const known = await this.#calls.find(asked.caller.visit.council.id, asked.call);
    if (known?.same !== true || known.reference === null) throw refusal("service-withdrawn");
    return this.#again(asked, known.reference, reply);
  }

  /**
   * Looks at what was asked under this key, or notes it before the case is made: a call's files become its own first, so that no two cases
   * share one.
   */
  async #record(asked: Asked, prepared: Prepared, reply: FastifyReply): Promise<FastifyReply> {
    const known = await this.#calls.record(asked.caller.visit.council.id, asked.call);
    if (!known.same) throw refusal("one-time-key-reused");
    if (known.reference !== null) return this.#again(asked, known.reference, reply);
    if (!known.hasFiles) return sendProblem(reply, refusal("not-answered"), [FILE_TAKEN]);
    return this.#submit(asked, prepared, reply);
  }

  /** What was asked without files is kept with its case; with files it is on record already. */
  async #submit(asked: Asked, prepared: Prepared, reply: FastifyReply): Promise<FastifyReply> {
    const { caller, service, body, call } = asked;
    const council = caller.visit.council.id;
    const { submission, files, bodyHash } = call;
    const given = { council, submission, service, prepared, channel: body.channel, officer: null, hasFiles: files.length > 0 };
    const accepted = await this.#context.submit(files.length > 0 ? given : { ...given, callHash: bodyHash });
    if (accepted.already) return this.#compare(asked, accepted.reference, reply);
    this.#context.jobs.wake(council);
    const { stage, due, feePence } = prepared.data;
    const made = receipt(service, { reference: accepted.reference, stage, openedAt: caller.visit.now, dueAt: new Date(due), feePence });
    return reply.code(201).header("location", made.url).send(made);
  }

  /** A case is there under this key: it is this call's own, or the key was used for other words. */
  async #compare(asked: Asked, reference: string, reply: FastifyReply): Promise<FastifyReply> {
    const known = await this.#calls.find(asked.caller.visit.council.id, asked.call);
    if (known?.same !== true) throw refusal("one-time-key-reused");
    return this.#again(asked, reference, reply);
  }

  /** The case that this one-time key has already, as it stands now. */
  async #again({ caller }: Asked, reference: string, reply: FastifyReply): Promise<FastifyReply> {
    const council = caller.visit.council.id;
    const item = await this.#context.cases.byReference(council, reference);
    const service = item && (await this.#context.councils.version(council, item.service, item.version));
    if (item === undefined || service === undefined) throw refusal("case-not-found", { detail: "Check the reference." });
    return reply.code(200).header("location", `/api/cases/${reference}`).send(receipt(service, item));
  }

  /** What held when the case was made may not hold now (a date has passed): a repetition still finds its case. */
  async #refuse(asked: Asked, acceptance: Extract<Acceptance, { ok: false }>, reply: FastifyReply): Promise<FastifyReply> {
    const known: KnownCall | undefined = await this.#calls.find(asked.caller.visit.council.id, asked.call);
    if (known !== undefined && !known.same) throw refusal("one-time-key-reused");
    if (known !== undefined && known.reference !== null) return this.#again(asked, known.reference, reply);
    const { outcome, problems } = acceptance;
    if (outcome !== undefined) return sendProblem(reply, refusal("no-case"), [], { outcome });
    return sendProblem(reply, refusal("not-answered"), fieldProblems(problems, asked.body.answers));
  }
}

/** Makes a case of a whole journey's answers, once for each idempotency key. */
export function submitRoutes(app: FastifyInstance, context: Context, callers: Callers, calls: CallStore): void {
  const submitting = new Submitting(context, calls);
  app.post("/services/:service/cases", { onRequest: callers.require("cases.submit") }, async (request: SubmitRequest, reply) => {
    const caller = callers.of(request);
    const council = caller.visit.council.id;
    const live = context.councils.service(council, request.params.service);
    const service = live ?? context.councils.withdrawn(council, request.params.service);
    if (service === undefined) throw refusal("service-not-found", { detail: "GET /api/services lists the services." });
    if (!isGoodFor(caller.key, service.id)) throw refusal("key-not-permitted");
    const idempotency = idempotencyKey(request);
    const reading = readSubmitBody(request.body);
    if (!reading.ok) return sendProblem(reply, refusal("not-answered"), reading.errors);
    const { body } = reading;
    // The language of the call is the person's: they are told of the case in it.
    const asked = { caller, service: inLanguage(service, caller.visit.language), body, call: callOf(caller, service, body, idempotency) };
    return live === undefined ? submitting.known(asked, reply) : submitting.answer(asked, reply);
  });
  refuseOthers(app, "/services/:service/cases", "POST");
}

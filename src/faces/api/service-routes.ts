import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { answerType } from "../../answers/answer-types.ts";
import type { Context } from "../../context.ts";
import { inLanguage } from "../../definition/in-language.ts";
import type { Language } from "../../language/language.ts";
import type { PublishedService, Section } from "../../definition/service.ts";
import { screensOf } from "../../definition/steps-of.ts";
import { refusal } from "../../platform/http/errors.ts";
import { registerQuestions } from "../shared/register-search.ts";
import { visitOf } from "../shared/visit.ts";
import { refuseOthers } from "./only.ts";

/** A service as the list of services gives it. */
export function serviceLine({ id, version, title, summary, group }: PublishedService) {
  return { id, version, title, summary, group, url: `/api/services/${id}`, page: `/services/${id}` };
}

/**
 * A service with all that a system needs to ask its questions: their words, types and JSON Schemas, in the order asked, and what the
 * council states between them.
 */
export function serviceInFull(service: PublishedService) {
  const { start, declaration, fee, codes, outcomes, basis } = service;
  const all = [...service.questions.values()];
  const stages = [...service.case.stages.values()];
  return {
    ...serviceLine(service),
    codes,
    basis,
    start,
    ...(declaration === undefined ? {} : { declaration }),
    declarations: service.declarations,
    hasFee: fee !== undefined,
    questions: all.flatMap((question) => {
      const { id, ask, hint, label, type, optional, personal, stated } = question;
      const schema = answerType(question).schema(question);
      return stated ? [] : [{ id, ask, hint, label, type, optional, personal, filledFrom: filledFrom(service, id), schema }];
    }),
    rows: Object.fromEntries(registerQuestions(service).map(([path]) => [path, `/api/services/${service.id}/questions/${path}/rows`])),
    facts: all.flatMap((question) => {
      const { id, ask, type, personal, stated } = question;
      return stated ? [{ id, label: ask, type, ...stated, personal, schema: answerType(question).schema(question) }] : [];
    }),
    sections: service.flow.flatMap((step) => (step.kind === "section" ? [sectionInFull(step.section)] : [])),
    outcomes: [...outcomes.values()].map((outcome) => ({
      ...outcome,
      figures: outcome.figures.map(({ id, label, unit, value }) => ({ id, label, unit, type: value.type.kind })),
    })),
    stages: stages.map(({ id, title, says, next, closed }) => ({ id, title, says, next, closed })),
    cases: `/api/services/${service.id}/cases`,
  };
}

/** The earlier answer or fact, or the part of one, that the question is filled in from at first. */
function filledFrom(service: PublishedService, id: string): string | undefined {
  const source = service.filledFrom.get(id);
  return source?.part === undefined ? source?.from : `${source.from}.${source.part}`;
}

function sectionInFull({ id, title, needs, steps }: Section) {
  const questions = [...screensOf(steps).values()].flatMap((screen) => screen.questions.map((question) => question.id));
  return { id, title, needs, questions };
}

/** A cache keeps each language by itself. */
function cached(reply: FastifyReply, language: Language): void {
  void reply.headers({ "cache-control": "public, max-age=60", vary: "accept-language", "content-language": language });
}

/** The services and their questions. They are public, so they need no key and no statement. */
export function serviceRoutes(app: FastifyInstance, context: Context): void {
  app.get("/services", async (request, reply) => {
    const { council, language } = await visitOf(context, request);
    cached(reply, language);
    return { services: context.councils.services(council.id).map((service) => serviceLine(inLanguage(service, language))) };
  });
  refuseOthers(app, "/services", "GET");
  app.get("/services/:service", async (request: FastifyRequest<{ Params: { service: string } }>, reply) => {
    const { council, language } = await visitOf(context, request);
    const service = context.councils.service(council.id, request.params.service);
    if (context.councils.withdrawn(council.id, request.params.service) !== undefined) throw refusal("service-withdrawn");
    if (service === undefined) throw refusal("service-not-found", { detail: "GET /api/services lists the services." });
    const told = inLanguage(service, language);
    cached(reply, told.language ?? "en");
    return serviceInFull(told);
  });
  refuseOthers(app, "/services/:service", "GET");
}

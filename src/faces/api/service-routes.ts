import type { FastifyInstance, FastifyRequest } from "fastify";
import { answerType } from "../../answers/answer-types.ts";
import type { Context } from "../../context.ts";
import type { PublishedService } from "../../definition/service.ts";
import { refusal } from "../../platform/http/errors.ts";
import { registerQuestions } from "../shared/register-search.ts";
import { visitOf } from "../shared/visit.ts";
import { refuseOthers } from "./only.ts";

/** A service as the list of services gives it. */
export function serviceLine({ id, version, title, summary, group }: PublishedService) {
  return { id, version, title, summary, group, url: `/api/services/${id}`, page: `/services/${id}` };
}

/** A service with all that a system needs to ask its questions: their words, types and JSON Schemas, in the order asked. */
export function serviceInFull(service: PublishedService) {
  const { start, declaration, fee, codes, outcomes, basis } = service;
  const stages = [...service.case.stages.values()];
  return {
    ...serviceLine(service),
    codes,
    basis,
    start,
    ...(declaration === undefined ? {} : { declaration }),
    hasFee: fee !== undefined,
    questions: [...service.questions.values()].map((question) => {
      const { id, ask, hint, label, type, optional, personal } = question;
      return { id, ask, hint, label, type, optional, personal, schema: answerType(question).schema(question) };
    }),
    rows: Object.fromEntries(registerQuestions(service).map(([path]) => [path, `/api/services/${service.id}/questions/${path}/rows`])),
    outcomes: [...outcomes.values()],
    stages: stages.map(({ id, title, says, next, closed }) => ({ id, title, says, next, closed })),
    cases: `/api/services/${service.id}/cases`,
  };
}

/** The services and their questions. They are public, so they need no key and no statement. */
export function serviceRoutes(app: FastifyInstance, context: Context): void {
  app.get("/services", async (request, reply) => {
    const { council } = await visitOf(context, request);
    void reply.header("cache-control", "public, max-age=60");
    return { services: context.councils.services(council.id).map(serviceLine) };
  });
  refuseOthers(app, "/services", "GET");
  app.get("/services/:service", async (request: FastifyRequest<{ Params: { service: string } }>, reply) => {
    const { council } = await visitOf(context, request);
    const service = context.councils.service(council.id, request.params.service);
    if (service === undefined) throw refusal("service-not-found", { detail: "GET /api/services lists the services." });
    void reply.header("cache-control", "public, max-age=60");
    return serviceInFull(service);
  });
  refuseOthers(app, "/services/:service", "GET");
}

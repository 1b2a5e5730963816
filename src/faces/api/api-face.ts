import type { FastifyInstance } from "fastify";
import { callStore } from "../../cases/call-store.ts";
import type { Context } from "../../context.ts";
import { refusal } from "../../platform/http/errors.ts";
import { takeFiles } from "../shared/multipart.ts";
import { answerProblem } from "./answer-problem.ts";
import { answerRoutes } from "./answer-routes.ts";
import { callers } from "./caller.ts";
import { caseRoutes } from "./case-routes.ts";
import { fileRoutes } from "./file-routes.ts";
import { openApiRoutes } from "./openapi-routes.ts";
import { readJsonBodies } from "./read-json.ts";
import { rowRoutes } from "./row-routes.ts";
import { serviceRoutes } from "./service-routes.ts";
import { submitRoutes } from "./submit-routes.ts";

/** The API for other systems, everything under `/api`: the same services, answers and cases as on the web. Errors are RFC 9457 documents. */
export async function apiFace(app: FastifyInstance, context: Context): Promise<void> {
  readJsonBodies(app);
  await takeFiles(app);
  app.setErrorHandler((thrown, request, reply) => answerProblem(context, thrown, request, reply));
  app.setNotFoundHandler((request, reply) => {
    const detail = "There is nothing at this address. /api/openapi.json describes what there is.";
    return answerProblem(context, refusal("page-not-found", { detail }), request, reply);
  });
  if (context.config.dev) app.addHook("onRequest", () => context.councils.refresh());
  const known = callers(context);
  serviceRoutes(app, context);
  rowRoutes(app, context);
  const calls = callStore(context);
  submitRoutes(app, context, known, calls);
  answerRoutes(app, context, known, calls);
  caseRoutes(app, context, known);
  fileRoutes(app, context, known);
  openApiRoutes(app, context);
}

import type { FastifyInstance } from "fastify";

import type { Context } from "../../context.ts";
import { servePages } from "../shared/pages.ts";
import { apiKeyRoutes } from "./api-keys/api-key-routes.ts";
import { bulkRoutes } from "./bulk/bulk-routes.ts";
import { actionRoutes } from "./actions/action-routes.ts";
import { caseRoutes } from "./case/case-routes.ts";
import { correctRoutes } from "./correct/correct-routes.ts";
import { definitionRoutes } from "./definitions/definition-routes.ts";
import { answerDeskError } from "./desk-errors.ts";
import { jobRoutes } from "./jobs/job-routes.ts";
import { journeyRoutes } from "./journey/journey-routes.ts";
import { letterRoutes } from "./letters/letter-routes.ts";
import { leaveRoutes } from "./leave/leave-routes.ts";
import { looksRoutes } from "./looks/looks-routes.ts";
import { listRoutes } from "./lists/list-routes.ts";
import { officerRoutes } from "./officers/officer-routes.ts";
import { peopleRoutes } from "./people/people-routes.ts";
import { partnerRoutes } from "./partner/partner-routes.ts";
import { recordsRoutes } from "./records/records-routes.ts";
import { requestRoutes } from "./requests/request-routes.ts";
import { signInRoutes } from "./sign-in/sign-in-routes.ts";
import { togetherRoutes } from "./together/together-routes.ts";
import { boardRoutes } from "./worklist/board-page.ts";
import { exportRoutes } from "./worklist/export-routes.ts";
import { worklistRoutes } from "./worklist/worklist-routes.ts";

/** The officers' side: worklist, cases, journeys by phone and at the desk, letters, failed jobs. Complete without scripts. */
export async function deskFace(app: FastifyInstance, context: Context): Promise<void> {
  app.setErrorHandler((thrown, request, reply) => answerDeskError(context, thrown, request, reply));
  await servePages(app, context);
  signInRoutes(app, context);
  worklistRoutes(app, context);
  exportRoutes(app, context);
  boardRoutes(app, context);
  bulkRoutes(app, context);
  listRoutes(app, context);
  caseRoutes(app, context);
  actionRoutes(app, context);
  requestRoutes(app, context);
  peopleRoutes(app, context);
  togetherRoutes(app, context);
  correctRoutes(app, context);
  journeyRoutes(app, context);
  letterRoutes(app, context);
  jobRoutes(app, context);
  officerRoutes(app, context);
  definitionRoutes(app, context);
  recordsRoutes(app, context);
  looksRoutes(app, context);
  leaveRoutes(app, context);
  partnerRoutes(app, context);
  apiKeyRoutes(app, context);
}

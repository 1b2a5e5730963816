import type { FastifyInstance, FastifyRequest } from "fastify";

import type { Context } from "../../../context.ts";
import { visitOf } from "../../shared/visit.ts";
import { accessibilityPage, contactPage, errorsPage, privacyPage } from "./standing-pages.ts";
import { frontPage, servicesPage } from "./services-pages.ts";

const LONGEST_SEARCH = 100;

/** The front page, the list of services with its search, and the pages that every council must have. */
export function siteRoutes(app: FastifyInstance, context: Context): void {
  app.get("/", async (request) => {
    const visit = await visitOf(context, request);
    return frontPage(visit, context.councils.services(visit.council.id));
  });
  app.get("/services", async (request: FastifyRequest<{ Querystring: { search?: string | string[] } }>) => {
    const visit = await visitOf(context, request);
    const typed = [request.query.search ?? ""].flat()[0] ?? "";
    return servicesPage(visit, context.councils.services(visit.council.id), typed.trim().slice(0, LONGEST_SEARCH));
  });
  app.get("/accessibility", async (request) => accessibilityPage(await visitOf(context, request)));
  app.get("/privacy", async (request) => {
    const visit = await visitOf(context, request);
    return privacyPage(visit, context.councils.known(visit.council.id));
  });
  app.get("/docs/errors", async (request) => errorsPage(await visitOf(context, request)));
  app.get("/contact", async (request) => contactPage(await visitOf(context, request)));
}

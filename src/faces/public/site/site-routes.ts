import type { FastifyInstance, FastifyRequest } from "fastify";

import type { Context } from "../../../context.ts";
import { inLanguage } from "../../../definition/in-language.ts";
import type { PublishedService } from "../../../definition/service.ts";
import type { Visit } from "../../shared/visit.ts";
import { visitIn, visitOf } from "../../shared/visit.ts";
import { accessibilityPage, contactPage, errorsPage, privacyPage } from "./standing-pages.ts";
import { frontPage, servicesPage } from "./services-pages.ts";

const LONGEST_SEARCH = 100;

function inTheirLanguage(services: readonly PublishedService[], { language }: Visit): readonly PublishedService[] {
  return services.map((service) => inLanguage(service, language));
}

/** The front page, the list of services with its search, and the pages that every council must have. */
export function siteRoutes(app: FastifyInstance, context: Context): void {
  app.get("/", async (request) => {
    const visit = await visitOf(context, request);
    return frontPage(visit, inTheirLanguage(context.councils.services(visit.council.id), visit));
  });
  app.get("/services", async (request: FastifyRequest<{ Querystring: { search?: string | string[] } }>) => {
    const visit = await visitOf(context, request);
    const typed = [request.query.search ?? ""].flat()[0] ?? "";
    return servicesPage(visit, inTheirLanguage(context.councils.services(visit.council.id), visit), typed.trim().slice(0, LONGEST_SEARCH));
  });
  app.get("/accessibility", async (request) => accessibilityPage(await visitOf(context, request)));
  app.get("/privacy", async (request) => {
    const visit = await visitOf(context, request);
    return privacyPage(visit, inTheirLanguage(context.councils.known(visit.council.id), visit));
  });
  app.get("/docs/errors", async (request) => errorsPage(visitIn(context, await visitOf(context, request), "en")));
  app.get("/contact", async (request) => contactPage(await visitOf(context, request)));
}

import type { FastifyInstance, FastifyRequest } from "fastify";

import type { Context } from "../../../context.ts";
import { refusal } from "../../../platform/http/errors.ts";
import { oneText } from "../../shared/query.ts";
import type { Desk } from "../desk.ts";
import { forOfficers } from "../desk.ts";
import { actRoutes } from "./act-routes.ts";
import { listPage } from "./list-page.ts";
import { servicePage } from "./service-page.ts";
import { versionPage } from "./version-page.ts";

interface Place {
  readonly Params: { readonly service: string; readonly version: string };
}

async function showOne(context: Context, desk: Desk, request: FastifyRequest<Place>): Promise<string> {
  const id = request.params.service;
  if (!desk.visit.council.services.includes(id)) throw refusal("service-not-found");
  await context.councils.reread();
  return servicePage(context, desk, id, oneText(request.query, "done"));
}

async function showVersion(context: Context, desk: Desk, request: FastifyRequest<Place>): Promise<string> {
  const { service, version } = request.params;
  const number = /^[1-9]\d{0,8}$/.test(version) ? Number(version) : 0;
  const found = number > 0 ? await context.councils.version(desk.visit.council.id, service, number) : undefined;
  if (found === undefined) throw refusal("page-not-found");
  return versionPage(context, desk, found);
}

/** Definitions and their versions, for those who look after services. */
export function definitionRoutes(app: FastifyInstance, context: Context): void {
  app.get(
    "/definitions",
    forOfficers(context, "services.see", (desk) => listPage(context, desk)),
  );
  app.get(
    "/definitions/:service",
    forOfficers<Place>(context, "services.see", (desk, request) => showOne(context, desk, request)),
  );
  app.get(
    "/definitions/:service/versions/:version",
    forOfficers<Place>(context, "services.see", (desk, request) => showVersion(context, desk, request)),
  );
  actRoutes(app, context);
}

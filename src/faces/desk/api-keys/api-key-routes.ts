import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

import type { Context } from "../../../context.ts";
import { apiKeysOf, createApiKey, revokeApiKey } from "../../../people/api-keys.ts";
import { isUuid } from "../../../platform/ids.ts";
import { field } from "../../shared/form-body.ts";
import { formOf } from "../../shared/multipart.ts";
import { oneText } from "../../shared/query.ts";
import type { Desk } from "../desk.ts";
import { checkDeskKey, forOfficers } from "../desk.ts";
import { keyProblems, NO_KEY, typedKey } from "./api-key-form.ts";
import { keysPage, madePage, newKeyPage } from "./api-key-pages.ts";

const LOST = {
  field: "name",
  code: "key-made",
  message: "This form has made a key already, and it was shown then. If you did not copy it, revoke it and make another",
};

async function make(context: Context, desk: Desk, request: FastifyRequest, reply: FastifyReply) {
  const body = await formOf(request);
  const id = checkDeskKey(desk, "api-key:new", body);
  const { council, now } = desk.visit;
  const typed = typedKey(council, body);
  const problems = keyProblems(typed, body.fields.get("services")?.length ?? 0);
  if (problems.length > 0) return reply.code(422).send(newKeyPage(context, desk, typed, problems));
  const services = typed.services.length === 0 ? null : typed.services;
  const made = await createApiKey(context, { council: council.id, id, name: typed.name, rights: typed.rights, services }, now);
  if (!made.isNew) return reply.code(409).send(newKeyPage(context, desk, typed, [LOST]));
  context.log.info("API key made", { council: council.id, id });
  return reply.header("cache-control", "no-store").send(madePage(context, desk, typed, made.text));
}

async function revoke(context: Context, desk: Desk, request: FastifyRequest, reply: FastifyReply) {
  const body = await formOf(request);
  checkDeskKey(desk, "api-key:revoke", body);
  const id = field(body, "id");
  if (isUuid(id)) await revokeApiKey(context.database, desk.visit.council.id, id, desk.visit.now);
  return reply.redirect("/desk/api-keys?done=revoked", 303);
}

/** The keys by which other systems call the API. */
export function apiKeyRoutes(app: FastifyInstance, context: Context): void {
  const needs = "keys.manage";
  app.get(
    "/api-keys",
    forOfficers(context, needs, async (desk, { query }) =>
      keysPage(context, desk, await apiKeysOf(context.database, desk.visit.council.id), oneText(query, "done")),
    ),
  );
  app.get(
    "/api-keys/new",
    forOfficers(context, needs, async (desk) => newKeyPage(context, desk, NO_KEY, [])),
  );
  app.post(
    "/api-keys/new",
    forOfficers(context, needs, (desk, request, reply) => make(context, desk, request, reply)),
  );
  app.post(
    "/api-keys/revoke",
    forOfficers(context, needs, (desk, request, reply) => revoke(context, desk, request, reply)),
  );
}

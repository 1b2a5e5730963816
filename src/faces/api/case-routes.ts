import type { FastifyInstance } from "fastify";
import { readReference } from "../../cases/reference.ts";
import type { Context } from "../../context.ts";
import type { ApiKey } from "../../people/api-keys.ts";
import { isGoodFor } from "../../people/api-keys.ts";
import { isSensitive } from "../../people/rights.ts";
import { refusal } from "../../platform/http/errors.ts";
import { noteLooked } from "../../records/looks.ts";
import type { Callers } from "./caller.ts";
import { caseView } from "./case-view.ts";
import { refuseOthers } from "./only.ts";

/** The same for a reference that is mistyped, unknown, another council's, or of a service that the key is not for. */
function noSuchCase() {
  return refusal("case-not-found", { detail: "Check the reference." });
}

async function find(context: Context, council: string, key: ApiKey, typed: string) {
  const reference = readReference(typed);
  const item = reference === undefined ? undefined : await context.cases.byReference(council, reference);
  if (item === undefined || !isGoodFor(key, item.service)) throw noSuchCase();
  const service = await context.councils.version(council, item.service, item.version);
  if (service === undefined) throw noSuchCase();
  return { item, service };
}

/** Where a case stands. Three statements: the key, the case, its events. */
export function caseRoutes(app: FastifyInstance, context: Context, callers: Callers): void {
  const options = { onRequest: callers.require("cases.read") };
  app.get<{ Params: { reference: string } }>("/cases/:reference", options, async (request) => {
    const { visit, key } = callers.of(request);
    const council = visit.council.id;
    const { item, service } = await find(context, council, key, request.params.reference);
    if (isSensitive(visit.council, item)) await noteLooked(context, council, { officer: null, apiKey: key.id }, "api", [item], visit.now);
    return caseView(service, item, await context.cases.events(council, item.id), key.rights.includes("cases.answers"));
  });
  refuseOthers(app, "/cases/:reference", "GET");
}

import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

import type { Context } from "../../../context.ts";
import { refusal } from "../../../platform/http/errors.ts";
import type { RequestDoor } from "../../shared/request-way.ts";
import { isAsking, postRequest, showRequest } from "../../shared/request-door.ts";
import { visitOf } from "../../shared/visit.ts";
import { openedCase } from "../case/case-access.ts";
import { answeredPage, publicDoor } from "./public-door.ts";

type ByLink = FastifyRequest<{ Params: { token: string } }>;
type ByCase = FastifyRequest<{ Params: { reference: string; number: string } }>;

/**
 * By an emailed link: the link, its case, its events. Throws for a link that never was, is another council's, or works no longer. Who has
 * answered may come back to see that they have.
 */
async function doorOfLink(context: Context, request: ByLink): Promise<RequestDoor> {
  const visit = await visitOf(context, request);
  const council = visit.council.id;
  const { token } = request.params;
  const link = await context.caseLinks.of(council, "answer", token);
  const item = link && (await context.cases.byId(council, link.case_id));
  const published = item && (await context.councils.version(council, item.service, item.version));
  if (link === undefined || item === undefined || published === undefined) throw refusal("request-link-over");
  const events = await context.cases.events(council, item.id);
  const way = { item, published, events, number: link.number, action: `/asked/${token}`, visitor: token };
  const door = publicDoor(context, visit, way);
  if (door === undefined || door.request.asked !== link.asked) throw refusal("request-link-over");
  if (isAsking(door) && link.expires_at <= visit.now) throw refusal("request-link-over");
  return door;
}

/** On the page of the case, which this browser may see. */
async function doorOfCase(context: Context, request: ByCase): Promise<RequestDoor> {
  const visit = await visitOf(context, request);
  const item = await openedCase(context, visit, request);
  const published = await context.councils.version(item.council, item.service, item.version);
  const { reference, number } = request.params;
  if (published === undefined || !/^[1-9]\d?$/.test(number)) throw refusal("page-not-found");
  const events = await context.cases.events(item.council, item.id);
  const action = `/cases/${reference}/requests/${number}`;
  const door = publicDoor(context, visit, { item, published, events, number: Number(number), action, visitor: reference });
  if (door === undefined) throw refusal("page-not-found");
  return door;
}

function show(door: RequestDoor): string {
  return isAsking(door) ? showRequest(door) : answeredPage(door);
}

/** Answering what one is asked, by an emailed link or on the page of the case. Looking changes nothing: only the form that is posted does. */
export function askedRoutes(app: FastifyInstance, context: Context): void {
  app.get("/asked/:token", async (request: ByLink) => show(await doorOfLink(context, request)));
  app.post("/asked/:token", async (request: ByLink, reply: FastifyReply) =>
    postRequest(context, await doorOfLink(context, request), request, reply),
  );
  app.get("/cases/:reference/requests/:number", async (request: ByCase) => show(await doorOfCase(context, request)));
  app.post("/cases/:reference/requests/:number", async (request: ByCase, reply: FastifyReply) =>
    postRequest(context, await doorOfCase(context, request), request, reply),
  );
}

import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

import type { Context } from "../../../context.ts";
import type { Undelivered } from "../../../messages/undelivered-store.ts";
import { sendUndeliveredAgain, settleUndelivered, undeliveredById, undeliveredOf } from "../../../messages/undelivered-store.ts";
import { mayOnCase, sightOf } from "../../../people/rights.ts";
import { refusal } from "../../../platform/http/errors.ts";
import { isUuid } from "../../../platform/ids.ts";
import { field } from "../../shared/form-body.ts";
import { formOf } from "../../shared/multipart.ts";
import { oneText } from "../../shared/query.ts";
import type { Desk } from "../desk.ts";
import { checkDeskKey, forOfficers } from "../desk.ts";
import { looked } from "../looks/looked.ts";
import { undeliveredOne, undeliveredPage, undeliveredPurpose } from "./undelivered-pages.ts";

interface Place {
  readonly Params: { readonly message: string };
}

async function found(context: Context, desk: Desk, id: string): Promise<Undelivered | undefined> {
  const { council } = desk.visit;
  return isUuid(id) ? undeliveredById(context.database, council.id, sightOf(desk.officer, council), id) : undefined;
}

async function showOne(context: Context, desk: Desk, id: string): Promise<string> {
  const message = await found(context, desk, id);
  // Somebody has dealt with it, or it never was.
  if (message === undefined) throw refusal("page-not-found");
  await looked(context, desk, [{ ...message, id: message.caseId }], "page");
  return undeliveredOne(context, desk, message, []);
}

/** Does what was chosen, once: what somebody dealt with before is not on the list any more. */
async function deal(context: Context, desk: Desk, message: Undelivered, wish: string): Promise<boolean> {
  const { database, ids, config } = context;
  const council = desk.visit.council.id;
  const house = { ids, now: desk.visit.now, mails: config.smtpUrl !== undefined };
  const { id, email, address, name } = message;
  if (wish === "settled") await settleUndelivered(database, council, id);
  else if (wish === "email" && email !== null) await sendUndeliveredAgain(database, house, council, { id, way: "email", recipient: email });
  else if (wish === "letter" && address.length > 0)
    await sendUndeliveredAgain(database, house, council, { id, way: "letter", recipient: [name, ...address].filter(Boolean).join("\n") });
  else return false;
  context.jobs.wake(council);
  return true;
}

async function post(context: Context, desk: Desk, request: FastifyRequest<Place>, reply: FastifyReply) {
  const { message: id } = request.params;
  const body = await formOf(request);
  checkDeskKey(desk, undeliveredPurpose(id), body);
  const message = await found(context, desk, id);
  const item = message && (await context.cases.byId(desk.visit.council.id, message.caseId));
  if (message === undefined || item === undefined) return reply.redirect("/desk/undelivered", 303);
  if (!mayOnCase(desk.officer, "messages.send", desk.visit.council, item)) throw refusal("not-permitted");
  if (await deal(context, desk, message, field(body, "do"))) return reply.redirect("/desk/undelivered?done=1", 303);
  const problem = { field: "do", code: "answer-missing", message: "Select what you want to do" };
  return reply.code(422).send(undeliveredOne(context, desk, message, [problem]));
}

/** Messages that did not arrive, and what to do with each. */
export function undeliveredRoutes(app: FastifyInstance, context: Context): void {
  app.get(
    "/undelivered",
    forOfficers(context, "messages.send", async (desk, request) => {
      const { council } = desk.visit;
      const waiting = await undeliveredOf(context.database, council.id, sightOf(desk.officer, council));
      return undeliveredPage(context, desk, { ...waiting, done: oneText(request.query, "done") !== "" });
    }),
  );
  app.get(
    "/undelivered/:message",
    forOfficers<Place>(context, "messages.send", (desk, request) => showOne(context, desk, request.params.message)),
  );
  app.post(
    "/undelivered/:message",
    forOfficers<Place>(context, "messages.send", (desk, request, reply) => post(context, desk, request, reply)),
  );
}

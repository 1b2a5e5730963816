import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

import type { Problem } from "../../../answers/answer-type.ts";
import type { Command } from "../../../cases/decide.ts";
import type { Context } from "../../../context.ts";
import { refusal } from "../../../platform/http/errors.ts";
import { EMPTY_FORM, field } from "../../shared/form-body.ts";
import { formOf } from "../../shared/multipart.ts";
import { oneText } from "../../shared/query.ts";
import { sendCaseFile } from "../../shared/send-file.ts";
import { seenIn } from "../case/case-forms.ts";
import { isDone } from "../case/send-form.ts";
import type { Desk } from "../desk.ts";
import { forOfficers, readDeskKey } from "../desk.ts";
import type { Handed } from "./handed.ts";
import { actionsHanded, allHanded, findHanded, notHanded, openedHanded } from "./handed.ts";
import { filesShown, handedCasePage, handedPage, handedPurpose } from "./partner-pages.ts";

interface Place {
  readonly Params: { readonly reference: string; readonly file: string };
}

const NO_ACTION: Problem = { field: "action", code: "answer-missing", message: "Select what you have done" };

async function act(context: Context, desk: Desk, request: FastifyRequest<Place>, reply: FastifyReply) {
  const body = await formOf(request);
  const { item, handed } = await findHanded(context, desk, request.params.reference);
  const key = item === undefined ? undefined : readDeskKey(desk, handedPurpose(item.id), body);
  const action = field(body, "action");
  const command = { kind: "act", action, reason: field(body, "reason"), seen: seenIn(body), from: field(body, "from") } as const;
  if (item === undefined || handed === undefined) {
    // The first press may have moved the case on, so that it is no longer theirs: the second has done nothing wrong.
    if (item !== undefined && key !== undefined && (await isDone(context, item, command, key)))
      return reply.redirect("/desk/partner?done=1", 303);
    throw notHanded();
  }
  if (key === undefined) throw refusal("form-not-ours");
  const problem = await tryAction(context, desk, handed, command, key);
  if (problem === undefined) return reply.redirect("/desk/partner?done=1", 303);
  return reply.code(422).send(handedCasePage(context, desk, { handed, body, problems: [problem] }));
}

type Act = Extract<Command, { kind: "act" }>;

async function tryAction(context: Context, desk: Desk, handed: Handed, command: Act, key: string): Promise<Problem | undefined> {
  if (!actionsHanded(desk, handed).some(({ id }) => id === command.action)) return NO_ACTION;
  const { officer, visit } = desk;
  const asking = {
    council: visit.council.id,
    caseId: handed.item.id,
    channel: "desk",
    officer: officer.id,
    roles: officer.roles,
    key,
  } as const;
  const applied = await context.cases.apply(asking, command);
  if (applied.ok) context.jobs.wake(visit.council.id);
  if (applied.ok || (await isDone(context, handed.item, command, key))) return undefined;
  const { refusal: refused } = applied;
  return { field: refused.code === "field" ? refused.field : "action", code: "case-changed", message: refused.message };
}

async function sendFile(context: Context, desk: Desk, request: FastifyRequest<Place>, reply: FastifyReply) {
  const handed = await openedHanded(context, desk, request.params.reference);
  if (!filesShown(handed).some(({ id }) => id === request.params.file)) throw refusal("file-not-found");
  return sendCaseFile(context, handed.item, request.params.file, reply);
}

/** For officers of other organisations: the cases handed to them, and nothing else of the desk. */
export function partnerRoutes(app: FastifyInstance, context: Context): void {
  const needs = "cases.partner";
  app.get(
    "/partner",
    forOfficers(context, needs, async (desk, { query }) =>
      handedPage(context, desk, await allHanded(context, desk), oneText(query, "done") !== ""),
    ),
  );
  app.get(
    "/partner/:reference",
    forOfficers<Place>(context, needs, async (desk, { params }) => {
      const handed = await openedHanded(context, desk, params.reference);
      return handedCasePage(context, desk, { handed, body: EMPTY_FORM, problems: [] });
    }),
  );
  app.post(
    "/partner/:reference",
    forOfficers<Place>(context, needs, (desk, request, reply) => act(context, desk, request, reply)),
  );
  app.get(
    "/partner/:reference/files/:file",
    forOfficers<Place>(context, needs, (desk, request, reply) => sendFile(context, desk, request, reply)),
  );
}

import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

import type { Problem } from "../../../answers/answer-type.ts";
import type { Case } from "../../../cases/case.ts";
import type { Context } from "../../../context.ts";
import { endReplyRound } from "../../../messages/inbound/reply-address.ts";
import { mayOnCase } from "../../../people/rights.ts";
import { refusal } from "../../../platform/http/errors.ts";
import type { FormBody } from "../../shared/form-body.ts";
import { EMPTY_FORM, field } from "../../shared/form-body.ts";
import { formOf } from "../../shared/multipart.ts";
import { oneText } from "../../shared/query.ts";
import { takeFiles } from "../../shared/take-files.ts";
import { visitIn } from "../../shared/visit.ts";
import { dayFrom } from "../case/case-forms.ts";
import { openedCase } from "../case/case-sheet.ts";
import type { Desk } from "../desk.ts";
import { checkDeskKey, forOfficers } from "../desk.ts";
import { BROUGHT_BY, saidPage, saidPurpose } from "./said-page.ts";

interface Place {
  readonly Params: { readonly reference: string };
}
type Asked = FastifyRequest<Place>;

async function worked(context: Context, desk: Desk, request: Asked): Promise<Case> {
  const item = await openedCase(context, desk, request.params.reference);
  if (!mayOnCase(desk.officer, "cases.work", desk.visit.council, item) || item.erasedAt !== null) throw refusal("not-permitted");
  return item;
}

async function show(
  context: Context,
  desk: Desk,
  item: Case,
  body: FormBody,
  problems: readonly Problem[],
  ended = false,
): Promise<string> {
  const service = await context.councils.version(item.council, item.service, item.version);
  if (service === undefined) throw refusal("service-broken");
  return saidPage(context, desk, { sheet: { item, service }, fields: body.fields, problems, ended });
}

/** Adds it once; gives what is wrong with it. */
async function add(context: Context, desk: Desk, item: Case, key: string, body: FormBody): Promise<Problem | undefined> {
  const channel = BROUGHT_BY.find((one) => one === field(body, "channel"));
  if (channel === undefined) return { field: "channel", code: "answer-missing", message: "Select how it came" };
  const [day, month, year] = ["day", "month", "year"].map((part) => field(body, `day-${part}`).trim());
  const taken = await takeFiles(context, visitIn(context, desk.visit, "en"), item, key, body);
  if (!taken.ok) return taken.problems[0];
  const { id: officer, roles } = desk.officer;
  const asking = { council: item.council, caseId: item.id, channel, officer, roles, key } as const;
  const command = { kind: "reply", text: field(body, "text"), files: taken.files, said: dayFrom(day, month, year) } as const;
  const applied = await context.cases.apply(asking, command);
  if (applied.ok) {
    context.jobs.wake(item.council);
    return undefined;
  }
  const { refusal: refused } = applied;
  const at = "field" in refused ? refused.field : "text";
  return { field: at === "day" ? "day-day" : at, code: "answer-missing", message: refused.message };
}

async function post(context: Context, desk: Desk, request: Asked, reply: FastifyReply) {
  const item = await worked(context, desk, request);
  const body = await formOf(request);
  const key = checkDeskKey(desk, saidPurpose(item.id, "said"), body);
  const problem = await add(context, desk, item, key, body);
  if (problem === undefined) return reply.redirect(`/desk/cases/${item.reference}#history`, 303);
  return reply.code(422).send(await show(context, desk, item, body, [problem]));
}

async function end(context: Context, desk: Desk, request: Asked, reply: FastifyReply) {
  const item = await worked(context, desk, request);
  checkDeskKey(desk, saidPurpose(item.id, "end"), await formOf(request));
  await endReplyRound(context.database, item.council, item.id);
  return reply.redirect(`/desk/cases/${item.reference}/said?ended=1#end`, 303);
}

/** What the person said by another way, written down by an officer; and the end of answers to emails sent so far. */
export function saidRoutes(app: FastifyInstance, context: Context): void {
  const at = "/cases/:reference/said";
  app.get(
    at,
    forOfficers<Place>(context, "cases.read", async (desk, request) =>
      show(context, desk, await worked(context, desk, request), EMPTY_FORM, [], oneText(request.query, "ended") !== ""),
    ),
  );
  app.post(
    at,
    forOfficers<Place>(context, "cases.read", (desk, request, reply) => post(context, desk, request, reply)),
  );
  app.post(
    `${at}/end`,
    forOfficers<Place>(context, "cases.read", (desk, request, reply) => end(context, desk, request, reply)),
  );
}

import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

import type { Fields, Problem } from "../../../answers/answer-type.ts";
import { answerType, pressed } from "../../../answers/answer-types.ts";
import type { Case } from "../../../cases/case.ts";
import type { Command } from "../../../cases/decide.ts";
import { actionsBy } from "../../../cases/decide.ts";
import type { Refusal } from "../../../cases/decision.ts";
import type { Unseen } from "../../../cases/unseen.ts";
import type { Context } from "../../../context.ts";
import type { Action, PublishedService } from "../../../definition/service.ts";
import { mayOnCase } from "../../../people/rights.ts";
import { filesOfDraft } from "../../../platform/files/file-rows.ts";
import { refusal } from "../../../platform/http/errors.ts";
import { derivedUuid } from "../../../platform/ids.ts";
import type { FormBody } from "../../shared/form-body.ts";
import { EMPTY_FORM, field } from "../../shared/form-body.ts";
import { formOf } from "../../shared/multipart.ts";
import { keepWaiting } from "../../shared/request-door.ts";
import { hasFiles, takeUploads } from "../../shared/uploads.ts";
import { CASE_FORMS, NOT_OURS, seenIn, unseenFor } from "../case/case-forms.ts";
import { caseSheet, openedCase } from "../case/case-sheet.ts";
import { isDone } from "../case/send-form.ts";
import type { Desk } from "../desk.ts";
import { deskKey, forOfficers, readDeskKey } from "../desk.ts";
import { actionPage } from "./action-page.ts";
import { hasPage, isConfirmed, readAsks, unconfirmed } from "./asks-part.ts";

type At = FastifyRequest<{ Params: { reference: string; action: string } }>;

/** A case with the action that an officer is about to take. */
interface Taking {
  readonly item: Case;
  readonly service: PublishedService;
  readonly action: Action;
}

/** Whether the action that a form of the case page names asks something first, or is to be confirmed. */
export async function pageOf(context: Context, desk: Desk, item: Case, body: FormBody): Promise<Taking | undefined> {
  const service = await context.councils.version(desk.visit.council.id, item.service, item.version);
  const action = service?.case.stages.get(field(body, "from"))?.actions.get(field(body, "action"));
  return service === undefined || action === undefined || !hasPage(action) ? undefined : { item, service, action };
}

/** The action of an address: of the case's stage, or of any where the case has moved on since. Throws `page-not-found`. */
async function takingOf(context: Context, desk: Desk, { params }: At): Promise<Taking> {
  const item = await openedCase(context, desk, params.reference);
  if (!mayOnCase(desk.officer, "cases.work", desk.visit.council, item)) throw refusal("not-permitted");
  const service = await context.councils.version(desk.visit.council.id, item.service, item.version);
  const stages = service === undefined ? [] : [...service.case.stages.values()];
  const all = [service?.case.stages.get(item.stage), ...stages].map((stage) => stage?.actions.get(params.action));
  const action = all.find((one) => one !== undefined);
  if (service === undefined || action === undefined) throw refusal("page-not-found");
  return { item, service, action };
}

function purposeOf({ item, action }: Taking): string {
  return `case:act:${item.id}:${action.id}`;
}

/** Under which id the files wait that an officer adds and has not sent. */
function filesWaitAt({ officer }: Desk, { item, action }: Taking): string {
  return derivedUuid("action-files", item.id, action.id, officer.id);
}

interface Shown {
  readonly fields: Fields;
  readonly problems: readonly Problem[];
  readonly seen: number;
  readonly stale?: boolean;
}

async function show(context: Context, desk: Desk, taking: Taking, shown: Shown): Promise<string> {
  const now = (await context.cases.byId(taking.item.council, taking.item.id)) ?? taking.item;
  const [sheet, files] = [await caseSheet(context, now), await waiting(context, desk, taking)];
  const key = deskKey(context, desk, purposeOf(taking));
  return actionPage(context, desk, { ...shown, sheet, files, key, action: taking.action });
}

function waiting(context: Context, desk: Desk, taking: Taking) {
  if (!hasFiles({ questions: taking.action.asks })) return Promise.resolve([]);
  return filesOfDraft(context.database, taking.item.council, filesWaitAt(desk, taking));
}

/** The page of an action, with what was recorded before and what was typed on the case page. */
export function beginAction(context: Context, desk: Desk, taking: Taking, body: FormBody = EMPTY_FORM): Promise<string> {
  const { item, action } = taking;
  const fields = new Map<string, readonly string[]>([["reason", [field(body, "reason")]]]);
  for (const question of action.asks) {
    const before = item.recorded?.[question.id];
    if (before === undefined || before === null || question.type === "files") continue;
    for (const [name, values] of answerType(question).fields(question, before, "")) fields.set(name, values);
  }
  return show(context, desk, taking, { fields, problems: [], seen: body === EMPTY_FORM ? item.eventCount : seenIn(body) });
}

async function takeAction(context: Context, desk: Desk, request: At, reply: FastifyReply) {
  const taking = await takingOf(context, desk, request);
  const { item, action } = taking;
  const body = await formOf(request);
  const seen = seenIn(body);
  const key = readDeskKey(desk, purposeOf(taking), body);
  if (key === undefined) {
    const problems = [{ field: "reason", code: "form-not-ours", message: NOT_OURS }];
    return reply.code(403).send(await show(context, desk, taking, { fields: body.fields, problems, seen }));
  }
  const place = { visit: desk.visit, draft: filesWaitAt(desk, taking) };
  const uploads = await takeUploads(context, place, { questions: action.asks }, body, keepWaiting);
  const again = pressed(action.asks, uploads.fields);
  if (again !== null) return show(context, desk, taking, { fields: again, problems: uploads.problems, seen });
  const reading = readAsks(action.asks, uploads.fields, desk.visit.today, await waiting(context, desk, taking));
  const problems = [...uploads.problems, ...(reading.ok ? [] : reading.problems), ...missing(action, body)];
  const { fields } = uploads;
  if (!reading.ok || problems.length > 0)
    return reply.code(422).send(await show(context, desk, taking, { fields, problems: onePerField(problems), seen }));
  const refused = await apply(context, desk, taking, {
    key,
    unseen: unseenFor(CASE_FORMS.action, body),
    reason: field(body, "reason"),
    from: field(body, "from"),
    seen,
    recorded: reading.answers,
    confirmed: isConfirmed(fields),
  });
  if (refused === undefined) return reply.redirect(`/desk/cases/${item.reference}?done=action`, 303);
  return reply.code(refused.code === "stale" ? 409 : 422).send(await show(context, desk, taking, { fields, seen, ...told(refused) }));
}

interface Given extends Omit<Extract<Command, { kind: "act" }>, "kind" | "action"> {
  readonly key: string;
  readonly unseen: Unseen | undefined;
}

/** Takes it once. Gives why it was refused; nothing where it is done, or was by the same form. */
async function apply(
  context: Context,
  desk: Desk,
  { item, action }: Taking,
  { key, unseen, ...given }: Given,
): Promise<Refusal | undefined> {
  const { officer, visit } = desk;
  const by = { channel: "desk", officer: officer.id, roles: officer.roles } as const;
  const asking = { council: visit.council.id, caseId: item.id, key, unseen, ...by };
  const command = { kind: "act", action: action.id, ...given } as const;
  const applied = await context.cases.apply(asking, command);
  if (applied.ok) context.jobs.wake(visit.council.id);
  if (applied.ok || (await isDone(context, item, command, key))) return undefined;
  if (applied.refusal.code === "not-permitted") throw refusal("not-permitted");
  return applied.refusal;
}

function told(refused: Refusal): Pick<Shown, "problems" | "stale"> {
  const at = refused.code === "field" ? refused.field : "reason";
  return { problems: [{ field: at, code: "case-changed", message: refused.message }], stale: refused.code === "stale" };
}

function missing(action: Action, body: FormBody): readonly Problem[] {
  const reason = action.reason === "required" && field(body, "reason").trim() === "";
  const problem: Problem = { field: "reason", code: "answer-missing", message: "Enter a reason" };
  return [...(reason ? [problem] : []), ...unconfirmed(action, body.fields)];
}

/** A file that was refused leaves its question unanswered too; only the first is said. */
function onePerField(problems: readonly Problem[]): readonly Problem[] {
  return problems.filter((problem, index) => problems.findIndex((one) => one.field === problem.field) === index);
}

/** An action that asks something or cannot be undone, on a page of its own. */
export function actionRoutes(app: FastifyInstance, context: Context): void {
  const path = "/cases/:reference/actions/:action";
  app.get(
    path,
    forOfficers(context, "cases.read", async (desk, request: At, reply) => {
      const taking = await takingOf(context, desk, request);
      const { item, service, action } = taking;
      const offered = actionsBy(service, item, desk.officer.roles).some((one) => one === action);
      // Somebody else was quicker, or it was never theirs: the case says what can be done.
      return offered ? beginAction(context, desk, taking) : reply.redirect(`/desk/cases/${item.reference}`, 303);
    }),
  );
  app.post(
    path,
    forOfficers(context, "cases.read", (desk, request: At, reply) => takeAction(context, desk, request, reply)),
  );
}

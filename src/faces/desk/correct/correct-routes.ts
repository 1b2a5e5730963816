import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

import type { Fields, Problem, Question } from "../../../answers/answer-type.ts";
import { answerType, pressed } from "../../../answers/answer-types.ts";
import { isCorrectable } from "../../../cases/corrections/decide-correction.ts";
import type { Context } from "../../../context.ts";
import { mayOnCase } from "../../../people/rights.ts";
import { refusal } from "../../../platform/http/errors.ts";
import type { FormBody } from "../../shared/form-body.ts";
import { formOf } from "../../shared/multipart.ts";
import { NOT_OURS, seenIn } from "../case/case-forms.ts";
import type { CaseSheet } from "../case/case-sheet.ts";
import { caseSheet, openedCase } from "../case/case-sheet.ts";
import type { Desk } from "../desk.ts";
import { deskKey, forOfficers, readDeskKey } from "../desk.ts";
import { correctPage } from "./correct-page.ts";
import { readCorrection } from "./read-correction.ts";

interface Place {
  readonly Params: { readonly reference: string; readonly question: string };
}
type Asked = FastifyRequest<Place>;

/** A case, and the question whose answer is changed. */
interface At {
  readonly sheet: CaseSheet;
  readonly question: Question;
}

async function placeOf(context: Context, desk: Desk, { params }: Asked): Promise<At> {
  const item = await openedCase(context, desk, params.reference);
  if (!mayOnCase(desk.officer, "cases.work", desk.visit.council, item)) throw refusal("not-permitted");
  const sheet = await caseSheet(context, item);
  const question = sheet.service.questions.get(params.question);
  if (!isCorrectable(sheet.service, item, question)) throw refusal("page-not-found");
  return { sheet, question };
}

function purposeOf({ sheet, question }: At): string {
  return `correct:${sheet.item.id}:${question.id}`;
}

interface Shown {
  readonly also: readonly Question[];
  readonly fields: Fields;
  readonly problems: readonly Problem[];
  readonly seen?: number | undefined;
}

function show(context: Context, desk: Desk, at: At, shown: Shown): string {
  return correctPage(context, desk, { ...at, ...shown, key: deskKey(context, desk, purposeOf(at)) });
}

/** The form with the answer as it is. A closed case has none: it is left for its page, which says so. */
async function showFirst(context: Context, desk: Desk, request: Asked, reply: FastifyReply) {
  const at = await placeOf(context, desk, request);
  const { sheet, question } = at;
  if (sheet.item.closedAt !== null) return reply.redirect(`/desk/cases/${sheet.item.reference}`, 303);
  const answer = sheet.item.answers[question.id] ?? null;
  const fields = answer === null ? new Map() : answerType(question).fields(question, answer, "");
  return show(context, desk, at, { also: [], fields, problems: [] });
}

/** The questions that the posted form had besides. */
function alsoIn({ sheet, question }: At, { fields }: FormBody): readonly Question[] {
  return (fields.get("also") ?? []).flatMap((id) => {
    const found = sheet.service.questions.get(id);
    return found === undefined || found.stated !== undefined || id === question.id ? [] : [found];
  });
}

async function post(context: Context, desk: Desk, request: Asked, reply: FastifyReply) {
  const at = await placeOf(context, desk, request);
  const body = await formOf(request);
  const { item, service } = at.sheet;
  const also = alsoIn(at, body);
  const shown = { also, fields: body.fields, problems: [] };
  const key = readDeskKey(desk, purposeOf(at), body);
  if (key === undefined) {
    const problems = [{ field: "reason", code: "form-not-ours", message: NOT_OURS }];
    return reply.code(403).send(show(context, desk, at, { ...shown, problems }));
  }
  const again = pressed([at.question, ...also], body.fields);
  if (again !== null) return show(context, desk, at, { ...shown, fields: again });
  const { answers, problems, more } = readCorrection(service, item, [at.question, ...also], body.fields);
  if (problems.length > 0) return reply.code(422).send(show(context, desk, at, { ...shown, problems }));
  if (more.length > 0) return show(context, desk, at, { ...shown, also: [...also, ...more] });
  const reason = body.fields.get("reason")?.[0] ?? "";
  const seen = seenIn(body);
  const { officer } = desk;
  const asking = { council: item.council, caseId: item.id, channel: "desk", officer: officer.id, roles: officer.roles, key } as const;
  const unseen = seen === 0 ? undefined : { seen, kinds: ["corrected"] };
  const applied = await context.cases.apply({ ...asking, unseen }, { kind: "correct", question: at.question.id, answers, reason });
  if (applied.ok || (await isDone(context, at, key))) return reply.redirect(`/desk/cases/${item.reference}?done=correct`, 303);
  if (applied.refusal.code === "not-found" || applied.refusal.code === "not-permitted") throw refusal("page-not-found");
  const stale = applied.refusal.code === "stale";
  const field = applied.refusal.code === "field" ? applied.refusal.field : at.question.id;
  const wrong = { field, code: stale ? "case-changed" : "answer-missing", message: applied.refusal.message };
  const now = stale ? { ...at, sheet: await caseSheet(context, (await context.cases.byId(item.council, item.id)) ?? item) } : at;
  const page = show(context, desk, now, { ...shown, problems: [wrong], seen: stale ? seen : undefined });
  return reply.code(stale ? 409 : 422).send(page);
}

async function isDone(context: Context, { sheet }: At, key: string): Promise<boolean> {
  return (await context.cases.events(sheet.item.council, sheet.item.id)).some((event) => event.key === key);
}

/** Answers of a case that an officer changes: by a new event, and never by an edit. */
export function correctRoutes(app: FastifyInstance, context: Context): void {
  const at = "/cases/:reference/answers/:question";
  app.get(
    at,
    forOfficers<Place>(context, "cases.read", (desk, request, reply) => showFirst(context, desk, request, reply)),
  );
  app.post(
    at,
    forOfficers<Place>(context, "cases.read", (desk, request, reply) => post(context, desk, request, reply)),
  );
}

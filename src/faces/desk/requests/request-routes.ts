import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

import type { Fields, Problem } from "../../../answers/answer-type.ts";
import { answerType } from "../../../answers/answer-types.ts";
import type { Command } from "../../../cases/decide.ts";
import type { RequestCommand } from "../../../cases/requests/decide-request.ts";
import type { Unseen } from "../../../cases/unseen.ts";
import type { Context } from "../../../context.ts";
import type { Permission } from "../../../councils/permission.ts";
import { mayOnCase } from "../../../people/rights.ts";
import { refusal } from "../../../platform/http/errors.ts";
import { derivedUuid } from "../../../platform/ids.ts";
import type { FormBody } from "../../shared/form-body.ts";
import { field } from "../../shared/form-body.ts";
import { formOf } from "../../shared/multipart.ts";
import { isAsking, postRequest, showRequest } from "../../shared/request-door.ts";
import { NOT_OURS, seenIn } from "../case/case-forms.ts";
import { changedSince } from "../case/case-history.ts";
import type { CaseSheet } from "../case/case-sheet.ts";
import { caseSheet, openedCase } from "../case/case-sheet.ts";
import type { Desk } from "../desk.ts";
import { checkDeskKey, deskKey, forOfficers, readDeskKey } from "../desk.ts";
import { askCommand, askPage } from "./ask-page.ts";
import { deskDoor, purposeOf } from "./desk-door.ts";
import { requestPage, UNTIL } from "./request-page.ts";

interface Place {
  readonly Params: { readonly reference: string; readonly number: string };
}
type Asked = FastifyRequest<Place>;

const NOTHING: Fields = new Map();

async function sheetFor(context: Context, desk: Desk, request: Asked, needs?: Permission): Promise<CaseSheet> {
  const item = await openedCase(context, desk, request.params.reference);
  if (needs !== undefined && !mayOnCase(desk.officer, needs, desk.visit.council, item)) throw refusal("not-permitted");
  return caseSheet(context, item);
}

/** Does it once for a form's key; gives what is wrong. */
async function apply(context: Context, { officer }: Desk, { item }: CaseSheet, key: string, command: Command, unseen?: Unseen) {
  const asking = {
    council: item.council,
    caseId: item.id,
    channel: "desk",
    officer: officer.id,
    roles: officer.roles,
    key,
    unseen,
  } as const;
  const applied = await context.cases.apply(asking, command);
  if (applied.ok) context.jobs.wake(item.council);
  else if ((await context.cases.events(item.council, item.id)).some((event) => event.key === key)) return undefined;
  return applied.ok ? undefined : applied.refusal;
}

/** `seen`: the number of events on the officer's page that was out of date. */
function showAsk(context: Context, desk: Desk, sheet: CaseSheet, fields: Fields, problems: readonly Problem[], seen?: number): string {
  const changed = seen === undefined ? undefined : changedSince(sheet, seen);
  const { item, service } = sheet;
  return askPage(context, desk, { item, service, key: deskKey(context, desk, purposeOf(item.id, 0)), fields, problems, changed });
}

/** Nobody asks the person twice for the same thing, or for what they have just sent. */
const ASKED = ["requested", "told", "expected", "replied", "answered", "acted"];

function askUnseen(body: FormBody): Unseen | undefined {
  const seen = seenIn(body);
  return seen === 0 ? undefined : { seen, kinds: ASKED };
}

async function ask(context: Context, desk: Desk, request: Asked, reply: FastifyReply) {
  const sheet = await sheetFor(context, desk, request, "messages.send");
  const body = await formOf(request);
  const key = readDeskKey(desk, purposeOf(sheet.item.id, 0), body);
  if (key === undefined) {
    const problem = { field: "request", code: "form-not-ours", message: NOT_OURS };
    return reply.code(403).send(showAsk(context, desk, sheet, body.fields, [problem]));
  }
  const command = askCommand(body, sheet.item);
  const wrong = "kind" in command ? await apply(context, desk, sheet, key, command, askUnseen(body)) : command;
  if (wrong === undefined) return reply.redirect(`/desk/cases/${sheet.item.reference}#requests`, 303);
  const problem = { field: "field" in wrong ? wrong.field : "request", code: "answer-missing", message: wrong.message };
  if (wrong.code !== "stale") return reply.code(422).send(showAsk(context, desk, sheet, body.fields, [problem]));
  const now = await sheetFor(context, desk, request);
  return reply.code(409).send(showAsk(context, desk, now, body.fields, [{ ...problem, code: "case-changed" }], seenIn(body)));
}

function show(context: Context, desk: Desk, sheet: CaseSheet, typed: string, fields = NOTHING, problems: readonly Problem[] = []): string {
  const { item } = sheet;
  const may = (permission: Permission) => mayOnCase(desk.officer, permission, desk.visit.council, item);
  const door = deskDoor(context, desk, sheet, typed);
  const key = deskKey(context, desk, purposeOf(item.id, door.number));
  return requestPage(context, desk, { sheet, door, key, may: { work: may("cases.work"), write: may("messages.send") }, fields, problems });
}

/** What is refused is shown on the page as it now is, with what was typed. */
async function showRefused(context: Context, desk: Desk, request: Asked, reply: FastifyReply, problem: Problem, body: FormBody) {
  const now = await sheetFor(context, desk, request);
  const status = problem.code === "case-changed" ? 409 : 422;
  return reply.code(status).send(show(context, desk, now, request.params.number, body.fields, [problem]));
}

/** Withdraws it, or asks again. */
async function change(context: Context, desk: Desk, request: Asked, reply: FastifyReply, kind: "request-withdraw" | "request-again") {
  const sheet = await sheetFor(context, desk, request, "messages.send");
  const { number, done } = deskDoor(context, desk, sheet, request.params.number);
  const body = await formOf(request);
  const key = checkDeskKey(desk, purposeOf(sheet.item.id, number), body);
  const command: RequestCommand = kind === "request-again" ? { kind, request: number, reason: "" } : { kind, request: number };
  const wrong = await apply(context, desk, sheet, key, command);
  if (wrong === undefined) return reply.redirect(done, 303);
  return showRefused(context, desk, request, reply, { field: "state", code: "case-changed", message: wrong.message }, body);
}

/** Accepts or rejects one thing that was sent, and asks again where that is wanted. */
async function review(context: Context, desk: Desk, request: Asked, reply: FastifyReply) {
  const sheet = await sheetFor(context, desk, request, "cases.work");
  const { number, done, visit } = deskDoor(context, desk, sheet, request.params.number);
  const body = await formOf(request);
  const key = checkDeskKey(desk, purposeOf(sheet.item.id, number), body);
  const then = field(body, "then");
  const mayAsk = mayOnCase(desk.officer, "messages.send", desk.visit.council, sheet.item);
  if (then === "again" && !mayAsk) throw refusal("not-permitted");
  const index = /^\d{1,2}$/.test(field(body, "index")) ? field(body, "index") : "0";
  const until = answerType(UNTIL).read(UNTIL, body.fields, `item${index}.`, { today: visit.today, files: [] });
  const [dated] = until.ok ? [] : until.problems;
  if (dated !== undefined && then === "accept") return showRefused(context, desk, request, reply, dated, body);
  const reason = field(body, `item${index}.reason`);
  const wrong = await apply(context, desk, sheet, key, {
    kind: "review",
    request: number,
    item: field(body, "item"),
    verdict: then === "accept" ? "accepted" : "rejected",
    reason: then === "accept" ? "" : reason,
    until: until.ok && typeof until.answer === "string" ? until.answer : null,
    answered: /^\d{1,9}$/.test(field(body, "answered")) ? Number(field(body, "answered")) : 0,
    quiet: then === "again",
  });
  if (wrong !== undefined) {
    const problem = { field: `item${index}.${"field" in wrong ? wrong.field : "reason"}`, code: "answer-missing", message: wrong.message };
    const stale = { field: "state", code: "case-changed", message: wrong.message };
    return showRefused(context, desk, request, reply, wrong.code === "field" ? problem : stale, body);
  }
  if (then === "again") await apply(context, desk, sheet, derivedUuid("again", key), { kind: "request-again", request: number, reason });
  return reply.redirect(done, 303);
}

/** Asking the person of a case, filling in their answer for them, and what officers make of what was sent. */
export function requestRoutes(app: FastifyInstance, context: Context): void {
  const get = (path: string, run: (desk: Desk, request: Asked) => Promise<string>) =>
    app.get(`/cases/:reference/requests${path}`, forOfficers<Place>(context, "cases.read", run));
  const post = (path: string, run: (desk: Desk, request: Asked, reply: FastifyReply) => Promise<unknown>) =>
    app.post(`/cases/:reference/requests${path}`, forOfficers<Place>(context, "cases.read", run));
  get("", async (desk, request) => showAsk(context, desk, await sheetFor(context, desk, request, "messages.send"), NOTHING, []));
  post("", (desk, request, reply) => ask(context, desk, request, reply));
  get("/:number", async (desk, request) => show(context, desk, await sheetFor(context, desk, request), request.params.number));
  get("/:number/answer", async (desk, request) => {
    const door = deskDoor(context, desk, await sheetFor(context, desk, request, "cases.work"), request.params.number);
    if (!isAsking(door)) throw refusal("request-over");
    return showRequest(door);
  });
  post("/:number/answer", async (desk, request, reply) => {
    const sheet = await sheetFor(context, desk, request, "cases.work");
    return postRequest(context, deskDoor(context, desk, sheet, request.params.number), request, reply);
  });
  post("/:number/withdraw", (desk, request, reply) => change(context, desk, request, reply, "request-withdraw"));
  post("/:number/again", (desk, request, reply) => change(context, desk, request, reply, "request-again"));
  post("/:number/review", (desk, request, reply) => review(context, desk, request, reply));
}

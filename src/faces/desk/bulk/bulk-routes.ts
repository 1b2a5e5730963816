import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

import type { Problem } from "../../../answers/answer-type.ts";
import type { Context } from "../../../context.ts";
import type { Action } from "../../../definition/service.ts";
import { officersInTeams } from "../../../people/officer-names.ts";
import type { FormBody } from "../../shared/form-body.ts";
import { field } from "../../shared/form-body.ts";
import { formOf } from "../../shared/multipart.ts";
import type { Desk } from "../desk.ts";
import { deskKey, forOfficers, readDeskKey } from "../desk.ts";
import { addressOf } from "../worklist/view.ts";
import type { Chosen } from "./chosen.ts";
import { chosenBefore, chosenOnList, listIn } from "./chosen.ts";
import type { Colleague } from "./judge.ts";
import { foresee, rightTo } from "./judge.ts";
import { previewPage, resultPage } from "./outcome-pages.ts";
import type { Wish } from "./wish.ts";
import { readWish } from "./wish.ts";
import { askedInBulkPage, carriedAnswers, fillWish, wishedAction } from "./wish-action.ts";
import { wishPage } from "./wish-page.ts";

const PURPOSE = "bulk";

/** The officers who may have any of the cases, and the one who asks: one statement. */
async function colleaguesOf(context: Context, desk: Desk, { cases }: Chosen): Promise<readonly Colleague[]> {
  const teams = [...new Set(cases.map(({ team }) => team))];
  const found = await officersInTeams(context.database, desk.visit.council.id, teams);
  return found.some(({ id }) => id === desk.officer.id) ? found : [...found, desk.officer];
}

interface Work {
  readonly chosen: Chosen;
  readonly colleagues: readonly Colleague[];
  readonly body: FormBody;
}

async function ask(context: Context, desk: Desk, { chosen, colleagues, body }: Work, problems: readonly Problem[], reply: FastifyReply) {
  const page = await wishPage(context, desk, { chosen, colleagues, problems, typed: (name) => field(body, name) });
  return reply.code(problems.length > 0 ? 422 : 200).send(page);
}

/** The list again, which says that nothing was chosen on it. */
function nothingChosen(body: FormBody): string {
  const address = addressOf(listIn(body));
  return `${address}${address.includes("?") ? "&" : "?"}chosen=none`;
}

/** From the list: which cases, and what is to be done with them. */
async function choose(context: Context, desk: Desk, request: FastifyRequest, reply: FastifyReply) {
  const body = await formOf(request);
  const chosen = await chosenOnList(context, desk, body);
  if (chosen.cases.length === 0) return reply.redirect(nothingChosen(body), 303);
  return ask(context, desk, { chosen, colleagues: await colleaguesOf(context, desk, chosen), body }, [], reply);
}

/** The cases that the form carries; undefined where it carries none that the officer may see. */
async function workOf(context: Context, desk: Desk, body: FormBody): Promise<Work | undefined> {
  const chosen = await chosenBefore(context, desk, body);
  if (chosen.cases.length === 0) return undefined;
  return { chosen, body, colleagues: await colleaguesOf(context, desk, chosen) };
}

async function showPreview(
  context: Context,
  desk: Desk,
  work: Work,
  { wish, action }: Pick<Extract<Wished, { ok: true }>, "wish" | "action">,
  reply: FastifyReply,
  notice?: string,
) {
  const { chosen, colleagues, body } = work;
  const foreseen = await foresee(context, desk, wish, chosen, colleagues);
  const wrong = foreseen.find(({ mend }) => mend !== undefined);
  if (wrong?.mend !== undefined)
    return ask(context, desk, work, [{ field: wrong.mend, code: "answer-missing", message: wrong.words }], reply);
  const key = deskKey(context, desk, PURPOSE);
  const page = previewPage(context, desk, {
    chosen,
    foreseen,
    key,
    notice,
    answers: carriedAnswers(body.fields, action),
    typed: (name) => field(body, name),
  });
  return reply.code(notice === undefined ? 200 : 403).send(page);
}

async function preview(context: Context, desk: Desk, request: FastifyRequest, reply: FastifyReply) {
  const body = await formOf(request);
  const work = await workOf(context, desk, body);
  if (work === undefined) return reply.redirect("/desk", 303);
  const wished = await wishIn(context, desk, work, reply);
  return wished.ok ? showPreview(context, desk, work, wished, reply) : wished.shown;
}

/** What a form wishes, with what its action asks; or the page that was shown instead, to mend it or to ask that. */
type Wished =
  | { readonly ok: true; readonly wish: Wish; readonly action: Action | undefined }
  | { readonly ok: false; readonly shown: FastifyReply };

async function wishIn(context: Context, desk: Desk, work: Work, reply: FastifyReply): Promise<Wished> {
  const { body, chosen } = work;
  const reading = readWish(body);
  if (!reading.ok) return { ok: false, shown: await ask(context, desk, work, [reading.problem], reply) };
  const { wish } = reading;
  if (wish.kind !== "act") return { ok: true, wish, action: undefined };
  const action = await wishedAction(context, desk, wish, chosen);
  const filled = fillWish(wish, action, body.fields, desk.visit.today);
  if (filled.kind === "ready") return { ok: true, wish: filled.wish, action };
  if (filled.kind === "refused") return { ok: false, shown: await ask(context, desk, work, [filled.reading.problem], reply) };
  // A reason that is missing is asked for first, on the page before.
  const reason = action?.reason === "required" && wish.reason === "" ? [NO_REASON] : [];
  if (action === undefined || reason.length > 0) return { ok: false, shown: await ask(context, desk, work, reason, reply) };
  const page = askedInBulkPage(context, desk, { chosen, action, filled: filled.filled, typed: (name) => field(body, name) });
  return { ok: false, shown: reply.code(filled.filled.problems.length > 0 ? 422 : 200).send(page) };
}

const NO_REASON: Problem = { field: "reason", code: "answer-missing", message: "Enter a reason" };

// The page was opened in a session that is over, or the form is not ours; the officer decides which.
const NOT_OURS = "This page was opened before you signed in. Nothing was done yet. Check it, then send it again";

/** Does it: the rights are looked at again, and each case is decided while its row is held. */
async function carryOut(context: Context, desk: Desk, request: FastifyRequest, reply: FastifyReply) {
  const body = await formOf(request);
  const work = await workOf(context, desk, body);
  if (work === undefined) return reply.redirect("/desk", 303);
  const wished = await wishIn(context, desk, work, reply);
  if (!wished.ok) return wished.shown;
  const key = readDeskKey(desk, PURPOSE, body);
  if (key === undefined) return showPreview(context, desk, work, wished, reply, NOT_OURS);
  return resultPage(context, desk, work.chosen, await results(context, desk, work, wished.wish, key));
}

async function results(context: Context, desk: Desk, { chosen, colleagues }: Work, wish: Wish, key: string) {
  const { visit, officer } = desk;
  const rights = new Map(chosen.cases.map((item) => [item.id, rightTo(desk, item, wish, chosen, colleagues)]));
  const asks = [...rights.values()].flatMap((right) => (right.ok ? [right.ask] : []));
  const asking = { council: visit.council.id, channel: "desk", officer: officer.id, roles: officer.roles, key } as const;
  const applied = await context.bulk.apply(asking, asks);
  context.jobs.wake(visit.council.id);
  return ({ id }: { readonly id: string }) => {
    const right = rights.get(id);
    if (right !== undefined && !right.ok) return right;
    return applied.get(id) ?? { why: "It was not found" };
  };
}

/** Many cases at once: chosen on a list, previewed, done. */
export function bulkRoutes(app: FastifyInstance, context: Context): void {
  app.post(
    "/bulk",
    forOfficers(context, "cases.read", (desk, request, reply) => choose(context, desk, request, reply)),
  );
  app.post(
    "/bulk/preview",
    forOfficers(context, "cases.read", (desk, request, reply) => preview(context, desk, request, reply)),
  );
  app.post(
    "/bulk/do",
    forOfficers(context, "cases.read", (desk, request, reply) => carryOut(context, desk, request, reply)),
  );
}

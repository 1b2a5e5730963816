import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

import type { Problem } from "../../../answers/answer-type.ts";
import type { Context } from "../../../context.ts";
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

async function showPreview(context: Context, desk: Desk, work: Work, wish: Wish, reply: FastifyReply, notice?: string) {
  const { chosen, colleagues, body } = work;
  const foreseen = await foresee(context, desk, wish, chosen, colleagues);
  const wrong = foreseen.find(({ mend }) => mend !== undefined);
  if (wrong?.mend !== undefined)
    return ask(context, desk, work, [{ field: wrong.mend, code: "answer-missing", message: wrong.words }], reply);
  const key = deskKey(context, desk, PURPOSE);
  const page = previewPage(context, desk, { chosen, foreseen, key, notice, typed: (name) => field(body, name) });
  return reply.code(notice === undefined ? 200 : 403).send(page);
}

async function preview(context: Context, desk: Desk, request: FastifyRequest, reply: FastifyReply) {
  const body = await formOf(request);
  const work = await workOf(context, desk, body);
  if (work === undefined) return reply.redirect("/desk", 303);
  const reading = readWish(body);
  if (!reading.ok) return ask(context, desk, work, [reading.problem], reply);
  return showPreview(context, desk, work, reading.wish, reply);
}

// The page was opened in a session that is over, or the form is not ours; the officer decides which.
const NOT_OURS = "This page was opened before you signed in. Nothing was done yet. Check it, then send it again";

/** Does it: the rights are looked at again, and each case is decided while its row is held. */
async function carryOut(context: Context, desk: Desk, request: FastifyRequest, reply: FastifyReply) {
  const body = await formOf(request);
  const work = await workOf(context, desk, body);
  if (work === undefined) return reply.redirect("/desk", 303);
  const reading = readWish(body);
  if (!reading.ok) return ask(context, desk, work, [reading.problem], reply);
  const key = readDeskKey(desk, PURPOSE, body);
  if (key === undefined) return showPreview(context, desk, work, reading.wish, reply, NOT_OURS);
  return resultPage(context, desk, work.chosen, await results(context, desk, work, reading.wish, key));
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

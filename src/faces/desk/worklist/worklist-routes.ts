import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

import type { Case } from "../../../cases/case.ts";
import { nearestOf } from "../../../cases/clock/case-clock.ts";
import { readReference } from "../../../cases/reference.ts";
import type { WorklistQuery } from "../../../cases/worklist.ts";
import type { Context } from "../../../context.ts";
import { officerNames } from "../../../people/officer-names.ts";
import { teamsSeen } from "../../../people/permissions.ts";
import { readCookie, setCookie } from "../../../platform/http/cookies.ts";
import { refusal } from "../../../platform/http/errors.ts";
import { field } from "../../shared/form-body.ts";
import { formOf } from "../../shared/multipart.ts";
import type { Desk } from "../desk.ts";
import { deskOf, forOfficers, mayAtDesk } from "../desk.ts";
import { firstPlace } from "../layout.ts";
import { LONGEST_SEARCH, SEARCH_COOKIE } from "./search-words.ts";
import type { View } from "./view.ts";
import { placeAfter, readPlace, readView } from "./view.ts";
import { foundPage, worklistPage } from "./worklist-page.ts";

function queryOf({ visit, officer }: Desk, view: View): WorklistQuery {
  const { state, holder, sort, service, stage, priority } = view;
  const after = readPlace(visit, view.after);
  return {
    teams: teamsSeen(officer, visit.council),
    state,
    holder,
    sort,
    officer: officer.id,
    now: visit.now,
    ...(service !== "" && { service }),
    ...(stage !== "" && { stage }),
    ...(priority !== "" && { priority }),
    ...(view.overdue && { overdue: true }),
    ...(view.waiting && { waiting: true }),
    ...(after !== undefined && { after }),
  };
}

function sortedBy(item: Case, sort: View["sort"]): Date {
  if (sort === "due") return nearestOf(item);
  return sort === "updated" ? item.updatedAt : item.openedAt;
}

/** Who holds each of the cases: one statement. */
function holdersOf(context: Context, desk: Desk, cases: readonly Case[]) {
  const ids = cases.flatMap(({ officer }) => (officer === null ? [] : [officer]));
  return officerNames(context.database, desk.visit.council.id, ids);
}

/** The worklist: the session, the page of the list, its count, and the names: four statements. */
async function showWorklist(context: Context, desk: Desk, request: FastifyRequest): Promise<string> {
  const view = readView(request.query);
  const { visit } = desk;
  const found = await context.worklist.list(visit.council.id, queryOf(desk, view));
  const names = await holdersOf(context, desk, found.cases);
  const last = found.cases.at(-1);
  const next = found.more && last !== undefined ? placeAfter(visit, sortedBy(last, view.sort), last.id) : undefined;
  return worklistPage(context, desk, { view, ...found, names, next });
}

async function search(desk: Desk, request: FastifyRequest, reply: FastifyReply) {
  const typed = field(await formOf(request), "search")
    .trim()
    .slice(0, LONGEST_SEARCH);
  if (typed === "") return reply.redirect("/desk", 303);
  return reply.header("set-cookie", setCookie(desk.visit.jar, SEARCH_COOKIE, typed)).redirect("/desk/search", 303);
}

/** What was searched for, by reference or by name. A reference that the officer may see is opened at once. */
async function showFound(context: Context, desk: Desk, request: FastifyRequest, reply: FastifyReply) {
  const { visit, officer } = desk;
  const typed = readCookie(visit.jar, SEARCH_COOKIE, request.headers.cookie, visit.now);
  if (typed === undefined) return reply.redirect("/desk", 303);
  const teams = teamsSeen(officer, visit.council);
  const reference = readReference(typed);
  const [item] = reference === undefined ? [] : await context.worklist.byReference(visit.council.id, teams, reference);
  if (item !== undefined) return reply.redirect(`/desk/cases/${item.reference}`, 303);
  const found = await context.worklist.byName(visit.council.id, teams, typed);
  return foundPage(context, desk, { typed, ...found, names: await holdersOf(context, desk, found.cases) });
}

/** Lists of cases. Who may see none is sent to the first place that they may see. */
export function worklistRoutes(app: FastifyInstance, context: Context): void {
  app.get("/", async (request, reply) => {
    const desk = await deskOf(context, request);
    if (mayAtDesk(desk, "cases.read")) return showWorklist(context, desk, request);
    const first = firstPlace(desk);
    if (first === undefined) throw refusal("not-permitted");
    return reply.redirect(first, 303);
  });
  app.post(
    "/search",
    forOfficers(context, "cases.read", (desk, request, reply) => search(desk, request, reply)),
  );
  app.get(
    "/search",
    forOfficers(context, "cases.read", (desk, request, reply) => showFound(context, desk, request, reply)),
  );
}

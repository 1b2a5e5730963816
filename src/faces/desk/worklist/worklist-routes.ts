import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

import type { Case } from "../../../cases/case.ts";
import { readReference } from "../../../cases/reference.ts";
import { placeOf } from "../../../cases/worklist.ts";
import type { Context } from "../../../context.ts";
import { ofTeams } from "../../../councils/sight.ts";
import { officerNames } from "../../../people/officer-names.ts";
import { sightOf, teamsSeen } from "../../../people/rights.ts";
import { readCookie, setCookie } from "../../../platform/http/cookies.ts";
import { refusal } from "../../../platform/http/errors.ts";
import { field } from "../../shared/form-body.ts";
import { oneText } from "../../shared/query.ts";
import { formOf } from "../../shared/multipart.ts";
import type { Desk } from "../desk.ts";
import { deskOf, forOfficers, mayAtDesk } from "../desk.ts";
import { savedListsOf } from "../lists/saved-links.ts";
import { firstPlace } from "../layout.ts";
import type { WrongFilter } from "./answer-filters.ts";
import type { Filters } from "./filter-form.ts";
import { foundPage } from "./found-page.ts";
import { keepList } from "./last-list.ts";
import { keysPage } from "./keys-page.ts";
import { askList, endOfDay, servicesSeen } from "./list-query.ts";
import { LONGEST_SEARCH, SEARCH_COOKIE } from "./search-words.ts";
import type { View } from "./view.ts";
import { placeAfter, readView } from "./view.ts";
import { filtersPage, worklistPage } from "./worklist-page.ts";

/** Who holds each of the cases, with a mark where the officer covers them: one statement. */
async function holdersOf(context: Context, { visit, officer }: Desk, cases: readonly Case[]): Promise<ReadonlyMap<string, string>> {
  const ids = cases.flatMap((item) => (item.officer === null ? [] : [item.officer]));
  const names = await officerNames(context.database, visit.council.id, ids);
  const covered = (officer.covering ?? []).map(({ id, name }): [string, string] => [id, `${name} (you cover)`]);
  return covered.length === 0 ? names : new Map([...names, ...covered]);
}

function countsOf(context: Context, { visit, officer }: Desk) {
  const teams = sightOf(officer, visit.council);
  const ownTeams = ofTeams(teams, (team) => officer.teams.includes(team));
  return context.worklist.countViews(visit.council.id, {
    teams,
    ownTeams,
    officer: officer.id,
    covering: (officer.covering ?? []).map(({ id }) => id),
    now: visit.now,
    endOfDay: endOfDay(visit.now),
  });
}

const NOTHING_CHOSEN: WrongFilter = { field: "which", message: "Choose at least one case" };

function nothingChosen({ query }: FastifyRequest): readonly WrongFilter[] {
  return oneText(query, "chosen") === "none" ? [NOTHING_CHOSEN] : [];
}

/** What a view's filters may be, as far as the officer may see. */
function filtersOf(context: Context, desk: Desk, view: View): Filters {
  const { council } = desk.visit;
  const services = servicesSeen(context, desk);
  const service = services.find(({ id }) => id === view.service);
  return { view, council, services, service, teams: teamsSeen(desk.officer, council), wrong: [] };
}

/**
 * The worklist: the session, the page of the list, its count, those of the lists beside it, the saved lists, and the names: six statements, and a seventh that counts the saved lists if
 * there are any. */
async function showWorklist(context: Context, desk: Desk, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const view = readView(request.query);
  const { visit } = desk;
  const asked = askList(desk, view, filtersOf(context, desk, view).service);
  const [counts, saved, found] = await Promise.all([
    countsOf(context, desk),
    savedListsOf(context, desk),
    asked.ok ? context.worklist.list(visit.council.id, asked.query) : undefined,
  ]);
  const names = await holdersOf(context, desk, found?.cases ?? []);
  const last = found?.cases.at(-1);
  const next = found?.more === true && last !== undefined ? placeAfter(visit, placeOf(last, view)) : undefined;
  const filters = { ...filtersOf(context, desk, view), wrong: asked.ok ? nothingChosen(request) : asked.wrong };
  return reply
    .code(filters.wrong.length === 0 ? 200 : 422)
    .header("set-cookie", keepList(desk, view))
    .send(worklistPage(context, desk, { filters, counts, saved, found, names, next }));
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
  const teams = sightOf(officer, visit.council);
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
    if (mayAtDesk(desk, "cases.read")) return showWorklist(context, desk, request, reply);
    const first = firstPlace(desk);
    if (first === undefined) throw refusal("not-permitted");
    return reply.redirect(first, 303);
  });
  app.get(
    "/filters",
    forOfficers(context, "cases.read", async (desk, request) =>
      filtersPage(context, desk, filtersOf(context, desk, readView(request.query))),
    ),
  );
  app.get(
    "/keys",
    forOfficers(context, "cases.read", async (desk) => keysPage(context, desk)),
  );
  app.post(
    "/search",
    forOfficers(context, "cases.read", (desk, request, reply) => search(desk, request, reply)),
  );
  app.get(
    "/search",
    forOfficers(context, "cases.read", (desk, request, reply) => showFound(context, desk, request, reply)),
  );
}

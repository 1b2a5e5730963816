import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

import type { Problem } from "../../../answers/answer-type.ts";
import type { SavedList } from "../../../cases/saved-lists.ts";
import { LONGEST_LIST_QUERY } from "../../../cases/saved-lists.ts";
import { html } from "../../../components/html.ts";
import type { Context } from "../../../context.ts";
import { teamsSeen } from "../../../people/rights.ts";
import { refusal } from "../../../platform/http/errors.ts";
import { isUuid } from "../../../platform/ids.ts";
import { field } from "../../shared/form-body.ts";
import { formOf } from "../../shared/multipart.ts";
import type { Desk } from "../desk.ts";
import { checkDeskKey, deskKey, forOfficers } from "../desk.ts";
import { addressOf, queryText, readView } from "../worklist/view.ts";
import { readNaming, SAVE_PURPOSE } from "./list-forms.ts";
import { listPage, mayChange, removePurpose, savedListsPage } from "./list-pages.ts";
import { savedListsOf, viewOf } from "./saved-links.ts";

interface Place {
  readonly Params: { readonly id: string };
}

/** The list of the address; only who may change it finds it there. */
async function listOf(context: Context, desk: Desk, { params }: FastifyRequest<Place>): Promise<SavedList> {
  const { visit, officer } = desk;
  const list = isUuid(params.id) ? await context.savedLists.byId(visit.council.id, params.id) : undefined;
  const seen = list !== undefined && (list.officer === officer.id || teamsSeen(officer, visit.council).includes(list.team ?? ""));
  if (list === undefined || !seen) throw refusal("page-not-found");
  if (!mayChange(desk, list)) throw refusal("not-permitted");
  return list;
}

function newListPage(
  context: Context,
  desk: Desk,
  query: string,
  given: { name: string; team: string },
  problems: readonly Problem[],
): string {
  const hidden = html`<input type="hidden" name="list" value="${query}">`;
  return listPage(context, desk, { list: undefined, given, hidden, key: deskKey(context, desk, SAVE_PURPOSE), problems });
}

/** Saves a list, and shows it. The form's key is its id: sent again, the form saves nothing more. */
async function save(context: Context, desk: Desk, request: FastifyRequest, reply: FastifyReply) {
  const body = await formOf(request);
  const key = checkDeskKey(desk, SAVE_PURPOSE, body);
  const query = queryText(viewOf({ query: field(body, "list").slice(0, LONGEST_LIST_QUERY) }));
  const reading = readNaming(desk, body);
  if (!reading.ok) {
    const given = { name: field(body, "name"), team: field(body, "team") };
    return reply.code(422).send(newListPage(context, desk, query, given, reading.problems));
  }
  const { visit, officer } = desk;
  await context.savedLists.add(visit.council.id, { id: key, officer: officer.id, query, ...reading.naming }, visit.now);
  return reply.redirect(addressOf(viewOf({ query })), 303);
}

function changePurpose(id: string): string {
  return `list:change:${id}`;
}

async function showList(context: Context, desk: Desk, request: FastifyRequest<Place>): Promise<string> {
  const list = await listOf(context, desk, request);
  const key = deskKey(context, desk, changePurpose(list.id));
  return listPage(context, desk, { list, given: { name: list.name, team: list.team ?? "" }, key, problems: [] });
}

async function change(context: Context, desk: Desk, request: FastifyRequest<Place>, reply: FastifyReply) {
  const list = await listOf(context, desk, request);
  const body = await formOf(request);
  checkDeskKey(desk, changePurpose(list.id), body);
  const reading = readNaming(desk, body, list);
  if (!reading.ok) {
    const given = { name: field(body, "name"), team: field(body, "team") };
    const key = deskKey(context, desk, changePurpose(list.id));
    return reply.code(422).send(listPage(context, desk, { list, given, key, problems: reading.problems }));
  }
  await context.savedLists.change(desk.visit.council.id, list.id, reading.naming);
  return reply.redirect("/desk/lists", 303);
}

async function remove(context: Context, desk: Desk, request: FastifyRequest<Place>, reply: FastifyReply) {
  const list = await listOf(context, desk, request);
  checkDeskKey(desk, removePurpose(list.id), await formOf(request));
  await context.savedLists.remove(desk.visit.council.id, list.id);
  return reply.redirect("/desk/lists", 303);
}

/** Lists saved under a name. */
export function listRoutes(app: FastifyInstance, context: Context): void {
  app.get(
    "/lists",
    forOfficers(context, "cases.read", async (desk) => savedListsPage(context, desk, await savedListsOf(context, desk))),
  );
  app.post(
    "/lists",
    forOfficers(context, "cases.read", (desk, request, reply) => save(context, desk, request, reply)),
  );
  app.get(
    "/lists/new",
    forOfficers(context, "cases.read", async (desk, request) => {
      const query = queryText({ ...readView(request.query), after: "" });
      return newListPage(context, desk, query, { name: "", team: "" }, []);
    }),
  );
  app.get(
    "/lists/:id",
    forOfficers<Place>(context, "cases.read", (desk, request) => showList(context, desk, request)),
  );
  app.post(
    "/lists/:id",
    forOfficers<Place>(context, "cases.read", (desk, request, reply) => change(context, desk, request, reply)),
  );
  app.post(
    "/lists/:id/delete",
    forOfficers<Place>(context, "cases.read", (desk, request, reply) => remove(context, desk, request, reply)),
  );
}

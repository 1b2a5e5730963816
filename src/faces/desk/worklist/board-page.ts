import type { FastifyInstance, FastifyRequest } from "fastify";

import type { BoardColumn } from "../../../cases/board.ts";
import type { Case } from "../../../cases/case.ts";
import { backLink } from "../../../components/back-link.ts";
import { button } from "../../../components/button.ts";
import type { Html, Slot } from "../../../components/html.ts";
import { html } from "../../../components/html.ts";
import { select } from "../../../components/select.ts";
import type { Context } from "../../../context.ts";
import type { PublishedService, Stage } from "../../../definition/service.ts";
import { officerNames } from "../../../people/officer-names.ts";
import { priorityTag } from "../case-words.ts";
import type { Desk } from "../desk.ts";
import { forOfficers } from "../desk.ts";
import { deskPage } from "../layout.ts";
import type { Listing } from "./columns.ts";
import { columnsThereAre, listingOf } from "./columns.ts";
import { servicesSeen, teamsOf } from "./list-query.ts";
import type { View } from "./view.ts";
import { addressOf, HOLDERS, readView, USUAL } from "./view.ts";
import { countText } from "./view-links.ts";

function chooser(services: readonly PublishedService[], view: View): Html {
  const titles = services.map(({ id, title }) => ({ value: id, text: title }));
  const holders = Object.entries({ anyone: HOLDERS.anyone, me: HOLDERS.me }).map(([value, text]) => ({ value, text }));
  return html`<form method="get" action="/desk/board" class="guildhall-filters">${select({ id: "service", name: "service", label: { text: "Service" }, items: [{ value: "", text: "Choose" }, ...titles], value: view.service })}
${select({ id: "holder", name: "holder", label: { text: "Taken by" }, items: holders, value: view.holder })}${button({ text: "Show the board", classes: "govuk-button--secondary" })}</form>`;
}

function card(item: Case, listing: Listing): Html {
  const due = columnsThereAre(undefined).find(({ name }) => name === "due");
  const holder = item.officer === listing.desk.officer.id ? "You" : (listing.names.get(item.officer ?? "") ?? "Nobody");
  const cell = due?.cell(item, listing);
  return html`<li class="guildhall-board__card"><a class="govuk-link guildhall-reference" href="/desk/cases/${item.reference}">${item.reference}</a>
<span class="guildhall-words">${item.person.name ?? "No name given"}</span><span>${cell?.html ?? cell?.text}</span><span>${priorityTag(item.priority)}</span><span class="guildhall-small">${holder}</span></li>`;
}

function column(stage: Stage, found: BoardColumn | undefined, view: View, listing: Listing): Html {
  const { cases, ...count } = found ?? { cases: [], count: 0, many: false };
  const rest = addressOf({ ...USUAL, service: view.service, holder: view.holder, team: view.team, stage: stage.id });
  const more: Slot =
    count.count > cases.length &&
    html`<p class="govuk-body"><a class="govuk-link" href="${rest}">All ${countText(count)} at ${stage.title}</a></p>`;
  const list =
    cases.length > 0 ? html`<ul class="govuk-list">${cases.map((item) => card(item, listing))}</ul>` : html`<p class="govuk-hint">None</p>`;
  return html`<section class="guildhall-board__column"><h2 class="govuk-heading-s">${stage.title} <span class="guildhall-count">${countText(count)}</span></h2>${list}${more}</section>`;
}

async function columns(context: Context, desk: Desk, service: PublishedService, view: View): Promise<Html> {
  const { id } = desk.visit.council;
  const stages = [...service.case.stages.values()].filter(({ closed }) => !closed);
  const mine = view.holder === "me" ? { officer: desk.officer.id } : {};
  const query = { teams: teamsOf(desk, view.team), service: service.id, stages: stages.map((stage) => stage.id), ...mine };
  const found = await context.worklist.board(id, query);
  const officers = [...found.values()].flatMap(({ cases }) => cases.flatMap(({ officer }) => (officer === null ? [] : [officer])));
  const listing = listingOf(context, desk, await officerNames(context.database, id, officers));
  return html`<div class="guildhall-board">${stages.map((stage) => column(stage, found.get(stage.id), view, listing))}</div>`;
}

async function boardPage(context: Context, desk: Desk, request: FastifyRequest): Promise<string> {
  const view = readView(request.query);
  const services = servicesSeen(context, desk).filter((one) => one.case.stages.size > 0);
  const service = services.find(({ id }) => id === view.service);
  return deskPage(context, desk, {
    title: service === undefined ? "Board" : `Board: ${service.title}`,
    before: backLink({ href: "/desk", text: "Cases" }),
    main: html`<h1 class="govuk-heading-l">Board</h1>${chooser(services, view)}
${service === undefined ? html`<p class="govuk-body">Choose a service to see its open cases by stage.</p>` : await columns(context, desk, service, view)}`,
  });
}

/** The open cases of a service as columns, one for each stage. */
export function boardRoutes(app: FastifyInstance, context: Context): void {
  app.get(
    "/board",
    forOfficers(context, "cases.read", (desk, request) => boardPage(context, desk, request)),
  );
}

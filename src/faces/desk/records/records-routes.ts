import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

import { date } from "../../../answers/date.ts";
import { textOf } from "../../../answers/reading.ts";
import { backLink } from "../../../components/back-link.ts";
import { html } from "../../../components/html.ts";
import { insetText } from "../../../components/inset-text.ts";
import type { Case } from "../../../cases/case.ts";
import type { Context } from "../../../context.ts";
import { officerNames } from "../../../people/officer-names.ts";
import { sightOf } from "../../../people/rights.ts";
import { isUuid } from "../../../platform/ids.ts";
import { countDue, listDue } from "../../../records/due-store.ts";
import { erasedLog } from "../../../records/erased-log.ts";
import { keptVersions } from "../../../records/erase-due.ts";
import { holdsStanding, liftHold, placeHold } from "../../../records/holds.ts";
import type { FormBody } from "../../shared/form-body.ts";
import { EMPTY_FORM, field } from "../../shared/form-body.ts";
import { formOf } from "../../shared/multipart.ts";
import { oneText } from "../../shared/query.ts";
import { openedCase } from "../case/case-sheet.ts";
import type { Desk } from "../desk.ts";
import { checkDeskKey, deskKey, forOfficers } from "../desk.ts";
import { deskPage } from "../layout.ts";
import { placeAfter, readPlace } from "../worklist/view.ts";
import { DAY_QUESTION, duePage } from "./due-page.ts";
import type { HoldReading } from "./hold-form.ts";
import { holdForm, holdSummary, readHold } from "./hold-form.ts";
import { holdsPage } from "./holds-page.ts";
import { personRoutes } from "./person-routes.ts";
import { logPage } from "./log-page.ts";

const PARTS = ["day", "month", "year"] as const;

/** What is due by a day: the session, the versions, the counts and a page of the cases; four statements. */
async function showDue(context: Context, desk: Desk, { query }: FastifyRequest, reply: FastifyReply) {
  const { visit, officer } = desk;
  const fields = new Map(PARTS.map((part) => [`by.${part}`, [oneText(query, `by.${part}`)]]));
  const reading = date.read(DAY_QUESTION, fields, "", { today: visit.today, files: [] });
  const day = reading.ok && reading.answer !== null ? textOf(reading.answer) : visit.today;
  const council = visit.council.id;
  const asked = {
    teams: sightOf(officer, visit.council),
    day,
    versions: await keptVersions(context.database, context.councils, council),
  };
  const after = readPlace(visit, oneText(query, "after"));
  const [counts, list] = await Promise.all([countDue(context.database, council, asked), listDue(context.database, council, asked, after)]);
  const last = list.cases.at(-1);
  const place = list.more && last !== undefined ? placeAfter(visit, { at: last.closedAt, id: last.id }) : undefined;
  const [year = "", month = "", dayPart = ""] = day.split("-");
  const next = place === undefined ? undefined : `/desk/records?by.day=${dayPart}&by.month=${month}&by.year=${year}&after=${place}`;
  const problems = reading.ok ? [] : reading.problems;
  return reply.code(reading.ok ? 200 : 422).send(duePage(context, desk, { day, counts, cases: list.cases, next, fields, problems }));
}

async function showLog(context: Context, desk: Desk, { query }: FastifyRequest): Promise<string> {
  const { visit, officer } = desk;
  const council = visit.council.id;
  const found = await erasedLog(context.database, council, sightOf(officer, visit.council), readPlace(visit, oneText(query, "after")));
  const names = await officerNames(
    context.database,
    council,
    found.erasures.flatMap((one) => one.officer ?? []),
  );
  const last = found.erasures.at(-1);
  const next = found.more && last !== undefined ? `/desk/records/log?after=${placeAfter(visit, last)}` : undefined;
  return logPage(context, desk, { erasures: found.erasures, names, next });
}

async function showHolds(context: Context, desk: Desk, { query }: FastifyRequest): Promise<string> {
  const { council, today } = desk.visit;
  const holds = await holdsStanding(context.database, council.id, today, sightOf(desk.officer, council));
  const names = await officerNames(
    context.database,
    council.id,
    holds.flatMap(({ officer }) => officer ?? []),
  );
  return holdsPage(context, desk, { holds, names, done: oneText(query, "done") });
}

async function lift(context: Context, desk: Desk, request: FastifyRequest, reply: FastifyReply) {
  const body = await formOf(request);
  checkDeskKey(desk, "lift-hold", body);
  const hold = field(body, "hold");
  const { council, now } = desk.visit;
  const lifting = { officer: desk.officer.id, at: now, teams: sightOf(desk.officer, council) };
  if (isUuid(hold)) await liftHold(context.database, council.id, hold, lifting);
  return reply.redirect("/desk/records/holds?done=lifted", 303);
}

type CaseRequest = FastifyRequest<{ Params: { reference: string } }>;

function holdPage(context: Context, desk: Desk, item: Case, body: FormBody, problems: HoldReading & { ok: false }): string {
  const key = deskKey(context, desk, `hold:${item.id}`);
  const asking =
    item.erasedAt === null
      ? holdForm(key, `/desk/records/hold/${item.reference}`, body, problems.problems)
      : insetText({ text: "What is personal in this case has been erased. There is nothing to hold." });
  return deskPage(context, desk, {
    title: `Legal hold on ${item.reference}`,
    before: backLink({ href: `/desk/cases/${item.reference}`, text: "Back to the case" }),
    error: problems.problems.length > 0,
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${holdSummary(problems.problems)}
<span class="govuk-caption-l">${item.reference}</span><h1 class="govuk-heading-l">Place a legal hold</h1>
<p class="govuk-body">Nothing of this case is erased while the hold stands.</p>${asking}</div></div>`,
  });
}

const NO_PROBLEMS = { ok: false, problems: [] } as const;

async function showHold(context: Context, desk: Desk, request: CaseRequest): Promise<string> {
  return holdPage(context, desk, await openedCase(context, desk, request.params.reference), EMPTY_FORM, NO_PROBLEMS);
}

async function postHold(context: Context, desk: Desk, request: CaseRequest, reply: FastifyReply) {
  const item = await openedCase(context, desk, request.params.reference);
  const body = await formOf(request);
  const key = checkDeskKey(desk, `hold:${item.id}`, body);
  const reading = readHold(body, desk.visit.today);
  if (!reading.ok) return reply.code(422).send(holdPage(context, desk, item, body, reading));
  const { reason, until } = reading;
  const wish = { on: { caseId: item.id }, reason, until, officer: desk.officer.id, at: desk.visit.now, key };
  const placed = await context.database.transaction((within) => placeHold(within, item.council, wish));
  if (placed) return reply.redirect(`/desk/cases/${item.reference}`, 303);
  return reply.code(409).send(holdPage(context, desk, { ...item, erasedAt: desk.visit.now }, body, NO_PROBLEMS));
}

/** What is kept, what is due to go, what is held and what has gone: for officers who manage records. */
export function recordsRoutes(app: FastifyInstance, context: Context): void {
  const needs = "records.manage";
  personRoutes(app, context);
  app.get(
    "/records",
    forOfficers(context, needs, (desk, request, reply) => showDue(context, desk, request, reply)),
  );
  app.get(
    "/records/log",
    forOfficers(context, needs, (desk, request) => showLog(context, desk, request)),
  );
  app.get(
    "/records/holds",
    forOfficers(context, needs, (desk, request) => showHolds(context, desk, request)),
  );
  app.post(
    "/records/lift",
    forOfficers(context, needs, (desk, request, reply) => lift(context, desk, request, reply)),
  );
  app.get(
    "/records/hold/:reference",
    forOfficers<{ Params: { reference: string } }>(context, needs, (desk, request) => showHold(context, desk, request)),
  );
  app.post(
    "/records/hold/:reference",
    forOfficers<{ Params: { reference: string } }>(context, needs, (desk, request, reply) => postHold(context, desk, request, reply)),
  );
}

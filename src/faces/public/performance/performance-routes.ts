import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Context } from "../../../context.ts";
import { performanceCsv, titleOf } from "../../../measures/performance-csv.ts";
import { byService, performance } from "../../../measures/performance.ts";
import type { Period } from "../../../measures/period.ts";
import { periodOf } from "../../../measures/period.ts";
import type { MonthlyMeasure } from "../../../measures/measure-store.ts";
import { refusal } from "../../../platform/http/errors.ts";
import type { Visit } from "../../shared/visit.ts";
import { visitIn, visitOf } from "../../shared/visit.ts";
import type { ServiceLine } from "./performance-pages.ts";
import { overviewPage, servicePage } from "./performance-pages.ts";

type PeriodQuery = { readonly Querystring: { readonly months?: unknown }; readonly Params: { readonly service: string } };

const SERVICE_ID = /^[a-z0-9_-]{1,100}$/;

/** What each service is called: those live or withdrawn, and by its id one that is offered no more. */
function titlesOf(context: Context, visit: Visit): ReadonlyMap<string, string> {
  return new Map(context.councils.known(visit.council.id).map(({ id, title }) => [id, title]));
}

function overview(context: Context) {
  return async (request: FastifyRequest<PeriodQuery>, reply: FastifyReply) => {
    const visit = visitIn(context, await visitOf(context, request), "en");
    const period = periodOf(request.query.months, visit.today);
    const { services, months } = await context.measures.overview(visit.council.id, period.from, period.until);
    const { costs } = visit.council;
    const titles = titlesOf(context, visit);
    const groups = byService(services);
    const lines = [...new Set([...titles.keys(), ...groups.keys()])].map((id): ServiceLine => {
      return { id, title: titleOf(titles, id), performance: performance(groups.get(id) ?? [], costs, []) };
    });
    lines.sort((a, b) => a.title.localeCompare(b.title, "en"));
    return sendPage(reply, overviewPage(visit, period, performance(months, costs, period.months), lines));
  };
}

function oneService(context: Context) {
  return async (request: FastifyRequest<PeriodQuery>, reply: FastifyReply) => {
    const visit = visitIn(context, await visitOf(context, request), "en");
    const asked = request.params.service;
    const id = asked.replace(/\.csv$/, "");
    if (!SERVICE_ID.test(id)) throw refusal("service-not-found");
    const period = periodOf(request.query.months, visit.today);
    const measures = await context.measures.monthlyOf(visit.council.id, period.from, period.until, id);
    const titles = titlesOf(context, visit);
    if (!titles.has(id) && measures.length === 0) throw refusal("service-not-found");
    if (id !== asked) return sendCsv(reply, visit, { name: id, period, measures, titles });
    const line = { id, title: titleOf(titles, id), performance: performance(measures, visit.council.costs, period.months) };
    return sendPage(reply, servicePage(visit, period, line));
  };
}

function everything(context: Context) {
  return async (request: FastifyRequest<PeriodQuery>, reply: FastifyReply) => {
    const visit = visitIn(context, await visitOf(context, request), "en");
    const period = periodOf(request.query.months, visit.today);
    const measures = await context.measures.monthly(visit.council.id, period.from, period.until);
    return sendCsv(reply, visit, { name: "all-services", period, measures, titles: titlesOf(context, visit) });
  };
}

interface Table {
  readonly name: string;
  readonly period: Period;
  readonly measures: readonly MonthlyMeasure[];
  readonly titles: ReadonlyMap<string, string>;
}

function sendCsv(reply: FastifyReply, { council }: Visit, { name, period, measures, titles }: Table): FastifyReply {
  const file = `performance-${council.id}-${name}-${period.months[0] ?? ""}-to-${period.months.at(-1) ?? ""}.csv`;
  reply.header("content-type", "text/csv; charset=utf-8; header=present").header("content-disposition", `attachment; filename="${file}"`);
  return reply.send(performanceCsv({ measures, costs: council.costs, titles }));
}

function sendPage(reply: FastifyReply, page: string): FastifyReply {
  return reply.type("text/html; charset=utf-8").send(page);
}

/** The public performance pages, and the same figures as CSV. One statement each. */
export function performanceRoutes(app: FastifyInstance, context: Context): void {
  app.get<PeriodQuery>("/performance", overview(context));
  app.get<PeriodQuery>("/performance.csv", everything(context));
  app.get<PeriodQuery>("/performance/:service", oneService(context));
}

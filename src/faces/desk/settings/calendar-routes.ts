import { createHash } from "node:crypto";

import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

import type { DeadlineOf } from "../../../cases/deadlines-of.ts";
import { deadlinesOf } from "../../../cases/deadlines-of.ts";
import type { Context } from "../../../context.ts";
import { officerOfCalendar } from "../../../people/officer-settings.ts";
import { sightOf } from "../../../people/rights.ts";
import { ofTeams } from "../../../councils/sight.ts";
import { startOfDay } from "../../../cases/calendar.ts";
import { dayOf } from "../../../platform/clock.ts";
import { refusal } from "../../../platform/http/errors.ts";
import type { Visit } from "../../shared/visit.ts";
import { visitOf } from "../../shared/visit.ts";
import type { CalendarEntry } from "./ical.ts";
import { icalOf } from "./ical.ts";

interface Place {
  readonly Params: { readonly token: string; readonly which: string };
}

const TOKEN = /^[\w-]{43}$/;

async function entryOf(context: Context, { council }: Visit, site: string, one: DeadlineOf): Promise<CalendarEntry> {
  const { id, reference, due, changed, events } = one;
  const service = await context.councils.version(council.id, one.service, one.version);
  // A deadline that ends with its day is a matter of that day.
  const day = dayOf(new Date(due.getTime() - 1));
  const whole = startOfDay(dayOf(due)).getTime() === due.getTime();
  return {
    uid: `${id}@${council.id}.guildhall`,
    summary: `${reference}: ${service?.title ?? one.service}`,
    url: `${site}/desk/cases/${reference}`,
    due: whole ? day : due,
    changed,
    sequence: events,
  };
}

/** Deadlines as a calendar, for whoever holds the address: references and titles, nothing of a person. */
async function feed(context: Context, request: FastifyRequest<Place>, reply: FastifyReply) {
  const visit = await visitOf(context, request);
  const { token, which } = request.params;
  const of = which === "mine.ics" ? "mine" : "teams";
  const { council } = visit;
  const officer =
    TOKEN.test(token) && (of === "mine" || which === "teams.ics")
      ? await officerOfCalendar(context.database, council.id, token)
      : undefined;
  if (officer === undefined) throw refusal("page-not-found");
  const all = sightOf(officer, council);
  const sight = of === "mine" ? all : ofTeams(all, (team) => officer.teams.includes(team));
  const found = await deadlinesOf(context.database, council.id, { sight, officer: officer.id, of });
  const own = of === "mine" ? found : found.filter(({ mentioned }) => !mentioned);
  const site = `${request.protocol}://${request.host}`;
  const entries = await Promise.all(own.map((one) => entryOf(context, visit, site, one)));
  const text = icalOf(of === "mine" ? `My deadlines, ${council.name}` : `My teams’ deadlines, ${council.name}`, entries);
  const tag = `"${createHash("sha256").update(text).digest("base64url").slice(0, 27)}"`;
  reply.header("etag", tag).header("cache-control", "private, no-cache").type("text/calendar; charset=utf-8");
  return request.headers["if-none-match"] === tag ? reply.code(304).send() : reply.send(text);
}

/** The calendars of officers, which programs subscribe to without signing in. */
export function calendarRoutes(app: FastifyInstance, context: Context): void {
  app.get<Place>("/calendar/:token/:which", (request, reply) => feed(context, request, reply));
}

import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

import type { Context } from "../../../context.ts";
import { endCalendar, newCalendarToken, officerSettings, saveOfficerSettings } from "../../../people/officer-settings.ts";
import { formOf } from "../../shared/multipart.ts";
import { oneText } from "../../shared/query.ts";
import type { Desk } from "../desk.ts";
import { checkDeskKey, forOfficers } from "../desk.ts";
import { CALENDAR_PURPOSE, SETTINGS_PURPOSE, settingsPage } from "./settings-page.ts";

async function show(context: Context, desk: Desk, request: FastifyRequest): Promise<string> {
  const settings = await officerSettings(context.database, desk.officer);
  return settingsPage(context, desk, { settings, saved: oneText(request.query, "saved") !== "" });
}

async function save(context: Context, desk: Desk, request: FastifyRequest, reply: FastifyReply) {
  const body = await formOf(request);
  checkDeskKey(desk, SETTINGS_PURPOSE, body);
  const chosen = new Set(body.fields.get("told"));
  const [given, mentioned, daily] = ["given", "mentioned", "daily"].map((name) => chosen.has(name));
  await saveOfficerSettings(context.database, desk.officer, {
    given: given === true,
    mentioned: mentioned === true,
    daily: daily === true,
  });
  return reply.redirect("/desk/settings?saved=1", 303);
}

/** The address is shown this once: only its hash is kept. */
async function makeCalendar(context: Context, desk: Desk, request: FastifyRequest, reply: FastifyReply) {
  checkDeskKey(desk, CALENDAR_PURPOSE, await formOf(request));
  const token = await newCalendarToken(context.database, context.ids, desk.officer);
  const settings = await officerSettings(context.database, desk.officer);
  const calendar = `${request.protocol}://${request.host}/desk/calendar/${token}`;
  return reply.header("cache-control", "no-store").send(settingsPage(context, desk, { settings, saved: false, calendar }));
}

async function removeCalendar(context: Context, desk: Desk, request: FastifyRequest, reply: FastifyReply) {
  checkDeskKey(desk, CALENDAR_PURPOSE, await formOf(request));
  await endCalendar(context.database, desk.officer);
  return reply.redirect("/desk/settings?saved=1", 303);
}

/** What an officer is told by email, and their calendar. */
export function settingsRoutes(app: FastifyInstance, context: Context): void {
  app.get(
    "/settings",
    forOfficers(context, "cases.read", (desk, request) => show(context, desk, request)),
  );
  app.post(
    "/settings",
    forOfficers(context, "cases.read", (desk, request, reply) => save(context, desk, request, reply)),
  );
  app.post(
    "/settings/calendar",
    forOfficers(context, "cases.read", (desk, request, reply) => makeCalendar(context, desk, request, reply)),
  );
  app.post(
    "/settings/no-calendar",
    forOfficers(context, "cases.read", (desk, request, reply) => removeCalendar(context, desk, request, reply)),
  );
}

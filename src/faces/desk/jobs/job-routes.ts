import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

import type { Context } from "../../../context.ts";
import { isUuid } from "../../../platform/ids.ts";
import { field } from "../../shared/form-body.ts";
import { formOf } from "../../shared/multipart.ts";
import { oneText } from "../../shared/query.ts";
import type { Desk } from "../desk.ts";
import { checkDeskKey, forOfficers } from "../desk.ts";
import { jobsPage } from "./jobs-page.ts";

function pageNumber(text: string): number {
  return /^[1-9]\d{0,4}$/.test(text) ? Number(text) : 1;
}

async function showJobs(context: Context, desk: Desk, request: FastifyRequest): Promise<string> {
  const number = pageNumber(oneText(request.query, "page"));
  const again = /^\d{1,6}$/.exec(oneText(request.query, "again"))?.[0];
  const found = await context.jobs.dead(desk.visit.council.id, number);
  return jobsPage(context, desk, { ...found, number, again: again === undefined ? undefined : Number(again) });
}

/** Tries one job again, or all of a kind. A job that was revived is no longer in the list, so a second press finds nothing. */
async function replay(context: Context, desk: Desk, request: FastifyRequest, reply: FastifyReply) {
  const body = await formOf(request);
  checkDeskKey(desk, "jobs", body);
  const [council, job, kind] = [desk.visit.council.id, field(body, "job"), field(body, "kind")];
  let count = 0;
  if (isUuid(job)) count = (await context.jobs.replay(council, job)) ? 1 : 0;
  else if (kind !== "") count = await context.jobs.replayAll(council, kind);
  return reply.redirect(`/desk/jobs?again=${count}`, 303);
}

/** Work that failed too often to be tried again by itself. */
export function jobRoutes(app: FastifyInstance, context: Context): void {
  app.get(
    "/jobs",
    forOfficers(context, "jobs.replay", (desk, request) => showJobs(context, desk, request)),
  );
  app.post(
    "/jobs",
    forOfficers(context, "jobs.replay", (desk, request, reply) => replay(context, desk, request, reply)),
  );
}

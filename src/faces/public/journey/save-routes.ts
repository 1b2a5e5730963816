import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

import type { Question } from "../../../answers/answer-type.ts";
import { email } from "../../../answers/email.ts";
import type { Context } from "../../../context.ts";
import { addressKey } from "../../../platform/http/rate-limits.ts";
import { refusal } from "../../../platform/http/errors.ts";
import type { FormScope } from "../../../platform/http/form-keys.ts";
import { newFormKey, readFormKey } from "../../../platform/http/form-keys.ts";
import { field } from "../../shared/form-body.ts";
import { formOf } from "../../shared/multipart.ts";
import type { Visit } from "../../shared/visit.ts";
import { visitOf } from "../../shared/visit.ts";
import { makeDraftCode } from "../../../contact/draft-codes.ts";
import { helpPage } from "./help-page.ts";
import type { JourneyStep } from "./step.ts";
import { resumePage, savedPage, savePage } from "./save-page.ts";
import type { Trip } from "./trip.ts";
import { addressOf, checkTripKey, holdDraft } from "./trip.ts";

function emailQuestion({ words, language }: Visit): Question {
  const { emailAddress: ask, yourEmail: label } = words;
  return { id: "email", type: "email", ask, label, optional: false, personal: true, settings: {}, language };
}

async function sendLink(context: Context, trip: Trip, reply: FastifyReply, request: FastifyRequest) {
  const body = await formOf(request);
  checkTripKey(trip, field(body, "key"));
  const question = emailQuestion(trip.visit);
  const reading = email.read(question, body.fields, "", { today: trip.visit.today, files: [] });
  if (!reading.ok) return reply.code(422).send(savePage(trip, field(body, "email"), reading.problems));
  const council = trip.visit.council.id;
  const to = email.text(question, reading.answer);
  context.rateLimits.spend("resume-link-address", council, addressKey(request.ip));
  context.rateLimits.spend("resume-link", council, to.toLowerCase());
  await context.resumeLinks.ask(council, trip.draft, to, trip.visit.language);
  context.jobs.wake(council);
  return reply.redirect(addressOf(trip.service, "saved"), 303);
}

/** The number is made as it is asked for, and stands in no address: asked for again, there is another. */
async function giveCode(context: Context, trip: Trip, reply: FastifyReply, request: FastifyRequest) {
  checkTripKey(trip, field(await formOf(request), "key"));
  const council = trip.visit.council.id;
  context.rateLimits.spend("resume-link-address", council, addressKey(request.ip));
  const code = await makeDraftCode(context, council, trip.draft);
  return reply.header("cache-control", "no-store").send(helpPage(trip, code));
}

/** Leaving half-way: the page that asks for an email address, and the one that says to look there. */
export function saveRoutes(app: FastifyInstance, context: Context, step: JourneyStep): void {
  app.get(
    "/services/:service/journey/save",
    step(async (_, trip) => savePage(trip, "", [])),
  );
  app.get(
    "/services/:service/journey/saved",
    step(async (_, trip) => savedPage(trip)),
  );
  app.post(
    "/services/:service/journey/help",
    step((_, trip, reply, request) => giveCode(context, trip, reply, request)),
  );
  app.post(
    "/services/:service/journey/save",
    step((_, trip, reply, request) => sendLink(context, trip, reply, request)),
  );
}

type Resume = FastifyRequest<{ Params: { token: string } }>;

function scopeOf(visit: Visit, token: string): FormScope {
  return { secret: visit.jar.secret, council: visit.council.id, visitor: token, purpose: "resume" };
}

async function openLink(context: Context, request: Resume, reply: FastifyReply) {
  const visit = await visitOf(context, request);
  const { token } = request.params;
  if (readFormKey(scopeOf(visit, token), field(await formOf(request), "key")) === undefined) throw refusal("form-not-ours");
  const id = await context.resumeLinks.use(visit.council.id, token);
  const draft = id === undefined ? undefined : await context.drafts.load(visit.council.id, id);
  if (draft === undefined) throw refusal("link-used");
  holdDraft(visit, reply, draft);
  return reply.redirect(`/services/${draft.service}/journey`, 303);
}

/** Coming back by the emailed link. */
export function resumeRoutes(app: FastifyInstance, context: Context): void {
  app.get("/resume/:token", async (request: Resume) => {
    const visit = await visitOf(context, request);
    const { token } = request.params;
    if (!(await context.resumeLinks.stands(visit.council.id, token))) throw refusal("link-used");
    return resumePage(visit, token, newFormKey(scopeOf(visit, token), context.ids.uuid(visit.now)));
  });
  app.post("/resume/:token", (request: Resume, reply) => openLink(context, request, reply));
}

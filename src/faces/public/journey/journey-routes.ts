import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

import type { Context } from "../../../context.ts";
import { inLanguage } from "../../../definition/in-language.ts";
import { tellOutcome } from "../../../journey/tell-outcome.ts";
import { walk } from "../../../journey/walk.ts";
import type { Draft } from "../../../drafts/draft-store.ts";
import { refusal } from "../../../platform/http/errors.ts";
import { newFormKey, readFormKey } from "../../../platform/http/form-keys.ts";
import type { FormScope } from "../../../platform/http/form-keys.ts";
import { findRows } from "../../shared/find-rows.ts";
import { field } from "../../shared/form-body.ts";
import { formOf } from "../../shared/multipart.ts";
import { NOTHING_TICKED } from "../../shared/declarations.ts";
import { noteOutcome } from "../../shared/send-draft.ts";
import type { Visit } from "../../shared/visit.ts";
import { visitIn, visitOf } from "../../shared/visit.ts";
import { startPage } from "../site/start-page.ts";
import { withdrawnPage } from "../site/withdrawn-page.ts";
import { answerScreen, showScreen } from "./answer.ts";
import { changedLine } from "./changed-line.ts";
import { checkPage } from "./check-page.ts";
import { sendAnswers } from "../case/answers-paper.ts";
import { donePage, outcomePage } from "./end-pages.ts";
import { giveFeedback, showFeedback } from "./feedback.ts";
import { goOn } from "./go-on.ts";
import { standingAddress } from "./onward.ts";
import { resumeRoutes, saveRoutes } from "./save-routes.ts";
import { sendJourney } from "./send.ts";
import type { JourneyPlace, JourneyRequest, Step } from "./step.ts";
import { addressOf, draftAfterSave, draftOf, heldDraft, holdDraft, tripOf } from "./trip.ts";
import type { Trip } from "./trip.ts";
import { sectionPage, tasksPage } from "./task-pages.ts";
import { isWithdrawn, showWithdrawn } from "./withdrawn.ts";

function startScope(visit: Visit, service: string): FormScope {
  // Nobody is known yet, so the seal says only that the form is ours; the draft it starts is nobody's until the cookie is set.
  return { secret: visit.jar.secret, council: visit.council.id, visitor: "", purpose: `start:${service}` };
}

/** A service that is withdrawn has a page that says what to do instead. */
async function withdrawnStart(context: Context, visit: Visit, request: FastifyRequest<{ Params: JourneyPlace }>) {
  const service = context.councils.withdrawn(visit.council.id, request.params.service);
  if (service === undefined) return undefined;
  const held = heldDraft(visit, request, service.id);
  const draft = held && (await context.drafts.load(visit.council.id, held.draft));
  const kept = draft !== undefined && draft.reference === null && Object.keys(draft.answers).length > 0;
  return withdrawnPage(visit, inLanguage(service, visit.language), kept ? "kept" : "none");
}

function currentService(context: Context, visit: Visit, id: string) {
  const service = context.councils.service(visit.council.id, id);
  if (service === undefined) throw refusal("service-not-found");
  return service;
}

async function showStart(context: Context, request: FastifyRequest<{ Params: JourneyPlace }>): Promise<string> {
  const visit = await visitOf(context, request);
  const withdrawn = await withdrawnStart(context, visit, request);
  if (withdrawn !== undefined) return withdrawn;
  const service = inLanguage(currentService(context, visit, request.params.service), visit.language);
  const held = heldDraft(visit, request, service.id);
  const draft = held && (await context.drafts.load(visit.council.id, held.draft));
  const unfinished = draft !== undefined && draft.reference === null && Object.keys(draft.answers).length > 0;
  const key = newFormKey(startScope(visit, service.id), context.ids.uuid(visit.now));
  const findings = context.config.dev ? context.councils.findings(visit.council.id, service.id) : [];
  const shown = visitIn(context, visit, service.language ?? "en");
  return startPage(shown, service, { unfinished, key, findings, onlyEnglish: shown.language !== visit.language });
}

async function start(context: Context, request: FastifyRequest<{ Params: JourneyPlace }>, reply: FastifyReply) {
  const visit = await visitOf(context, request);
  // Withdrawn while the start page was open: its address says so now.
  if (context.councils.withdrawn(visit.council.id, request.params.service) !== undefined)
    return reply.redirect(`/services/${request.params.service}`, 303);
  const service = currentService(context, visit, request.params.service);
  const id = readFormKey(startScope(visit, service.id), field(await formOf(request), "key"));
  if (id === undefined) throw refusal("form-not-ours");
  const draft = { service: service.id, version: service.version, channel: "web", officer: null } as const;
  await context.drafts.start(visit.council.id, id, { ...draft, plan: service.drafts });
  context.jobs.wake(visit.council.id);
  holdDraft(visit, reply, { ...draft, id, days: service.drafts.days });
  // Straight to the first screen, which leads on where the same key has begun before: a phone with one bar of signal waits once less.
  return reply.redirect(standingAddress({ service }, walk(service, {}, visit.today)), 303);
}

/** Not sent yet, and on the version that this browser knows of. */
function isHere({ service }: Trip, draft: Draft): boolean {
  return draft.reference === null && draft.version === service.version;
}

async function showCheck(context: Context, trip: Trip, reply: FastifyReply, request: FastifyRequest) {
  const draft = await draftOf(context, trip);
  const end = walk(trip.service, draft.answers, trip.visit.today);
  if (isHere(trip, draft) && end.at.kind === "check") return checkPage(trip, end, NOTHING_TICKED, changedLine(request, trip.visit.words));
  return goOn(context, trip, reply);
}

/** The task list of a long application, or one section's answers. */
async function showTasks(context: Context, trip: Trip, reply: FastifyReply, request: JourneyRequest) {
  const draft = await draftAfterSave(context, trip);
  const end = walk(trip.service, draft.answers, trip.visit.today);
  if (!isHere(trip, draft) || end.at.kind === "outcome" || end.sections.length === 0) return goOn(context, trip, reply);
  const named = request.params.section;
  const section = end.sections.find(({ section: { id }, status }) => id === named && status === "completed");
  if (section !== undefined) return sectionPage(trip, end, section);
  return named === undefined
    ? tasksPage(trip, end, changedLine(request, trip.visit.words))
    : reply.redirect(addressOf(trip.service, "tasks"), 303);
}

async function showOutcome(context: Context, trip: Trip, reply: FastifyReply) {
  const draft = await draftOf(context, trip);
  const end = walk(trip.service, draft.answers, trip.visit.today);
  const outcome = end.at.kind === "outcome" ? trip.service.outcomes.get(end.at.outcome) : undefined;
  if (!isHere(trip, draft) || outcome === undefined) return goOn(context, trip, reply);
  await noteOutcome(context, trip.visit, draft, outcome.id);
  return outcomePage(trip.visit, trip.service, tellOutcome(outcome, end.facts), addressOf(trip.service, end.answered.at(-1)?.id ?? ""));
}

/** What was sent, as a document. */
async function showAnswers(context: Context, trip: Trip, reply: FastifyReply) {
  const { reference } = await draftOf(context, trip);
  const item = reference === null ? undefined : await context.cases.byReference(trip.visit.council.id, reference);
  return item === undefined || item.erasedAt !== null ? goOn(context, trip, reply) : sendAnswers(context, trip.visit, item, reply);
}

async function showDone(context: Context, trip: Trip, reply: FastifyReply) {
  const draft = await draftOf(context, trip);
  const item = draft.reference === null ? undefined : await context.cases.byReference(trip.visit.council.id, draft.reference);
  if (item === undefined) return goOn(context, trip, reply);
  const own = await context.councils.version(trip.visit.council.id, item.service, item.version);
  return donePage(trip.visit, inLanguage(own ?? trip.pinned, trip.visit.language), item, draft.rated);
}

/** The web journey: start page, one screen after another, check, send, done. */
export function journeyRoutes(app: FastifyInstance, context: Context): void {
  const anyway = (run: Step) => async (request: FastifyRequest<{ Params: JourneyPlace }>, reply: FastifyReply) => {
    const visit = await visitOf(context, request);
    return run(context, await tripOf(context, visit, request, request.params.service), reply, request);
  };
  // An answer to a service that has just been withdrawn is still kept; the page that it leads to says so.
  const step = (run: Step) =>
    anyway((_, trip, reply, request) =>
      request.method === "GET" && isWithdrawn(context, trip) ? showWithdrawn(context, trip, reply) : run(context, trip, reply, request),
    );
  app.get<{ Params: JourneyPlace }>("/services/:service", (request) => showStart(context, request));
  app.post<{ Params: JourneyPlace }>("/services/:service/start", (request, reply) => start(context, request, reply));
  app.get("/services/:service/journey", step(goOn));
  app.get("/services/:service/journey/check", step(showCheck));
  app.get("/services/:service/journey/tasks", step(showTasks));
  app.get("/services/:service/journey/tasks/:section", step(showTasks));
  app.post(
    "/services/:service/journey/send",
    step(async (_, trip, reply, request) => sendJourney(context, trip, await formOf(request), reply)),
  );
  app.post(
    "/services/:service/find-rows",
    anyway((_, trip, reply, request) => {
      const { council, today } = trip.visit;
      const answers = async () => (await draftOf(context, trip)).answers;
      return findRows(context, { service: trip.service, council: council.id, draft: trip.draft, today, answers }, request, reply);
    }),
  );
  app.get("/services/:service/journey/outcome", step(showOutcome));
  app.get("/services/:service/journey/done", anyway(showDone));
  app.get("/services/:service/journey/done/answers", anyway(showAnswers));
  app.get("/services/:service/journey/feedback", anyway(showFeedback));
  app.post("/services/:service/journey/feedback", anyway(giveFeedback));
  saveRoutes(app, context, anyway);
  resumeRoutes(app, context);
  app.get(
    "/services/:service/journey/:screen",
    step((_, trip, reply, request) => showScreen(context, trip, request.params.screen, request, reply)),
  );
  app.post(
    "/services/:service/journey/:screen",
    step((_, trip, reply, request) => answerScreen(context, trip, request.params.screen, request, reply)),
  );
}

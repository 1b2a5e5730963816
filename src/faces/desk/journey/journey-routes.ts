import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

import type { Problem } from "../../../answers/answer-type.ts";
import type { Context } from "../../../context.ts";
import { script } from "../../../journey/script.ts";
import { walk } from "../../../journey/walk.ts";
import { readDeclared } from "../../shared/declarations.ts";
import { findRows } from "../../shared/find-rows.ts";
import { field } from "../../shared/form-body.ts";
import { formOf } from "../../shared/multipart.ts";
import { oneText } from "../../shared/query.ts";
import { fieldsOf } from "../../shared/read-screen.ts";
import { sendDraft } from "../../shared/send-draft.ts";
import { linkToPerson } from "../../../contact/people-store.ts";
import { doingOf, openedPerson } from "../people/asker.ts";
import { sendMoved } from "../together/send-moved.ts";
import type { Desk } from "../desk.ts";
import { checkDeskKey, forOfficers } from "../desk.ts";
import type { Call } from "./call.ts";
import { callAddress, callOf, callPurpose } from "./call.ts";
import { checkPage, donePage } from "./end-pages.ts";
import { scriptPage } from "./script-page.ts";
import { handOver, postScript, showScript } from "./script-routes.ts";
import type { StartTyped } from "./start-page.ts";
import { OFFICER_CHANNELS, startPage } from "./start-page.ts";

interface Place {
  readonly Params: { readonly draft: string };
}

type Step = (call: Call, request: FastifyRequest<Place>, reply: FastifyReply) => unknown;

async function start(context: Context, desk: Desk, request: FastifyRequest, reply: FastifyReply) {
  const body = await formOf(request);
  const key = checkDeskKey(desk, "start", body);
  const person = field(body, "person") === "" ? undefined : await openedPerson(context, desk, field(body, "person"));
  const typed: StartTyped = { service: field(body, "service"), channel: field(body, "channel"), ...(person && { person: person.id }) };
  const council = desk.visit.council.id;
  const service = context.councils.service(council, typed.service);
  const channel = OFFICER_CHANNELS.find((one) => one === typed.channel);
  if (service === undefined || channel === undefined) {
    const problems: Problem[] = [];
    if (service === undefined) problems.push({ field: "service", code: "answer-missing", message: "Select a service" });
    if (channel === undefined) problems.push({ field: "channel", code: "answer-missing", message: "Select how the person came to us" });
    return reply.code(422).send(startPage(context, desk, typed, problems));
  }
  const who = { channel, officer: desk.officer.id };
  // First whose it is: a journey that nobody began is nobody's loss.
  if (person !== undefined || desk.call !== undefined) {
    const link = { submission: key, person: person?.id ?? null, how: "started", call: desk.call?.id } as const;
    await linkToPerson(context.database, council, { ...link, ...doingOf(desk) });
  }
  await context.drafts.start(council, key, { service: service.id, version: service.version, ...who, plan: service.drafts });
  context.jobs.wake(council);
  return reply.redirect(`/desk/journeys/${key}`, 303);
}

/** In a call, it is for the person who is on the telephone or at the desk. */
function startTyped({ call }: Desk, { query }: FastifyRequest): StartTyped {
  const person = oneText(query, "person") || call?.person;
  return { service: oneText(query, "service"), channel: call?.channel ?? "", ...(person && { person }) };
}

function showCheck(context: Context, call: Call, reply: FastifyReply) {
  const end = walk(call.service, call.draft.answers, call.desk.visit.today);
  return end.at.kind === "check" ? checkPage(context, call, end) : reply.redirect(callAddress(call), 303);
}

async function send(context: Context, call: Call, request: FastifyRequest, reply: FastifyReply) {
  const { desk, draft, service } = call;
  const body = await formOf(request);
  checkDeskKey(desk, callPurpose(call), body);
  const ticks = readDeclared(service, body, "Select each statement that the person agrees with; without all of them it cannot be sent");
  const end = walk(service, draft.answers, desk.visit.today);
  if (draft.reference === null && end.at.kind === "check" && ticks.problems.length > 0)
    return reply.code(422).send(checkPage(context, call, end, ticks));
  const sender = { channel: call.channel, officer: desk.officer.id };
  const sent =
    draft.moves === null ? await sendDraft(context, desk.visit, service, draft, sender) : await sendMoved(context, desk, service, draft);
  if (sent.ok) return reply.redirect(callAddress(call, "/done"), 303);
  const problems = "stale" in sent ? [sent.stale] : sent.problems;
  if (problems.length === 0) return reply.redirect(callAddress(call), 303);
  // An answer that was right when it was given and is not now: a date that has passed.
  const now = script(service, draft.answers, desk.visit.today);
  const fields = new Map(now.screens.flatMap((screen) => [...fieldsOf(screen, draft.answers)]));
  const status = "stale" in sent ? 409 : 422;
  return reply.code(status).send(scriptPage(context, call, { script: now, fields, files: draft.files, problems }));
}

async function showDone(context: Context, call: Call, reply: FastifyReply) {
  const { draft, desk } = call;
  const item = draft.reference === null ? undefined : await context.cases.byReference(desk.visit.council.id, draft.reference);
  return item === undefined ? reply.redirect(callAddress(call), 303) : donePage(context, call, item);
}

/** A service started for a person: which and how, the script, the check, the reference. A journey that was sent leads to its reference. */
export function journeyRoutes(app: FastifyInstance, context: Context): void {
  const step = (run: Step, whenSent: "on" | "done" = "done") =>
    forOfficers<Place>(context, "cases.start", async (desk, request, reply) => {
      const call = await callOf(context, desk, request.params.draft);
      if (whenSent === "done" && call.draft.reference !== null) return reply.redirect(callAddress(call, "/done"), 303);
      return run(call, request, reply);
    });
  app.get(
    "/start",
    forOfficers(context, "cases.start", async (desk, request) => startPage(context, desk, startTyped(desk, request), [])),
  );
  app.post(
    "/start",
    forOfficers(context, "cases.start", (desk, request, reply) => start(context, desk, request, reply)),
  );
  app.get(
    "/journeys/:draft",
    step((call, request) => showScript(context, call, request)),
  );
  app.post(
    "/journeys/:draft",
    step((call, request, reply) => postScript(context, call, request, reply)),
  );
  app.post(
    "/journeys/:draft/link",
    step((call, request, reply) => handOver(context, call, request, reply)),
  );
  app.get(
    "/journeys/:draft/check",
    step((call, _request, reply) => showCheck(context, call, reply)),
  );
  app.post(
    "/journeys/:draft/find-rows",
    step(({ draft, service, desk }, request, reply) => {
      const { council, today } = desk.visit;
      const answers = () => Promise.resolve(draft.answers);
      return findRows(context, { service, council: council.id, draft: draft.id, today, answers }, request, reply);
    }),
  );
  app.post(
    "/journeys/:draft/send",
    step((call, request, reply) => send(context, call, request, reply), "on"),
  );
  app.get(
    "/journeys/:draft/done",
    step((call, _request, reply) => showDone(context, call, reply), "on"),
  );
}

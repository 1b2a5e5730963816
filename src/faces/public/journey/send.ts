import type { FastifyReply } from "fastify";

import type { Context } from "../../../context.ts";
import { walk } from "../../../journey/walk.ts";
import { readDeclared } from "../../shared/declarations.ts";
import type { FormBody } from "../../shared/form-body.ts";
import { field } from "../../shared/form-body.ts";
import { fieldsOf } from "../../shared/read-screen.ts";
import { sendDraft } from "../../shared/send-draft.ts";
import { checkPage } from "./check-page.ts";
import { questionPage } from "./question-page.ts";
import type { Trip } from "./trip.ts";
import { addressOf, checkTripKey, draftOf, shownVersion } from "./trip.ts";
import { isWithdrawn } from "./withdrawn.ts";

/** Sends a journey and goes to its reference, or to where the journey stands instead. */
export async function sendJourney(context: Context, trip: Trip, body: FormBody, reply: FastifyReply) {
  checkTripKey(trip, field(body, "key"));
  const { visit, service } = trip;
  if (isWithdrawn(context, trip)) return reply.redirect(addressOf(service), 303);
  const draft = await draftOf(context, trip);
  // What the person has checked is what is sent: on another version they see it again first.
  const checked = shownVersion(body) ?? service.version;
  if (draft.reference === null && (checked !== draft.version || service.version !== draft.version))
    return reply.redirect(addressOf(service), 303);
  const ticks = readDeclared(service, body, visit.words.confirmAll);
  const end = walk(service, draft.answers, visit.today);
  if (draft.reference === null && end.at.kind === "check" && ticks.problems.length > 0)
    return reply.code(422).send(checkPage(trip, end, ticks));
  const sent = await sendDraft(context, visit, service, draft, { channel: "web", officer: null });
  if (sent.ok) return reply.redirect(addressOf(service, "done"), 303);
  const { at, problems } = sent;
  if (at.kind === "outcome") return reply.redirect(addressOf(service, "outcome"), 303);
  if (problems.length === 0) return reply.redirect(addressOf(service, at.screen.id), 303);
  // An answer that was right when it was given and is not now: a date that has passed.
  const shown = {
    screen: at.screen,
    fields: fieldsOf(at.screen, draft.answers),
    problems,
    files: draft.files,
    stated: end.stated,
    kept: draft.answers,
  };
  return reply.code(422).send(questionPage({ trip, ...shown, back: addressOf(service, "check"), from: "check" }));
}

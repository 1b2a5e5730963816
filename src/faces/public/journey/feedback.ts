import type { FastifyReply, FastifyRequest } from "fastify";

import type { Context } from "../../../context.ts";
import { derivedUuid } from "../../../platform/ids.ts";
import { field } from "../../shared/form-body.ts";
import { formOf } from "../../shared/multipart.ts";
import { thanksPage } from "./end-pages.ts";
import { feedbackPage } from "./feedback-page.ts";
import type { Trip } from "./trip.ts";
import { addressOf, checkTripKey, draftOf } from "./trip.ts";

export async function showFeedback(context: Context, trip: Trip, reply: FastifyReply) {
  const draft = await draftOf(context, trip);
  if (draft.reference === null) return reply.redirect(addressOf(trip.service), 303);
  if (draft.rated) return thanksPage(trip.visit, trip.service);
  return feedbackPage(trip, { score: "", comment: "" }, []);
}

/** Takes the rating of a sent journey, once. */
export async function giveFeedback(context: Context, trip: Trip, reply: FastifyReply, request: FastifyRequest) {
  const body = await formOf(request);
  checkTripKey(trip, field(body, "key"));
  const council = trip.visit.council.id;
  const draft = await draftOf(context, trip);
  const item = draft.reference === null ? undefined : await context.cases.byReference(council, draft.reference);
  if (item === undefined) return reply.redirect(addressOf(trip.service), 303);
  if (draft.rated) return thanksPage(trip.visit, trip.service);
  const typed = { score: field(body, "score"), comment: field(body, "comment") };
  const asking = { council, caseId: item.id, channel: "web", officer: null, roles: [], key: derivedUuid("rating", draft.id) } as const;
  const applied = await context.cases.apply(asking, { kind: "rate", score: Number(typed.score), comment: typed.comment });
  if (!applied.ok) {
    const { refusal } = applied;
    const { words } = trip.visit;
    const at = refusal.code === "field" ? refusal.field : "score";
    const problem = { field: at, code: refusal.code, message: at === "comment" ? words.commentLong : words.chooseScore };
    return reply.code(422).send(feedbackPage(trip, typed, [problem]));
  }
  await context.drafts.rated(council, draft.id);
  context.jobs.wake(council);
  return thanksPage(trip.visit, trip.service);
}

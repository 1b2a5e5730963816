import type { FastifyReply } from "fastify";

import type { Context } from "../../../context.ts";
import type { Draft } from "../../../drafts/draft-store.ts";
import { moveOn } from "../../../journey/move-on.ts";
import { walk } from "../../../journey/walk.ts";
import { refusal } from "../../../platform/http/errors.ts";
import { standingAddress } from "./onward.ts";
import type { Trip } from "./trip.ts";
import { addressOf, draftOf, holdDraft, tripIn } from "./trip.ts";

/** Said in the address, on the page that a person comes back to, where the form has changed in a way that matters to them. */
export const FORM_CHANGED = "form=changed";

/**
 * The first screen without an answer, the outcome, the answers to check, or the reference: wherever the journey stands. A journey that a
 * person comes back to moves on to the live version where it may.
 */
export async function goOn(context: Context, trip: Trip, reply: FastifyReply) {
  const draft = await draftOf(context, trip);
  if (draft.reference !== null) return reply.redirect(addressOf(trip.service, "done"), 303);
  const { at, answers, matters } = await latest(context, await onItsVersion(context, trip, draft, reply), draft, reply);
  const address = standingAddress(at, walk(at.service, answers, at.visit.today));
  return reply.redirect(matters ? `${address}?${FORM_CHANGED}` : address, 303);
}

/** The trip on the version that its draft has, where another tab or device has moved it on. */
export async function onItsVersion(context: Context, trip: Trip, draft: Draft, reply: FastifyReply): Promise<Trip> {
  if (draft.version === trip.service.version) return trip;
  const pinned = await context.councils.version(trip.visit.council.id, draft.service, draft.version);
  if (pinned === undefined) throw refusal("journey-not-found");
  holdDraft(trip.visit, reply, draft);
  return tripIn(context, { ...trip, pinned }, trip.visit.language);
}

interface Latest {
  readonly at: Trip;
  readonly answers: Draft["answers"];
  readonly matters: boolean;
}

async function latest(context: Context, trip: Trip, draft: Draft, reply: FastifyReply): Promise<Latest> {
  const stays = { at: trip, answers: draft.answers, matters: false };
  const { visit } = trip;
  const live = context.councils.service(visit.council.id, draft.service);
  if (live === undefined || live.version === draft.version) return stays;
  const moving = moveOn(trip.pinned, live, draft.answers, visit.today);
  if (!moving.ok) return stays;
  const moved = await context.drafts.move(visit.council.id, draft, live.version, moving.dropped);
  // An answer has come between: the journey stays for now, and moves when its person comes back again.
  if (!moved) return stays;
  holdDraft(visit, reply, { ...draft, version: live.version });
  return { at: tripIn(context, { ...trip, pinned: live }, visit.language), answers: moving.answers, matters: moving.matters };
}

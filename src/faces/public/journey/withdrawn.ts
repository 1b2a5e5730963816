import type { FastifyReply } from "fastify";

import type { Context } from "../../../context.ts";
import { withdrawnPage } from "../site/withdrawn-page.ts";
import type { Trip } from "./trip.ts";
import { addressOf, draftOf } from "./trip.ts";

export function isWithdrawn(context: Context, { visit, service }: Trip): boolean {
  return context.councils.withdrawn(visit.council.id, service.id) !== undefined;
}

/** What a person meets who comes on with a journey of a service that is withdrawn: their answers are safe. One who has sent sees the reference. */
export async function showWithdrawn(context: Context, trip: Trip, reply: FastifyReply) {
  const draft = await draftOf(context, trip);
  if (draft.reference !== null) return reply.redirect(addressOf(trip.service, "done"), 303);
  return withdrawnPage(trip.visit, trip.service, Object.keys(draft.answers).length > 0 ? "kept" : "none");
}

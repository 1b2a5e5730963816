import type { Walk } from "../../../journey/walk.ts";
import type { Trip } from "./trip.ts";
import { addressOf } from "./trip.ts";

/** Where a walk stands, as an address. */
export function standingAddress(trip: Pick<Trip, "service">, { at }: Walk): string {
  if (at.kind === "screen") return addressOf(trip.service, at.screen.id);
  return addressOf(trip.service, at.kind === "outcome" ? "outcome" : "check");
}

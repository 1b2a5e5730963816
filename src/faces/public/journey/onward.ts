import type { FastifyRequest } from "fastify";

import type { Screen } from "../../../definition/service.ts";
import { sectionOf } from "../../../journey/parts.ts";
import type { Walk } from "../../../journey/walk.ts";
import { oneText } from "../../shared/query.ts";
import type { Trip } from "./trip.ts";
import { addressOf } from "./trip.ts";

/** Where a person came from to change an answer, and goes back to; undefined on the way through. */
export type From = "check" | "section" | undefined;

export function fromOf(request: FastifyRequest): From {
  const from = oneText(request.query, "from");
  return from === "check" || from === "section" ? from : undefined;
}

export function fromQuery(from: From): string {
  return from === undefined ? "" : `?from=${from}`;
}

/** Where a walk stands, as an address. One that stands in a section, or has completed them all, stands at the task list. */
export function standingAddress(trip: Pick<Trip, "service">, walk: Walk): string {
  const { at, sections } = walk;
  if (at.kind === "outcome") return addressOf(trip.service, "outcome");
  if (sections.length > 0) return addressOf(trip.service, "tasks");
  return addressOf(trip.service, at.kind === "screen" ? at.screen.id : "check");
}

/** The page before a screen. */
export function backOf(trip: Trip, walk: Walk, screen: Screen, from: From): string {
  const { service } = trip;
  const section = sectionOf(walk, screen);
  if (from === "check" && walk.at.kind === "check") return addressOf(service, "check");
  if (from === "section" && section !== undefined) return addressOf(service, `tasks/${section.section.id}`);
  const way = section === undefined ? walk.answered : section.answered;
  const index = way.indexOf(screen);
  const before = index === -1 ? way.at(-1) : way[index - 1];
  if (before !== undefined) return addressOf(service, before.id);
  return section === undefined ? `/services/${service.id}` : addressOf(service, "tasks");
}

/** The page after a screen that was answered: a person who goes back and on again passes every page in order. */
export function nextAddress(trip: Trip, walk: Walk, screen: Screen, from: From): string {
  const { service } = trip;
  const section = sectionOf(walk, screen);
  if (walk.at.kind === "outcome") return addressOf(service, "outcome");
  if (from === "check" && walk.at.kind === "check") return addressOf(service, "check");
  if (section === undefined) return from === undefined ? nextOf(trip, walk, screen) : backOn(trip, walk, from);
  if (from !== undefined) return section.next === undefined ? sectionEnd(trip, section.section.id, from) : onIn(trip, section.next, from);
  const after = section.answered[section.answered.indexOf(screen) + 1] ?? section.next;
  return after === undefined ? addressOf(service, "tasks") : addressOf(service, after.id);
}

function nextOf(trip: Trip, walk: Walk, screen: Screen): string {
  const index = walk.answered.indexOf(screen);
  const next = index === -1 ? undefined : walk.answered[index + 1];
  // What comes after the last of the first questions is the task list, however much of it is filled in.
  if (next === undefined || sectionOf(walk, next) !== undefined) return standingAddress(trip, walk);
  return addressOf(trip.service, next.id);
}

/** A change that opens a question, or changes a fact, leads there, and from there back to the answers to check. */
function backOn(trip: Trip, walk: Walk, from: From): string {
  const stands = standingAddress(trip, walk);
  return walk.at.kind === "screen" && walk.sections.length === 0 ? stands + fromQuery(from) : stands;
}

function onIn(trip: Trip, next: Screen, from: From): string {
  return `${addressOf(trip.service, next.id)}${fromQuery(from)}`;
}

function sectionEnd(trip: Trip, section: string, from: From): string {
  return addressOf(trip.service, from === "section" ? `tasks/${section}` : "tasks");
}

import type { Act } from "./act.ts";
import { effective, plannedAfter, standingAt } from "./act.ts";

/** What somebody wants to be done with a service's versions. */
export type Wish =
  /** `version` is the number that the text has or gets. */
  | { readonly kind: "publish"; readonly version: number; readonly at?: Date | undefined }
  | { readonly kind: "roll-back"; readonly version: number; readonly at?: Date | undefined }
  | { readonly kind: "withdraw"; readonly at?: Date | undefined }
  | { readonly kind: "cancel"; readonly act: number };

export interface Actor {
  readonly by: Act["by"];
  readonly officer: string | null;
  readonly reason: string;
}

export interface Refused {
  readonly ok: false;
  readonly code: string;
  /** What is wrong and what to do, for the person who asked. */
  readonly message: string;
}

export type Decision = { readonly ok: true; readonly act: Act } | Refused;

/** How far ahead an act may be planned. Days. */
const FURTHEST = 366 * 2;
const DAY = 86_400_000;

/** The act that a wish comes to on the history there is, or why it comes to none. Pure. */
export function decideAct(service: string, acts: readonly Act[], wish: Wish, actor: Actor, now: Date): Decision {
  const made = notBefore(acts, now);
  const next = { service, number: acts.length + 1, ...actor, madeAt: made, cancels: null, version: null };
  if (wish.kind === "cancel") return cancel(acts, wish.act, { ...next, at: made, kind: "cancel" });
  const at = wish.at ?? made;
  const wrong = whenWrong(wish.at, now) ?? alreadySo(acts, wish, at);
  if (wrong !== undefined) return wrong;
  return { ok: true, act: { ...next, kind: wish.kind, at, version: wish.kind === "withdraw" ? null : wish.version } };
}

/** Programs' clocks differ a little: what is decided after an act never takes effect before it. */
function notBefore(acts: readonly Act[], now: Date): Date {
  return new Date(Math.max(now.getTime(), ...acts.map(({ madeAt }) => madeAt.getTime())));
}

function refused(code: string, message: string): Refused {
  return { ok: false, code, message };
}

function whenWrong(at: Date | undefined, now: Date): Refused | undefined {
  if (at === undefined) return undefined;
  if (Number.isNaN(at.getTime())) return refused("act-when", "Enter a date and time, like 2026-06-01 09:00");
  if (at.getTime() <= now.getTime()) return refused("act-when", "That moment has passed. Choose a later one, or do it now");
  if (at.getTime() - now.getTime() > FURTHEST * DAY) return refused("act-when", "Choose a moment within the next two years");
  return undefined;
}

function alreadySo(acts: readonly Act[], wish: Exclude<Wish, { kind: "cancel" }>, at: Date): Refused | undefined {
  const standing = standingAt(effective(acts), at);
  if (wish.kind === "withdraw") {
    if (standing.kind === "never") return refused("act-needless", "It has never been published, so there is nothing to withdraw");
    return standing.kind === "withdrawn" ? refused("act-needless", "It is withdrawn already") : undefined;
  }
  if (standing.kind === "live" && standing.version === wish.version)
    return refused("act-needless", `Version ${wish.version} is live already`);
  return undefined;
}

function cancel(acts: readonly Act[], number: number, act: Act): Decision {
  const planned = plannedAfter(effective(acts), act.madeAt).some((one) => one.number === number);
  if (!planned) return refused("act-not-planned", "That has happened or has been called off already, so it cannot be called off");
  return { ok: true, act: { ...act, cancels: number } };
}

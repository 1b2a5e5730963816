import type { Answers } from "../answers/answer-type.ts";
import { changedMeanings, diffServices } from "../definition/diff/diff-services.ts";
import type { Screen, Service } from "../definition/service.ts";
import type { Standing, Walk } from "./walk.ts";
import { walk } from "./walk.ts";

/** Whether a journey may go on under another version of its service, and what that does to it. */
export type MovingOn =
  /** Answers on its path mean something else there: it stays where it is. `because` names their questions. */
  | { readonly ok: false; readonly because: readonly string[] }
  /** `dropped` are answers that nothing asks for there, or that were given off the path to questions that mean something else now. */
  | { readonly ok: true; readonly dropped: readonly string[]; readonly answers: Answers; readonly matters: boolean };

/**
 * Whether a journey with these answers may move from one version to another: when nothing that it has answered means something else. It is
 * walked again there, and stands at the first screen that is not answered. `matters` says whether its person has anything to notice. Pure.
 */
export function moveOn(before: Service, after: Service, answers: Answers, today: string): MovingOn {
  const changed = new Set(changedMeanings(diffServices(before, after)));
  const was = walk(before, answers, today);
  const because = Object.keys(was.live).filter((id) => changed.has(id));
  if (because.length > 0) return { ok: false, because };
  const dropped = Object.keys(answers).filter((id) => changed.has(id) || !after.questions.has(id));
  const kept = Object.fromEntries(Object.entries(answers).filter(([id]) => !dropped.includes(id)));
  const is = walk(after, kept, today);
  return { ok: true, dropped, answers: kept, matters: differs(before, after, was, is) };
}

function differs(before: Service, after: Service, was: Walk, is: Walk): boolean {
  const lost = Object.keys(was.live).some((id) => is.live[id] === undefined);
  const fee = before.fee?.run(was.facts) !== after.fee?.run(is.facts);
  return lost || fee || declaredIn(before) !== declaredIn(after) || placeOf(was.at) !== placeOf(is.at);
}

function declaredIn({ declaration, declarations }: Service): string {
  return JSON.stringify([declaration, declarations]);
}

function placeOf(at: Standing): string {
  return at.kind === "screen" ? `screen ${at.screen.id}` : at.kind === "outcome" ? `outcome ${at.outcome}` : at.kind;
}

/** Whether every question of a screen is asked in another version too, and means the same there: answers to it may be kept under that one. */
export function meansTheSame(screen: Screen, before: Service, after: Service): boolean {
  const changed = changedMeanings(diffServices(before, after));
  return screen.questions.every(({ id }) => after.questions.has(id) && !changed.includes(id));
}

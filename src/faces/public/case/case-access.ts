import type { FastifyReply, FastifyRequest } from "fastify";

import type { Case } from "../../../cases/case.ts";
import { awayOf } from "../../../cases/together/tie.ts";
import { readReference } from "../../../cases/reference.ts";
import type { Context } from "../../../context.ts";
import { readCookie, setCookie } from "../../../platform/http/cookies.ts";
import { refusal } from "../../../platform/http/errors.ts";
import { addressKey } from "../../../platform/http/rate-limits.ts";
import type { Visit } from "../../shared/visit.ts";

const COOKIE = "case";
const HOURS = 2;
const MOST_MOVES = 10;

/** Lets this browser see one case for two hours. */
export function openCase(visit: Visit, reply: FastifyReply, reference: string): void {
  const expires = new Date(visit.now.getTime() + HOURS * 3_600_000);
  void reply.header("set-cookie", setCookie(visit.jar, COOKIE, reference, { expires }));
}

/** The case that an address names, where this browser may see it. Someone else's looks like one that is not there. */
export async function openedCase(
  context: Context,
  visit: Visit,
  request: FastifyRequest<{ Params: { reference: string } }>,
): Promise<Case> {
  const opened = readCookie(visit.jar, COOKIE, request.headers.cookie, visit.now);
  const item = opened === request.params.reference ? await context.cases.byReference(visit.council.id, opened) : undefined;
  if (item === undefined || item.erasedAt !== null) throw refusal("case-not-found");
  return item;
}

/** The case as which one goes on that was moved to another service; the case itself where it was not. */
export async function goingOn(context: Context, item: Case): Promise<Case> {
  let now = item;
  for (let moves = 0; moves < MOST_MOVES; moves++) {
    const away = awayOf(now);
    const next = away?.kind === "moved-to" ? await context.cases.byId(now.council, away.case) : undefined;
    if (next === undefined) return now;
    now = next;
  }
  return now;
}

function plain(text: string): string {
  return text.toLowerCase().replaceAll(/\s/g, "");
}

/** The case of a reference, where the second thing given is its person's email address or postcode. Wrong pairs are counted. */
export async function findCase(
  context: Context,
  visit: Visit,
  typed: { reference: string; proof: string },
  address: string,
): Promise<Case | undefined> {
  const reference = readReference(typed.reference);
  if (reference === undefined) return undefined;
  const council = visit.council.id;
  context.rateLimits.spend("find-a-case", council, addressKey(address));
  context.rateLimits.spend("find-a-case-reference", council, reference);
  const item = await context.cases.byReference(council, reference);
  const proofs = [item?.person.email, item?.person.postcode].filter((proof) => typeof proof === "string").map(plain);
  if (item === undefined || !proofs.includes(plain(typed.proof))) return undefined;
  context.rateLimits.giveBack("find-a-case", council, addressKey(address));
  context.rateLimits.giveBack("find-a-case-reference", council, reference);
  return item;
}

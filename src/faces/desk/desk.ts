import type { FastifyReply, FastifyRequest, RouteGenericInterface } from "fastify";

import type { Context } from "../../context.ts";
import type { Permission } from "../../councils/permission.ts";
import type { Officer } from "../../people/officer.ts";
import { may } from "../../people/permissions.ts";
import { findSession } from "../../people/sessions.ts";
import { tokenHash } from "../../platform/token.ts";
import { readCookie } from "../../platform/http/cookies.ts";
import { refusal } from "../../platform/http/errors.ts";
import type { FormScope } from "../../platform/http/form-keys.ts";
import { newFormKey, readFormKey } from "../../platform/http/form-keys.ts";
import type { FormBody } from "../shared/form-body.ts";
import { field } from "../shared/form-body.ts";
import type { Visit } from "../shared/visit.ts";
import { visitOf } from "../shared/visit.ts";
import { callIn } from "./calls/on-call.ts";
import type { OnCall } from "./calls/on-call.ts";

/** A visit of a signed-in officer. */
export interface Desk {
  readonly visit: Visit;
  readonly officer: Officer;
  /** The session's token. */
  readonly token: string;
  /** The call that they are in the middle of. */
  readonly call?: OnCall | undefined;
}

/** The cookie that holds the session's token, gone when the browser closes. */
export const SESSION_COOKIE = "desk";

/** The officer's visit: one statement. Throws `not-signed-in`. */
export async function deskOf(context: Context, request: FastifyRequest): Promise<Desk> {
  const visit = await visitOf(context, request);
  const token = readCookie(visit.jar, SESSION_COOKIE, request.headers.cookie, visit.now);
  const officer = token === undefined ? undefined : await findSession(context, visit.council.id, token);
  if (token === undefined || officer === undefined) throw refusal("not-signed-in");
  return { visit, officer, token, call: callIn(visit, request.headers.cookie, officer.id) };
}

/** Whether the officer may, where it is about no case. */
export function mayAtDesk({ officer, visit }: Desk, permission: Permission): boolean {
  return may(officer, permission, visit.council);
}

/** Makes a route's handler for officers who may do one thing. */
export function forOfficers<Route extends RouteGenericInterface = RouteGenericInterface>(
  context: Context,
  permission: Permission,
  run: (desk: Desk, request: FastifyRequest<Route>, reply: FastifyReply) => Promise<unknown>,
) {
  return async (request: FastifyRequest<Route>, reply: FastifyReply): Promise<unknown> => {
    const desk = await deskOf(context, request);
    if (!mayAtDesk(desk, permission)) throw refusal("not-permitted");
    return run(desk, request, reply);
  };
}

function scopeOf({ visit, token }: Desk, purpose: string): FormScope {
  // The hash, so that a page holds nothing from which the session could be taken over.
  return { secret: visit.jar.secret, council: visit.council.id, visitor: tokenHash(token).toString("hex"), purpose };
}

/** The hidden key of a form: tied to this session, the purpose and what it is about. */
export function deskKey(context: Context, desk: Desk, purpose: string): string {
  return newFormKey(scopeOf(desk, purpose), context.ids.uuid(desk.visit.now));
}

/** The one-time key of a posted form; undefined where it is not this session's or not for this. */
export function readDeskKey(desk: Desk, purpose: string, body: FormBody): string | undefined {
  return readFormKey(scopeOf(desk, purpose), field(body, "key"));
}

/** As `readDeskKey`. Throws `form-not-ours`. */
export function checkDeskKey(desk: Desk, purpose: string, body: FormBody): string {
  const key = readDeskKey(desk, purpose, body);
  if (key === undefined) throw refusal("form-not-ours");
  return key;
}

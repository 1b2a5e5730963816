import type { FastifyRequest } from "fastify";

import type { Context } from "../../context.ts";
import type { Council } from "../../councils/council.ts";
import { dayOf } from "../../platform/clock.ts";
import type { CookieJar } from "../../platform/http/cookies.ts";
import { refusal } from "../../platform/http/errors.ts";

/** What every handler needs to know of a request: whose site it is, and what day it is there. */
export interface Visit {
  readonly council: Council;
  readonly jar: CookieJar;
  readonly now: Date;
  /** Today in London, YYYY-MM-DD. */
  readonly today: string;
}

/** Finds the council by the host that was asked for. Throws `council-not-found` where no council answers on it. */
export async function visitOf(context: Context, request: FastifyRequest): Promise<Visit> {
  const council = context.councils.byHost(request.hostname);
  if (council === undefined) throw refusal("council-not-found");
  const now = context.clock.now();
  const secret = await context.secrets.of(council.id);
  return { council, jar: { secret, secure: context.secure }, now, today: dayOf(now) };
}

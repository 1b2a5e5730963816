import type { FastifyRequest } from "fastify";
import type { Context } from "../../context.ts";
import { findApiKey } from "../../people/api-keys.ts";
import type { ApiKey, ApiRight } from "../../people/api-keys.ts";
import { refusal } from "../../platform/http/errors.ts";
import { addressKey } from "../../platform/http/rate-limits.ts";
import type { Visit } from "../shared/visit.ts";
import { visitOf } from "../shared/visit.ts";

/** Who calls, for which council. */
export interface Caller {
  readonly visit: Visit;
  readonly key: ApiKey;
}

const BEARER = /^Bearer +(\S{1,200})$/i;

/** Milliseconds for which a key that was found is not looked up again: a revoked key stops within this time. */
const KEY_KEPT = 1000;
const MOST_KEPT = 1000;

/** Looks up keys. Calls with one key within a second share the answer, so that a busy system costs one statement a second. */
function keyFinder({ database, clock }: Context) {
  const kept = new Map<string, { readonly key: Promise<ApiKey | undefined>; readonly until: number }>();
  const look = async (name: string, council: string, text: string): Promise<ApiKey | undefined> => {
    const key = await findApiKey(database, council, text, clock.now()).catch((error: unknown) => {
      kept.delete(name);
      throw error;
    });
    // A key that is made a moment later works at once.
    if (key === undefined) kept.delete(name);
    return key;
  };
  return (council: string, text: string): Promise<ApiKey | undefined> => {
    const now = clock.now().getTime();
    const name = `${council} ${text}`;
    const found = kept.get(name);
    if (found !== undefined && now < found.until) return found.key;
    if (kept.size >= MOST_KEPT) kept.clear();
    const key = look(name, council, text);
    kept.set(name, { key, until: now + KEY_KEPT });
    return key;
  };
}

/** Tells who calls, before anything of the body is read. Throws `Refusal` where nobody may, or too often. */
export function callers(context: Context) {
  const find = keyFinder(context);
  const known = new WeakMap<FastifyRequest, Caller>();
  return {
    /** A hook for routes that only keys with this right may use. */
    require:
      (right: ApiRight) =>
      async (request: FastifyRequest): Promise<void> => {
        const visit = await visitOf(context, request);
        const council = visit.council.id;
        const given = request.headers.authorization;
        if (given === undefined) throw refusal("key-missing");
        const text = BEARER.exec(given)?.[1];
        const key = text === undefined ? undefined : await find(council, text);
        if (key === undefined) {
          context.rateLimits.spend("api-key-wrong", council, addressKey(request.ip));
          throw refusal("key-wrong");
        }
        context.rateLimits.spend("api-key", council, key.id);
        if (!key.rights.includes(right)) throw refusal("key-not-permitted");
        known.set(request, { visit, key });
      },
    /** Who sent a request that the hook let through. */
    of(request: FastifyRequest): Caller {
      const caller = known.get(request);
      if (caller === undefined) throw refusal("key-missing");
      return caller;
    },
  };
}

export type Callers = ReturnType<typeof callers>;

import type { FastifyInstance, FastifyRequest } from "fastify";
import { refusal } from "./errors.ts";

const SAFE: ReadonlySet<string> = new Set(["GET", "HEAD", "OPTIONS", "TRACE"]);

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}

/**
 * Whether a request that changes something was sent by a page of ours. Every current browser says so in `Sec-Fetch-Site`, or in `Origin`;
 * a request with neither comes from no browser, and so carries nobody's cookies unknowingly.
 */
export function fromOurPage(method: string, headers: FastifyRequest["headers"], host: string): boolean {
  if (SAFE.has(method)) return true;
  const site = headers["sec-fetch-site"];
  // "none" is the person's own doing: a reload of a posted form. "same-site" is another host, and no host but ours is trusted.
  if (site !== undefined) return site === "same-origin" || site === "none";
  const { origin } = headers;
  return origin === undefined || hostOf(origin) === host;
}

/** Refuses requests that change something and come from another site's page. `exempt` tells the API's paths, which use keys and no cookies. */
export function refuseOtherOrigins(app: FastifyInstance, exempt: (path: string) => boolean): void {
  app.addHook("onRequest", (request, _reply, done) => {
    const ours = fromOurPage(request.method, request.headers, request.host) || exempt(request.url.split("?", 1)[0] ?? "");
    done(ours ? undefined : refusal("other-site"));
  });
}

import type { FastifyInstance } from "fastify";

const POLICY = "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

const HEADERS: Readonly<Record<string, string>> = {
  "content-security-policy": POLICY,
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  // A reference or a token in an address is never told to another site.
  "referrer-policy": "same-origin",
  "permissions-policy": "camera=(), microphone=(), geolocation=(self), payment=(), usb=()",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "cache-control": "no-store",
};

const YEAR = 31_536_000;

/**
 * Sets the headers that every answer carries. Pages are personal unless their handler says otherwise, so an answer
 * that sets no `cache-control` of its own is kept nowhere. `secure` adds HSTS: only where the site is reached by https.
 */
export function addSecureHeaders(app: FastifyInstance, { secure }: { secure: boolean }): void {
  const headers = secure ? { ...HEADERS, "strict-transport-security": `max-age=${YEAR}` } : HEADERS;
  // A handler's own `cache-control` comes later and wins.
  app.addHook("onRequest", (_request, reply, done) => {
    void reply.headers(headers);
    done();
  });
}

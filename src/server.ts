import type { FastifyInstance } from "fastify";
import { fastify } from "fastify";

import type { Context } from "./context.ts";
import type { Config } from "./platform/config.ts";
import { apiFace } from "./faces/api/api-face.ts";
import { deskFace } from "./faces/desk/desk-face.ts";
import { publicFace } from "./faces/public/public-face.ts";
import { assets } from "./faces/shared/assets.ts";
import { answerError } from "./faces/shared/error-pages.ts";
import { health } from "./faces/shared/health.ts";
import { refusal } from "./platform/http/errors.ts";
import { refuseOtherOrigins } from "./platform/http/same-origin.ts";
import { addSecureHeaders } from "./platform/http/secure-headers.ts";

const MB = 1024 * 1024;

/** The HTTP server with every face on it, not yet listening. Fastify's own time-outs default to none, so all are set. */
export async function server(context: Context): Promise<FastifyInstance> {
  const app = fastify({
    logger: false,
    trustProxy: trust(context.config),
    bodyLimit: MB,
    connectionTimeout: 30_000,
    requestTimeout: 60_000,
    keepAliveTimeout: 72_000,
    forceCloseConnections: "idle",
    // Fastify's own answer is JSON; ours is a page.
    return503OnClosing: false,
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: true },
    ajv: { customOptions: { coerceTypes: false, removeAdditional: false } },
  });
  addSecureHeaders(app, context);
  refuseOtherOrigins(app, (path) => path.startsWith("/api/"));
  app.addHook("onResponse", async (request, reply) => {
    const { method, routeOptions, hostname } = request;
    const council = context.councils.byHost(hostname)?.id;
    const fields = { method, route: routeOptions.url ?? "none", status: reply.statusCode, ms: Math.round(reply.elapsedTime) };
    context.log[reply.statusCode < 400 ? "debug" : "info"]("request answered", council === undefined ? fields : { ...fields, council });
  });
  app.setErrorHandler((thrown, request, reply) => answerError(context, thrown, request, reply));
  app.setNotFoundHandler((request, reply) => answerError(context, refusal("page-not-found"), request, reply));
  refuseOnceStopping(app);
  health(app, context);
  await assets(app, context);
  await app.register(async (face) => publicFace(face, context));
  await app.register(async (face) => deskFace(face, context), { prefix: "/desk" });
  await app.register(async (face) => apiFace(face, context), { prefix: "/api" });
  return app;
}

/** Requests that are under way when the program is told to stop are finished; those that come after, on connections still open, are told to try again. */
function refuseOnceStopping(app: FastifyInstance): void {
  let stopping = false;
  app.addHook("preClose", async () => {
    stopping = true;
  });
  app.addHook("onRequest", async () => {
    if (stopping) throw refusal("stopping", { retryAfter: 5 });
  });
  // A connection kept open for more would hold the stop up until it is cut off.
  app.addHook("onSend", async (_request, reply) => {
    if (stopping) void reply.header("connection", "close");
  });
}

/** Who is believed about whom they forward for. A number of proxies counts from the nearest. */
function trust({ trustProxy }: Config): boolean | string[] | ((address: string, hop: number) => boolean) {
  if (trustProxy === false) return false;
  if (typeof trustProxy === "number") return (_address, hop) => hop < trustProxy;
  return [...trustProxy];
}

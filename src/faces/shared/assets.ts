import { createRequire } from "node:module";
import { dirname, join } from "node:path";

import fixed from "@fastify/static";
import type { FastifyInstance } from "fastify";

import { brandCss } from "../../components/brand.ts";
import type { Context } from "../../context.ts";
import { visitOf } from "./visit.ts";

const GOVUK = join(dirname(createRequire(import.meta.url).resolve("govuk-frontend/package.json")), "dist", "govuk");
const OURS = join(import.meta.dirname, "..", "public", "assets");
const HOUR = 3600;

const CACHED = `public, max-age=${HOUR}, stale-while-revalidate=${24 * HOUR}`;

/** govuk-frontend's own files, unmodified, then ours, then the council's colours. Nothing here is personal. */
export async function assets(app: FastifyInstance, context: Context): Promise<void> {
  const options = { prefix: "/assets/", decorateReply: false, index: false, cacheControl: false, setHeaders: cached } as const;
  await app.register(fixed, { ...options, root: [OURS, GOVUK], allowedPath: (path: string) => /^\/[\w.-]+\.(css|js|svg)$/.test(path) });
  app.get("/assets/brand.css", async (request, reply) => {
    const { council } = await visitOf(context, request);
    return reply
      .header("cache-control", CACHED)
      .type("text/css; charset=utf-8")
      .send(brandCss(council.colour) ?? "");
  });
}

function cached(reply: { setHeader?: (name: string, value: string) => unknown; header?: (name: string, value: string) => unknown }): void {
  if (reply.setHeader !== undefined) reply.setHeader("cache-control", CACHED);
  else reply.header?.("cache-control", CACHED);
}

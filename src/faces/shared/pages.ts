import type { FastifyInstance } from "fastify";

import type { Context } from "../../context.ts";
import { readForms } from "./form-body.ts";
import { takeFiles } from "./multipart.ts";

/** What every face of pages does: reads forms, with files or without, and sends texts as pages. */
export async function servePages(app: FastifyInstance, context: Context): Promise<void> {
  readForms(app);
  await takeFiles(app);
  app.addHook("onSend", async (_request, reply, payload) => {
    if (typeof payload === "string" && !reply.hasHeader("content-type")) void reply.type("text/html; charset=utf-8");
    return payload;
  });
  if (context.config.dev) app.addHook("onRequest", () => context.councils.refresh());
}

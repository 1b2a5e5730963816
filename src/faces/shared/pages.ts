import type { FastifyInstance } from "fastify";

import type { Context } from "../../context.ts";
import { readForms } from "./form-body.ts";
import { takeFiles } from "./multipart.ts";

/** What every face of pages does: reads forms, with files or without, and sends texts as pages. */
export async function servePages(app: FastifyInstance, context: Context): Promise<void> {
  readForms(app);
  await takeFiles(app);
  // Said before there is an answer: Fastify calls a text that says nothing of itself plain.
  app.addHook("onRequest", (_request, reply, done) => {
    void reply.header("content-type", "text/html; charset=utf-8");
    done();
  });
  if (context.config.dev) app.addHook("onRequest", () => context.councils.refresh());
}

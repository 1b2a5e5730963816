import { createHash } from "node:crypto";
import type { FastifyInstance } from "fastify";
import type { Context } from "../../context.ts";
import { visitOf } from "../shared/visit.ts";
import type { Visit } from "../shared/visit.ts";
import { refuseOthers } from "./only.ts";
import { openApi } from "./openapi.ts";

interface Kept {
  /** What the document was made from. */
  readonly from: string;
  readonly text: string;
  readonly tag: string;
}

/** Makes a council's document once for each set of versions and day, since its examples are dated. */
function documents(context: Context) {
  const kept = new Map<string, Kept>();
  return ({ council, today }: Visit): Kept => {
    const services = context.councils.services(council.id);
    const from = JSON.stringify([council.name, council.contact.email, today, services.map(({ id, version }) => [id, version])]);
    const found = kept.get(council.id);
    if (found?.from === from) return found;
    const text = JSON.stringify(openApi(council, services, today));
    const made = { from, text, tag: `"${createHash("sha256").update(text).digest("base64url")}"` };
    kept.set(council.id, made);
    return made;
  };
}

/** The description of the API, public and without a statement. */
export function openApiRoutes(app: FastifyInstance, context: Context): void {
  const documentOf = documents(context);
  app.get("/openapi.json", async (request, reply) => {
    const { text, tag } = documentOf(await visitOf(context, request));
    void reply.header("etag", tag).header("cache-control", "public, max-age=60");
    if (request.headers["if-none-match"] === tag) return reply.code(304).send();
    return reply.type("application/json; charset=utf-8").send(text);
  });
  refuseOthers(app, "/openapi.json", "GET");
}

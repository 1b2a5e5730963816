import type { FastifyInstance } from "fastify";
import { refusal } from "../../platform/http/errors.ts";

const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"] as const;

/** Answers every other method on an address with 405 and the methods that it has, before anything of the body is read. */
export function refuseOthers(app: FastifyInstance, url: string, allowed: "GET" | "POST"): void {
  const has: readonly string[] = allowed === "GET" ? ["GET", "HEAD"] : [allowed];
  app.route({
    method: METHODS.filter((method) => !has.includes(method)),
    url,
    onRequest: async (_request, reply) => {
      reply.header("allow", has.join(", "));
      throw refusal("method-not-allowed", { detail: `This address takes ${has.join(" and ")} only.` });
    },
    handler: async () => undefined,
  });
}

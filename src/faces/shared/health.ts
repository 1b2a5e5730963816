import type { FastifyInstance } from "fastify";

import type { Context } from "../../context.ts";
import { statement } from "../../platform/statement.ts";

const ping = statement("health-ping", "select 1 as one", { acrossCouncils: "asks only whether the database answers" });

/** `/health/live`: the program runs. `/health/ready`: it can take work now; with how much waits in the outbox. */
export function health(app: FastifyInstance, context: Context): void {
  app.get("/health/live", async () => ({ status: "live" }));
  app.get("/health/ready", async (_request, reply) => {
    try {
      await context.database.query(ping);
      return { status: "ready", jobs: await context.jobs.waiting() };
    } catch {
      return reply.code(503).header("retry-after", 5).send({ status: "not ready", code: "database-unavailable" });
    }
  });
}

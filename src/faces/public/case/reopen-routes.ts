import type { FastifyReply } from "fastify";

import type { Case } from "../../../cases/case.ts";
import type { Context } from "../../../context.ts";
import { refusal } from "../../../platform/http/errors.ts";
import { derivedUuid } from "../../../platform/ids.ts";
import type { FormBody } from "../../shared/form-body.ts";
import { field } from "../../shared/form-body.ts";
import type { Visit } from "../../shared/visit.ts";

/** Shows the page again with a reason that was refused, and why. */
type Again = (item: Case, refused: { readonly reason: string; readonly message: string }) => Promise<string>;

const LONGEST = 5000;

/** The person opens their case again, once. `key` is the page's, under which they may have written too. */
export async function reopen(
  context: Context,
  { visit, item, body, key }: { visit: Visit; item: Case; body: FormBody; key: string | undefined },
  reply: FastifyReply,
  again: Again,
): Promise<FastifyReply> {
  if (key === undefined) throw refusal("form-not-ours");
  const { words } = visit;
  context.rateLimits.spend("add-to-case", item.council, item.id);
  const asking = {
    council: item.council,
    caseId: item.id,
    channel: "web",
    officer: null,
    roles: [],
    key: derivedUuid("reopen", key),
  } as const;
  const reason = field(body, "reason");
  const applied = await context.cases.apply(asking, { kind: "reopen", by: "resident", reason });
  if (applied.ok) context.jobs.wake(item.council);
  const done = `/cases/${item.reference}?reopened=1`;
  // An open case is what they want, whoever opened it.
  const now = applied.ok ? applied.item : ((await context.cases.byId(item.council, item.id)) ?? item);
  if (applied.ok || now.closedAt === null) return reply.redirect(done, 303);
  const long = reason.trim().length > LONGEST;
  const message = long ? words.reopenLong("5,000") : words.enterReopenReason;
  // Where it is too late the page itself says so.
  if (applied.refusal.code !== "field") return reply.redirect(`/cases/${item.reference}`, 303);
  return reply.code(422).send(await again(now, { reason, message }));
}

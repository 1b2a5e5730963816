import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

import type { Problem } from "../../../answers/answer-type.ts";
import type { Case } from "../../../cases/case.ts";
import type { CaseLink } from "../../../cases/case-links.ts";
import type { Confirmation } from "../../../cases/confirmation.ts";
import type { ConfirmCommand } from "../../../cases/decide-confirmation.ts";
import type { Context } from "../../../context.ts";
import { inLanguage } from "../../../definition/in-language.ts";
import type { ConfirmPlan, PublishedService } from "../../../definition/service.ts";
import { refusal } from "../../../platform/http/errors.ts";
import type { FormScope } from "../../../platform/http/form-keys.ts";
import { newFormKey, readFormKey } from "../../../platform/http/form-keys.ts";
import { derivedUuid } from "../../../platform/ids.ts";
import { field } from "../../shared/form-body.ts";
import { formOf } from "../../shared/multipart.ts";
import type { Visit } from "../../shared/visit.ts";
import { visitIn, visitOf } from "../../shared/visit.ts";
import { answeredPage, confirmPage } from "./confirm-page.ts";

type Request = FastifyRequest<{ Params: { token: string } }>;

/** What a link is about. */
interface Asked {
  readonly token: string;
  readonly link: CaseLink;
  readonly item: Case;
  readonly service: PublishedService;
  readonly plan: ConfirmPlan;
  readonly standing: Confirmation;
}

function scopeOf(visit: Visit, token: string): FormScope {
  return { secret: visit.jar.secret, council: visit.council.id, visitor: token, purpose: "confirm" };
}

/** Two statements: the link, its case. Throws for a link that never was, is another council's, or works no longer. */
async function askedBy(context: Context, visit: Visit, token: string): Promise<Asked> {
  const council = visit.council.id;
  const link = await context.caseLinks.of(council, "confirm", token);
  const item = link && (await context.cases.byId(council, link.case_id));
  const service = item && (await context.councils.version(council, item.service, item.version));
  const standing = item?.confirmations?.[(link?.number ?? 0) - 1];
  if (link === undefined || item === undefined || service?.confirm === undefined || standing === undefined)
    throw refusal("confirm-link-over");
  // Who has answered may come back to see that they have; nobody else gets past a link that is over.
  const isOver = item.closedAt !== null || link.asked !== standing.asked || link.expires_at <= visit.now;
  if (standing.state === "waiting" && isOver) throw refusal("confirm-link-over");
  const said = inLanguage(service, visit.language);
  return { token, link, item, service: said, plan: said.confirm ?? service.confirm, standing };
}

/** A service that has no Welsh is had in English as a whole, here too. */
function readIn(context: Context, visit: Visit, { service }: Asked): Visit {
  return visitIn(context, visit, service.language ?? "en");
}

const NOTHING_TYPED = { right: "", reason: "" };

function show(context: Context, visit: Visit, asked: Asked, typed = NOTHING_TYPED, problems: readonly Problem[] = []): string {
  const key = newFormKey(scopeOf(visit, asked.token), context.ids.uuid(visit.now));
  return confirmPage(readIn(context, visit, asked), { ...asked, key, typed, problems });
}

async function look(context: Context, request: Request): Promise<string> {
  const visit = await visitOf(context, request);
  const asked = await askedBy(context, visit, request.params.token);
  if (asked.standing.state === "waiting") return show(context, visit, asked);
  return answeredPage(readIn(context, visit, asked), asked.service, asked.standing.state === "confirmed");
}

async function answer(context: Context, request: Request, reply: FastifyReply) {
  const visit = await visitOf(context, request);
  const { token } = request.params;
  const body = await formOf(request);
  if (readFormKey(scopeOf(visit, token), field(body, "key")) === undefined) throw refusal("form-not-ours");
  const asked = await askedBy(context, visit, token);
  const typed = { right: field(body, "right"), reason: field(body, "reason") };
  const waits = asked.standing.state === "waiting";
  const problem = waits ? (unclear(visit, typed) ?? (await apply(context, visit, asked, commandOf(asked.link, typed)))) : undefined;
  if (problem !== undefined) return reply.code(422).send(show(context, visit, asked, typed, [problem]));
  return reply.redirect(`/confirm/${token}`, 303);
}

function missing(field: string, message: string): Problem {
  return { field, code: "answer-missing", message };
}

/** Nothing was chosen, or what was written says the opposite of it. */
function unclear({ words }: Visit, { right, reason }: typeof NOTHING_TYPED): Problem | undefined {
  if (right === "yes") return reason.trim() === "" ? undefined : missing("right", words.yesAndWhyNot);
  return right === "no" ? undefined : missing("right", words.selectIfRight);
}

function commandOf({ number: person, asked }: CaseLink, { right, reason }: typeof NOTHING_TYPED): ConfirmCommand {
  return right === "yes" ? { kind: "confirm", person, asked } : { kind: "dispute", person, asked, reason };
}

/**
 * Does it once: the link is the one-time key, so a double press, a second tab and a retry come to the same event. What a link is too late for,
 * the page that follows says.
 */
async function apply(context: Context, visit: Visit, { link, item }: Asked, command: ConfirmCommand): Promise<Problem | undefined> {
  const council = visit.council.id;
  const key = derivedUuid("confirmation", link.id);
  const applied = await context.cases.apply({ council, caseId: item.id, channel: "web", officer: null, roles: [], key }, command);
  if (applied.ok) context.jobs.wake(council);
  if (applied.ok || applied.refusal.code !== "field") return undefined;
  const isEmpty = command.kind === "dispute" && command.reason.trim() === "";
  return missing("reason", isEmpty ? visit.words.enterNotRight : visit.words.notRightLong);
}

/** Confirming, by an emailed link, what somebody else has sent. Looking changes nothing: only the form that is posted does. */
export function confirmRoutes(app: FastifyInstance, context: Context): void {
  app.get("/confirm/:token", (request: Request) => look(context, request));
  app.post("/confirm/:token", (request: Request, reply) => answer(context, request, reply));
}

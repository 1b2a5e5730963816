import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

import { answerType } from "../../../answers/answer-types.ts";
import type { Case } from "../../../cases/case.ts";
import type { StoredEvent } from "../../../cases/event.ts";
import type { IdentifyCommand } from "../../../cases/identity.ts";
import { KNOWN } from "../../../cases/identity-event.ts";
import type { Known } from "../../../cases/identity-event.ts";
import type { Context } from "../../../context.ts";
import type { PublishedService } from "../../../definition/service.ts";
import { dayOf } from "../../../platform/clock.ts";
import { refusal } from "../../../platform/http/errors.ts";
import { eventData } from "../../shared/event-words.ts";
import type { FormBody } from "../../shared/form-body.ts";
import { field } from "../../shared/form-body.ts";
import { formOf } from "../../shared/multipart.ts";
import { openedCase } from "../case/case-sheet.ts";
import type { Desk } from "../desk.ts";
import { checkDeskKey, forOfficers } from "../desk.ts";
import { BORN, identityPage, identityPurpose } from "./identity-page.ts";
import type { IdentityShown } from "./identity-page.ts";

const MOST_FAILED = 3;
const LONGEST = 200;

type CaseRequest = FastifyRequest<{ Params: { reference: string } }>;

function passed(event: StoredEvent): boolean {
  return eventData(event)["passed"] === true;
}

/**
 * The last check of today, or of the call that the officer is in, and how many failed today; undefined where there was none: a new call needs a
 * check of its own.
 */
export function checkedNow(
  { visit, call }: Desk,
  events: readonly StoredEvent[],
): { readonly passed: boolean; readonly failed: number } | undefined {
  const today = events.filter(({ kind, at }) => kind === "identified" && dayOf(at) === visit.today);
  const last = today.findLast(({ at }) => call === undefined || at >= call.startedAt);
  const failed = today.filter((event) => !passed(event)).length;
  if (last === undefined) return failed >= MOST_FAILED ? { passed: false, failed } : undefined;
  return { passed: passed(last), failed };
}

async function shownFor(context: Context, desk: Desk, item: Case): Promise<IdentityShown & { readonly service: PublishedService }> {
  const service = await context.councils.version(item.council, item.service, item.version);
  if (service === undefined) throw refusal("service-broken");
  const checked = checkedNow(desk, await context.cases.events(item.council, item.id));
  if (checked === undefined) return { item, service };
  if (checked.passed) return { item, service, result: "passed" };
  return { item, service, result: checked.failed >= MOST_FAILED ? "stopped" : "failed" };
}

async function show(context: Context, desk: Desk, request: CaseRequest, reply: FastifyReply) {
  const item = await openedCase(context, desk, request.params.reference);
  const shown = await shownFor(context, desk, item);
  if (shown.service.identity === "none") return reply.redirect(`/desk/cases/${item.reference}`, 303);
  return identityPage(context, desk, shown);
}

function commandOf(body: FormBody, today: string): IdentifyCommand {
  const said: Partial<Record<Known, string>> = {};
  for (const key of KNOWN) said[key] = field(body, key).slice(0, LONGEST);
  const born = answerType(BORN).read(BORN, body.fields, "", { today, files: [] });
  said.born = born.ok && typeof born.answer === "string" ? born.answer : bornTyped(body);
  const ticked = KNOWN.filter((key) => body.fields.get("right")?.includes(key) === true);
  return { kind: "identify", said, ticked };
}

/** A day that is none was said all the same, and is not right. */
function bornTyped(body: FormBody): string {
  const parts = ["day", "month", "year"].map((part) => field(body, `born.${part}`).trim());
  return parts.some((part) => part !== "") ? "not a day" : "";
}

async function check(context: Context, desk: Desk, request: CaseRequest, reply: FastifyReply) {
  const item = await openedCase(context, desk, request.params.reference);
  const body = await formOf(request);
  const key = checkDeskKey(desk, identityPurpose(item), body);
  const shown = await shownFor(context, desk, item);
  const command = commandOf(body, desk.visit.today);
  if (shown.result === "stopped") return reply.redirect(`/desk/cases/${item.reference}/identity`, 303);
  if (command.ticked.length === 0 && Object.values(command.said).every((text) => text === ""))
    return reply.code(422).send(identityPage(context, desk, { ...shown, nothing: true }));
  const { id: officer, roles } = desk.officer;
  const asking = { council: item.council, caseId: item.id, channel: "desk", officer, roles, key } as const;
  await context.cases.apply(asking, command);
  return reply.redirect(`/desk/cases/${item.reference}/identity`, 303);
}

/** Checking who somebody is before speaking with them about a case. */
export function identityRoutes(app: FastifyInstance, context: Context): void {
  type Params = { Params: { reference: string } };
  app.get(
    "/cases/:reference/identity",
    forOfficers<Params>(context, "cases.start", (desk, request, reply) => show(context, desk, request, reply)),
  );
  app.post(
    "/cases/:reference/identity",
    forOfficers<Params>(context, "cases.start", (desk, request, reply) => check(context, desk, request, reply)),
  );
}

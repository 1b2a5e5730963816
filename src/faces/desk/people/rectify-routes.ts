import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

import { changePerson } from "../../../contact/people-store.ts";
import type { PersonDetails, PersonRecord } from "../../../contact/person.ts";
import { casesOfRecord } from "../../../contact/person-sheet.ts";
import type { Context } from "../../../context.ts";
import { mayOnCase } from "../../../people/rights.ts";
import { derivedUuid } from "../../../platform/ids.ts";
import { field } from "../../shared/form-body.ts";
import { formOf } from "../../shared/multipart.ts";
import type { Desk } from "../desk.ts";
import { checkDeskKey, forOfficers } from "../desk.ts";
import { readWhy } from "../records/hold-form.ts";
import { askerOf, doingOf, openedPerson, personAddress } from "./asker.ts";
import { fieldsOfDetails, readDetails } from "./details-form.ts";
import { RECTIFY_PURPOSE, rectifyDone, rectifyPage, rectifyPreview } from "./rectify-page.ts";
import type { RectifyPlan } from "./rectify-plan.ts";
import { changedParts, planRectify } from "./rectify-plan.ts";

type PersonRequest = FastifyRequest<{ Params: { person: string } }>;

/** What will change in each case of theirs that the officer may manage the records of. */
async function plansFor(context: Context, desk: Desk, person: PersonRecord, now: PersonDetails): Promise<readonly RectifyPlan[]> {
  const parts = changedParts(person, now);
  const cases = await casesOfRecord(context.database, askerOf(desk), person.id);
  const mine = cases.filter((item) => item.erasedAt === null && mayOnCase(desk.officer, "records.manage", desk.visit.council, item));
  const plans = await Promise.all(
    mine.map(async (item) => {
      const service = await context.councils.version(item.council, item.service, item.version);
      return service === undefined ? [] : [planRectify(item, service, now, parts)];
    }),
  );
  return plans.flat();
}

async function correct(context: Context, desk: Desk, request: PersonRequest, reply: FastifyReply) {
  const person = await openedPerson(context, desk, request.params.person);
  const body = await formOf(request);
  const key = checkDeskKey(desk, `${RECTIFY_PURPOSE}:${person.id}`, body);
  const reading = readDetails(body, desk.visit.today);
  const { why, problems } = readWhy(body);
  const wrong = [...(reading.ok ? [] : reading.problems), ...problems];
  if (!reading.ok || wrong.length > 0) return reply.code(422).send(rectifyPage(context, desk, person, body, wrong));
  const plans = await plansFor(context, desk, person, reading.details);
  const going = plans.filter(({ parts }) => parts.length > 0);
  // What is decided on is seen first, and again where it is no longer what was seen.
  if (field(body, "go") !== "yes" || field(body, "cases") !== String(going.length))
    return reply.send(rectifyPreview(context, desk, person, body, plans));
  await changePerson(context.database, desk.visit.council.id, person.id, reading.details, doingOf(desk));
  const results = [];
  // One after another: each case has its own lock and its own event.
  for (const plan of plans) results.push({ plan, result: await rectify(context, desk, plan, { key, why }) });
  context.jobs.wake(desk.visit.council.id);
  return reply.send(rectifyDone(context, desk, person, results));
}

async function rectify(
  context: Context,
  { officer }: Desk,
  plan: RectifyPlan,
  { key, why }: { key: string; why: string },
): Promise<string> {
  const { item, question, answers, parts } = plan;
  if (question === undefined) return "As it was";
  const own = derivedUuid("rectify", key, item.id);
  const asking = { council: item.council, caseId: item.id, channel: "desk", officer: officer.id, roles: officer.roles, key: own } as const;
  const applied = await context.cases.apply(asking, { kind: "correct", question, answers, reason: why, rectifies: true });
  return applied.ok ? `Changed: ${parts.join(", ")}` : `Not changed: ${applied.refusal.message}`;
}

/** Putting right what is held of a person, in all their cases at once. */
export function rectifyRoutes(app: FastifyInstance, context: Context): void {
  type Params = { Params: { person: string } };
  app.get(
    "/people/:person/correct",
    forOfficers<Params>(context, "records.manage", async (desk, request, reply) => {
      const person = await openedPerson(context, desk, request.params.person);
      if (person.mergedInto !== null) return reply.redirect(personAddress({ id: person.mergedInto }, "/correct"), 303);
      return rectifyPage(context, desk, person, fieldsOfDetails(person));
    }),
  );
  app.post(
    "/people/:person/correct",
    forOfficers<Params>(context, "records.manage", (desk, request, reply) => correct(context, desk, request, reply)),
  );
}

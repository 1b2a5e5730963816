import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

import type { Problem } from "../../../answers/answer-type.ts";
import type { Context } from "../../../context.ts";
import { sightOf } from "../../../people/rights.ts";
import { readCookie, setCookie } from "../../../platform/http/cookies.ts";
import { eraseCasesOf, heldAmong } from "../../../records/erase-store.ts";
import type { PersonKey } from "../../../records/holds.ts";
import { placeHold } from "../../../records/holds.ts";
import { casesOfPerson, whyKept } from "../../../records/person-store.ts";
import type { FormBody } from "../../shared/form-body.ts";
import { EMPTY_FORM, field } from "../../shared/form-body.ts";
import { formOf } from "../../shared/multipart.ts";
import type { Desk } from "../desk.ts";
import { looked } from "../looks/looked.ts";
import { checkDeskKey, forOfficers } from "../desk.ts";
import { readHold, readWhy } from "./hold-form.ts";
import type { PersonCase } from "./person-page.ts";
import { PERSON_PURPOSE, personPage } from "./person-page.ts";
import { readPerson } from "./person-search.ts";

/** Keeps whom was looked for: a name has no place in an address. */
const COOKIE = "desk-person";

function keyFrom(text: string): PersonKey | undefined {
  const fields = new Map([...new URLSearchParams(text)].map(([name, value]) => [name, [value]]));
  const reading = readPerson({ fields, files: [] });
  return reading.ok ? reading.person : undefined;
}

function personOf({ visit }: Desk, request: FastifyRequest): PersonKey | undefined {
  const kept = readCookie(visit.jar, COOKIE, request.headers.cookie, visit.now);
  return kept === undefined ? undefined : keyFrom(kept);
}

async function casesFor(context: Context, desk: Desk, person: PersonKey): Promise<readonly PersonCase[]> {
  const { visit, officer } = desk;
  const council = visit.council.id;
  const found = await casesOfPerson(context.database, council, sightOf(officer, visit.council), person);
  await looked(context, desk, found, "person");
  const ids = found.map(({ id }) => id);
  const held = await heldAmong(context.database, council, ids, visit.today);
  return Promise.all(
    found.map(async (item) => {
      const service = await context.councils.version(council, item.service, item.version);
      return { item, kept: service === undefined ? "Its definition cannot be read" : whyKept(item, service, held.has(item.id)) };
    }),
  );
}

interface Shown {
  readonly body?: FormBody;
  readonly problems?: readonly Problem[];
  readonly done?: string;
}

async function page(context: Context, desk: Desk, person: PersonKey | undefined, { body = EMPTY_FORM, problems = [], done }: Shown) {
  const cases = person === undefined ? undefined : await casesFor(context, desk, person);
  return personPage(context, desk, { cases, body, problems, done });
}

async function search(context: Context, desk: Desk, request: FastifyRequest, reply: FastifyReply) {
  const body = await formOf(request);
  const reading = readPerson(body);
  if (!reading.ok) return reply.code(422).send(await page(context, desk, undefined, { body, problems: reading.problems }));
  const kept = new URLSearchParams(Object.entries(reading.person)).toString();
  return reply.header("set-cookie", setCookie(desk.visit.jar, COOKIE, kept)).redirect("/desk/records/person", 303);
}

async function hold(context: Context, desk: Desk, request: FastifyRequest, reply: FastifyReply) {
  const [person, body] = [personOf(desk, request), await formOf(request)];
  if (person === undefined) return reply.redirect("/desk/records/person", 303);
  const key = checkDeskKey(desk, PERSON_PURPOSE.hold, body);
  const reading = readHold(body, desk.visit.today);
  if (!reading.ok) return reply.code(422).send(await page(context, desk, person, { body, problems: reading.problems }));
  const { reason, until } = reading;
  const wish = { on: { person }, reason, until, officer: desk.officer.id, at: desk.visit.now, key };
  await context.database.transaction((within) => placeHold(within, desk.visit.council.id, wish));
  return reply.redirect("/desk/records/holds?done=placed", 303);
}

/** Erases those cases that no duty and no hold keeps. What is decided on is read again: the officer sees it where it is no longer what they saw. */
async function erase(context: Context, desk: Desk, request: FastifyRequest, reply: FastifyReply) {
  const [person, body] = [personOf(desk, request), await formOf(request)];
  if (person === undefined) return reply.redirect("/desk/records/person", 303);
  const key = checkDeskKey(desk, PERSON_PURPOSE.erase, body);
  const { why, problems } = readWhy(body);
  if (problems.length > 0) return reply.code(422).send(await page(context, desk, person, { problems: problems.map(atWhy) }));
  const going = (await casesFor(context, desk, person)).flatMap(({ item, kept }) => (kept === undefined ? [item.id] : []));
  if (String(going.length) !== field(body, "cases"))
    return reply.code(409).send(await page(context, desk, person, { problems: [CHANGED] }));
  const erasing = { channel: "desk", officer: desk.officer.id, key, data: { by: "request", why } } as const;
  const results = await eraseCasesOf(context, desk.visit.council.id, going, erasing);
  context.jobs.wake(desk.visit.council.id);
  const gone = [...results.values()].filter((result) => result === "erased").length;
  return reply.send(await page(context, desk, person, { done: `${gone} ${gone === 1 ? "case was" : "cases were"} erased.` }));
}

const CHANGED: Problem = {
  field: "email",
  code: "case-changed",
  message: "Their cases have changed since you looked. Look again, then decide",
};

function atWhy(problem: Problem): Problem {
  return { ...problem, field: "why" };
}

/** A person across all their cases: found, held, and erased where they ask and nothing keeps it. */
export function personRoutes(app: FastifyInstance, context: Context): void {
  const needs = "records.manage";
  app.get(
    "/records/person",
    forOfficers(context, needs, (desk, request) => page(context, desk, personOf(desk, request), {})),
  );
  app.post(
    "/records/person",
    forOfficers(context, needs, (desk, request, reply) => search(context, desk, request, reply)),
  );
  app.post(
    "/records/person/hold",
    forOfficers(context, needs, (desk, request, reply) => hold(context, desk, request, reply)),
  );
  app.post(
    "/records/person/erase",
    forOfficers(context, needs, (desk, request, reply) => erase(context, desk, request, reply)),
  );
}

import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

import type { CodedDraft } from "../../../contact/draft-codes.ts";
import { draftOfCode } from "../../../contact/draft-codes.ts";
import { findPeople } from "../../../contact/find-people.ts";
import { goOnFor } from "../../../contact/journey-person.ts";
import { draftsSavedWith } from "../../../contact/person-drafts.ts";
import { areAlike, groupPeople } from "../../../contact/group-people.ts";
import { addPersonRecord, personOfCase, sameRecords } from "../../../contact/people-store.ts";
import type { PersonDetails } from "../../../contact/person.ts";
import { readWanted } from "../../../contact/typed-person.ts";
import type { Context } from "../../../context.ts";
import { readCookie, setCookie } from "../../../platform/http/cookies.ts";
import type { FormBody } from "../../shared/form-body.ts";
import { EMPTY_FORM, field } from "../../shared/form-body.ts";
import { formOf } from "../../shared/multipart.ts";
import { openedCase } from "../case/case-sheet.ts";
import type { Desk } from "../desk.ts";
import { checkDeskKey, forOfficers } from "../desk.ts";
import { askerOf, doingOf, personAddress } from "./asker.ts";
import { readDetails } from "./details-form.ts";
import { CODE_PURPOSE, findPage } from "./find-page.ts";
import { identityRoutes } from "./identity-routes.ts";
import type { Alike } from "./new-person-page.ts";
import { alikePage, newPersonPage } from "./new-person-page.ts";
import { rectifyRoutes } from "./rectify-routes.ts";
import { personRecordRoutes } from "./person-routes.ts";
import { servicesSeen } from "./services-seen.ts";

/** Keeps whom was looked for: a name has no place in an address. */
const COOKIE = "desk-find";
const LONGEST = 200;

async function search(desk: Desk, request: FastifyRequest, reply: FastifyReply) {
  const typed = field(await formOf(request), "person")
    .trim()
    .slice(0, LONGEST);
  return reply.header("set-cookie", setCookie(desk.visit.jar, COOKIE, typed)).redirect("/desk/people?found=1", 303);
}

/** The journey whose number somebody on the web reads out, of a service whose journeys the officer may know of. */
async function codedDraft(context: Context, desk: Desk, typed: string): Promise<CodedDraft | undefined> {
  const draft = await draftOfCode(context.database, desk.visit.council.id, typed, desk.visit.now);
  return draft !== undefined && servicesSeen(context, desk).includes(draft.service) ? draft : undefined;
}

/** Opens it. Who reads the number out was told that whoever has it may go on. */
async function openCoded(context: Context, desk: Desk, request: FastifyRequest, reply: FastifyReply) {
  const body = await formOf(request);
  checkDeskKey(desk, CODE_PURPOSE, body);
  const draft = await codedDraft(context, desk, field(body, "code"));
  if (draft === undefined) return reply.redirect("/desk/people?found=1", 303);
  const { call } = desk;
  const going = { submission: draft.id, person: call?.person ?? null, channel: call?.channel ?? "phone", call: call?.id ?? null } as const;
  await goOnFor(context.database, desk.visit.council.id, { ...going, ...doingOf(desk) });
  return reply.redirect(`/desk/journeys/${draft.id}`, 303);
}

/** Whom was found: the session, the cases and the records; three statements, and a fourth for journeys saved with an email address or of a number that is read out. */
async function showFound(context: Context, desk: Desk, request: FastifyRequest): Promise<string> {
  const { url } = desk.visit.page;
  const typed = url.includes("found=") ? (readCookie(desk.visit.jar, COOKIE, request.headers.cookie, desk.visit.now) ?? "") : "";
  const wanted = readWanted(typed);
  if (wanted === undefined) return findPage(context, desk, { typed, found: undefined, more: false, saved: 0, coded: undefined });
  const [found, saved, coded] = await Promise.all([
    findPeople(context.database, askerOf(desk), wanted),
    wanted.by === "email" ? draftsSavedWith(context.database, desk.visit.council.id, wanted.text, servicesSeen(context, desk)) : 0,
    wanted.by === "reference" ? codedDraft(context, desk, typed) : undefined,
  ]);
  return findPage(context, desk, { typed, found: groupPeople(found), more: found.more, saved, coded });
}

/** The email address that was looked for is that of who is added then. */
function soughtAddress(desk: Desk, request: FastifyRequest): FormBody {
  const typed = readCookie(desk.visit.jar, COOKIE, request.headers.cookie, desk.visit.now) ?? "";
  return typed.includes("@") ? { fields: new Map([["email", [typed]]]), files: [] } : EMPTY_FORM;
}

async function open(context: Context, desk: Desk, request: FastifyRequest, reply: FastifyReply) {
  const body = await formOf(request);
  checkDeskKey(desk, "open-person", body);
  const item = await openedCase(context, desk, field(body, "case"));
  const id = await personOfCase(context.database, askerOf(desk), item, doingOf(desk));
  return reply.redirect(personAddress({ id }), 303);
}

/** Those who are there already: records that say the same, and people whom cases name alone. */
async function alikeTo(context: Context, desk: Desk, details: PersonDetails, not: string): Promise<Alike> {
  const asker = askerOf(desk);
  const records = await sameRecords(context.database, asker, details, not);
  const asked = [details.email, details.phone, details.postcode].flatMap((text) => (text === null ? [] : (readWanted(text) ?? [])));
  const found = await Promise.all(asked.map((wanted) => findPeople(context.database, asker, wanted)));
  const cases = found.flatMap((one) => one.cases.flatMap(({ item, known }) => (known === null ? [item] : [])));
  const same = [...new Map(cases.map((item) => [item.id, item])).values()].filter(({ person }) => areAlike(person, details));
  const people = groupPeople({ cases: same.map((item) => ({ item, known: null })), records: [], more: false });
  return { records, cases: people.flatMap(({ cases: [newest] }) => newest ?? []) };
}

async function add(context: Context, desk: Desk, request: FastifyRequest, reply: FastifyReply) {
  const body = await formOf(request);
  const key = checkDeskKey(desk, "new-person", body);
  const reading = readDetails(body, desk.visit.today);
  if (!reading.ok) return reply.code(422).send(newPersonPage(context, desk, body, reading.problems));
  if (field(body, "anyway") !== "yes") {
    const alike = await alikeTo(context, desk, reading.details, key);
    if (alike.records.length + alike.cases.length > 0) return reply.send(alikePage(context, desk, body, alike));
  }
  await addPersonRecord(context.database, desk.visit.council.id, key, reading.details, doingOf(desk));
  return reply.redirect(personAddress({ id: key }), 303);
}

/** People at the desk: found by what they say, opened, or added before any case. */
export function peopleRoutes(app: FastifyInstance, context: Context): void {
  const needs = "cases.start";
  app.get(
    "/people",
    forOfficers(context, needs, (desk, request) => showFound(context, desk, request)),
  );
  app.post(
    "/people",
    forOfficers(context, needs, (desk, request, reply) => search(desk, request, reply)),
  );
  app.post(
    "/people/open",
    forOfficers(context, needs, (desk, request, reply) => open(context, desk, request, reply)),
  );
  app.post(
    "/people/code",
    forOfficers(context, needs, (desk, request, reply) => openCoded(context, desk, request, reply)),
  );
  app.get(
    "/people/new",
    forOfficers(context, needs, async (desk, request) => newPersonPage(context, desk, soughtAddress(desk, request))),
  );
  app.post(
    "/people/new",
    forOfficers(context, needs, (desk, request, reply) => add(context, desk, request, reply)),
  );
  personRecordRoutes(app, context);
  identityRoutes(app, context);
  rectifyRoutes(app, context);
}

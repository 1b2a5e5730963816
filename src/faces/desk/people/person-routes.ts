import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

import { linkToPerson, mergedInto, mergePeople, sameRecords, unmergePeople } from "../../../contact/people-store.ts";
import type { PersonRecord } from "../../../contact/person.ts";
import { casesOfRecord, maybeCases } from "../../../contact/person-sheet.ts";
import type { Context } from "../../../context.ts";
import { field } from "../../shared/form-body.ts";
import { formOf } from "../../shared/multipart.ts";
import { oneText } from "../../shared/query.ts";
import { openedCase } from "../case/case-sheet.ts";
import type { Desk } from "../desk.ts";
import { checkDeskKey, forOfficers } from "../desk.ts";
import { askerOf, doingOf, openedPerson, personAddress } from "./asker.ts";
import { LINK_PURPOSE, MERGE_PURPOSE, personPage } from "./person-page.ts";
import type { PersonSheet } from "./person-page.ts";

type PersonRequest = FastifyRequest<{ Params: { person: string } }>;

/** Reads what a person's page shows: four statements. */
async function sheetOf(context: Context, desk: Desk, person: PersonRecord): Promise<PersonSheet> {
  const [asker, { database }] = [askerOf(desk), context];
  const [cases, maybe, alike, merged] = await Promise.all([
    casesOfRecord(database, asker, person.id),
    maybeCases(database, asker, person),
    sameRecords(database, asker, person, person.id),
    mergedInto(database, asker, person.id),
  ]);
  return { person, cases, maybe, alike, merged };
}

const DONE: Readonly<Record<string, string>> = {
  linked: "The case is theirs now.",
  merged: "The two records are one now.",
  undone: "The records are two again.",
  late: "That record was merged in the meantime. Nothing was changed.",
};

/** A record that was merged leads to the one in its place. */
async function show(context: Context, desk: Desk, request: PersonRequest, reply: FastifyReply) {
  const person = await openedPerson(context, desk, request.params.person);
  if (person.mergedInto !== null) return reply.redirect(personAddress({ id: person.mergedInto }), 303);
  return personPage(context, desk, await sheetOf(context, desk, person), DONE[oneText(request.query, "done")]);
}

async function link(context: Context, desk: Desk, request: PersonRequest, reply: FastifyReply) {
  const person = await openedPerson(context, desk, request.params.person);
  const body = await formOf(request);
  checkDeskKey(desk, `${LINK_PURPOSE}:${person.id}`, body);
  const item = await openedCase(context, desk, field(body, "case"));
  const link = { submission: item.submission, person: person.id, how: "same", ...doingOf(desk) } as const;
  await linkToPerson(context.database, desk.visit.council.id, link);
  return reply.redirect(personAddress(person, "?done=linked"), 303);
}

async function merge(context: Context, desk: Desk, request: PersonRequest, reply: FastifyReply) {
  const person = await openedPerson(context, desk, request.params.person);
  const body = await formOf(request);
  checkDeskKey(desk, `${MERGE_PURPOSE}:${person.id}`, body);
  const other = await openedPerson(context, desk, field(body, "other"));
  const merged = await context.database.transaction((within) =>
    mergePeople(within, desk.visit.council.id, other.id, person.id, doingOf(desk)),
  );
  return reply.redirect(personAddress(person, merged ? "?done=merged" : "?done=late"), 303);
}

async function undo(context: Context, desk: Desk, request: PersonRequest, reply: FastifyReply) {
  const person = await openedPerson(context, desk, request.params.person);
  const body = await formOf(request);
  checkDeskKey(desk, `${MERGE_PURPOSE}:${person.id}`, body);
  const other = await openedPerson(context, desk, field(body, "other"));
  await unmergePeople(context.database, desk.visit.council.id, other.id, person.id, desk.visit.now);
  return reply.redirect(personAddress(person, "?done=undone"), 303);
}

/** One person: their page, cases said to be theirs, two records made one and two again. */
export function personRecordRoutes(app: FastifyInstance, context: Context): void {
  const needs = "cases.start";
  type Params = { Params: { person: string } };
  app.get(
    "/people/:person",
    forOfficers<Params>(context, needs, (desk, request, reply) => show(context, desk, request, reply)),
  );
  app.post(
    "/people/:person/link",
    forOfficers<Params>(context, needs, (desk, request, reply) => link(context, desk, request, reply)),
  );
  app.post(
    "/people/:person/merge",
    forOfficers<Params>(context, needs, (desk, request, reply) => merge(context, desk, request, reply)),
  );
  app.post(
    "/people/:person/undo-merge",
    forOfficers<Params>(context, needs, (desk, request, reply) => undo(context, desk, request, reply)),
  );
}

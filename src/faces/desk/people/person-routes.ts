import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

import { goOnFor } from "../../../contact/journey-person.ts";
import { draftsOfRecord } from "../../../contact/person-drafts.ts";
import { linkToPerson, mergePeople, unmergePeople } from "../../../contact/people-store.ts";
import type { Context } from "../../../context.ts";
import { field } from "../../shared/form-body.ts";
import { formOf } from "../../shared/multipart.ts";
import { oneText } from "../../shared/query.ts";
import { openedCase } from "../case/case-sheet.ts";
import type { Desk } from "../desk.ts";
import { checkDeskKey, forOfficers } from "../desk.ts";
import { doingOf, openedPerson, personAddress } from "./asker.ts";
import type { Done } from "./person-page.ts";
import { LINK_PURPOSE, MERGE_PURPOSE, personPage } from "./person-page.ts";
import { GO_ON_PURPOSE, SPOKEN } from "./person-parts.ts";
import { sheetOf } from "./person-sheet.ts";
import { servicesSeen } from "./services-seen.ts";

type PersonRequest = FastifyRequest<{ Params: { person: string } }>;

const DONE: Readonly<Record<string, Done>> = {
  linked: { text: "The case is theirs now.", success: true },
  merged: { text: "The two records are one now.", success: true },
  undone: { text: "The records are two again.", success: true },
  wrapped: { text: "The call is wrapped up.", success: true },
  agree: { text: "Nothing was opened. Select that they agree first." },
  sent: { text: "That journey was sent, or is gone, in the meantime." },
  late: { text: "That record was merged in the meantime. Nothing was changed." },
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

/** Goes on with a journey of theirs that somebody else began: only one that their page shows, and only where they agree. */
async function goOn(context: Context, desk: Desk, request: PersonRequest, reply: FastifyReply) {
  const person = await openedPerson(context, desk, request.params.person);
  const body = await formOf(request);
  checkDeskKey(desk, `${GO_ON_PURPOSE}:${person.id}`, body);
  const council = desk.visit.council.id;
  const drafts = await draftsOfRecord(context.database, council, person, servicesSeen(context, desk));
  const draft = drafts.find(({ id }) => id === field(body, "draft"));
  if (draft === undefined) return reply.redirect(personAddress(person, "?done=sent"), 303);
  if (field(body, "agreed") !== "yes") return reply.redirect(personAddress(person, "?done=agree#drafts"), 303);
  const channel = SPOKEN.find((one) => one === field(body, "channel")) ?? "phone";
  await goOnFor(context.database, council, {
    submission: draft.id,
    person: person.id,
    channel,
    call: desk.call?.id ?? null,
    ...doingOf(desk),
  });
  return reply.redirect(`/desk/journeys/${draft.id}`, 303);
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
    "/people/:person/go-on",
    forOfficers<Params>(context, needs, (desk, request, reply) => goOn(context, desk, request, reply)),
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

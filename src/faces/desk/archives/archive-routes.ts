import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

import { itemsOf } from "../../../archive/archive-items.ts";
import { archiveById, archiveLog, askArchive, newestArchives, noteTaken } from "../../../archive/archive-store.ts";
import type { Exemption } from "../../../archive/exemptions.ts";
import { isExemption } from "../../../archive/exemptions.ts";
import { callsHeld, draftsHeld, heldIn } from "../../../archive/gather.ts";
import { callsOfRecord } from "../../../contact/calls.ts";
import { draftsOfRecord } from "../../../contact/person-drafts.ts";
import type { PersonRecord } from "../../../contact/person.ts";
import { casesOfRecord, maybeCases } from "../../../contact/person-sheet.ts";
import type { Context } from "../../../context.ts";
import { officerNames } from "../../../people/officer-names.ts";
import { mayOnCase } from "../../../people/rights.ts";
import { refusal } from "../../../platform/http/errors.ts";
import { isUuid } from "../../../platform/ids.ts";
import type { FormBody } from "../../shared/form-body.ts";
import { formOf } from "../../shared/multipart.ts";
import type { Desk } from "../desk.ts";
import { checkDeskKey, forOfficers } from "../desk.ts";
import { askerOf, openedPerson } from "../people/asker.ts";
import { servicesSeen } from "../people/services-seen.ts";
import { archivesPage } from "./archives-page.ts";
import type { ArchiveReview } from "./review-page.ts";
import { archivePurpose, reviewPage } from "./review-page.ts";

type PersonRequest = FastifyRequest<{ Params: { person: string } }>;

/** All that is held of a person and that the officer may manage the records of. */
async function reviewOf(context: Context, desk: Desk, person: PersonRecord): Promise<ArchiveReview> {
  const [{ database }, asker, services] = [context, askerOf(desk), servicesSeen(context, desk)];
  const [cases, maybe, calls, drafts] = await Promise.all([
    casesOfRecord(database, asker, person.id),
    maybeCases(database, asker, person),
    callsOfRecord(database, asker.council, person.id, asker.sight, services),
    draftsOfRecord(database, asker.council, person, services),
  ]);
  const mine = cases.filter((item) => item.erasedAt === null && mayOnCase(desk.officer, "records.manage", desk.visit.council, item));
  const held = await Promise.all(mine.map((item) => heldIn(context, item)));
  return {
    person,
    held: held.flatMap((one) => one ?? []),
    calls: await callsHeld(
      database,
      asker.council,
      calls.map(({ id }) => id),
    ),
    drafts: await draftsHeld(
      database,
      asker.council,
      drafts.flatMap(({ id, maybe: unsure }) => (unsure ? [] : [id])),
    ),
    maybe: maybe.length,
  };
}

async function review(context: Context, desk: Desk, request: PersonRequest): Promise<string> {
  return reviewPage(context, desk, await reviewOf(context, desk, await openedPerson(context, desk, request.params.person)));
}

/** What the form leaves out: only items that are there, under exemptions that there are. */
function leftOutIn({ fields }: FormBody, { held, calls, drafts }: ArchiveReview) {
  const items = [
    ...held.flatMap(itemsOf).flatMap(({ id, others }) => (others ? [] : [id])),
    ...calls.map(({ id }) => `call ${id}`),
    ...drafts.map(({ id }) => `draft ${id}`),
  ];
  return items.flatMap((item): readonly { readonly item: string; readonly why: Exemption }[] => {
    // Of what came in since the page was shown, nobody has looked.
    const why = fields.get(`out ${item}`)?.[0] ?? "later";
    return isExemption(why) ? [{ item, why }] : [];
  });
}

async function make(context: Context, desk: Desk, request: PersonRequest, reply: FastifyReply) {
  const person = await openedPerson(context, desk, request.params.person);
  const body = await formOf(request);
  const key = checkDeskKey(desk, archivePurpose(person), body);
  const reviewed = await reviewOf(context, desk, person);
  const { council, now } = desk.visit;
  // Of what came in since it was shown, nobody has looked: a case that was not on the page is not in it.
  const shown = new Set([...body.fields.keys()].map((name) => name.split(" ")[2]));
  const cases = reviewed.held.filter(({ item }) => shown.has(item.reference));
  const wish = {
    id: key,
    person: person.id,
    officer: desk.officer.id,
    cases: cases.map(({ item }) => item.id),
    calls: reviewed.calls.map(({ id }) => id).filter((id) => body.fields.has(`out call ${id}`)),
    drafts: reviewed.drafts.map(({ id }) => id).filter((id) => body.fields.has(`out draft ${id}`)),
    leftOut: leftOutIn(body, reviewed),
  };
  await askArchive(context.database, council.id, wish, now, [context.ids.uuid(now), context.ids.uuid(now)]);
  context.jobs.wake(council.id);
  return reply.redirect("/desk/records/archives", 303);
}

async function list(context: Context, desk: Desk): Promise<string> {
  const council = desk.visit.council.id;
  const archives = await newestArchives(context.database, council);
  const log = await archiveLog(
    context.database,
    council,
    archives.map(({ id }) => id),
  );
  const names = await officerNames(
    context.database,
    council,
    log.flatMap(({ officer }) => officer ?? []),
  );
  return archivesPage(context, desk, { archives, log, names });
}

/** Streams it to the officer who reviewed it, and notes that: before the first byte. */
async function download(context: Context, desk: Desk, request: FastifyRequest<{ Params: { archive: string } }>, reply: FastifyReply) {
  const council = desk.visit.council.id;
  const { archive: id } = request.params;
  const archive = isUuid(id) ? await archiveById(context.database, council, id) : undefined;
  if (archive === undefined || archive.sha256 === null || archive.officer !== desk.officer.id) throw refusal("file-not-found");
  if (archive.until !== null && archive.until < desk.visit.now) throw refusal("file-not-found");
  const bytes = await context.files.open(council, archive.sha256);
  if (bytes === undefined) throw refusal("file-not-found");
  await noteTaken(context.database, council, id, desk.officer.id, context.ids.uuid(desk.visit.now), desk.visit.now);
  const headers = {
    "content-type": "application/zip",
    "content-disposition": 'attachment; filename="what-is-held.zip"',
    "cache-control": "no-store",
  };
  return reply.headers(headers).send(bytes);
}

/** Giving a person everything that is held about them: reviewed, made by a job, downloaded, removed. */
export function archiveRoutes(app: FastifyInstance, context: Context): void {
  const needs = "records.manage";
  type Params = { Params: { person: string } };
  app.get(
    "/people/:person/archive",
    forOfficers<Params>(context, needs, (desk, request) => review(context, desk, request)),
  );
  app.post(
    "/people/:person/archive",
    forOfficers<Params>(context, needs, (desk, request, reply) => make(context, desk, request, reply)),
  );
  app.get(
    "/records/archives",
    forOfficers(context, needs, (desk) => list(context, desk)),
  );
  app.get(
    "/records/archives/:archive",
    forOfficers<{ Params: { archive: string } }>(context, needs, (desk, request, reply) => download(context, desk, request, reply)),
  );
}

import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

import type { Context } from "../../../context.ts";
import { refusal } from "../../../platform/http/errors.ts";
import { formOf } from "../../shared/multipart.ts";
import { oneText } from "../../shared/query.ts";
import { sendCaseFile, sendCasePreview } from "../../shared/send-file.ts";
import { beginAction, pageOf } from "../actions/action-routes.ts";
import type { Desk } from "../desk.ts";
import { forOfficers } from "../desk.ts";
import { heldBack } from "../people/identity-part.ts";
import { besideInList } from "../worklist/last-list.ts";
import { besideCase } from "./beside-case.ts";
import { doneWords, isFormName } from "./case-forms.ts";
import { ownerOfFile } from "../together/part-files.ts";
import { sharedEvidence } from "../requests/shared-part.ts";
import { seeMentions } from "../../../cases/mentions.ts";
import { mentionsIn } from "./notes-part.ts";
import { casePage } from "./case-page.ts";
import { caseSheet, openedCase } from "./case-sheet.ts";
import { personCasesPage } from "./person-cases-page.ts";
import { freshForms, sendForm } from "./send-form.ts";

interface Place {
  readonly Params: { readonly reference: string; readonly file: string; readonly form: string };
}

async function showCase(context: Context, desk: Desk, request: FastifyRequest<Place>, reply: FastifyReply) {
  const item = await openedCase(context, desk, request.params.reference);
  const done = oneText(request.query, "done");
  const [sheet, list, beside] = await Promise.all([
    caseSheet(context, item, desk),
    besideInList(context, desk, request, item),
    besideCase(context, desk, item),
  ]);
  if (heldBack(desk, sheet) && oneText(request.query, "open") === "") return reply.redirect(`/desk/cases/${item.reference}/identity`, 303);
  // A statement only for an officer whom a note mentions.
  if (sheet.events.some((event) => mentionsIn(event).includes(desk.officer.id)))
    await seeMentions(context.database, item.council, desk.officer.id, item.id, desk.visit.now);
  return casePage(context, desk, sheet, {
    list,
    beside,
    forms: freshForms(context, desk, item),
    done: doneWords(done),
    check: oneText(request.query, "check") === "history",
  });
}

async function postForm(context: Context, desk: Desk, request: FastifyRequest<Place>, reply: FastifyReply) {
  const { form, reference } = request.params;
  if (!isFormName(form)) throw refusal("page-not-found");
  const item = await openedCase(context, desk, reference);
  const taking = form === "action" ? await pageOf(context, desk, item, await formOf(request)) : undefined;
  // What an action asks, and what cannot be undone, stands on a page of its own. Nothing has happened before that is sent.
  if (taking !== undefined) return beginAction(context, desk, taking, await formOf(request));
  return sendForm(context, desk, { name: form, item }, request, reply);
}

/** Sends a file of another case, where its person agreed that other services see it and it was accepted. */
async function sendShared(context: Context, desk: Desk, request: FastifyRequest<Place>, reply: FastifyReply) {
  const item = await openedCase(context, desk, request.params.reference, "file");
  const found = (await sharedEvidence(context, item)).find(({ item: evidence }) => evidence.file?.id === request.params.file);
  if (found === undefined) throw refusal("file-not-found");
  return sendCaseFile(context, { council: item.council, id: found.caseId }, request.params.file, reply);
}

/** A case: its page, its files, and the forms on it. */
export function caseRoutes(app: FastifyInstance, context: Context): void {
  app.get(
    "/cases/:reference",
    forOfficers<Place>(context, "cases.read", (desk, request, reply) => showCase(context, desk, request, reply)),
  );
  app.post(
    "/cases/:reference/:form",
    forOfficers<Place>(context, "cases.read", (desk, request, reply) => postForm(context, desk, request, reply)),
  );
  app.get(
    "/cases/:reference/shared/:file",
    forOfficers<Place>(context, "cases.read", (desk, request, reply) => sendShared(context, desk, request, reply)),
  );
  app.get(
    "/cases/:reference/person",
    forOfficers<Place>(context, "cases.read", async (desk, request) => {
      return personCasesPage(context, desk, await openedCase(context, desk, request.params.reference));
    }),
  );
  app.get(
    "/cases/:reference/files/:file/preview",
    forOfficers<Place>(context, "cases.read", async (desk, request, reply) => {
      return sendCasePreview(context, await openedCase(context, desk, request.params.reference, "file"), request.params.file, reply);
    }),
  );
  app.get(
    "/cases/:reference/files/:file",
    forOfficers<Place>(context, "cases.read", async (desk, request, reply) => {
      const item = await openedCase(context, desk, request.params.reference, "file");
      return sendCaseFile(context, await ownerOfFile(context, item, request.params.file), request.params.file, reply);
    }),
  );
}

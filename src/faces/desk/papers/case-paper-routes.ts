import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

import type { Case } from "../../../cases/case.ts";
import { button } from "../../../components/button.ts";
import type { Slot } from "../../../components/html.ts";
import { html } from "../../../components/html.ts";
import type { Context } from "../../../context.ts";
import { form } from "../../shared/form.ts";
import { formOf } from "../../shared/multipart.ts";
import { sendPaper } from "../../shared/send-paper.ts";
import { caseSheet, openedCase } from "../case/case-sheet.ts";
import type { Desk } from "../desk.ts";
import { checkDeskKey, deskKey, forOfficers } from "../desk.ts";
import { casePaper } from "./case-paper.ts";

interface Place {
  readonly Params: { readonly reference: string };
}

function purposeOf(item: Pick<Case, "id">): string {
  return `case-pdf:${item.id}`;
}

/** The way to have the case as a document. An erased case has nothing to save. */
export function paperForm(context: Context, desk: Desk, { item }: { readonly item: Case }): Slot {
  if (item.erasedAt !== null) return undefined;
  const save = button({ text: "Save the case as a PDF", classes: "govuk-button--secondary" });
  const body = html`<p class="govuk-body">The history says that you did. It holds personal data: keep it as safe as the case. What your browser prints leaves out menus and forms.</p>${save}`;
  return html`<h2 class="govuk-heading-m">Take it with you</h2>${form({ key: deskKey(context, desk, purposeOf(item)), action: `/desk/cases/${item.reference}/pdf`, body })}`;
}

/** Notes in the history who saves the case, once for a form, and sends it. What cannot be noted is not sent. */
async function save(context: Context, desk: Desk, request: FastifyRequest<Place>, reply: FastifyReply) {
  const item = await openedCase(context, desk, request.params.reference, "paper");
  const key = checkDeskKey(desk, purposeOf(item), await formOf(request));
  const { officer } = desk;
  const asking = { council: item.council, caseId: item.id, channel: "desk", officer: officer.id, roles: officer.roles, key } as const;
  const applied = await context.cases.apply(asking, { kind: "print" });
  if (!applied.ok) return reply.redirect(`/desk/cases/${item.reference}`, 303);
  return sendPaper(reply, item.reference, await casePaper(desk, await caseSheet(context, applied.item, desk)));
}

/** A case as a PDF. */
export function casePaperRoutes(app: FastifyInstance, context: Context): void {
  app.post(
    "/cases/:reference/pdf",
    forOfficers<Place>(context, "cases.read", (desk, request, reply) => save(context, desk, request, reply)),
  );
}

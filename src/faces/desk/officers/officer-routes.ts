import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

import type { Context } from "../../../context.ts";
import type { OfficerRecord } from "../../../people/officers.ts";
import { changeOfficer, changePassword, createOfficer, disable, enable, findOfficer, officersOf } from "../../../people/officers.ts";
import { may } from "../../../people/permissions.ts";
import { revokeSessions } from "../../../people/sessions.ts";
import { refusal } from "../../../platform/http/errors.ts";
import { isUuid } from "../../../platform/ids.ts";
import type { FormBody } from "../../shared/form-body.ts";
import { field } from "../../shared/form-body.ts";
import { formOf } from "../../shared/multipart.ts";
import { oneText } from "../../shared/query.ts";
import type { Desk } from "../desk.ts";
import { checkDeskKey, forOfficers } from "../desk.ts";
import { newPassword } from "./new-password.ts";
import { NOBODY, officerProblems, typedOfficer } from "./officer-form.ts";
import { addPage, officerPage, officersPage, passwordPage } from "./officer-pages.ts";

interface Place {
  readonly Params: { readonly officer: string };
}

const DONE: Readonly<Record<string, string>> = {
  change: "The changes are saved.",
  sessions: "They are signed out everywhere.",
  disable: "They can no longer sign in.",
  enable: "They can sign in again.",
};

const TAKEN = { field: "email", code: "officer-taken", message: "An officer already has this email address" };

async function add(context: Context, desk: Desk, request: FastifyRequest, reply: FastifyReply) {
  const body = await formOf(request);
  checkDeskKey(desk, "officer:new", body);
  const { council, now } = desk.visit;
  const typed = typedOfficer(council, body);
  const problems = officerProblems(typed, true);
  if (problems.length > 0) return reply.code(422).send(addPage(context, desk, typed, problems));
  const password = newPassword(context.ids);
  // The email address is the one-time key: a form sent twice finds that it is taken, and adds nobody.
  const created = await createOfficer(context, council.id, { ...typed, password }, now);
  if (!created.ok) return reply.code(422).send(addPage(context, desk, typed, [TAKEN]));
  return passwordPage(context, desk, created.officer, password);
}

async function officerOf(context: Context, desk: Desk, id: string): Promise<OfficerRecord> {
  const officer = isUuid(id) ? await findOfficer(context.database, desk.visit.council.id, id) : undefined;
  if (officer === undefined) throw refusal("page-not-found");
  return officer;
}

async function showOfficer(context: Context, desk: Desk, request: FastifyRequest<Place>): Promise<string> {
  const officer = await officerOf(context, desk, request.params.officer);
  const done = DONE[oneText(request.query, "done")];
  return officerPage(context, desk, { officer, typed: officer, problems: [], done });
}

async function change(context: Context, desk: Desk, request: FastifyRequest<Place>, reply: FastifyReply) {
  const officer = await officerOf(context, desk, request.params.officer);
  const body = await formOf(request);
  checkDeskKey(desk, `officer:${officer.id}`, body);
  const what = field(body, "do");
  if (what === "change") return changeDuties(context, desk, { officer, body }, reply);
  if (what === "password") {
    const password = newPassword(context.ids);
    await changePassword(context, officer, password, desk.visit.now);
    return passwordPage(context, desk, officer, password);
  }
  await act(context, desk, officer, what);
  return reply.redirect(`/desk/officers/${officer.id}?done=${what}`, 303);
}

async function act(context: Context, desk: Desk, officer: OfficerRecord, what: string): Promise<void> {
  if (what === "sessions") await revokeSessions(context, officer);
  else if (what === "enable") await enable(context.database, officer);
  // Nobody locks themselves out: another administrator has to.
  else if (what === "disable" && officer.id !== desk.officer.id) await disable(context.database, officer, desk.visit.now);
  else throw refusal("not-understood");
}

async function changeDuties(context: Context, desk: Desk, asked: { officer: OfficerRecord; body: FormBody }, reply: FastifyReply) {
  const { officer, body } = asked;
  const { council } = desk.visit;
  const typed = { ...typedOfficer(council, body), email: officer.email };
  const problems = [...officerProblems(typed, false)];
  const after = { ...officer, ...typed };
  if (officer.id === desk.officer.id && !may(after, "officers.manage", council)) {
    problems.push({
      field: "roles",
      code: "officer-self",
      message: "Keep the role by which you look after officers, or ask another administrator to take it from you",
    });
  }
  if (problems.length > 0) return reply.code(422).send(officerPage(context, desk, { officer, typed, problems }));
  await changeOfficer(context.database, after);
  return reply.redirect(`/desk/officers/${officer.id}?done=change`, 303);
}

/** Who works for the council, and what each may do. */
export function officerRoutes(app: FastifyInstance, context: Context): void {
  app.get(
    "/officers",
    forOfficers(context, "officers.manage", async (desk) =>
      officersPage(context, desk, await officersOf(context.database, desk.visit.council.id)),
    ),
  );
  app.get(
    "/officers/new",
    forOfficers(context, "officers.manage", async (desk) => addPage(context, desk, NOBODY, [])),
  );
  app.post(
    "/officers/new",
    forOfficers(context, "officers.manage", (desk, request, reply) => add(context, desk, request, reply)),
  );
  app.get(
    "/officers/:officer",
    forOfficers<Place>(context, "officers.manage", (desk, request) => showOfficer(context, desk, request)),
  );
  app.post(
    "/officers/:officer",
    forOfficers<Place>(context, "officers.manage", (desk, request, reply) => change(context, desk, request, reply)),
  );
}

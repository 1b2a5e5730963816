import type { FastifyInstance, FastifyReply, FastifyRequest, RouteGenericInterface } from "fastify";

import type { Context } from "../../../context.ts";
import type { OfficerRecord } from "../../../people/officers.ts";
import { changeOfficer, changePassword, createOfficer, disable, enable, findOfficer, officersOf } from "../../../people/officers.ts";
import { managesAny, mayManage } from "../../../people/managing.ts";
import { may } from "../../../people/permissions.ts";
import { revokeSessions } from "../../../people/sessions.ts";
import { refusal } from "../../../platform/http/errors.ts";
import { isUuid } from "../../../platform/ids.ts";
import type { FormBody } from "../../shared/form-body.ts";
import { field } from "../../shared/form-body.ts";
import { formOf } from "../../shared/multipart.ts";
import { oneText } from "../../shared/query.ts";
import type { Desk } from "../desk.ts";
import { checkDeskKey, deskOf } from "../desk.ts";
import { newPassword } from "./new-password.ts";
import { givenBy, NOBODY, officerProblems, typedOfficer } from "./officer-form.ts";
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
  const typed = typedOfficer(givenBy(desk), body);
  const problems = officerProblems(typed, givenBy(desk), true);
  if (problems.length > 0) return reply.code(422).send(addPage(context, desk, typed, problems));
  const password = newPassword(context.ids);
  // The email address is the one-time key: a form sent twice finds that it is taken, and adds nobody.
  const created = await createOfficer(context, council.id, { ...typed, password }, now);
  if (!created.ok) return reply.code(422).send(addPage(context, desk, typed, [TAKEN]));
  return passwordPage(context, desk, created.officer, password);
}

const CHANGED = {
  field: "roles",
  code: "officer-changed",
  message: "Somebody else changed their roles or teams meanwhile. Check what is chosen here, then save it again",
};

/** Makes a route's handler for those who look after officers: all of them, or those of their teams. */
function forManagers<Route extends RouteGenericInterface = RouteGenericInterface>(
  context: Context,
  run: (desk: Desk, request: FastifyRequest<Route>, reply: FastifyReply) => Promise<unknown>,
) {
  return async (request: FastifyRequest<Route>, reply: FastifyReply): Promise<unknown> => {
    const desk = await deskOf(context, request);
    if (!managesAny(desk.officer, desk.visit.council)) throw refusal("not-permitted");
    return run(desk, request, reply);
  };
}

/** An officer whom one looks after. */
async function officerOf(context: Context, desk: Desk, id: string): Promise<OfficerRecord> {
  const officer = isUuid(id) ? await findOfficer(context.database, desk.visit.council.id, id) : undefined;
  if (officer === undefined || !mayManage(desk.officer, desk.visit.council, officer)) throw refusal("page-not-found");
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
  const typed = { ...typedOfficer(givenBy(desk), body), email: officer.email };
  const problems = [...officerProblems(typed, givenBy(desk), false)];
  const after = { ...officer, ...typed };
  if (officer.id === desk.officer.id && !may(after, "officers.manage", council)) {
    problems.push({
      field: "roles",
      code: "officer-self",
      message: "Keep the role by which you look after officers, or ask another administrator to take it from you",
    });
  }
  if (problems.length > 0) return reply.code(422).send(officerPage(context, desk, { officer, typed, problems }));
  if (!(await changeOfficer(context.database, after, officer))) {
    const now = await officerOf(context, desk, officer.id);
    return reply.code(409).send(officerPage(context, desk, { officer: now, typed, problems: [CHANGED] }));
  }
  return reply.redirect(`/desk/officers/${officer.id}?done=change`, 303);
}

async function managed(context: Context, { officer, visit: { council } }: Desk): Promise<readonly OfficerRecord[]> {
  return (await officersOf(context.database, council.id)).filter((other) => mayManage(officer, council, other));
}

/** Who works for the council, and what each may do. */
export function officerRoutes(app: FastifyInstance, context: Context): void {
  app.get(
    "/officers",
    forManagers(context, async (desk) => officersPage(context, desk, await managed(context, desk))),
  );
  app.get(
    "/officers/new",
    forManagers(context, async (desk) => addPage(context, desk, NOBODY, [])),
  );
  app.post(
    "/officers/new",
    forManagers(context, (desk, request, reply) => add(context, desk, request, reply)),
  );
  app.get(
    "/officers/:officer",
    forManagers<Place>(context, (desk, request) => showOfficer(context, desk, request)),
  );
  app.post(
    "/officers/:officer",
    forManagers<Place>(context, (desk, request, reply) => change(context, desk, request, reply)),
  );
}

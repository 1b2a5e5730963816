import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

import type { Context } from "../../../context.ts";
import { callOff, leavesOf, takeLeave } from "../../../people/leave.ts";
import type { Officer } from "../../../people/officer.ts";
import { officersInTeams } from "../../../people/officer-names.ts";
import { findOfficer } from "../../../people/officers.ts";
import { mayManage } from "../../../people/managing.ts";
import { refusal } from "../../../platform/http/errors.ts";
import { isUuid } from "../../../platform/ids.ts";
import { EMPTY_FORM, field } from "../../shared/form-body.ts";
import { formOf } from "../../shared/multipart.ts";
import { oneText } from "../../shared/query.ts";
import type { Desk } from "../desk.ts";
import { checkDeskKey, deskOf } from "../desk.ts";
import { CLASHES, readLeave } from "./leave-form.ts";
import type { LeaveShown } from "./leave-page.ts";
import { leavePage, leavePurpose } from "./leave-page.ts";

interface Place {
  readonly Params: { readonly officer: string };
}

/** Whose leave an address is about: one's own, or that of an officer whom one manages. */
async function whoseOf(context: Context, desk: Desk, id: string): Promise<Officer> {
  if (id === desk.officer.id) return desk.officer;
  const found = isUuid(id) ? await findOfficer(context.database, desk.visit.council.id, id) : undefined;
  if (found === undefined || !mayManage(desk.officer, desk.visit.council, found)) throw refusal("page-not-found");
  return found;
}

async function colleaguesOf(context: Context, { visit }: Desk, { id, teams }: Officer) {
  return (await officersInTeams(context.database, visit.council.id, teams)).filter((one) => one.id !== id);
}

type Given = Partial<Pick<LeaveShown, "body" | "problems" | "done">>;

async function page(context: Context, desk: Desk, whose: Officer, { body = EMPTY_FORM, problems = [], done }: Given): Promise<string> {
  const { council, today } = desk.visit;
  const [leaves, colleagues] = await Promise.all([
    leavesOf(context.database, council.id, whose.id, today),
    colleaguesOf(context, desk, whose),
  ]);
  return leavePage(context, desk, { whose, leaves, colleagues, body, problems, done });
}

async function show(context: Context, request: FastifyRequest<Place>): Promise<string> {
  const desk = await deskOf(context, request);
  return page(context, desk, await whoseOf(context, desk, request.params.officer), { done: oneText(request.query, "done") });
}

async function take(context: Context, request: FastifyRequest<Place>, reply: FastifyReply) {
  const desk = await deskOf(context, request);
  const whose = await whoseOf(context, desk, request.params.officer);
  const body = await formOf(request);
  const id = checkDeskKey(desk, leavePurpose(whose.id), body);
  const { council, now, today } = desk.visit;
  const colleagues = (await colleaguesOf(context, desk, whose)).map((one) => one.id);
  const reading = readLeave(body, colleagues, today);
  if (!reading.ok) return reply.code(422).send(await page(context, desk, whose, { body, problems: reading.problems }));
  const { from, to, cover } = reading;
  const leave = { id, officer: whose.id, from, to, cover, madeBy: desk.officer.id, at: now };
  const result = await context.database.transaction((within) => takeLeave(within, council.id, leave));
  if (result !== "taken") return reply.code(409).send(await page(context, desk, whose, { body, problems: [CLASHES[result]] }));
  return reply.redirect(`/desk/leave/${whose.id}?done=taken`, 303);
}

async function end(context: Context, request: FastifyRequest<Place>, reply: FastifyReply) {
  const desk = await deskOf(context, request);
  const whose = await whoseOf(context, desk, request.params.officer);
  const body = await formOf(request);
  checkDeskKey(desk, leavePurpose(whose.id), body);
  const id = field(body, "leave");
  if (isUuid(id)) await callOff(context.database, desk.visit.council.id, whose.id, id, desk.visit.now);
  return reply.redirect(`/desk/leave/${whose.id}?done=ended`, 303);
}

/** Leave and who covers: one's own, and that of officers whom one manages. */
export function leaveRoutes(app: FastifyInstance, context: Context): void {
  app.get("/leave", async (request, reply) => reply.redirect(`/desk/leave/${(await deskOf(context, request)).officer.id}`, 303));
  app.get<Place>("/leave/:officer", (request) => show(context, request));
  app.post<Place>("/leave/:officer", (request, reply) => take(context, request, reply));
  app.post<Place>("/leave/:officer/end", (request, reply) => end(context, request, reply));
}

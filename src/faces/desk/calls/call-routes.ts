import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

import { beginCall, callById, endCall, journeysOfCall } from "../../../contact/calls.ts";
import type { OpenCall } from "../../../contact/calls.ts";
import { casesOfRecord } from "../../../contact/person-sheet.ts";
import { personRecord } from "../../../contact/people-store.ts";
import type { Context } from "../../../context.ts";
import { refusal } from "../../../platform/http/errors.ts";
import { isUuid } from "../../../platform/ids.ts";
import type { FormBody } from "../../shared/form-body.ts";
import { EMPTY_FORM, field } from "../../shared/form-body.ts";
import { formOf } from "../../shared/multipart.ts";
import { oneText } from "../../shared/query.ts";
import { openedCase } from "../case/case-sheet.ts";
import type { Desk } from "../desk.ts";
import { checkDeskKey, forOfficers } from "../desk.ts";
import { askerOf, openedPerson, personAddress } from "../people/asker.ts";
import { SPOKEN } from "../people/person-parts.ts";
import { servicesSeen } from "../people/services-seen.ts";
import { serviceTitle } from "../records/records-layout.ts";
import { dropCall, keepCall } from "./on-call.ts";
import { CALL_PURPOSE } from "./start-call.ts";
import { wrapUpPage, wrapUpPurpose } from "./wrap-up-page.ts";
import type { WrapUpPage } from "./wrap-up-page.ts";

const LONGEST_NOTE = 2000;

type CallRequest = FastifyRequest<{ Params: { call: string } }>;

/** Starts a call, or says who the call is with that goes on already. */
async function start(context: Context, desk: Desk, request: FastifyRequest, reply: FastifyReply) {
  const body = await formOf(request);
  const key = checkDeskKey(desk, CALL_PURPOSE, body);
  const person = field(body, "person") === "" ? undefined : await openedPerson(context, desk, field(body, "person"));
  const channel = SPOKEN.find((one) => one === field(body, "channel")) ?? "phone";
  const { officer, visit } = desk;
  const named = { person: person?.id ?? null, name: person?.name ?? "" };
  const begun = desk.call ?? { id: key, officer: officer.id, channel, startedAt: visit.now };
  if (desk.call === undefined)
    await beginCall(context.database, visit.council.id, { id: key, officer: officer.id, person: named.person, channel, at: visit.now });
  const to = person === undefined ? "/desk/people" : personAddress(person);
  return reply.header("set-cookie", keepCall(visit, { ...begun, ...named })).redirect(to, 303);
}

async function openedCall(context: Context, desk: Desk, id: string): Promise<OpenCall> {
  const call = isUuid(id) ? await callById(context.database, desk.visit.council.id, id, desk.officer.id) : undefined;
  if (call === undefined) throw refusal("page-not-found");
  return call;
}

/** What the call can have been about: the case of the page it was wrapped up from, journeys of the call, the person's cases, then every service. */
async function aboutsOf(context: Context, desk: Desk, call: OpenCall, from: { case: string; service: string }) {
  const council = desk.visit.council.id;
  const person = desk.call?.id === call.id ? desk.call.person : call.person;
  const [journeys, cases] = await Promise.all([
    journeysOfCall(context.database, council, call.id),
    person === null ? [] : casesOfRecord(context.database, askerOf(desk), person),
  ]);
  const title = (service: string): string => serviceTitle(context, desk, service);
  const own = cases.map(({ reference, service }) => ({ value: `case:${reference}`, text: `${title(service)}, ${reference}` }));
  const begun = journeys.map(({ service, reference }) =>
    reference === null
      ? { value: `service:${service}`, text: title(service) }
      : { value: `case:${reference}`, text: `${title(service)}, ${reference}` },
  );
  const here = from.case === "" ? [] : [{ value: `case:${from.case}`, text: from.case }];
  const services = servicesSeen(context, desk).map((id) => ({ value: `service:${id}`, text: title(id) }));
  services.sort((a, b) => a.text.localeCompare(b.text, "en"));
  const chosen = from.case !== "" ? `case:${from.case}` : from.service !== "" ? `service:${from.service}` : (begun[0]?.value ?? "");
  const none = { value: "", text: "None of our services" };
  const all = [none, ...here, ...begun, ...own, ...services];
  // A title says more than a reference alone: of two with one value the longer is kept.
  const items = new Map<string, string>();
  for (const { value, text } of all) if (text.length > (items.get(value) ?? "").length) items.set(value, text);
  return { abouts: [...items].map(([value, text]) => ({ value, text })), about: items.has(chosen) ? chosen : "" };
}

async function pageFor(context: Context, desk: Desk, call: OpenCall, request: FastifyRequest, body: FormBody): Promise<WrapUpPage> {
  const from = { case: oneText(request.query, "case"), service: oneText(request.query, "service") };
  const { abouts, about } = await aboutsOf(context, desk, call, from);
  const typed = body.fields.has("about") ? field(body, "about") : about;
  return { call: call.id, name: desk.call?.name ?? "", abouts, about: typed, note: field(body, "note"), problems: [] };
}

async function show(context: Context, desk: Desk, request: CallRequest, reply: FastifyReply) {
  const call = await openedCall(context, desk, request.params.call);
  if (call.endedAt !== null) return reply.header("set-cookie", dropCall(desk.visit)).redirect("/desk/people", 303);
  return wrapUpPage(context, desk, await pageFor(context, desk, call, request, EMPTY_FORM));
}

/** The case or the service that was chosen; a case that the officer may not see is none. */
async function aboutOf(context: Context, desk: Desk, chosen: string): Promise<{ caseId: string | null; service: string | null }> {
  const [kind, value = ""] = chosen.split(":", 2);
  if (kind === "case") {
    const item = await openedCase(context, desk, value);
    return { caseId: item.id, service: item.service };
  }
  return { caseId: null, service: kind === "service" && servicesSeen(context, desk).includes(value) ? value : null };
}

async function finish(context: Context, desk: Desk, request: CallRequest, reply: FastifyReply) {
  const { visit, officer } = desk;
  const call = await openedCall(context, desk, request.params.call);
  const body = await formOf(request);
  checkDeskKey(desk, wrapUpPurpose(call.id), body);
  const note = field(body, "note").trim();
  const reason = visit.council.reasons?.get(field(body, "reason"));
  if (note.length > LONGEST_NOTE) {
    const problem = {
      field: "note",
      code: "text-too-long",
      message: `Note must be ${LONGEST_NOTE.toLocaleString("en-GB")} characters or fewer`,
    };
    return reply.code(422).send(wrapUpPage(context, desk, { ...(await pageFor(context, desk, call, request, body)), problems: [problem] }));
  }
  const about = await aboutOf(context, desk, field(body, "about"));
  const named = desk.call?.id === call.id ? desk.call.person : null;
  const person = named === null ? undefined : await personRecord(context.database, askerOf(desk), named);
  await endCall(context.database, visit.council.id, {
    id: call.id,
    officer: officer.id,
    at: visit.now,
    reason: reason?.id ?? null,
    failure: reason?.failure === true,
    ...about,
    note: note === "" ? null : note,
    person: person?.id ?? null,
    job: context.ids.uuid(visit.now),
  });
  context.jobs.wake(visit.council.id);
  const to = person === undefined ? "/desk/people" : personAddress(person, "?done=wrapped");
  return reply.header("set-cookie", dropCall(visit)).redirect(to, 303);
}

/** Calls and visits: begun, tied to a person, wrapped up. */
export function callRoutes(app: FastifyInstance, context: Context): void {
  const needs = "cases.start";
  type Params = { Params: { call: string } };
  app.post(
    "/calls",
    forOfficers(context, needs, (desk, request, reply) => start(context, desk, request, reply)),
  );
  app.get(
    "/calls/:call/wrap-up",
    forOfficers<Params>(context, needs, (desk, request, reply) => show(context, desk, request, reply)),
  );
  app.post(
    "/calls/:call/wrap-up",
    forOfficers<Params>(context, needs, (desk, request, reply) => finish(context, desk, request, reply)),
  );
}

import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

import type { Problem } from "../../../answers/answer-type.ts";
import type { Context } from "../../../context.ts";
import type { Wanted } from "../../../councils/carry-out.ts";
import { carryOut } from "../../../councils/carry-out.ts";
import { refusal } from "../../../platform/http/errors.ts";
import type { FormBody } from "../../shared/form-body.ts";
import { field } from "../../shared/form-body.ts";
import { formOf } from "../../shared/multipart.ts";
import { oneText } from "../../shared/query.ts";
import type { Desk } from "../desk.ts";
import { checkDeskKey, forOfficers } from "../desk.ts";
import type { TypedAct } from "./act-form.ts";
import { readAct } from "./act-form.ts";
import { actPage, actPurpose } from "./act-page.ts";
import type { ActKind } from "./acts.ts";
import { DESK_ACTS } from "./acts.ts";

export interface ActPlace {
  readonly Params: { readonly service: string; readonly act: string };
}

/** Where a refusal is shown beside; the others stand over the whole form. */
const FIELDS: Readonly<Record<string, string>> = { "act-when": "day" };

const FILE_CHANGED = {
  field: "act",
  code: "act-changed",
  message: "The file has changed since you looked. Read what changes now, then decide again",
};

function kindOf(desk: Desk, { service, act }: ActPlace["Params"]): ActKind {
  const kind = DESK_ACTS.get(act);
  if (kind === undefined) throw refusal("page-not-found");
  if (!desk.visit.council.services.includes(service)) throw refusal("service-not-found");
  return kind;
}

async function show(context: Context, desk: Desk, request: FastifyRequest<ActPlace>): Promise<string> {
  const kind = kindOf(desk, request.params);
  await upToDate(context);
  const page = await kind.page(context, desk, request.params.service, (name) => oneText(request.query, name));
  return actPage(context, desk, page);
}

/** The officer decides on the file and the history as they are now, not as this program last read them. */
async function upToDate({ councils }: Context): Promise<void> {
  await councils.reread();
  await councils.follow();
}

async function act(context: Context, desk: Desk, request: FastifyRequest<ActPlace>, reply: FastifyReply) {
  const { service, act: name } = request.params;
  const kind = kindOf(desk, request.params);
  const body = await formOf(request);
  const key = checkDeskKey(desk, actPurpose({ service, act: name }), body);
  const given = (part: string): string => field(body, part);
  await upToDate(context);
  const again = async (problems: readonly Problem[]) =>
    reply.code(422).send(actPage(context, desk, await kind.page(context, desk, service, given), body, problems));
  const reading = readAct(body, desk.visit.today, name !== "call-off");
  if (!reading.ok) return again(reading.problems);
  const wanted = kind.wanted(context, desk, service, given);
  if (wanted === undefined) return again([FILE_CHANGED]);
  const decision = await carry(context, desk, { service, key, body }, wanted, reading.typed);
  if (!decision.ok) return again([{ field: FIELDS[decision.code] ?? "act", code: decision.code, message: decision.message }]);
  await context.councils.follow();
  return reply.redirect(`/desk/definitions/${service}?done=${reading.typed.at === undefined ? "now" : "later"}`, 303);
}

interface Posted {
  readonly service: string;
  readonly key: string;
  readonly body: FormBody;
}

function carry(context: Context, desk: Desk, { service, key, body }: Posted, wanted: Wanted, { reason, at }: TypedAct) {
  const actor = { by: "officer", officer: desk.officer.id, reason } as const;
  const asking = { council: desk.visit.council.id, service, actor, key, seen: Number(field(body, "seen")) };
  return carryOut(context, asking, at === undefined || wanted.kind === "cancel" ? wanted : { ...wanted, at });
}

/** Publishing, withdrawing, rolling back and calling off, for officers who may. */
export function actRoutes(app: FastifyInstance, context: Context): void {
  app.get(
    "/definitions/:service/:act",
    forOfficers<ActPlace>(context, "services.publish", (desk, request) => show(context, desk, request)),
  );
  app.post(
    "/definitions/:service/:act",
    forOfficers<ActPlace>(context, "services.publish", (desk, request, reply) => act(context, desk, request, reply)),
  );
}

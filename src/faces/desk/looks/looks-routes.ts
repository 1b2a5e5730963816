import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

import { date } from "../../../answers/date.ts";
import { textOf } from "../../../answers/reading.ts";
import type { Problem } from "../../../answers/answer-type.ts";
import { readReference } from "../../../cases/reference.ts";
import type { Context } from "../../../context.ts";
import type { Council } from "../../../councils/council.ts";
import { isUuid } from "../../../platform/ids.ts";
import { londonInstant } from "../../../platform/london-time.ts";
import { openInEmergency } from "../../../records/emergencies.ts";
import { looksAt, noteReview } from "../../../records/looks.ts";
import { EMPTY_FORM, field } from "../../shared/form-body.ts";
import { formOf } from "../../shared/multipart.ts";
import { oneText } from "../../shared/query.ts";
import type { Desk } from "../desk.ts";
import { checkDeskKey, forOfficers } from "../desk.ts";
import { endOfDay } from "../worklist/list-query.ts";
import { emergencyPage, LONGEST_REASON } from "./emergency-page.ts";
import { looksPage, ON_DAY } from "./looks-page.ts";

const PARTS = ["day", "month", "year"] as const;
const NO_SUCH: Problem = { field: "reference", code: "answer-unknown", message: "Enter the reference of a case, such as K7M-4TX-9QC" };

function readDay(query: unknown, today: string) {
  const fields = new Map(PARTS.map((part) => [`on.${part}`, [oneText(query, `on.${part}`)]]));
  const reading = date.read(ON_DAY, fields, "", { today, files: [] });
  const day = reading.ok && reading.answer !== null ? textOf(reading.answer) : undefined;
  const from = day === undefined ? undefined : londonInstant(day, "00:00");
  return { fields, problems: reading.ok ? [] : reading.problems, from, to: from && endOfDay(from) };
}

/** The address of the page after a look, with the same filters. */
function addressAfter(query: unknown, id: string): string {
  const kept = ["officer", "reference", "strangers", ...PARTS.map((part) => `on.${part}`)].flatMap((name): [string, string][] => {
    const value = oneText(query, name);
    return value === "" ? [] : [[name, value]];
  });
  return `/desk/looks?${new URLSearchParams([...kept, ["after", id]]).toString()}`;
}

/** The log of looks: the session, the look at the log, and the page; three statements. */
async function showLooks(context: Context, desk: Desk, { query }: FastifyRequest, reply: FastifyReply) {
  const { council, now, today } = desk.visit;
  const { fields, problems, from, to } = readDay(query, today);
  const [typed, officer, after] = ["reference", "officer", "after"].map((name) => oneText(query, name).trim().slice(0, 60));
  const reference = typed === undefined || typed === "" ? undefined : (readReference(typed) ?? null);
  const strangers = oneText(query, "strangers") !== "";
  const wrong = reference === null ? [NO_SUCH, ...problems] : problems;
  await noteReview(context, council.id, desk.officer.id, now);
  const theirs = isUuid(officer) ? officer : undefined;
  const asked = { officer: theirs, reference: reference ?? undefined, from, to, strangers, after: isUuid(after) ? after : undefined };
  const found = wrong.length > 0 ? { looks: [], more: false } : await looksAt(context.database, council.id, asked);
  const last = found.looks.at(-1);
  const next = found.more && last !== undefined ? addressAfter(query, last.id) : undefined;
  const shown = { looks: found.looks, reference: typed ?? "", strangers, fields, officer: theirs, next, problems: wrong };
  return reply.code(wrong.length > 0 ? 422 : 200).send(looksPage(context, desk, shown));
}

/** The roles of those who review looks. */
function reviewing(council: Council): readonly string[] {
  return [...council.roles.values()].filter(({ permissions }) => permissions.includes("looks.review")).map(({ id }) => id);
}

function reasonProblems(reason: string): readonly Problem[] {
  if (reason === "") return [{ field: "reason", code: "answer-missing", message: "Enter why you must see it now" }];
  if (reason.length <= LONGEST_REASON) return [];
  return [{ field: "reason", code: "text-too-long", message: `Why you must see it must be ${LONGEST_REASON} characters or fewer` }];
}

async function openCase(context: Context, desk: Desk, request: FastifyRequest, reply: FastifyReply) {
  const body = await formOf(request);
  const key = checkDeskKey(desk, "emergency", body);
  const { council, now } = desk.visit;
  const reference = readReference(field(body, "reference"));
  const reason = field(body, "reason").trim();
  const item = reference === undefined ? undefined : await context.cases.byReference(council.id, reference);
  const problems = [...(item === undefined ? [NO_SUCH] : []), ...reasonProblems(reason)];
  if (item === undefined || problems.length > 0) return reply.code(422).send(emergencyPage(context, desk, body, problems));
  const emergency = { id: key, officer: desk.officer.id, caseId: item.id, reason, at: now };
  await openInEmergency(context, council.id, emergency, reviewing(council));
  context.jobs.wake(council.id);
  return reply.redirect(`/desk/cases/${item.reference}`, 303);
}

/** Who looked at what is sensitive, for those who review it; and the way to it in an emergency. */
export function looksRoutes(app: FastifyInstance, context: Context): void {
  app.get(
    "/looks",
    forOfficers(context, "looks.review", (desk, request, reply) => showLooks(context, desk, request, reply)),
  );
  app.get(
    "/emergency",
    forOfficers(context, "cases.emergency", async (desk) => emergencyPage(context, desk, EMPTY_FORM, [])),
  );
  app.post(
    "/emergency",
    forOfficers(context, "cases.emergency", (desk, request, reply) => openCase(context, desk, request, reply)),
  );
}

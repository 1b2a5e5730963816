import type { FastifyReply, FastifyRequest } from "fastify";

import type { Problem } from "../../../answers/answer-type.ts";
import type { Case } from "../../../cases/case.ts";
import type { Command } from "../../../cases/decide.ts";
import type { Refusal } from "../../../cases/decision.ts";
import type { Context } from "../../../context.ts";
import { officersAround } from "../../../people/officer-names.ts";
import { mayOnCase } from "../../../people/rights.ts";
import { dayOf } from "../../../platform/clock.ts";
import { refusal } from "../../../platform/http/errors.ts";
import type { FormBody } from "../../shared/form-body.ts";
import { EMPTY_FORM, field } from "../../shared/form-body.ts";
import { formOf } from "../../shared/multipart.ts";
import type { Desk } from "../desk.ts";
import { deskKey, readDeskKey } from "../desk.ts";
import { besideCase } from "./beside-case.ts";
import type { CaseForms, FormName } from "./case-forms.ts";
import { CASE_FORMS, NOT_OURS, seenIn, unseenFor } from "./case-forms.ts";
import { withMentions } from "./notes-part.ts";
import { casePage } from "./case-page.ts";
import { caseSheet } from "./case-sheet.ts";
import { partOf } from "../../../cases/together/tie.ts";
import { togetherPurpose } from "../together/purpose.ts";

interface Sent {
  readonly name: FormName;
  readonly item: Case;
}

interface Wrong {
  readonly status: number;
  readonly problem: Problem;
  /** The number of events on the page that was out of date. */
  readonly seen?: number;
}

function purposeOf(name: FormName, item: Case): string {
  return `case:${name}:${item.id}`;
}

/** The forms of a case page, with what was typed in the one that was sent, if any. */
function formsOf(
  context: Context,
  desk: Desk,
  item: Case,
  sent?: { readonly name: FormName; readonly body: FormBody; readonly problem: Problem },
): CaseForms {
  const { officer, visit } = desk;
  const alive = item.erasedAt === null;
  const may = (permission: Parameters<typeof mayOnCase>[1]) => mayOnCase(officer, permission, visit.council, item);
  return {
    may: {
      work: alive && may("cases.work"),
      assign: alive && may("cases.assign"),
      write: alive && partOf(item) === undefined && may("messages.send"),
    },
    key: (name) => deskKey(context, desk, purposeOf(name, item)),
    together: deskKey(context, desk, togetherPurpose(item)),
    typed: (name, wanted) => field(name === sent?.name ? sent.body : EMPTY_FORM, wanted),
    problems: sent === undefined ? [] : [sent.problem],
  };
}

export function freshForms(context: Context, desk: Desk, item: Case): CaseForms {
  return formsOf(context, desk, item);
}

/**
 * Does what a form of a case page asks, once. What is refused is shown on the page again with everything that was typed, and with
 * what changed since where somebody else was quicker.
 */
export async function sendForm(context: Context, desk: Desk, { name, item }: Sent, request: FastifyRequest, reply: FastifyReply) {
  const form = CASE_FORMS[name];
  if (!mayOnCase(desk.officer, form.needs, desk.visit.council, item)) throw refusal("not-permitted");
  const body = await formOf(request);
  const wrong = await tryForm(context, desk, { name, item }, body);
  if (wrong === undefined) return reply.redirect(`/desk/cases/${item.reference}?done=${name}`, 303);
  const now = (await context.cases.byId(item.council, item.id)) ?? item;
  const forms = formsOf(context, desk, now, { name, body, problem: wrong.problem });
  const [sheet, beside] = await Promise.all([caseSheet(context, now, desk), besideCase(context, desk, now)]);
  const page = casePage(context, desk, sheet, { forms, seen: wrong.seen, beside });
  return reply.code(wrong.status).send(page);
}

async function tryForm(context: Context, desk: Desk, { name, item }: Sent, body: FormBody): Promise<Wrong | undefined> {
  const form = CASE_FORMS[name];
  const key = readDeskKey(desk, purposeOf(name, item), body);
  if (key === undefined) return { status: 403, problem: { field: form.field("text"), code: "form-not-ours", message: NOT_OURS } };
  const asked = form.command(desk, body, item);
  const command = "field" in asked ? asked : await withMentions(context, desk, item, asked, body);
  if ("field" in command) return { status: 422, problem: command };
  const stranger = name === "assign" ? await notOfTeam(context, item, command) : undefined;
  if (stranger !== undefined) return { status: 422, problem: stranger };
  const { officer, visit } = desk;
  const asking = {
    council: visit.council.id,
    caseId: item.id,
    channel: "desk",
    officer: officer.id,
    roles: officer.roles,
    key,
    unseen: unseenFor(form, body),
  } as const;
  const applied = await context.cases.apply(asking, command);
  if (applied.ok) {
    context.jobs.wake(visit.council.id);
    return undefined;
  }
  return (await isDone(context, item, command, key)) ? undefined : wrongOf(applied.refusal, form.field, seenIn(body));
}

/** A case is given to officers of its team; nobody else would see it. */
async function notOfTeam(context: Context, item: Case, command: Command): Promise<Problem | undefined> {
  if (command.kind !== "take" || command.officer === null) return undefined;
  const officers = await officersAround(context.database, item.council, item.team, [], dayOf(context.clock.now()));
  if (officers.some(({ id, inTeam }) => id === command.officer && inTeam)) return undefined;
  return { field: "assign-officer", code: "answer-unknown", message: "Select an officer of the team" };
}

/** Whether a refused command was done already: by the same form sent twice, or because the case is as it asks. */
export async function isDone(context: Context, item: Case, command: Command, key: string): Promise<boolean> {
  const events = await context.cases.events(item.council, item.id);
  if (events.some((event) => event.key === key)) return true;
  const now = command.kind === "take" ? await context.cases.byId(item.council, item.id) : undefined;
  return now !== undefined && command.kind === "take" && now.officer === command.officer;
}

function wrongOf(refused: Refusal, fieldOf: (field: string) => string, seen: number): Wrong {
  const { code, message } = refused;
  if (code === "field") return { status: 422, problem: { field: fieldOf(refused.field), code: "answer-missing", message } };
  if (code === "stale") return { status: 409, problem: { field: fieldOf("action"), code: "case-changed", message }, seen };
  throw refusal(code === "not-permitted" ? "not-permitted" : "case-not-found");
}

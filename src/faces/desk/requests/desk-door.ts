import type { Fields, Problem } from "../../../answers/answer-type.ts";
import { requestIn } from "../../../cases/requests/request.ts";
import { backLink } from "../../../components/back-link.ts";
import type { Slot } from "../../../components/html.ts";
import { radios } from "../../../components/radios.ts";
import type { Context } from "../../../context.ts";
import type { Channel } from "../../../councils/council.ts";
import { CHANNELS } from "../../../councils/council.ts";
import { refusal } from "../../../platform/http/errors.ts";
import { errorAt } from "../../shared/form.ts";
import type { RequestDoor } from "../../shared/request-way.ts";
import { formPlanOf } from "../../shared/request-plan.ts";
import { visitIn } from "../../shared/visit.ts";
import type { CaseSheet } from "../case/case-sheet.ts";
import type { Desk } from "../desk.ts";
import { deskKey, readDeskKey } from "../desk.ts";
import { deskPage } from "../layout.ts";

/** How an answer comes that an officer fills in. */
const SPOKEN = ["phone", "desk", "post", "email"] as const satisfies readonly Channel[];

/** The officer's way to the form of a request. Throws `page-not-found` where nothing of that number was asked. */
export function deskDoor(context: Context, desk: Desk, { item, service, events }: CaseSheet, typed: string): RequestDoor {
  const number = /^[1-9]\d?$/.test(typed) ? Number(typed) : 0;
  const request = requestIn(item.requests, number);
  if (request === undefined) throw refusal("page-not-found");
  const purpose = purposeOf(item.id, number);
  const at = `/desk/cases/${item.reference}/requests/${number}`;
  const { officer } = desk;
  return {
    // Officers read English.
    visit: visitIn(context, desk.visit, "en"),
    item,
    service,
    number,
    request,
    plan: formPlanOf(service, request, number, events, "en"),
    action: `${at}/answer`,
    done: at,
    newKey: () => deskKey(context, desk, purpose),
    isOurs: (body) => readDeskKey(desk, purpose, body) !== undefined,
    page: (shown) => deskPage(context, desk, { ...shown, before: backLink({ href: at, text: "Back" }) }),
    extra: channelRadios,
    wrong: (fields) => (channelIn(fields) === undefined ? [NO_CHANNEL] : []),
    kept: (fields) => new Map([["channel", fields.get("channel") ?? []]]),
    by: (fields) => ({ channel: channelIn(fields) ?? "desk", officer: officer.id, roles: officer.roles }),
  };
}

/** What the key of the forms about a request is good for. */
export function purposeOf(caseId: string, number: number): string {
  return `request:${caseId}:${number}`;
}

const NO_CHANNEL: Problem = { field: "channel", code: "answer-missing", message: "Select how the person answered" };

function channelIn(fields: Fields): Channel | undefined {
  return SPOKEN.find((channel) => channel === fields.get("channel")?.[0]);
}

function channelRadios(fields: Fields, problems: readonly Problem[]): Slot {
  return radios({
    idPrefix: "channel",
    name: "channel",
    classes: "govuk-radios--inline",
    fieldset: { legend: { text: "How did the person answer?", classes: "govuk-fieldset__legend--m" } },
    value: fields.get("channel")?.[0] ?? "",
    items: SPOKEN.map((value) => ({ value, text: CHANNELS[value] })),
    ...errorAt(problems, "channel"),
  });
}

import type { Problem } from "../../../answers/answer-type.ts";
import { backLink } from "../../../components/back-link.ts";
import { button } from "../../../components/button.ts";
import type { Slot } from "../../../components/html.ts";
import { html } from "../../../components/html.ts";
import { notificationBanner } from "../../../components/notification-banner.ts";
import { radios } from "../../../components/radios.ts";
import { summaryList } from "../../../components/summary-list.ts";
import { textarea } from "../../../components/textarea.ts";
import { workCalendar } from "../../../cases/clock/work-calendar.ts";
import type { Context } from "../../../context.ts";
import type { Action } from "../../../definition/service.ts";
import { answerRows } from "../../shared/answer-rows.ts";
import { moment } from "../../shared/dates.ts";
import type { FormBody } from "../../shared/form-body.ts";
import { field } from "../../shared/form-body.ts";
import { errorAt, form, problemSummary } from "../../shared/form.ts";
import { wideTable } from "../../shared/wide-table.ts";
import { priorityTag, stageTitle } from "../case-words.ts";
import type { Desk } from "../desk.ts";
import { deskKey } from "../desk.ts";
import { dueOf } from "../due.ts";
import { deskPage } from "../layout.ts";
import type { Handed } from "./handed.ts";
import { actionsHanded, questionsShown } from "./handed.ts";

const PLACE = "/desk/partner";

function partnerName({ officer, visit: { council } }: Desk): string {
  return officer.teams.flatMap((team) => council.teams.get(team)?.partner ?? []).join(", ") || "your organisation";
}

function dueWords(desk: Desk, { item }: Handed): string {
  return dueOf(item, desk.visit.now, workCalendar(desk.visit.council)).words;
}

/** The cases that a partner has to do with now, what is due first. */
export function handedPage(context: Context, desk: Desk, cases: readonly Handed[], done: boolean): string {
  const head = ["Reference", "Due", "Service", "Stage", "Priority"].map((text) => ({ text }));
  const rows = cases.map((one) => [
    { html: html`<a class="govuk-link guildhall-reference" href="${PLACE}/${one.item.reference}">${one.item.reference}</a>` },
    { text: dueWords(desk, one) },
    { text: one.service.title },
    { text: stageTitle(one.service, one.item.stage) },
    { html: html`${priorityTag(one.item.priority)}` },
  ]);
  const list =
    rows.length > 0
      ? wideTable({ caption: "Cases, what is due first", head, rows })
      : html`<p class="govuk-body">Nothing is handed to you now.</p>`;
  return deskPage(context, desk, {
    title: "Your cases",
    at: PLACE,
    main: html`${done && notificationBanner({ type: "success", text: "It is recorded." })}<h1 class="govuk-heading-l">Cases handed to ${partnerName(desk)}</h1>${list}`,
  });
}

export interface HandedShown {
  readonly handed: Handed;
  readonly body: FormBody;
  readonly problems: readonly Problem[];
}

export function handedPurpose(caseId: string): string {
  return `partner:${caseId}`;
}

/** A case as a partner sees it: what is to be done and where, and nothing of the person. */
export function handedCasePage(context: Context, desk: Desk, shown: HandedShown): string {
  const { item, service } = shown.handed;
  const rows = [
    { key: { text: "Stage" }, value: { text: stageTitle(service, item.stage) } },
    { key: { text: "Due" }, value: { text: dueWords(desk, shown.handed) } },
    { key: { text: "Priority" }, value: { html: html`${priorityTag(item.priority)}` } },
    { key: { text: "Opened" }, value: { text: moment(item.openedAt) } },
  ];
  // The links of files lead to the partner's own way to them.
  const answers = answerRows(questionsShown(service), item.answers);
  return deskPage(context, desk, {
    title: `${item.reference}: ${service.title}`,
    before: backLink({ href: PLACE, text: "Your cases" }),
    error: shown.problems.length > 0,
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${problemSummary(shown.problems)}
<span class="govuk-caption-l">${item.reference}</span><h1 class="govuk-heading-l">${service.title}</h1>${summaryList({ rows })}${acting(context, desk, shown)}
<h2 class="govuk-heading-m">What was reported</h2>${summaryList({ rows: answers })}${filesOf(shown.handed)}</div></div>`,
  });
}

/** The files among the answers that are shown. */
export function filesShown({ item, service }: Handed): readonly { readonly id: string; readonly name: string }[] {
  const answers = questionsShown(service).filter(({ type }) => type === "files");
  return answers.flatMap(({ id }) => {
    const answer = item.answers[id];
    if (!Array.isArray(answer)) return [];
    return answer.flatMap((file) => {
      if (typeof file !== "object" || file === null || !("id" in file) || !("name" in file)) return [];
      return typeof file.id === "string" && typeof file.name === "string" ? [{ id: file.id, name: file.name }] : [];
    });
  });
}

function filesOf(handed: Handed): Slot {
  const files = filesShown(handed);
  if (files.length === 0) return undefined;
  const links = files.map(
    ({ id, name }) => html`<li><a class="govuk-link guildhall-words" href="${PLACE}/${handed.item.reference}/files/${id}">${name}</a></li>`,
  );
  return html`<h2 class="govuk-heading-m">Files</h2><ul class="govuk-list">${links}</ul>`;
}

function acting(context: Context, desk: Desk, { handed, body, problems }: HandedShown): Slot {
  const { item } = handed;
  const actions = actionsHanded(desk, handed);
  if (actions.length === 0) return html`<p class="govuk-body">There is nothing for you to record at this stage.</p>`;
  const choice = radios({
    idPrefix: "action",
    name: "action",
    fieldset: { legend: { text: "What have you done?", classes: "govuk-fieldset__legend--m" } },
    items: actions.map(({ id, title }) => ({ value: id, text: title })),
    value: field(body, "action"),
    ...errorAt(problems, "action"),
  });
  const inputs = [
    html`<input type="hidden" name="seen" value="${item.eventCount}"><input type="hidden" name="from" value="${item.stage}">`,
    choice,
    reasonBox(actions, body, problems),
    button({ text: "Confirm", preventDoubleClick: true }),
  ];
  return form({ key: deskKey(context, desk, handedPurpose(item.id)), action: `${PLACE}/${item.reference}`, body: inputs });
}

function reasonBox(actions: readonly Action[], body: FormBody, problems: readonly Problem[]): Slot {
  if (actions.every(({ reason }) => reason === "none")) return undefined;
  return textarea({
    id: "reason",
    name: "reason",
    rows: 3,
    label: { text: "Anything to add" },
    hint: { text: "The person who reported it can read it" },
    value: field(body, "reason"),
    ...errorAt(problems, "reason"),
  });
}

import type { Case } from "../../../cases/case.ts";
import { backLink } from "../../../components/back-link.ts";
import { button } from "../../../components/button.ts";
import type { Slot } from "../../../components/html.ts";
import { html } from "../../../components/html.ts";
import { textarea } from "../../../components/textarea.ts";
import type { Context } from "../../../context.ts";
import type { Action } from "../../../definition/service.ts";
import { answerSummary, errorAt, form } from "../../shared/form.ts";
import { hasFiles } from "../../shared/uploads.ts";
import { leadsTo } from "../case/action-form.ts";
import { changedSince } from "../case/case-history.ts";
import type { CaseSheet } from "../case/case-sheet.ts";
import type { Desk } from "../desk.ts";
import { deskPage } from "../layout.ts";
import type { Filled } from "./asks-part.ts";
import { asksPart, confirmPart } from "./asks-part.ts";

export interface ActionPage extends Filled {
  readonly sheet: CaseSheet;
  readonly action: Action;
  readonly key: string;
  /** How many events the case had when the officer began. */
  readonly seen: number;
  /** The case has moved on since: what changed is told. */
  readonly stale?: boolean;
}

/** An action that asks something or cannot be undone: what it leads to, its questions, its reason, and what to tick. */
export function actionPage(context: Context, desk: Desk, shown: ActionPage): string {
  const { sheet, action, key, problems, seen, stale } = shown;
  const { item, service } = sheet;
  const body = [
    html`<input type="hidden" name="seen" value="${stale === true ? item.eventCount : seen}"><input type="hidden" name="from" value="${item.stage}">`,
    asksPart(action, shown),
    reasonBox(action, shown),
    confirmPart(action, shown),
    button({ text: action.title, preventDoubleClick: true }),
  ];
  return deskPage(context, desk, {
    title: action.title,
    before: backLink({ href: `/desk/cases/${item.reference}`, text: item.reference }),
    error: problems.length > 0,
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${answerSummary(action.asks, problems)}${stale === true && changedSince(sheet, seen)}
<span class="govuk-caption-l">${item.reference}: ${service.title}</span><h1 class="govuk-heading-l">${action.title}</h1>
<p class="govuk-body">${leadsTo(sheet, action)}.</p>${form({ key, action: addressOf(item, action), files: hasFiles({ questions: action.asks }), body })}</div></div>`,
  });
}

export function addressOf({ reference }: Pick<Case, "reference">, { id }: Pick<Action, "id">): string {
  return `/desk/cases/${reference}/actions/${id}`;
}

function reasonBox({ reason }: Action, { fields, problems }: Filled): Slot {
  if (reason === "none") return undefined;
  return textarea({
    id: "reason",
    name: "reason",
    rows: 3,
    label: { text: reason === "required" ? "Reason" : "Reason (optional)" },
    hint: { text: "The person can read it." },
    value: fields.get("reason")?.[0] ?? "",
    ...errorAt(problems, "reason"),
  });
}

import { workCalendar } from "../../../cases/clock/work-calendar.ts";
import type { Tie } from "../../../cases/together/tie.ts";
import { mainOf, partOf, tiesOf } from "../../../cases/together/tie.ts";
import { button } from "../../../components/button.ts";
import type { Html, Slot } from "../../../components/html.ts";
import { html } from "../../../components/html.ts";
import { insetText } from "../../../components/inset-text.ts";
import { eventText, writtenWords } from "../../shared/event-words.ts";
import { form } from "../../shared/form.ts";
import type { CaseForms } from "../case/case-forms.ts";
import type { CaseSheet } from "../case/case-sheet.ts";
import { stageTag } from "../case-words.ts";
import type { Desk } from "../desk.ts";
import { mayAtDesk } from "../desk.ts";
import { dueOf } from "../due.ts";
import type { Beside } from "./beside.ts";

/** How many of a kind a page lists. */
const MOST_SHOWN = 20;

interface Group {
  readonly kind: Tie["kind"];
  readonly title: string;
  /** Said of those that the officer may not see. */
  readonly hidden: (count: number) => string;
}

const GROUPS: readonly Group[] = [
  { kind: "moved-to", title: "Goes on in another service as", hidden: () => "A case that you may not see" },
  { kind: "moved-from", title: "Moved from another service", hidden: () => "A case that you may not see" },
  { kind: "part-of", title: "Part of", hidden: () => "A case that you may not see" },
  {
    kind: "sub-case",
    title: "Sub-cases",
    hidden: (count) => (count === 1 ? "1 sub-case that you may not see" : `${count} sub-cases that you may not see`),
  },
  { kind: "duplicate-of", title: "The same as", hidden: () => "A case that you may not see" },
  {
    kind: "duplicate",
    title: "Duplicates of this case",
    hidden: (count) => (count === 1 ? "1 duplicate that you may not see" : `${count} duplicates that you may not see`),
  },
  {
    kind: "linked",
    title: "Linked cases",
    hidden: (count) => (count === 1 ? "1 linked case that you may not see" : `${count} linked cases that you may not see`),
  },
];

/** What is to be done in a sub-case, above all else on its page. */
export function taskPart({ item, events }: CaseSheet): Slot {
  const [first] = events;
  if (partOf(item) === undefined || first === undefined) return undefined;
  const text = first.salt === null ? "What was written here has been erased." : eventText(first, "text");
  return insetText({
    html: html`<p class="govuk-body govuk-!-margin-bottom-1"><strong>What is to be done</strong></p>${writtenWords(text)}`,
  });
}

/** The cases that belong to this one, each with its stage and when it is due, and what can be done about them. */
export function togetherPart(desk: Desk, sheet: CaseSheet, forms: CaseForms): Slot {
  const groups = GROUPS.map((group) => groupPart(desk, sheet, forms, group));
  const ways = forms.may.work && html`<p class="govuk-body">${waysOf(sheet, mayAtDesk(desk, "cases.start"))}</p>`;
  if (!groups.some(Boolean) && ways === false) return undefined;
  return html`<h2 class="govuk-heading-m" id="together" tabindex="-1">Cases that belong together</h2>${groups}${ways}`;
}

/** What can be done about a case and others: by the last part of its address, and in words. */
function waysOf({ item }: CaseSheet, mayStart: boolean): Slot {
  const duplicate = mainOf(item) !== undefined;
  const whole = !duplicate && item.closedAt === null && partOf(item) === undefined;
  const ways: readonly (readonly [string, string] | false)[] = [
    whole && ["split", "Make a sub-case for another team"],
    whole && ["same-as", "This is the same as another case"],
    whole && mayStart && ["move", "Move to another service"],
    duplicate && ["not-the-same", "Not the same after all"],
    ["link", "Link another case"],
  ];
  return ways.map(
    (way) => way !== false && html`<a class="govuk-link" href="/desk/cases/${item.reference}/together/${way[0]}">${way[1]}</a><br>`,
  );
}

function groupPart(desk: Desk, sheet: CaseSheet, forms: CaseForms, { kind, title, hidden }: Group): Slot {
  const all = tiesOf(sheet.item.ties, kind);
  if (all.length === 0) return undefined;
  const seen = sheet.beside.filter(({ tie }) => tie.kind === kind);
  const unseen = all.length - seen.length;
  const lines = seen.slice(0, MOST_SHOWN).map((one) => html`<li>${line(desk, one)}${unlinkForm(sheet, forms, one)}</li>`);
  return html`<h3 class="govuk-heading-s">${title}</h3><ul class="govuk-list">${lines}${seen.length > MOST_SHOWN && html`<li>and ${seen.length - MOST_SHOWN} more</li>`}${unseen > 0 && html`<li>${hidden(unseen)}</li>`}</ul>`;
}

/** What it is, where it stands and by when. */
function line({ visit }: Desk, { item, service, mayOpen }: Beside): Html {
  const { words, date, late } = dueOf(item, visit.now, workCalendar(visit.council));
  const due = late ? html`<strong class="guildhall-late">${words}</strong>` : words;
  const name = mayOpen ? html`<a class="govuk-link" href="/desk/cases/${item.reference}">${item.reference}</a>` : item.reference;
  return html`${name} ${service?.title ?? item.service} ${stageTag(service, item)} <span class="guildhall-small">${due}, ${date}</span>`;
}

function unlinkForm({ item: { reference } }: CaseSheet, forms: CaseForms, { tie, item }: Beside): Slot {
  if (tie.kind !== "linked" || !forms.may.work) return undefined;
  const body = [
    html`<input type="hidden" name="case" value="${item.reference}">`,
    button({
      html: html`Unlink<span class="govuk-visually-hidden"> ${item.reference}</span>`,
      classes: "govuk-button--secondary govuk-!-margin-bottom-1",
      preventDoubleClick: true,
    }),
  ];
  return form({ key: forms.together, action: `/desk/cases/${reference}/together/unlink`, body });
}

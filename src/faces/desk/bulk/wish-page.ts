import type { Problem } from "../../../answers/answer-type.ts";
import type { Case } from "../../../cases/case.ts";
import { actionsBy } from "../../../cases/decide.ts";
import { backLink } from "../../../components/back-link.ts";
import { button } from "../../../components/button.ts";
import type { Html, Slot } from "../../../components/html.ts";
import { html } from "../../../components/html.ts";
import { radios } from "../../../components/radios.ts";
import { select } from "../../../components/select.ts";
import { textarea } from "../../../components/textarea.ts";
import type { Context } from "../../../context.ts";
import { mayAtDesk } from "../desk.ts";
import type { Desk } from "../desk.ts";
import { stageTitle } from "../case-words.ts";
import { deskPage } from "../layout.ts";
import { errorAt, problemSummary } from "../../shared/form.ts";
import { addressOf, queryText } from "../worklist/view.ts";
import type { Chosen } from "./chosen.ts";
import { casesText } from "./chosen.ts";
import type { Colleague } from "./judge.ts";
import { WISH_FIELDS } from "./wish.ts";

/** What is asked about the cases that were chosen, with what was typed before. */
export interface WishForm {
  readonly chosen: Chosen;
  readonly colleagues: readonly Colleague[];
  readonly problems: readonly Problem[];
  typed(field: string): string;
}

export function casesWords(count: number): string {
  return `${count.toLocaleString("en-GB")} ${count === 1 ? "case" : "cases"}`;
}

/** The cases and the list that they are from, hidden in a form. */
export function carried({ cases, seen, view }: Chosen): Html {
  const counted = cases.map((item) => ({ ...item, eventCount: seen.get(item.reference) ?? item.eventCount }));
  return html`<input type="hidden" name="cases" value="${casesText(counted)}"><input type="hidden" name="list" value="${queryText({ ...view, after: "" })}">`;
}

/** What was asked, hidden in a form that goes on from there. */
export function carriedWish(typed: (field: string) => string): Slot {
  return WISH_FIELDS.map((name) => html`<input type="hidden" name="${name}" value="${typed(name)}">`);
}

interface Offer {
  readonly value: string;
  readonly text: string;
}

/** The actions that the officer's roles may take on some of the cases: of each service and stage that they are at. */
async function actionsOffered(context: Context, { officer, visit }: Desk, cases: readonly Case[]): Promise<readonly Offer[]> {
  const kinds = new Map(cases.map((item) => [`${item.service}/${item.stage}/${item.version}`, item]));
  const offers = new Map<string, string>();
  for (const item of kinds.values()) {
    const service = await context.councils.version(visit.council.id, item.service, item.version);
    if (service === undefined) continue;
    for (const action of actionsBy(service, item, officer.roles)) {
      const reason = action.reason === "required" ? ", needs a reason" : "";
      offers.set(
        `${item.service}/${item.stage}/${action.id}`,
        `${action.title} (${service.title}, at ${stageTitle(service, item.stage)}${reason})`,
      );
    }
  }
  return [...offers].map(([value, text]) => ({ value, text }));
}

function assignBox({ colleagues, problems, typed }: WishForm): Html {
  const items = [
    { value: "", text: "Choose" },
    { value: "nobody", text: "Nobody: back to the team" },
    ...colleagues.map(({ id, name }) => ({ value: id, text: name })),
  ];
  return select({
    id: "officer",
    name: "officer",
    label: { text: "Who should have them" },
    items,
    value: typed("officer"),
    ...errorAt(problems, "officer"),
  });
}

function actionBoxes(offers: readonly Offer[], { problems, typed }: WishForm): Html {
  const chosen = select({
    id: "action",
    name: "action",
    label: { text: "Action" },
    items: [{ value: "", text: "Choose" }, ...offers],
    value: typed("action"),
    ...errorAt(problems, "action"),
  });
  const reason = textarea({
    id: "reason",
    name: "reason",
    rows: 3,
    label: { text: "Reason" },
    hint: { text: "The people can read it. The same for every case." },
    value: typed("reason"),
    ...errorAt(problems, "reason"),
  });
  return html`${chosen}${reason}`;
}

function noteBox({ problems, typed }: WishForm): Html {
  return textarea({
    id: "text",
    name: "text",
    rows: 3,
    label: { text: "Note" },
    hint: { text: "Only staff can read it. The same for every case." },
    value: typed("text"),
    ...errorAt(problems, "text"),
  });
}

function part(heading: string, boxes: Slot): Html {
  return html`<h2 class="govuk-heading-m">${heading}</h2>${boxes}`;
}

/** Asks what is to be done with the cases that were chosen. Nothing happens yet. */
export async function wishPage(context: Context, desk: Desk, wanted: WishForm): Promise<string> {
  const { chosen, problems, typed } = wanted;
  const offers = await actionsOffered(context, desk, chosen.cases);
  const work = mayAtDesk(desk, "cases.work");
  const title = `What do you want to do with ${casesWords(chosen.cases.length)}?`;
  const kind = radios({
    idPrefix: "do",
    name: "do",
    fieldset: { legend: { text: "Do one of these", classes: "govuk-fieldset__legend--m" } },
    items: [
      { value: "assign", text: "Give them to someone" },
      work && { value: "note", text: "Add a note to each" },
      work && offers.length > 0 && { value: "act", text: "Take an action" },
    ],
    value: typed("do"),
    ...errorAt(problems, "do"),
  });
  return deskPage(context, desk, {
    title,
    before: backLink({ href: addressOf(chosen.view), text: "Back to the list" }),
    error: problems.length > 0,
    main: html`${problemSummary(problems)}<h1 class="govuk-heading-l">${title}</h1>
<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds"><form method="post" action="/desk/bulk/preview" novalidate>${carried(chosen)}${kind}
${part("If you give them to someone", assignBox(wanted))}${work && part("If you add a note", noteBox(wanted))}
${work && offers.length > 0 && part("If you take an action", actionBoxes(offers, wanted))}
<p class="govuk-body">The next page shows what will happen to each case. Nothing is changed before that.</p>${button({ text: "See what will happen" })}</form></div></div>`,
  });
}

import { answerType } from "../../../answers/answer-types.ts";
import type { AreaFigure } from "../../../cases/area-cases.ts";
import { AREA_DAYS, MOST_IN_AREA } from "../../../cases/area-cases.ts";
import type { Case } from "../../../cases/case.ts";
import { button } from "../../../components/button.ts";
import type { Slot } from "../../../components/html.ts";
import { html } from "../../../components/html.ts";
import type { Context } from "../../../context.ts";
import { areaOf } from "../../../councils/sight.ts";
import type { PublishedService } from "../../../definition/service.ts";
import { dayOf } from "../../../platform/clock.ts";
import { lastDay, shortDay } from "../../shared/dates.ts";
import { numeric, wideTable } from "../../shared/wide-table.ts";
import { stageTag, wordsOf } from "../case-words.ts";
import type { Desk } from "../desk.ts";
import { deskPage } from "../layout.ts";
import { ENQUIRY } from "./enquiry.ts";

/** A case of the area, with its definition. */
export interface AreaCase {
  readonly item: Case;
  readonly service: PublishedService | undefined;
}

export interface AreaShown {
  readonly cases: readonly AreaCase[];
  readonly figures: readonly AreaFigure[];
}

/** Where it is, as answered to a question that asks nothing personal. */
function placeWords({ item, service }: AreaCase): string {
  const places = [...(service?.questions.values() ?? [])].filter(({ type, personal }) => type === "place" && !personal);
  return places
    .flatMap((question) => (item.answers[question.id] ? [answerType(question).text(question, item.answers[question.id] ?? null)] : []))
    .join("; ");
}

function titleOf(context: Context, { visit }: Desk, id: string): string {
  return context.councils.known(visit.council.id).find((service) => service.id === id)?.title ?? wordsOf(id);
}

/** What goes on in a councillor's areas: figures by service, and the public facts of each case. Nothing here tells of a person. */
export function areaPage(context: Context, desk: Desk, { cases, figures }: AreaShown): string {
  const areas = desk.officer.areas ?? [];
  const canAsk = context.councils.service(desk.visit.council.id, ENQUIRY) !== undefined;
  const none = html`<p class="govuk-body">You speak for no area yet. Ask an administrator to note your areas.</p>`;
  return deskPage(context, desk, {
    title: "Your area",
    at: "/desk/area",
    main: html`<h1 class="govuk-heading-l">Your area: ${areas.length === 0 ? "none" : areas.join(", ")}</h1>
${areas.length === 0 ? none : html`<p class="govuk-body">Cases of the last ${AREA_DAYS} days whose person gave a postcode there. You see what they are about and how they stand, and nothing about anybody.</p>`}
${canAsk && button({ text: "Raise an enquiry", href: "/desk/area/enquiry" })}${areas.length > 0 && [figuresPart(context, desk, figures), casesPart(cases, canAsk)]}`,
  });
}

function figuresPart(context: Context, desk: Desk, figures: readonly AreaFigure[]): Slot {
  if (figures.length === 0) return undefined;
  const head = [{ text: "Service" }, numeric("Opened"), numeric("Still open"), numeric("Late")];
  const rows = figures.map(({ service, opened, open, late }) => [
    { text: titleOf(context, desk, service) },
    ...[opened, open, late].map((count) => numeric(count.toLocaleString("en-GB"))),
  ]);
  return wideTable({ caption: `The last ${AREA_DAYS} days`, head, rows });
}

function casesPart(cases: readonly AreaCase[], canAsk: boolean): Slot {
  if (cases.length === 0) return html`<p class="govuk-body">There is no case.</p>`;
  const head = ["Case", "Service", "Area", "Where", "Stage", "Opened", "Due", ...(canAsk ? ["Enquiry"] : [])].map((text) => ({ text }));
  const rows = cases.map((one) => {
    const { item, service } = one;
    const ask = html`<a class="govuk-link" href="/desk/area/enquiry?case=${item.reference}">Ask<span class="govuk-visually-hidden"> about ${item.reference}</span></a>`;
    return [
      { html: html`<span class="guildhall-reference">${item.reference}</span>` },
      { text: service?.title ?? wordsOf(item.service) },
      { text: areaOf(item) ?? "" },
      { html: html`<span class="guildhall-words">${placeWords(one)}</span>` },
      { html: stageTag(service, item) },
      { text: shortDay(dayOf(item.openedAt)) },
      { text: item.closedAt === null ? shortDay(lastDay(item.dueAt)) : `Closed ${shortDay(dayOf(item.closedAt))}` },
      ...(canAsk ? [{ html: ask }] : []),
    ];
  });
  const more = cases.length === MOST_IN_AREA && html`<p class="govuk-body">These are the newest ${MOST_IN_AREA}.</p>`;
  return html`${wideTable({ caption: "Cases, the newest first", head, rows })}${more}`;
}

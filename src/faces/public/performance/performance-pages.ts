import { breadcrumbs } from "../../../components/breadcrumbs.ts";
import type { Html } from "../../../components/html.ts";
import { html } from "../../../components/html.ts";
import { figureText, MANDATORY, FIGURES } from "../../../measures/figures.ts";
import type { Performance } from "../../../measures/performance.ts";
import type { Period } from "../../../measures/period.ts";
import type { Visit } from "../../shared/visit.ts";
import { publicPage } from "../layout.ts";
import { channelTable } from "./channel-table.ts";
import { count, figureList } from "./figure-list.ts";
import { monthTable } from "./month-table.ts";
import { csvLinks, periodForm } from "./period-form.ts";
import { numeric, wideTable } from "../../shared/wide-table.ts";

/** A service as the overview lists it. */
export interface ServiceLine {
  readonly id: string;
  readonly title: string;
  readonly performance: Performance;
}

/** All services together, then each in one line. */
export function overviewPage(visit: Visit, period: Period, all: Performance, services: readonly ServiceLine[]): string {
  return publicPage(visit, {
    title: "Performance",
    before: breadcrumbs({ items: [{ text: "Home", href: "/" }, { text: "Performance" }] }),
    main: html`<h1 class="govuk-heading-l">Performance</h1>
<p class="govuk-body-l">How our services do, all together and one by one.</p>
${periodForm(period)}<h2 class="govuk-heading-m">All services together</h2>${figureList(all)}${serviceTable(services, period)}
${monthTable(all)}${channelTable(all)}${csvLinks("/performance", period)}`,
  });
}

/** One service. */
export function servicePage(visit: Visit, period: Period, { id, title, performance }: ServiceLine): string {
  const items = [{ text: "Home", href: "/" }, { text: "Performance", href: "/performance" }, { text: title }];
  return publicPage(visit, {
    title: `${title}: performance`,
    before: breadcrumbs({ items }),
    main: html`<h1 class="govuk-heading-l">${title}: performance</h1>
${periodForm(period)}${figureList(performance)}${monthTable(performance)}${channelTable(performance)}${csvLinks(`/performance/${id}`, period)}`,
  });
}

function serviceTable(services: readonly ServiceLine[], period: Period): Html {
  const head = [{ text: "Service" }, numeric("Sent"), ...MANDATORY.map((name) => numeric(FIGURES[name].title))];
  const rows = services.map(({ id, title, performance }) => [
    { html: html`<a class="govuk-link" href="/performance/${id}?months=${period.length}">${title}</a>` },
    numeric(count(performance.submitted)),
    ...MANDATORY.map((name) => numeric(figureText(name, performance.figures[name]))),
  ]);
  return wideTable({ caption: "Each service", head, rows, firstCellIsHeader: true });
}

import { button } from "../../../components/button.ts";
import { checkboxes } from "../../../components/checkboxes.ts";
import { details } from "../../../components/details.ts";
import type { Html } from "../../../components/html.ts";
import { html } from "../../../components/html.ts";
import { select } from "../../../components/select.ts";
import type { PublishedService } from "../../../definition/service.ts";
import { wordsOf } from "../case-words.ts";
import type { View } from "./view.ts";
import { filtersSet, HOLDERS, SORTS, STATES } from "./view.ts";

type Options = Readonly<Record<string, string>>;

function box(name: keyof View, text: string, options: Options, value: string): Html {
  const items = Object.entries(options).map(([code, words]) => ({ value: code, text: words, selected: code === value }));
  return select({ id: `filter-${name}`, name, label: { text }, items });
}

function stagesOf(services: readonly PublishedService[]): Options {
  const all = services.flatMap((service) => [...service.case.stages.values()].map(({ id, title }) => [id, title] as const));
  return Object.fromEntries(all);
}

function prioritiesOf(services: readonly PublishedService[]): Options {
  const named = services.flatMap((service) => Object.keys(service.case.deadline)).filter((priority) => priority !== "any");
  return Object.fromEntries([...new Set([...named, "normal"])].map((priority) => [priority, wordsOf(priority)]));
}

/** The filters and the order of the list: a form that changes only the address. Stages are those of the service that is chosen, or of all. */
export function filterForm(view: View, services: readonly PublishedService[]): Html {
  const chosen = services.filter(({ id }) => view.service === "" || id === view.service);
  const titles = Object.fromEntries(services.map(({ id, title }) => [id, title]));
  const boxes = [
    box("state", "Open or closed", STATES, view.state),
    box("holder", "Taken by", HOLDERS, view.holder),
    box("service", "Service", { "": "All services", ...titles }, view.service),
    box("stage", "Stage", { "": "All stages", ...stagesOf(chosen) }, view.stage),
    box("priority", "Priority", { "": "All priorities", ...prioritiesOf(chosen) }, view.priority),
    box("sort", "Order", SORTS, view.sort),
  ];
  const only = checkboxes({
    idPrefix: "filter-only",
    name: "only",
    classes: "govuk-checkboxes--small",
    fieldset: { legend: { text: "Only cases that are" } },
    items: [
      { name: "overdue", value: "1", text: "overdue", checked: view.overdue },
      { name: "waiting", value: "1", text: "waiting for an answer from us", checked: view.waiting },
    ],
  });
  const set = filtersSet(view);
  const body = html`<form method="get" action="/desk" class="guildhall-filters">${boxes}${only}
<div class="govuk-button-group">${button({ text: "Show these cases", classes: "govuk-button--secondary" })}<a class="govuk-link" href="/desk">Clear</a></div></form>`;
  return details({ summaryText: set === 0 ? "Filters and order" : `Filters and order (${set} set)`, html: body, open: set > 0 });
}

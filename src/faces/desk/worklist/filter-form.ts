import type { Question } from "../../../answers/answer-type.ts";
import { optionItems } from "../../../answers/options.ts";
import { button } from "../../../components/button.ts";
import { checkboxes } from "../../../components/checkboxes.ts";
import type { Html, Slot } from "../../../components/html.ts";
import { html } from "../../../components/html.ts";
import { input } from "../../../components/input.ts";
import { select } from "../../../components/select.ts";
import type { Council } from "../../../councils/council.ts";
import type { PublishedService } from "../../../definition/service.ts";
import { errorAt } from "../../shared/form.ts";
import { questionWords, wordsOf } from "../case-words.ts";
import type { WrongFilter } from "./answer-filters.ts";
import { filterKind, listable } from "./answer-filters.ts";
import { columnsChosen, columnsThereAre } from "./columns.ts";
import type { View } from "./view.ts";
import { addressOf, filtersSet, HOLDERS, SORTS, STATES } from "./view.ts";

type Options = Readonly<Record<string, string>>;

/** What a filter form offers, and what is wrong with what was asked. */
export interface Filters {
  readonly view: View;
  readonly council: Council;
  /** Services whose cases the officer may see, and of them the one that is chosen. */
  readonly services: readonly PublishedService[];
  readonly service: PublishedService | undefined;
  readonly teams: readonly string[];
  readonly wrong: readonly WrongFilter[];
}

function box(name: string, text: string, options: Options, value: string): Html {
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

function teamBox({ view, council, teams }: Filters): Slot {
  if (teams.length < 2) return undefined;
  const named = Object.fromEntries(teams.map((team) => [team, council.teams.get(team)?.name ?? team]));
  return box("team", "Team", { "": "All that I may see", mine: "My teams", ...named }, view.team);
}

function boxes(filters: Filters): Slot {
  const { view, services } = filters;
  const chosen = services.filter(({ id }) => view.service === "" || id === view.service);
  const titles = Object.fromEntries(services.map(({ id, title }) => [id, title]));
  return [
    box("state", "Open or closed", STATES, view.state),
    box("holder", "Taken by", HOLDERS, view.holder),
    teamBox(filters),
    box("service", "Service", { "": "All services", ...titles }, view.service),
    box("stage", "Stage", { "": "All stages", ...stagesOf(chosen) }, view.stage),
    box("priority", "Priority", { "": "All priorities", ...prioritiesOf(chosen) }, view.priority),
    box("sort", "Order", SORTS, view.sort),
  ];
}

function only(view: View): Html {
  return checkboxes({
    idPrefix: "filter-only",
    name: "only",
    classes: "govuk-checkboxes--small",
    fieldset: { legend: { text: "Only cases that are" } },
    items: [
      { name: "overdue", value: "1", text: "overdue", checked: view.overdue },
      { name: "today", value: "1", text: "due today", checked: view.today },
      { name: "waiting", value: "1", text: "waiting for an answer from us", checked: view.waiting },
      { name: "mentioned", value: "1", text: "with a note that mentions me, which I have not seen", checked: view.mentioned },
      { name: "paused", value: "1", text: "waiting for somebody, so that their clock is stopped", checked: view.paused },
    ],
  });
}

function wrongAt(wrong: readonly WrongFilter[], id: string) {
  return errorAt(
    wrong.map((one) => ({ ...one, code: "filter" })),
    id,
  );
}

function rangeBox(name: string, label: string, hint: string, { view, wrong }: Filters): Html {
  const [id, value] = [`filter-q.${name}`, view.answers[name]];
  return input({ id, name: `q.${name}`, value, label: { text: label }, hint: { text: hint }, ...wrongAt(wrong, id) });
}

const RANGE_HINTS = { numbers: "A number", days: "Such as 31/3/2026" } as const;

/** The answers that cases are to have, as boxes; a question with no such answers has none. */
function answerBoxes(question: Question, filters: Filters): Slot {
  const { id } = question;
  const [label, chosen, kind] = [questionWords(question), filters.view.answers[id] ?? "", filterKind(question)];
  if (kind === "yes-no") return box(`q.${id}`, label, { "": "Any answer", yes: "Yes", no: "No" }, chosen);
  if (kind === "options") {
    const options = Object.fromEntries(optionItems(question).map(({ value, text }) => [value, text]));
    return box(`q.${id}`, label, { "": "Any answer", ...options }, chosen);
  }
  if (kind === undefined) return undefined;
  const hint = RANGE_HINTS[kind];
  return [rangeBox(`${id}.from`, `${label}: from`, hint, filters), rangeBox(`${id}.to`, `${label}: to`, hint, filters)];
}

function answersPart(filters: Filters): Slot {
  const { service, view, wrong } = filters;
  if (service === undefined) return html`<p class="govuk-hint">Choose a service to list cases by their answers too.</p>`;
  const rule = input({
    id: "filter-rule",
    name: "rule",
    value: view.rule || undefined,
    label: { text: "Condition" },
    hint: { text: 'A rule over the answers, such as width = "large" and danger. Leave out anything about a person.' },
    spellcheck: false,
    ...wrongAt(wrong, "filter-rule"),
  });
  const questions = listable(service).map((question) => answerBoxes(question, filters));
  return html`<h2 class="govuk-heading-s">Answers</h2><div class="guildhall-filters">${questions}</div>${rule}`;
}

function columnsPart({ view, service }: Filters): Html {
  const shown = columnsChosen(view.columns, service).map(({ name }) => name);
  const list = checkboxes({
    idPrefix: "columns",
    name: "columns",
    classes: "govuk-checkboxes--small guildhall-columns",
    fieldset: { legend: { text: "Columns to show beside the reference" } },
    items: columnsThereAre(service).map(({ name, head }) => ({ value: name, text: head })),
    values: shown,
  });
  const show = button({ text: "Show these columns", classes: "govuk-button--secondary" });
  return html`<h2 class="govuk-heading-m">Columns</h2>${list}${show}`;
}

/** The filters, the order and the columns of the list: a form that changes only the address. Stages are those of the service that is chosen, or of all. */
export function filterForm(filters: Filters): Html {
  const { view } = filters;
  const body = html`<div class="guildhall-filters">${boxes(filters)}${only(view)}</div>${answersPart(filters)}
<div class="govuk-button-group">${button({ text: "Show these cases", classes: "govuk-button--secondary" })}<a class="govuk-link" href="/desk">Clear</a></div>`;
  return html`<form method="get" action="/desk" novalidate>${body}${columnsPart(filters)}</form>`;
}

/** The way to the filters, which are a page of their own: a list is looked at far more often than it is chosen. */
export function filterLink(view: View): Html {
  const set = filtersSet(view);
  const words = `Filters, order and columns${set === 0 ? "" : ` (${set} set)`}`;
  const clear = set > 0 && html`<li><a class="govuk-link" href="/desk">Clear filters</a></li>`;
  return html`<ul class="govuk-list guildhall-inline"><li><a class="govuk-link" href="${addressOf({ ...view, after: "" }, "/desk/filters")}">${words}</a></li>${clear}
<li><a class="govuk-link" href="${addressOf({ ...view, after: "" }, "/desk/lists/new")}">Save this list</a></li></ul>`;
}

import { breadcrumbs } from "../../../components/breadcrumbs.ts";
import { button } from "../../../components/button.ts";
import type { Html } from "../../../components/html.ts";
import { html } from "../../../components/html.ts";
import { input } from "../../../components/input.ts";
import type { PublishedService } from "../../../definition/service.ts";
import type { PageWords } from "../../../language/page-words.ts";
import { phoneLink } from "../../shared/phone.ts";
import type { Visit } from "../../shared/visit.ts";
import { publicPage } from "../layout.ts";
import { findServices } from "./find-services.ts";

/** The front page: search, then services by group. */
export function frontPage(visit: Visit, services: readonly PublishedService[]): string {
  const { words } = visit;
  // A service that has no Welsh names its group in English; the council may know the Welsh of it.
  const groupOf = ({ group }: PublishedService): string => visit.council.groupNames?.get(group) ?? group;
  const groups = [...new Set([...visit.council.groups, ...services.map(groupOf)])];
  const sections = groups.map((group) => {
    const within = services.filter((service) => groupOf(service) === group);
    return within.length > 0 && html`<div class="guildhall-group"><h2 class="govuk-heading-m">${group}</h2>${list(visit, within)}</div>`;
  });
  return publicPage(visit, {
    title: words.services,
    main: html`<h1 class="govuk-heading-xl">${visit.council.name}</h1>
<p class="govuk-body-l">${words.lead}</p>
${searchForm(words, "")}<div class="guildhall-groups">${sections}</div>
<p class="govuk-body"><a class="govuk-link" href="/services">${words.allAToZ}</a></p>`,
  });
}

/** All services by their first letter, or those that a search finds. */
export function servicesPage(visit: Visit, services: readonly PublishedService[], typed: string): string {
  const { words } = visit;
  const before = breadcrumbs({ labelText: words.breadcrumb, items: [{ text: words.home, href: "/" }, { text: words.services }] });
  if (typed !== "") return foundPage(visit, findServices(services, typed), typed, before);
  const letters = [...new Set(services.map(firstLetter))].toSorted();
  const sections = letters.map(
    (letter) =>
      html`<h2 class="govuk-heading-m" id="${letter}">${letter}</h2>${list(
        visit,
        services.filter((service) => firstLetter(service) === letter),
      )}`,
  );
  const jumps = letters.map((letter) => html`<li><a class="govuk-link" href="#${letter}">${letter}</a></li>`);
  return publicPage(visit, {
    title: words.aToZTitle,
    before,
    main: html`<h1 class="govuk-heading-l">${words.aToZTitle}</h1>${searchForm(words, "")}
<nav aria-label="${words.aToZ}"><ul class="govuk-list guildhall-letters">${jumps}</ul></nav>${sections}`,
  });
}

function foundPage(visit: Visit, found: readonly PublishedService[], typed: string, before: Html): string {
  const { words } = visit;
  const help = html`<p class="govuk-body">${words.checkSpelling} <a class="govuk-link" href="/services">${words.lookThrough}</a>.</p>
<p class="govuk-body">${words.alsoCall} ${phoneLink(visit.council.contact.phone)}.</p>`;
  return publicPage(visit, {
    title: words.searchTitle(typed),
    before,
    main: html`<h1 class="govuk-heading-l">${words.found(found.length)}</h1>${searchForm(words, typed)}${found.length === 0 ? help : list(visit, found)}`,
  });
}

function firstLetter(service: PublishedService): string {
  return (service.title[0] ?? "").toUpperCase();
}

/** A service that the reader's language lacks is listed in English, and marked as that. */
function list({ language }: Visit, services: readonly PublishedService[]): Html {
  const lines = services
    .toSorted((a, b) => a.title.localeCompare(b.title, language))
    .map(
      ({ id, title, summary, language: own = "en" }) =>
        html`<li class="guildhall-service"${own !== language && html` lang="${own}"`}><a class="govuk-link" href="/services/${id}">${title}</a><p class="govuk-hint">${summary}</p></li>`,
    );
  return html`<ul class="govuk-list">${lines}</ul>`;
}

function searchForm(words: PageWords, typed: string): Html {
  const box = input({
    id: "search",
    name: "search",
    label: { text: words.searchLabel, classes: "govuk-label--s" },
    value: typed,
    type: "search",
    classes: "govuk-input--width-20",
    formGroup: { classes: "guildhall-search__box" },
  });
  return html`<form class="guildhall-search" method="get" action="/services" role="search">${box}${button({ text: words.search })}</form>`;
}

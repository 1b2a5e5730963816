import { breadcrumbs } from "../../../components/breadcrumbs.ts";
import { button } from "../../../components/button.ts";
import type { Html } from "../../../components/html.ts";
import { html } from "../../../components/html.ts";
import { input } from "../../../components/input.ts";
import type { PublishedService } from "../../../definition/service.ts";
import { phoneLink } from "../../shared/phone.ts";
import type { Visit } from "../../shared/visit.ts";
import { publicPage } from "../layout.ts";
import { findServices } from "./find-services.ts";

/** The front page: search, then services by group. */
export function frontPage(visit: Visit, services: readonly PublishedService[]): string {
  const groups = [...new Set([...visit.council.groups, ...services.map(({ group }) => group)])];
  const sections = groups.map((group) => {
    const within = services.filter((service) => service.group === group);
    return within.length > 0 && html`<div class="guildhall-group"><h2 class="govuk-heading-m">${group}</h2>${list(within)}</div>`;
  });
  return publicPage(visit, {
    title: "Services",
    main: html`<h1 class="govuk-heading-xl">${visit.council.name}</h1>
<p class="govuk-body-l">Report a problem, apply for something or tell us about a change.</p>
${searchForm("")}<div class="guildhall-groups">${sections}</div>
<p class="govuk-body"><a class="govuk-link" href="/services">All services, A to Z</a></p>`,
  });
}

/** All services by their first letter, or those that a search finds. */
export function servicesPage(visit: Visit, services: readonly PublishedService[], words: string): string {
  const before = breadcrumbs({ items: [{ text: "Home", href: "/" }, { text: "Services" }] });
  if (words !== "") return foundPage(visit, findServices(services, words), words, before);
  const letters = [...new Set(services.map(firstLetter))].toSorted();
  const sections = letters.map(
    (letter) =>
      html`<h2 class="govuk-heading-m" id="${letter}">${letter}</h2>${list(services.filter((service) => firstLetter(service) === letter))}`,
  );
  const jumps = letters.map((letter) => html`<li><a class="govuk-link" href="#${letter}">${letter}</a></li>`);
  return publicPage(visit, {
    title: "Services A to Z",
    before,
    main: html`<h1 class="govuk-heading-l">Services A to Z</h1>${searchForm("")}
<nav aria-label="A to Z"><ul class="govuk-list guildhall-letters">${jumps}</ul></nav>${sections}`,
  });
}

function foundPage(visit: Visit, found: readonly PublishedService[], words: string, before: Html): string {
  const count = found.length === 1 ? "1 service" : `${found.length} services`;
  const help = html`<p class="govuk-body">Check the spelling, use fewer words, or <a class="govuk-link" href="/services">look through all services</a>.</p>
<p class="govuk-body">You can also call us on ${phoneLink(visit.council.contact.phone)}.</p>`;
  return publicPage(visit, {
    title: `${words} – search`,
    before,
    main: html`<h1 class="govuk-heading-l">${count} found</h1>${searchForm(words)}${found.length === 0 ? help : list(found)}`,
  });
}

function firstLetter(service: PublishedService): string {
  return (service.title[0] ?? "").toUpperCase();
}

function list(services: readonly PublishedService[]): Html {
  const lines = services
    .toSorted((a, b) => a.title.localeCompare(b.title, "en"))
    .map(
      ({ id, title, summary }) =>
        html`<li class="guildhall-service"><a class="govuk-link" href="/services/${id}">${title}</a><p class="govuk-hint">${summary}</p></li>`,
    );
  return html`<ul class="govuk-list">${lines}</ul>`;
}

function searchForm(words: string): Html {
  const box = input({
    id: "search",
    name: "search",
    label: { text: "Search for a service", classes: "govuk-label--s" },
    value: words,
    type: "search",
    classes: "govuk-input--width-20",
    formGroup: { classes: "guildhall-search__box" },
  });
  return html`<form class="guildhall-search" method="get" action="/services" role="search">${box}${button({ text: "Search" })}</form>`;
}

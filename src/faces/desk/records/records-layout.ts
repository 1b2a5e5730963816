import type { Html, Slot } from "../../../components/html.ts";
import { html } from "../../../components/html.ts";
import type { Context } from "../../../context.ts";
import type { Desk } from "../desk.ts";
import { deskPage } from "../layout.ts";

const PARTS = [
  { text: "Due to be erased", href: "/desk/records" },
  { text: "Legal holds", href: "/desk/records/holds" },
  { text: "What was erased", href: "/desk/records/log" },
  { text: "A person's cases", href: "/desk/records/person" },
  { text: "Archives", href: "/desk/records/archives" },
] as const;

/** What a part of the records is about, with the way to the others. */
export function recordsPage(context: Context, desk: Desk, at: string, given: { title: string; main: Slot; error?: boolean }): string {
  const links = PARTS.map(({ text, href }) =>
    href === at ? html`<li><strong>${text}</strong></li>` : html`<li><a class="govuk-link" href="${href}">${text}</a></li>`,
  );
  return deskPage(context, desk, {
    title: given.title,
    at: at === "/desk/records" ? at : undefined,
    error: given.error ?? false,
    main: html`${given.main}<nav aria-label="Records"><h2 class="govuk-heading-s">Records</h2><ul class="govuk-list">${links}</ul></nav>`,
  });
}

/** The way to a case, in the words of its reference. */
export function caseLink(reference: string): Html {
  return html`<a class="govuk-link" href="/desk/cases/${reference}">${reference}</a>`;
}

/** The title of a service as it is known now; its id where it no longer is. */
export function serviceTitle(context: Context, { visit }: Desk, id: string): string {
  return context.councils.known(visit.council.id).find((service) => service.id === id)?.title ?? id;
}

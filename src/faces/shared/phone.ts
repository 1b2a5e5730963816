import type { Html } from "../../components/html.ts";
import { html } from "../../components/html.ts";

/** A phone number that can be pressed to call it, and that no line break divides. */
export function phoneLink(phone: string): Html {
  return html`<a class="govuk-link" href="tel:${phone.replaceAll(" ", "")}">${phone.replaceAll(" ", "\u00a0")}</a>`;
}

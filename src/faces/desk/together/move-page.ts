import type { Question } from "../../../answers/answer-type.ts";
import type { Carried } from "../../../cases/together/carry.ts";
import { carryOver } from "../../../cases/together/carry.ts";
import { button } from "../../../components/button.ts";
import type { Html, Slot } from "../../../components/html.ts";
import { html } from "../../../components/html.ts";
import { select } from "../../../components/select.ts";
import type { Context } from "../../../context.ts";
import { field } from "../../shared/form-body.ts";
import { errorAt, form } from "../../shared/form.ts";
import { questionWords } from "../case-words.ts";
import type { Desk } from "../desk.ts";
import type { TogetherPage } from "./together-page.ts";
import { togetherPage } from "./together-page.ts";

/** Moves a case to another service: which, then what goes with it, what stays behind and what is missing. Nothing happens before the last step. */
export function movePage(context: Context, desk: Desk, shown: TogetherPage): string {
  const { item, service, body, key, problems } = shown;
  const council = desk.visit.council.id;
  const others = context.councils.services(council).filter(({ id, case: plan }) => id !== item.service && plan.stages.size > 0);
  const chosen = others.find(({ id }) => id === field(body, "service"));
  const which = select({
    id: "service",
    name: "service",
    label: { text: "Which service does it belong to?", classes: "govuk-label--s" },
    items: [
      { value: "", text: "Select a service" },
      ...others.map(({ id, title }) => ({ value: id, text: title, selected: id === chosen?.id })),
    ],
    ...errorAt(problems, "service"),
  });
  const see = button({ text: "See what goes with it", name: "go", value: "see", classes: "govuk-button--secondary" });
  const rest = chosen && carriedParts(shown, carryOver(service, chosen, item.answers, desk.visit.today));
  return togetherPage(context, desk, shown, {
    title: "Move to another service",
    main: html`<p class="govuk-body">This case closes, and goes on as a case of the other service, with the same person, a new reference and that service’s deadline. The person is told the new reference, and the old one leads to it.</p>${form({ key, body: [which, see, rest] })}`,
  });
}

function carriedParts({ item }: TogetherPage, { carried, left, needs }: Carried): Html {
  const ask = html`<p class="govuk-body">The next page asks for it. Where only the person knows, <a class="govuk-link" href="/desk/cases/${item.reference}/requests">ask them</a> first, and move the case once they have answered.</p>`;
  return html`${list("Answers that go with it", carried, "None.")}${list("Answers that stay with the old case", left, "None.")}${list("What the service still has to know", needs, "Nothing, as far as can be said by now.")}${needs.length > 0 && ask}
<p class="govuk-body">Nothing is moved before you have checked it and pressed Send.</p>${button({ text: "Go on", name: "go", value: "on" })}`;
}

function list(title: string, questions: readonly Question[], none: string): Slot {
  const lines = questions.map((question) => html`<li>${questionWords(question)}</li>`);
  return html`<h2 class="govuk-heading-s">${title}</h2>${lines.length > 0 ? html`<ul class="govuk-list govuk-list--bullet">${lines}</ul>` : html`<p class="govuk-body">${none}</p>`}`;
}

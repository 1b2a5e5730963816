import type { Problem } from "../../../answers/answer-type.ts";
import { button } from "../../../components/button.ts";
import { input } from "../../../components/input.ts";
import type { Html } from "../../../components/html.ts";
import { html } from "../../../components/html.ts";
import { textarea } from "../../../components/textarea.ts";
import type { Context } from "../../../context.ts";
import type { FormBody } from "../../shared/form-body.ts";
import { field } from "../../shared/form-body.ts";
import { errorAt, form } from "../../shared/form.ts";
import type { Desk } from "../desk.ts";
import type { TogetherPage } from "./together-page.ts";
import { togetherPage } from "./together-page.ts";

/** Links another case, by its reference, with a few words why. */
export function linkPage(context: Context, desk: Desk, shown: TogetherPage): string {
  const { body, problems, key } = shown;
  const why = textarea({
    id: "why",
    name: "why",
    rows: 2,
    label: { text: "Why do they belong together?", classes: "govuk-label--s" },
    hint: { text: "A few words for staff, such as “the same landlord”. They stand in the history of both." },
    value: field(body, "why"),
    ...errorAt(problems, "why"),
  });
  const inputs = [referenceBox(body, problems), why, button({ text: "Link the cases", preventDoubleClick: true })];
  return togetherPage(context, desk, shown, {
    title: "Link another case",
    main: html`<p class="govuk-body">Each case goes on by itself. Both say that they are linked, and where the other stands. The people they are about are told nothing.</p>${form({ key, body: inputs })}`,
  });
}

/** Asks for the other case. */
export function referenceBox(body: FormBody, problems: readonly Problem[]): Html {
  return input({
    id: "reference",
    name: "reference",
    classes: "govuk-input--width-10",
    label: { text: "Reference of the other case", classes: "govuk-label--s" },
    hint: { text: "For example, K7M-4TX-9QC" },
    value: field(body, "reference"),
    spellcheck: false,
    autocomplete: "off",
    ...errorAt(problems, "reference"),
  });
}

import { button } from "../../../components/button.ts";
import { dateInput } from "../../../components/date-input.ts";
import { details } from "../../../components/details.ts";
import { html } from "../../../components/html.ts";
import type { Slot } from "../../../components/html.ts";
import { textarea } from "../../../components/textarea.ts";
import { errorAt, form } from "../../shared/form.ts";
import type { CaseForms } from "./case-forms.ts";
import type { CaseSheet } from "./case-sheet.ts";
import { keptWords } from "./kept-words.ts";

/** Tells the person when to expect it, where the day that was promised is not kept. It moves no deadline. */
export function expectForm({ item }: CaseSheet, forms: CaseForms): Slot {
  if (!forms.may.write || item.closedAt !== null) return keptWords(forms.typed("expect", "text"));
  const wrong = forms.problems.some(({ field }) => field.startsWith("expect-"));
  const typed = ["day", "month", "year"].map((part) => forms.typed("expect", `expect-day-${part}`));
  const [day, month, year] = typed;
  const dateError = errorAt(forms.problems, "expect-day-day");
  const body = [
    html`<input type="hidden" name="seen" value="${item.eventCount}">`,
    dateInput({
      id: "expect-day",
      namePrefix: "expect-day",
      fieldset: { legend: { text: "By which day can they expect it?" } },
      hint: { text: "The deadline and the figures stay as they are." },
      day: { value: day },
      month: { value: month },
      year: { value: year },
      ...dateError,
    }),
    textarea({
      id: "expect-text",
      name: "text",
      rows: 3,
      label: { text: "Why" },
      hint: { text: "The person can read it. You can leave it empty." },
      value: forms.typed("expect", "text"),
      ...errorAt(forms.problems, "expect-text"),
    }),
    button({ text: "Tell the person", classes: "govuk-button--secondary", preventDoubleClick: true }),
  ];
  const inner = form({ key: forms.key("expect"), action: `/desk/cases/${item.reference}/expect`, body });
  return details({ summaryText: "It will be late: say when to expect it", html: inner, open: wrong || typed.some((part) => part !== "") });
}

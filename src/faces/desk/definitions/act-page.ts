import type { Problem } from "../../../answers/answer-type.ts";
import { date } from "../../../answers/date.ts";
import { backLink } from "../../../components/back-link.ts";
import { button } from "../../../components/button.ts";
import type { Slot } from "../../../components/html.ts";
import { html } from "../../../components/html.ts";
import type { Context } from "../../../context.ts";
import type { FormBody } from "../../shared/form-body.ts";
import { form, problemSummary } from "../../shared/form.ts";
import type { Desk } from "../desk.ts";
import { deskKey } from "../desk.ts";
import { deskPage } from "../layout.ts";
import { actInputs } from "./act-form.ts";

export interface ActPage {
  readonly service: string;
  /** The last part of the address, which says what is done. */
  readonly act: string;
  readonly title: string;
  /** What it means, above the form. */
  readonly about: Slot;
  readonly button: string;
  readonly timed: boolean;
  /** How many acts there are as the officer decides, and what else the form carries. */
  readonly hidden: Readonly<Record<string, string | number>>;
  /** False where it cannot be done; `about` says why. */
  readonly open: boolean;
}

export function actPurpose({ service, act }: Pick<ActPage, "service" | "act">): string {
  return `definition:${service}:${act}`;
}

/** Asks when and why, and does it. */
export function actPage(context: Context, desk: Desk, page: ActPage, body?: FormBody, problems: readonly Problem[] = []): string {
  const hidden = Object.entries(page.hidden).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`);
  const inputs = [hidden, actInputs(body, problems, page.timed), button({ text: page.button, preventDoubleClick: true })];
  const address = `/desk/definitions/${page.service}`;
  const asking = page.open && form({ key: deskKey(context, desk, actPurpose(page)), action: `${address}/${page.act}`, body: inputs });
  return deskPage(context, desk, {
    title: page.title,
    before: backLink({ href: address, text: "Back" }),
    error: problems.length > 0,
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${problemSummary(problems, undefined, idOf)}
<h1 class="govuk-heading-l" id="act">${page.title}</h1>${page.about}${asking}</div></div>`,
  });
}

/** The date's inputs are named by its parts. */
function idOf(field: string): string {
  return field === "day"
    ? date.inputId({ id: "day", type: "date", ask: "", optional: false, personal: false, settings: {} }, field, "")
    : field;
}

import type { Problem } from "../../../answers/answer-type.ts";
import { date } from "../../../answers/date.ts";
import { button } from "../../../components/button.ts";
import { checkboxes } from "../../../components/checkboxes.ts";
import type { Html, Slot } from "../../../components/html.ts";
import { html } from "../../../components/html.ts";
import { input } from "../../../components/input.ts";
import { tag } from "../../../components/tag.ts";
import type { Context } from "../../../context.ts";
import type { Look } from "../../../records/looks.ts";
import { LOOKS, LOOKS_KEPT_YEARS } from "../../../records/looks.ts";
import { moment } from "../../shared/dates.ts";
import { problemSummary } from "../../shared/form.ts";
import { wideTable } from "../../shared/wide-table.ts";
import type { Desk } from "../desk.ts";
import { deskPage } from "../layout.ts";

export const ON_DAY = {
  id: "on",
  type: "date",
  ask: "On which day?",
  label: "the day",
  optional: true,
  personal: false,
  settings: {},
} as const;

export interface LooksShown {
  readonly looks: readonly Look[];
  /** What was typed. */
  readonly reference: string;
  readonly strangers: boolean;
  readonly fields: ReadonlyMap<string, readonly string[]>;
  /** Only this officer's looks are shown. */
  readonly officer: string | undefined;
  readonly next: string | undefined;
  readonly problems: readonly Problem[];
}

/** Who looked at which sensitive case, when and how. */
export function looksPage(context: Context, desk: Desk, shown: LooksShown): string {
  const { problems } = shown;
  return deskPage(context, desk, {
    title: "Looks at sensitive cases",
    at: "/desk/looks",
    error: problems.length > 0,
    main: html`${problemSummary(problems, undefined, (name) => (name === "reference" ? name : date.inputId(ON_DAY, name, "")))}
<h1 class="govuk-heading-l">Looks at sensitive cases</h1>
<p class="govuk-body">Each look is noted before the case is shown, and is kept for ${LOOKS_KEPT_YEARS} years. That you are reading this is noted too.</p>${filters(shown)}${listed(shown)}`,
  });
}

function filters({ reference, strangers, fields, officer, problems }: LooksShown): Html {
  const wrong = problems.find(({ field }) => field === "reference");
  const box = input({
    id: "reference",
    name: "reference",
    label: { text: "Reference of a case" },
    value: reference || undefined,
    classes: "govuk-input--width-10",
    spellcheck: false,
    ...(wrong === undefined ? {} : { errorMessage: { text: wrong.message } }),
  });
  const only = checkboxes({
    idPrefix: "strangers",
    name: "strangers",
    classes: "govuk-checkboxes--small",
    items: [{ value: "1", text: "Only by officers who did not hold the case" }],
    values: strangers ? ["1"] : [],
  });
  const dayProblems = problems.filter(({ field }) => field !== "reference");
  const day = date.input(ON_DAY, { fields, problems: dayProblems, heading: false, prefix: "", files: [] });
  const theirs = officer !== undefined && html`<input type="hidden" name="officer" value="${officer}">`;
  const all = officer !== undefined && html` <a class="govuk-link" href="/desk/looks">Show everybody’s looks</a>`;
  return html`<form method="get" action="/desk/looks" novalidate>${theirs}${box}${day}${only}<div class="govuk-button-group">${button({ text: "Show", classes: "govuk-button--secondary" })}${all}</div></form>`;
}

function listed({ looks, next }: LooksShown): Slot {
  if (looks.length === 0) return html`<p class="govuk-body">No look is like that.</p>`;
  const head = ["When", "Who", "What", "Case"].map((text) => ({ text }));
  const rows = looks.map((look) => [{ text: moment(look.at) }, { html: who(look) }, { html: what(look) }, { html: whichCase(look) }]);
  const more = next !== undefined && html`<p class="govuk-body"><a class="govuk-link" rel="next" href="${next}">Next page</a></p>`;
  return html`${wideTable({ caption: "Looks, the newest first", head, rows })}${more}`;
}

function who({ officer, officerName, keyName }: Look): Html {
  if (officer === null) return html`The API key “${keyName ?? "that is gone"}”`;
  return html`<a class="govuk-link" href="/desk/looks?officer=${officer}">${officerName ?? "An officer"}</a>`;
}

function what({ what: kind, assigned, reason, officer }: Look): Html {
  const stranger = !assigned && officer !== null && html` ${tag({ text: "Not theirs", classes: "govuk-tag--yellow" })}`;
  const why =
    reason !== null && html`<br>${tag({ text: "Emergency", classes: "govuk-tag--red" })} <span class="guildhall-words">${reason}</span>`;
  return html`${LOOKS[kind]}${stranger}${why}`;
}

function whichCase({ reference, what: kind }: Look): Html {
  if (reference === null) return html`${kind === "review" ? "" : "A case that is gone"}`;
  return html`<a class="govuk-link" href="/desk/looks?reference=${reference}">${reference}</a>`;
}

import type { Html } from "../../../components/html.ts";
import { html } from "../../../components/html.ts";
import { summaryList } from "../../../components/summary-list.ts";
import { FIGURES, figureText, MANDATORY, poundsAndPence } from "../../../measures/figures.ts";
import type { Figure, FigureName } from "../../../measures/figures.ts";
import type { Performance } from "../../../measures/performance.ts";

/** 12345 -> "12,345" */
export function count(amount: number): string {
  return amount.toLocaleString("en-GB");
}

/** The two numbers that a figure divides, in a few words. */
function basis(name: FigureName, { numerator, denominator }: Figure): string {
  const { unit } = FIGURES[name];
  if (unit === "share") return `${count(numerator)} of ${count(denominator)}`;
  return unit === "pence"
    ? `${poundsAndPence(numerator)} for ${count(denominator)} transactions`
    : `Over ${count(denominator)} cases closed`;
}

function row(name: FigureName, figure: Figure) {
  const { title, about } = FIGURES[name];
  const numbers = figure.denominator > 0 && html`<p class="govuk-body govuk-!-margin-bottom-1">${basis(name, figure)}</p>`;
  const value = html`<div class="govuk-heading-m govuk-!-margin-bottom-1">${figureText(name, figure)}</div>${numbers}<p class="govuk-hint govuk-!-margin-bottom-0">${about}</p>`;
  return { key: { text: title }, value: { html: value } };
}

/** The four mandatory figures, and how soon cases are closed: each with its two numbers and what it means. */
export function figureList({ figures }: Performance): Html {
  const names: readonly FigureName[] = [
    ...MANDATORY,
    "time_to_resolve",
    "closed_in_time",
    ...(figures.failure_demand.denominator > 0 ? (["failure_demand"] as const) : []),
  ];
  return summaryList({ rows: names.map((name) => row(name, figures[name])) });
}

import type { Html } from "../../../components/html.ts";
import { html } from "../../../components/html.ts";
import { figureText, NO_FIGURES } from "../../../measures/figures.ts";
import type { Figure, FigureName } from "../../../measures/figures.ts";
import type { MonthFigures, Performance } from "../../../measures/performance.ts";
import { monthName } from "../../../measures/period.ts";
import { count } from "./figure-list.ts";
import { numeric, wideTable } from "../../shared/wide-table.ts";

const WIDTH = 600;
const HEIGHT = 160;

/** Transactions by month as bars. The table below says the same in numbers, so the picture has a name and no more. */
function chart(months: readonly MonthFigures[]): Html {
  const most = Math.max(1, ...months.map(({ submitted }) => submitted));
  const step = WIDTH / Math.max(1, months.length);
  const bars = months.map(({ submitted }, index) => {
    const height = Math.round((HEIGHT * submitted) / most);
    return html`<rect x="${Math.round(index * step)}" y="${HEIGHT - height}" width="${Math.max(1, Math.floor(step) - 3)}" height="${height}"/>`;
  });
  const said = `Bar chart of transactions sent each month, ${monthName(months[0]?.month ?? "")} to ${monthName(months.at(-1)?.month ?? "")}. The most in a month is ${count(most)}.`;
  return html`<svg class="guildhall-chart" role="img" aria-label="${said}" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="100%" height="${HEIGHT}" preserveAspectRatio="none">${bars}</svg>`;
}

function cell(name: FigureName, figure: Figure): { readonly text: string; readonly format: string } {
  const text = figureText(name, figure);
  return numeric(text === NO_FIGURES ? "–" : text);
}

/** Volumes and figures by month, newest last. A dash stands where there is no figure. */
export function monthTable({ months, submitted }: Performance): Html {
  const head = [
    { text: "Month" },
    ...["Started", "Sent", "Closed", "Digital", "Completed", "Satisfied", "Ratings", "In time"].map(numeric),
  ];
  const rows = months.map(({ month, figures, ...volumes }) => [
    { text: monthName(month) },
    ...[volumes.started, volumes.submitted, volumes.closed].map((amount) => numeric(count(amount))),
    cell("digital_take_up", figures.digital_take_up),
    cell("completion_rate", figures.completion_rate),
    cell("user_satisfaction", figures.user_satisfaction),
    numeric(count(figures.user_satisfaction.denominator)),
    cell("closed_in_time", figures.closed_in_time),
  ]);
  const table = wideTable({ caption: "Month by month", head, rows, firstCellIsHeader: true });
  return html`<h2 class="govuk-heading-m">Transactions by month</h2>${submitted > 0 && chart(months)}${table}<p class="govuk-hint">The last month is as far as it has gone. A dash means that there are no figures yet.</p>`;
}

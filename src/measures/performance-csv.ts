import { NO_SERVICE } from "../cases/consequences.ts";
import type { Channel, ChannelCost } from "../councils/council.ts";
import { csv } from "../platform/csv.ts";
import type { Cell } from "../platform/csv.ts";
import { FIGURES, figureNumber, MACHINE_UNITS } from "./figures.ts";
import type { FigureName } from "./figures.ts";
import type { MonthlyMeasure } from "./measure-store.ts";
import { figuresOf } from "./performance.ts";
import { isMeasure, MEASURES, Tally } from "./tally.ts";

/** The columns, with what each holds, as the page explains them. */
export const CSV_COLUMNS = {
  service: "the service's name in web addresses",
  title: "what the service is called",
  month: "the calendar month, such as 2026-03",
  channel: "web, phone, desk, chat, post, email or api; “all” for a figure over all of them",
  measure: "what is counted, or the figure",
  value: "the count or the figure; empty where there is none yet",
  unit: "what the value is in",
  numerator: "for a figure, what is divided",
  denominator: "for a figure, what it is divided by",
} as const;

/** What each counted measure is, as the page explains them; the figures explain themselves (`FIGURES`). */
export const CSV_MEASURES = {
  ...MEASURES,
  rating_points: "the points of all ratings, 1 to 5 each",
  seconds_to_close: "seconds from sent to closed, of all cases closed",
  seconds_in_contact: "seconds from start to end, of all calls and visits",
};

interface Source {
  readonly measures: readonly MonthlyMeasure[];
  readonly costs: ReadonlyMap<Channel, ChannelCost>;
  /** Service id to title. */
  readonly titles: ReadonlyMap<string, string>;
}

/** The performance figures as CSV: one row a service, month, channel and measure, oldest month first within a service. */
export function performanceCsv(source: Source): string {
  return csv(Object.keys(CSV_COLUMNS), rowsOf(source));
}

function* rowsOf({ measures, costs, titles }: Source): Iterable<readonly Cell[]> {
  const groups = Map.groupBy(measures, ({ service, month }) => `${service} ${month}`);
  for (const key of [...groups.keys()].toSorted()) {
    const [service = "", month = ""] = key.split(" ");
    const group = groups.get(key) ?? [];
    const start = [service, titleOf(titles, service), month];
    for (const { channel, measure, count, total } of group.filter(({ measure }) => isMeasure(measure)).toSorted(byChannel)) {
      yield [...start, channel, measure, count, "count", undefined, undefined];
      if (measure === "rated") yield [...start, channel, "rating_points", total, "points", undefined, undefined];
      if (measure === "contacted") yield [...start, channel, "seconds_in_contact", total, "seconds", undefined, undefined];
      if (measure === "closed") yield [...start, channel, "seconds_to_close", total, "seconds", undefined, undefined];
    }
    yield* figureRows(start, new Tally(group), costs);
  }
}

/** What a service is called; its id where it is not known. */
export function titleOf(titles: ReadonlyMap<string, string>, service: string): string {
  return titles.get(service) ?? (service === NO_SERVICE ? "No service in particular" : service);
}

function byChannel(a: MonthlyMeasure, b: MonthlyMeasure): number {
  const [left, right] = [`${a.channel} ${a.measure}`, `${b.channel} ${b.measure}`];
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

function* figureRows(start: readonly Cell[], tally: Tally, costs: Source["costs"]): Iterable<readonly Cell[]> {
  const figures = figuresOf(tally, costs);
  // Safe: the keys of FIGURES are the names of figures.
  for (const name of Object.keys(FIGURES) as FigureName[]) {
    const figure = figures[name];
    yield [...start, "all", name, figureNumber(name, figure), MACHINE_UNITS[FIGURES[name].unit], figure.numerator, figure.denominator];
  }
}

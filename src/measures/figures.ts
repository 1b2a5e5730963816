import { pounds } from "../money/pence.ts";
import { roundedDivision } from "./rounding.ts";

export type Unit = "pence" | "share" | "seconds";

/** What a figure is, for the public: how it is worked out, and what is divided by what. */
export interface FigureKind {
  readonly title: string;
  readonly about: string;
  readonly numerator: string;
  readonly denominator: string;
  readonly unit: Unit;
}

/** The four figures that every public service publishes, two more about what happens after, and what people should not have had to ask. */
export const FIGURES = {
  cost_per_transaction: {
    title: "Cost per transaction",
    about:
      "What one transaction costs the council on average. Each one sent counts at the cost of the channel it came by. Those of a channel without a cost are left out.",
    numerator: "pence: for each channel, transactions sent times the channel's cost",
    denominator: "transactions sent by the channels that have a cost",
    unit: "pence",
  },
  digital_take_up: {
    title: "Digital take-up",
    about:
      "The share of transactions sent online, by chat, or by another system. Those that staff enter from a phone call, a visit, a letter or an email are not digital.",
    numerator: "transactions sent online, by chat, or by another system",
    denominator: "transactions sent by any channel",
    unit: "share",
  },
  completion_rate: {
    title: "Completion rate",
    about:
      "The share of journeys started online that came to an end online: the person sent them, or was told that this service is not for them. Each start and each end counts in the month it happened, so a short period may show more ends than starts. A journey that was told so, then changed and sent, counts once; one that staff began and the person finished online does not count.",
    numerator: "online journeys sent that began online, and those that ended with an answer and were not sent after",
    denominator: "online journeys started",
    unit: "share",
  },
  user_satisfaction: {
    title: "User satisfaction",
    about: "The share of people who said that they were satisfied or very satisfied (4 or 5 out of 5), of those who said how it went.",
    numerator: "ratings of 4 or 5",
    denominator: "ratings",
    unit: "share",
  },
  time_to_resolve: {
    title: "Time to resolve",
    about:
      "How long it took on average from sending to the case being closed, over the cases closed in the period, nights and weekends included.",
    numerator: "seconds from sent to closed",
    denominator: "cases closed",
    unit: "seconds",
  },
  closed_in_time: {
    title: "Closed in time",
    about: "The share of cases closed in the period that were closed before their deadline.",
    numerator: "cases closed before their deadline",
    denominator: "cases closed",
    unit: "share",
  },
  failure_demand: {
    title: "Failure demand",
    about:
      "The share of calls and visits that people should not have had to make: to ask what is happening, because something was not done or not done right, or because they could not do it online. Officers choose the reason at the end of each.",
    numerator: "calls and visits that were failure demand",
    denominator: "calls and visits",
    unit: "share",
  },
} as const satisfies Readonly<Record<string, FigureKind>>;

export type FigureName = keyof typeof FIGURES;

/** The figures of which a page says most: the four that are mandatory for public services. */
export const MANDATORY = [
  "cost_per_transaction",
  "digital_take_up",
  "completion_rate",
  "user_satisfaction",
] as const satisfies readonly FigureName[];

/** A figure is kept as its two whole numbers, so that figures of parts add up to the figure of all. */
export interface Figure {
  readonly numerator: number;
  readonly denominator: number;
}

export const NO_FIGURES = "No figures yet";

/** The figure for people: "£1.37", "62.5%", "3.2 days", or that there is none. Rounded once, half up. */
export function figureText(name: FigureName, figure: Figure): string {
  if (figure.denominator === 0) return NO_FIGURES;
  const { unit } = FIGURES[name];
  if (unit === "pence") return poundsAndPence(roundedDivision(figure.numerator, figure.denominator));
  if (unit === "share") return `${tenths(100 * figure.numerator, figure.denominator)}%`;
  return durationText(figure);
}

/** The figure for machines, in pounds, per cent or hours; undefined where there is none. */
export function figureNumber(name: FigureName, figure: Figure): string | undefined {
  if (figure.denominator === 0) return undefined;
  const { unit } = FIGURES[name];
  if (unit === "pence") return (roundedDivision(figure.numerator, figure.denominator) / 100).toFixed(2);
  return unit === "share" ? tenths(100 * figure.numerator, figure.denominator) : tenths(figure.numerator, 3600 * figure.denominator);
}

/** What `figureNumber` counts in. */
export const MACHINE_UNITS: Readonly<Record<Unit, string>> = { pence: "pounds", share: "per cent", seconds: "hours" };

/** `£0.20`, `£1,016.00`: a cost always shows its pence. */
export function poundsAndPence(amount: number): string {
  return amount % 100 === 0 ? `${pounds(amount)}.00` : pounds(amount);
}

/** How many times one amount is another, to one digit: "50.8". */
export function timesAsMuch(amount: number, other: number): string {
  return tenths(amount, other);
}

function tenths(numerator: number, denominator: number): string {
  return String(roundedDivision(10 * numerator, denominator) / 10);
}

const SPANS = [
  { seconds: 86_400, one: "day", many: "days", from: 172_800 },
  { seconds: 3600, one: "hour", many: "hours", from: 7200 },
  { seconds: 60, one: "minute", many: "minutes", from: 0 },
] as const;

function durationText({ numerator, denominator }: Figure): string {
  const span = SPANS.find(({ from }) => numerator >= from * denominator) ?? SPANS[2];
  const amount = tenths(numerator, span.seconds * denominator);
  return `${amount} ${amount === "1" ? span.one : span.many}`;
}

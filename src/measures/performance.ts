import { CHANNELS } from "../councils/council.ts";
import type { Channel, ChannelCost } from "../councils/council.ts";
import type { Figure, FigureName } from "./figures.ts";
import type { MonthlyMeasure } from "./measure-store.ts";
import { Tally } from "./tally.ts";

/** Channels by which people serve themselves. */
export const DIGITAL: ReadonlySet<string> = new Set<Channel>(["web", "chat", "api"]);

type Costs = ReadonlyMap<Channel, ChannelCost>;
type Figures = Readonly<Record<FigureName, Figure>>;

/** What came by one channel. `pence` is the cost of all of it; absent where the channel has no cost. */
export interface ChannelFigures {
  readonly channel: Channel;
  readonly submitted: number;
  readonly cost?: ChannelCost;
  readonly pence?: number;
}

export interface MonthFigures {
  /** YYYY-MM */
  readonly month: string;
  readonly started: number;
  readonly submitted: number;
  readonly closed: number;
  readonly figures: Figures;
}

/** The figures of one service, or of all together. */
export interface Performance {
  readonly figures: Figures;
  readonly submitted: number;
  readonly closed: number;
  /** Every channel with a cost or a transaction, in the order of `CHANNELS`. */
  readonly channels: readonly ChannelFigures[];
  /** Every month of the period, oldest first, also those in which nothing happened. */
  readonly months: readonly MonthFigures[];
}

/** The figures of these measures. `months` are YYYY-MM, oldest first. Pure; the order of the measures does not matter. */
export function performance(measures: readonly MonthlyMeasure[], costs: Costs, months: readonly string[]): Performance {
  const tally = new Tally(measures);
  return {
    figures: figuresOf(tally, costs),
    submitted: tally.count("submitted"),
    closed: tally.count("closed"),
    channels: channelsOf(tally, costs),
    months: months.map((month) => monthOf(measures, costs, month)),
  };
}

/** The measures of each service apart, by service id. */
export function byService(measures: readonly MonthlyMeasure[]): ReadonlyMap<string, readonly MonthlyMeasure[]> {
  return Map.groupBy(measures, ({ service }) => service);
}

function monthOf(measures: readonly MonthlyMeasure[], costs: Costs, month: string): MonthFigures {
  const tally = new Tally(measures.filter((measure) => measure.month === month));
  return {
    month,
    started: tally.count("started"),
    submitted: tally.count("submitted"),
    closed: tally.count("closed"),
    figures: figuresOf(tally, costs),
  };
}

export function figuresOf(tally: Tally, costs: Costs): Figures {
  const submitted = tally.count("submitted");
  const closed = tally.count("closed");
  return {
    cost_per_transaction: costOf(tally, costs),
    digital_take_up: { numerator: tally.count("submitted", (channel) => DIGITAL.has(channel)), denominator: submitted },
    completion_rate: {
      numerator:
        tally.count("submitted", online) -
        tally.count("handed_over", online) +
        tally.count("ended", online) -
        tally.count("resumed", online),
      denominator: tally.count("started", online),
    },
    user_satisfaction: { numerator: tally.count("satisfied"), denominator: tally.count("rated") },
    time_to_resolve: { numerator: tally.total("closed"), denominator: closed },
    closed_in_time: { numerator: tally.count("in_time"), denominator: closed },
    failure_demand: { numerator: tally.count("failure_demand"), denominator: tally.count("contacted") },
  };
}

function online(channel: string): boolean {
  return channel === "web";
}

function costOf(tally: Tally, costs: Costs): Figure {
  let numerator = 0;
  let denominator = 0;
  for (const [channel, { pence }] of costs) {
    const submitted = tally.count("submitted", (name) => name === channel);
    numerator += submitted * pence;
    denominator += submitted;
  }
  return { numerator, denominator };
}

function channelsOf(tally: Tally, costs: Costs): readonly ChannelFigures[] {
  // Safe: the keys of CHANNELS are the channels.
  const all = Object.keys(CHANNELS) as Channel[];
  return all.flatMap((channel) => {
    const submitted = tally.count("submitted", (name) => name === channel);
    const cost = costs.get(channel);
    if (cost === undefined) return submitted === 0 ? [] : [{ channel, submitted }];
    return [{ channel, submitted, cost, pence: submitted * cost.pence }];
  });
}

import type { MeasureWork } from "../cases/consequences.ts";
import type { Database, Queries } from "../platform/database.ts";
import { statement } from "../platform/statement.ts";
import { holdOffRecount, recount } from "./recount.ts";

// Sorted, so that two batches at once take the rows in one order and never wait for each other in a ring.
const addMeasures = statement(
  "add-measures",
  `insert into measures (council, service, day, channel, measure, count, total)
  select $1, service, day, channel, measure, count, total
  from json_to_recordset($2::json) as m(service text, day date, channel text, measure text, count bigint, total bigint)
  order by service, day, channel, measure
  on conflict (council, service, day, channel, measure)
  do update set count = measures.count + excluded.count, total = measures.total + excluded.total`,
);
const monthlyMeasures = statement(
  "monthly-measures",
  `select service, to_char(day, 'YYYY-MM') as month, channel, measure, sum(count)::bigint as count, sum(total)::bigint as total
  from measures where council = $1 and day >= $2 and day < $3 group by 1, 2, 3, 4 order by 1, 2, 3, 4`,
);

/** The sum of one measure over a month. `total` is in the measure's own unit: seconds for `closed`, points for `rated`. */
export interface MonthlyMeasure {
  readonly service: string;
  /** YYYY-MM */
  readonly month: string;
  readonly channel: string;
  readonly measure: string;
  readonly count: number;
  readonly total: number;
}

interface Sum {
  readonly service: string;
  readonly day: string;
  readonly channel: string;
  readonly measure: string;
  count: number;
  total: number;
}

/** Adds a batch of work up to one row a service, day, channel and measure. */
export function addedUp(works: readonly MeasureWork[]): readonly Sum[] {
  const sums = new Map<string, Sum>();
  for (const { service, day, channel, add } of works) {
    for (const [measure, amount] of Object.entries(add)) {
      const key = `${service} ${day} ${channel} ${measure}`;
      const sum = sums.get(key) ?? { service, day, channel, measure, count: 0, total: 0 };
      sum.count += 1;
      sum.total += amount;
      sums.set(key, sum);
    }
  }
  return [...sums.values()];
}

export function measureStore(database: Database) {
  return {
    /** Adds what happened to the figures, inside the transaction that takes the work off the outbox: each event counts once. */
    async add(within: Queries, council: string, works: readonly MeasureWork[]): Promise<void> {
      await holdOffRecount(within, council);
      await within.execute(addMeasures, [council, JSON.stringify(addedUp(works))]);
    },
    /** From `from` to before `until`, both YYYY-MM-DD. */
    monthly: (council: string, from: string, until: string): Promise<MonthlyMeasure[]> =>
      database.query<MonthlyMeasure>(monthlyMeasures, [council, from, until]),
    /** Makes the table again from events and drafts; see `recount`. */
    rebuild: (council: string, journeysFrom: string): Promise<number> => recount(database, council, journeysFrom),
  };
}

export type MeasureStore = ReturnType<typeof measureStore>;

import type { MeasureWork } from "../cases/consequences.ts";
import type { Database, Queries } from "../platform/database.ts";
import { statement } from "../platform/statement.ts";
import { holdOffRecount, recount } from "./recount.ts";

// Sorted, so that two batches at once take the rows in one order and never wait for each other in a ring.
const addMeasures = statement(
  "add-measures",
  `with added as (
    select service, day, date_trunc('month', day)::date as month, channel, measure, count, total
    from json_to_recordset($2::json) as m(service text, day date, channel text, measure text, count bigint, total bigint)
  ),
  daily as (
    insert into measures (council, service, day, channel, measure, count, total)
    select $1, service, day, channel, measure, count, total from added order by service, day, channel, measure
    on conflict (council, service, day, channel, measure)
    do update set count = measures.count + excluded.count, total = measures.total + excluded.total
  )
  insert into monthly_measures (council, month, service, channel, measure, count, total)
  select $1, month, service, channel, measure, sum(count), sum(total) from added group by 2, 3, 4, 5 order by 2, 3, 4, 5
  on conflict (council, month, service, channel, measure)
  do update set count = monthly_measures.count + excluded.count, total = monthly_measures.total + excluded.total`,
);
const monthlyMeasures = statement(
  "monthly-measures",
  `select service, to_char(month, 'YYYY-MM') as month, channel, measure, count, total
  from monthly_measures where council = $1 and month >= $2 and month < $3 order by council, monthly_measures.month, service, channel, measure`,
);
const monthlyMeasuresOf = statement(
  "monthly-measures-of-service",
  `select service, to_char(month, 'YYYY-MM') as month, channel, measure, count, total
  from monthly_measures where council = $1 and month >= $2 and month < $3 and service = $4
  order by council, monthly_measures.month, service, channel, measure`,
);
// The database adds up, because giving out ten thousand rows costs ten times as much as reading them.
const overviewMeasures = statement(
  "monthly-measures-overview",
  `select service, to_char(month, 'YYYY-MM') as month, channel, measure, sum(count)::bigint as count, sum(total)::bigint as total
  from monthly_measures where council = $1 and month >= $2 and month < $3
  group by grouping sets ((service, channel, measure), (monthly_measures.month, channel, measure))`,
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

/** The same period twice: by service, over all its months, and by month, over all services. */
export interface OverviewMeasures {
  readonly services: readonly MonthlyMeasure[];
  readonly months: readonly MonthlyMeasure[];
}

interface OverviewRow {
  readonly service: string | null;
  readonly month: string | null;
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
  for (const { service, day, channel, add, times = 1 } of works) {
    for (const [measure, amount] of Object.entries(add)) {
      const key = `${service} ${day} ${channel} ${measure}`;
      const sum = sums.get(key) ?? { service, day, channel, measure, count: 0, total: 0 };
      sum.count += times;
      sum.total += amount * times;
      sums.set(key, sum);
    }
  }
  // What was counted and taken back in one batch leaves nothing to add.
  return [...sums.values()].filter(({ count, total }) => count !== 0 || total !== 0);
}

export function measureStore(database: Database) {
  return {
    /** Adds what happened to the figures, inside the transaction that takes the work off the outbox: each event counts once. */
    async add(within: Queries, council: string, works: readonly MeasureWork[]): Promise<void> {
      await holdOffRecount(within, council);
      await within.execute(addMeasures, [council, JSON.stringify(addedUp(works))]);
    },
    /** The months from `from` to before `until`, both the first day of a month, YYYY-MM-DD. */
    monthly: (council: string, from: string, until: string): Promise<MonthlyMeasure[]> =>
      database.query<MonthlyMeasure>(monthlyMeasures, [council, from, until]),
    /** The same, of one service. */
    monthlyOf: (council: string, from: string, until: string, service: string): Promise<MonthlyMeasure[]> =>
      database.query<MonthlyMeasure>(monthlyMeasuresOf, [council, from, until, service]),
    /** The same, added up. `month` is empty in the rows by service, and `service` in those by month. */
    async overview(council: string, from: string, until: string): Promise<OverviewMeasures> {
      const rows = await database.query<OverviewRow>(overviewMeasures, [council, from, until]);
      const services = rows.flatMap((row) => (row.service === null ? [] : [{ ...row, service: row.service, month: "" }]));
      const months = rows.flatMap((row) => (row.month === null ? [] : [{ ...row, month: row.month, service: "" }]));
      return { services, months };
    },
    /** Makes the table again from events and drafts; see `recount`. */
    rebuild: (council: string, journeysFrom: string): Promise<number> => recount(database, council, journeysFrom),
  };
}

export type MeasureStore = ReturnType<typeof measureStore>;

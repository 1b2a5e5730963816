import type { Database, Queries } from "../platform/database.ts";
import { NO_SERVICE } from "../cases/consequences.ts";
import { statement } from "../platform/statement.ts";

// A lock that the council's counting holds shared and a recount alone, each to the end of its transaction.
const LOCK = "hashtextextended('measures of ' || $1, 0)";
const lockReason = { acrossCouncils: "an advisory lock named after the council; it reads no rows" };
const lockShared = statement("measures-lock-shared", `select pg_advisory_xact_lock_shared(${LOCK})`, lockReason);
const lockAlone = statement("measures-lock-alone", `select pg_advisory_xact_lock(${LOCK})`, lockReason);

// What is still in the outbox will be added when its turn comes, and an event is committed with its jobs: so what the events say, less
// what waits, is what the table must say now. One statement, because both must be read at one moment.
const recountMeasures = statement(
  "measures-recount",
  `with opened as (
    select case_id, data ->> 'service' as service, channel, coalesce((data -> 'from' ->> 'sent')::timestamptz, at) as at, (data ->> 'due')::timestamptz as due
    from events where council = $1 and kind = 'submitted' and not data ? 'part'
  ),
  -- A case that was opened again was not closed before.
  reopened as (select case_id, max(number) as number from events where council = $1 and kind = 'reopened' group by case_id),
  happened as (
    select o.service, o.channel, (e.at at time zone 'Europe/London')::date as day, m.measure, m.amount
    from events e join opened o on o.case_id = e.case_id left join reopened r on r.case_id = e.case_id
    cross join lateral (values
      ('submitted', case when e.kind = 'submitted' and not e.data ? 'from' then 0 end),
      ('rated', case when e.kind = 'rated' then (e.data ->> 'score')::bigint end),
      ('satisfied', case when e.kind = 'rated' and (e.data ->> 'score')::bigint >= 4 then 0 end),
      ('closed', case when e.data ->> 'closes' = 'true' and e.number > coalesce(r.number, 0) then floor(extract(epoch from e.at - o.at) + 0.5)::bigint end),
      ('in_time', case when e.data ->> 'closes' = 'true' and e.number > coalesce(r.number, 0) and e.at < coalesce((e.data ->> 'due')::timestamptz, o.due) then 0 end)
    ) as m(measure, amount)
    where e.council = $1 and m.amount is not null
  ),
  journeys as (
    select service, channel, (created_at at time zone 'Europe/London')::date as day, 'started' as measure, 0::bigint as amount
    from drafts where council = $1
    union all
    select service, channel, (ended_at at time zone 'Europe/London')::date, 'ended', 0 from drafts where council = $1 and ended_at is not null
    union all
    select d.service, d.channel, (e.at at time zone 'Europe/London')::date, 'resumed', 0
    from drafts d join events e on e.council = d.council and e.key = d.id where d.council = $1 and d.ended_at is not null and d.moves is null
    union all
    select d.service, e.channel, (e.at at time zone 'Europe/London')::date, 'handed_over', 0
    from drafts d join events e on e.council = d.council and e.key = d.id where d.council = $1 and e.channel <> d.channel
  ),
  contacts as (
    select coalesce(k.service, '${NO_SERVICE}') as service, k.channel, (k.ended_at at time zone 'Europe/London')::date as day, m.measure, m.amount
    from calls k cross join lateral (values
      ('contacted', greatest(0, floor(extract(epoch from k.ended_at - k.started_at) + 0.5))::bigint),
      ('failure_demand', case when k.failure then 0 end)
    ) as m(measure, amount)
    where k.council = $1 and k.ended_at is not null and m.amount is not null
  ),
  waiting as (
    select payload ->> 'service' as service, payload ->> 'channel' as channel, (payload ->> 'day')::date as day, a.key as measure,
      coalesce((payload ->> 'times')::bigint, 1) as times, a.value::bigint as amount
    from jobs cross join lateral jsonb_each_text(payload -> 'add') as a
    where council = $1 and kind = 'measure'
  ),
  counted as (
    select service, channel, day, measure, 1 as one, amount from happened
    union all select service, channel, day, measure, 1, amount from contacts
    union all select service, channel, day, measure, 1, amount from journeys where day >= $2
    union all select service, channel, day, measure, -times, -times * amount from waiting where measure not in ('started', 'ended', 'resumed', 'handed_over') or day >= $2
  ),
  sums as (
    select service, day, channel, measure, sum(one)::bigint as count, sum(amount)::bigint as total
    from counted group by service, day, channel, measure having sum(one) <> 0
  ),
  gone as (
    delete from measures m where council = $1 and (measure not in ('started', 'ended', 'resumed', 'handed_over') or day >= $2)
      and not exists (select from sums s where (s.service, s.day, s.channel, s.measure) = (m.service, m.day, m.channel, m.measure))
  )
  insert into measures (council, service, day, channel, measure, count, total)
  select $1, service, day, channel, measure, count, total from sums
  on conflict (council, service, day, channel, measure) do update set count = excluded.count, total = excluded.total
  where (measures.count, measures.total) <> (excluded.count, excluded.total)`,
);

const clearMonths = statement("measures-clear-months", "delete from monthly_measures where council = $1");
const addUpMonths = statement(
  "measures-add-up-months",
  `insert into monthly_measures (council, month, service, channel, measure, count, total)
  select $1, date_trunc('month', day)::date, service, channel, measure, sum(count), sum(total) from measures where council = $1 group by 2, 3, 4, 5`,
);

/** Keeps a recount out until the caller's transaction ends. Call before adding to the figures. */
export async function holdOffRecount(within: Queries, council: string): Promise<void> {
  await within.query(lockShared, [council]);
}

/**
 * Counts a council's figures again from its events, and those of its journeys from its drafts. Gives how many days' figures were wrong or missing.
 * Drafts that were deleted for their age can't be counted again, so figures of journeys before `journeysFrom` (YYYY-MM-DD) stay as they are.
 */
export function recount(database: Database, council: string, journeysFrom: string): Promise<number> {
  return database.transaction(async (within) => {
    await within.query(lockAlone, [council]);
    const wrong = await within.execute(recountMeasures, [council, journeysFrom]);
    await within.execute(clearMonths, [council]);
    await within.execute(addUpMonths, [council]);
    return wrong;
  });
}

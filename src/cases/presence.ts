import type { Queries } from "../platform/database.ts";
import { statement } from "../platform/statement.ts";

const MINUTE = 60_000;
/** How long after opening a case somebody may still be working on it. */
const LASTS = 10 * MINUTE;

// What is noted is written at most once a minute for each officer and case, and what of theirs has run out goes with it.
const lookAndNote = statement(
  "case-presence",
  `with gone as (delete from case_presence where council = $1 and officer = $3 and case_id <> $2 and at < $5 and $7),
  mine as (
    insert into case_presence (council, case_id, officer, at)
    select $1, $2, $3, $4 where $7 and not exists (
      select from case_presence where council = $1 and case_id = $2 and officer = $3 and at >= $6
    )
    on conflict (council, case_id, officer) do update set at = excluded.at
  )
  select p.officer, o.name, p.at from case_presence p join officers o on o.council = p.council and o.id = p.officer
  where p.council = $1 and p.case_id = $2 and p.officer <> $3 and p.at >= $5 order by p.at desc`,
);

/** An officer who opened a case a short while ago. */
export interface Present {
  readonly officer: string;
  readonly name: string;
  readonly at: Date;
}

/** Who else opened a case in the last ten minutes, the latest first; and notes that this officer opens it now, where they may work on it. One statement. */
export function presentAt(
  within: Queries,
  item: { readonly council: string; readonly id: string },
  officer: string,
  { now, works }: { readonly now: Date; readonly works: boolean },
): Promise<readonly Present[]> {
  const ago = (time: number) => new Date(now.getTime() - time);
  return within.query<Present>(lookAndNote, [item.council, item.id, officer, now, ago(LASTS), ago(MINUTE), works]);
}

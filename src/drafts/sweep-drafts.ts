import type { Queries } from "../platform/database.ts";
import type { FileStore } from "../platform/files/file-store.ts";
import { forgetBytes } from "../platform/files/forget-bytes.ts";
import { uuidFrom } from "../platform/ids.ts";
import { statement } from "../platform/statement.ts";

const AT_ONCE = 500;
const DAY = 86_400_000;

// Ids are UUIDv7, so those made before an instant are a range of the primary key: an index on updated_at would cost every saved answer a
// write of its own.
const sweepOld = statement(
  "drafts-sweep",
  `with old as (
    select id from drafts where council = $1 and id < $3 and updated_at < $2::timestamptz - make_interval(days => days)
      and (reminded_at is null or reference is not null or reminded_at < $2::timestamptz - make_interval(days => remind))
    order by id limit ${AT_ONCE}
  ),
  links as (delete from resume_links where council = $1 and draft in (select id from old)),
  loose as (delete from files where council = $1 and draft in (select id from old) and case_id is null returning sha256),
  gone as (delete from drafts where council = $1 and id in (select id from old) returning id)
  select (select count(*) from gone) as drafts, (select coalesce(array_agg(distinct sha256), '{}') from loose) as hashes`,
);

/**
 * Deletes journeys that nobody touched for as many days as their service says, with their links and files: those not sent, whose answers go,
 * and those sent, which only kept the reference for the back button. One whose person was reminded stays as long as the reminder said, however
 * late that was. `least` is the fewest days that any service says. Gives how many.
 */
export async function sweepDrafts(database: Queries, files: FileStore, council: string, now: Date, least: number): Promise<number> {
  const newest = now.getTime() - least * DAY;
  let swept = 0;
  for (;;) {
    const [found] = await database.query<{ drafts: number; hashes: string[] }>(sweepOld, [
      council,
      now,
      uuidFrom(newest, new Uint8Array(10)),
    ]);
    if (found === undefined) return swept;
    await forgetBytes(database, files, council, found.hashes);
    swept += found.drafts;
    if (found.drafts < AT_ONCE) return swept;
  }
}

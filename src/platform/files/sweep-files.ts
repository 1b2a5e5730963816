import type { Queries } from "../database.ts";
import { uuidFrom } from "../ids.ts";
import { statement } from "../statement.ts";
import type { FileStore } from "./file-store.ts";
import { forgetBytes } from "./forget-bytes.ts";

const AT_ONCE = 500;
/** How long a file waits for a case that names it. */
export const UNCLAIMED_DAYS = 30;

// The files of a draft go with it. What is left was uploaded by another system, or to a form of the desk or of a request that was not sent.
const sweepUnclaimed = statement(
  "files-sweep",
  `with old as (
    select f.id from files f where f.council = $1 and f.case_id is null and f.id < $2
      and not exists (select from drafts d where d.council = $1 and d.id = f.draft)
    order by f.id limit ${AT_ONCE}
  ),
  gone as (delete from files where council = $1 and id in (select id from old) and case_id is null returning sha256)
  select count(*)::integer as files, coalesce(array_agg(distinct sha256), '{}') as hashes from gone`,
);

/** Deletes files that belong to no draft and that no case took within a month. Gives how many. */
export async function sweepFiles(database: Queries, files: FileStore, council: string, now: Date): Promise<number> {
  const newest = uuidFrom(now.getTime() - UNCLAIMED_DAYS * 86_400_000, new Uint8Array(10));
  for (let swept = 0; ;) {
    const [found] = await database.query<{ files: number; hashes: string[] }>(sweepUnclaimed, [council, newest]);
    if (found === undefined) return swept;
    await forgetBytes(database, files, council, found.hashes);
    swept += found.files;
    if (found.files < AT_ONCE) return swept;
  }
}

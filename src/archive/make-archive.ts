import type { Clock } from "../platform/clock.ts";
import type { Database } from "../platform/database.ts";
import type { FileStore } from "../platform/files/file-store.ts";
import type { Ids } from "../platform/ids.ts";
import type { EachHandler, Finish, Job } from "../platform/job.ts";
import { JobFailed } from "../platform/job.ts";
import { zipStream } from "../platform/spreadsheet/zip-stream.ts";
import { personForArchive } from "../contact/people-store.ts";
import { ARCHIVE_DAYS, archiveById, noteGone, noteMade, overdueArchives } from "./archive-store.ts";
import type { GatherHouse } from "./gather.ts";
import { callsHeld, casesHeld, draftsHeld } from "./gather.ts";
import { archiveEntries } from "./write-archive.ts";

const DAY = 86_400_000;

type House = GatherHouse & { readonly database: Database; readonly files: FileStore; readonly clock: Clock; readonly ids: Ids };

/** Makes the archives that were asked for: streamed into the file store, no more of it in memory than is being written. */
export function archiveHandler(house: House): EachHandler {
  const each = async (council: string, { payload }: Job): Promise<Finish> => {
    const id = String(payload["archive"]);
    const archive = await archiveById(house.database, council, id);
    if (archive === undefined || archive.state !== "making") return () => Promise.resolve();
    const known = house.councils.get(council);
    if (known === undefined) throw new JobFailed("archive-council", "The council is not here");
    const [person, cases, calls, drafts] = await Promise.all([
      personForArchive(house.database, council, archive.person),
      casesHeld(house.database, council, archive.cases),
      callsHeld(house.database, council, archive.calls),
      draftsHeld(house.database, council, archive.drafts),
    ]);
    const leftOut = new Map(archive.leftOut.map(({ item, why }) => [item, why]));
    const at = house.clock.now();
    const plan = { council: known, person, name: person?.name ?? "you", cases, calls, drafts, leftOut, at: archive.askedAt };
    const stored = await house.files.put(council, zipStream(archiveEntries(house, plan)));
    const until = new Date(at.getTime() + ARCHIVE_DAYS * DAY);
    return (within) => noteMade(within, council, id, stored, until, house.ids.uuid(at), at);
  };
  return { kind: "archive", atOnce: 1, each };
}

/** Removes archives whose time is up: the bytes first, so that none is said to be gone that is not. Gives how many. */
export async function sweepArchives(house: Pick<House, "database" | "files" | "clock" | "ids">, council: string): Promise<number> {
  const now = house.clock.now();
  const old = await overdueArchives(house.database, council, now);
  for (const { id, sha256 } of old) {
    await house.files.remove(council, sha256);
    await noteGone(house.database, council, id, house.ids.uuid(now), now);
  }
  return old.length;
}

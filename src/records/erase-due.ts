import { publishedVersions } from "../councils/definition-store.ts";
import type { Councils } from "../councils/councils.ts";
import { subCaseServices } from "../definition/sub-case-service.ts";
import { dayOf } from "../platform/clock.ts";
import type { Queries } from "../platform/database.ts";
import type { Kept } from "./due-store.ts";
import { dueToErase } from "./due-store.ts";
import type { EraseHouse } from "./erase-store.ts";
import { ERASED_AT_ONCE, eraseCasesOf } from "./erase-store.ts";

type Versions = Pick<Councils, "version">;

/** Every published version of a council with how long its cases are kept, and their sub-cases like them. A version is compiled when it is first asked for. */
export async function keptVersions(within: Queries, councils: Versions, council: string): Promise<readonly Kept[]> {
  const found: Kept[] = [];
  for (const { service, version } of await publishedVersions(within, council)) {
    const published = await councils.version(council, service, version);
    if (published !== undefined && published.case.stages.size > 0) found.push(published, ...subCaseServices(published));
  }
  return found;
}

/**
 * Erases every case of a council whose retention has ended and that no hold keeps, a hundred at a time. Stopped anywhere, the next round goes on;
 * two programs at once erase each case once. Gives how many.
 */
export async function eraseDue(house: EraseHouse & { readonly councils: Versions }, council: string): Promise<number> {
  const { database, clock, ids } = house;
  const versions = await keptVersions(database, house.councils, council);
  if (versions.length === 0) return 0;
  let erased = 0;
  for (;;) {
    const due = await dueToErase(database, council, versions, dayOf(clock.now()), ERASED_AT_ONCE);
    const erasing = { channel: "clock", officer: null, key: ids.uuid(clock.now()), data: { by: "retention", why: "" } } as const;
    const results = await eraseCasesOf(house, council, due, erasing);
    const gone = [...results.values()].filter((result) => result === "erased").length;
    erased += gone;
    // Where nothing went, another program has it, or a hold came in between: the next round looks again.
    if (due.length < ERASED_AT_ONCE || gone === 0) return erased;
  }
}

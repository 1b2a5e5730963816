import { savedLists } from "../cases/saved-lists.ts";
import type { Officer } from "../people/officer.ts";
import type { Queries } from "../platform/database.ts";
import type { Ids } from "../platform/ids.ts";

interface DemonstrationList {
  readonly name: string;
  readonly team: string;
  /** As the address of the list says it. */
  readonly query: string;
}

const LISTS: readonly DemonstrationList[] = [
  { name: "Dangerous potholes", team: "highways", query: "service=report-a-pothole&q.danger=yes&columns=due,person,stage,a.width,a.where" },
  { name: "To inspect, nobody's yet", team: "highways", query: "service=report-a-pothole&stage=received&holder=nobody" },
];

/** Lists that officers share with their teams. Only ever written where GUILDHALL_DEMO is on. */
export async function saveLists(within: Queries, council: string, ids: Ids, staff: readonly Officer[], now: Date): Promise<void> {
  const lists = savedLists(within);
  for (const list of LISTS) {
    const owner = staff.find(({ teams }) => teams.includes(list.team));
    if (owner !== undefined) await lists.add(council, { id: ids.uuid(now), officer: owner.id, ...list }, now);
  }
}

import type { Clock } from "../platform/clock.ts";
import type { Database } from "../platform/database.ts";
import type { Ids } from "../platform/ids.ts";
import type { Log } from "../platform/log.ts";
import { statement } from "../platform/statement.ts";
import type { CaseStore } from "./case-store.ts";

const AT_ONCE = 100;
// A case has a warning, an escalation and an action for each of two deadlines; more at one time would be a circle of stages that take no time.
const MOST_STEPS = 12;

const dueAlarms = statement(
  "cases-with-due-alarm",
  `select id from cases where council = $1 and alarm_at <= $2 and not (id = any($3::uuid[])) order by alarm_at limit ${AT_ONCE}`,
);

export interface AlarmHouse {
  readonly database: Database;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly cases: CaseStore;
}

/**
 * Lets happen what is due on the clocks of a council's cases. Each case in transactions of its own, under its row's lock: what has happened is
 * in its events, so nothing is lost by stopping anywhere and nothing is done twice by several programs at once. Gives how many things happened.
 */
export async function sweepAlarms(house: AlarmHouse, council: string): Promise<number> {
  let happened = 0;
  const seen: string[] = [];
  for (;;) {
    const due = await house.database.query<{ id: string }>(dueAlarms, [council, house.clock.now(), seen]);
    for (const { id } of due) happened += await settle(house, council, id);
    seen.push(...due.map(({ id }) => id));
    if (due.length < AT_ONCE) return happened;
  }
}

/** Everything that is due on one case, one after the other, until nothing is. */
async function settle(house: AlarmHouse, council: string, caseId: string): Promise<number> {
  try {
    return await letHappen(house, council, caseId);
  } catch (error) {
    // One case that cannot be carried on keeps no other waiting, and is tried again at the next look.
    house.log.error("clock of a case stuck", { council, id: caseId }, error);
    return 0;
  }
}

async function letHappen({ cases, clock, ids }: AlarmHouse, council: string, caseId: string): Promise<number> {
  for (let steps = 0; steps < MOST_STEPS; steps++) {
    const asking = { council, caseId, channel: "clock", officer: null, roles: [], key: ids.uuid(clock.now()) } as const;
    const applied = await cases.apply(asking, { kind: "automatic", cause: "clock" });
    if (!applied.ok) return steps;
  }
  return MOST_STEPS;
}

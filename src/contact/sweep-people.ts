import type { Queries } from "../platform/database.ts";
import { statement } from "../platform/statement.ts";

const DAY = 86_400_000;
/** How long somebody added at the desk is kept while nothing comes of it. Days. */
export const KEPT_ALONE = 90;

// A record is worth no more than what it holds together. Those that others were merged into go after them.
const sweepRecords = statement(
  "people-sweep",
  `delete from people where council = $1 and (not by_hand or updated_at < $2)
    and not exists (select from person_journeys j where j.council = people.council and j.person = people.id)
    and not exists (select from calls k where k.council = people.council and k.person = people.id)
    and not exists (select from people m where m.council = people.council and m.merged_into = people.id)`,
);
const sweepJourneys = statement(
  "person-journeys-sweep",
  `delete from person_journeys j where j.council = $1 and j.at < $2
    and not exists (select from cases c where c.council = j.council and c.submission = j.submission and c.erased_at is null)
    and not exists (select from drafts d where d.council = j.council and d.id = j.submission)`,
);

/** Forgets people of whom nothing is left: their cases are erased, or nothing came of them. Gives how many. */
export async function sweepPeople(within: Queries, council: string, now: Date): Promise<number> {
  await within.execute(sweepJourneys, [council, new Date(now.getTime() - DAY)]);
  return within.execute(sweepRecords, [council, new Date(now.getTime() - KEPT_ALONE * DAY)]);
}

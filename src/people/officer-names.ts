import type { Queries } from "../platform/database.ts";
import { statement } from "../platform/statement.ts";
import type { Officer } from "./officer.ts";

const namesOf = statement("officer-names", "select id, name from officers where council = $1 and id = any($2::uuid[])");
const aroundTeam = statement(
  "officers-around-team",
  `select o.id, o.name, o.disabled_at is null and $3 = any(o.teams) as "inTeam", l.to_day as "awayUntil", c.name as cover from officers o
   left join leaves l on l.council = o.council and l.officer = o.id and l.ended_at is null and $4::date between l.from_day and l.to_day
   left join officers c on c.council = o.council and c.id = l.cover
   where o.council = $1 and (o.id = any($2::uuid[]) or (o.disabled_at is null and $3 = any(o.teams))) order by o.name, o.id`,
);

const inTeams = statement(
  "officers-in-teams",
  "select id, name, teams from officers where council = $1 and disabled_at is null and teams && $2 order by name, id",
);

/** The officers of any of these teams who may sign in, by name. */
export function officersInTeams(
  database: Queries,
  council: string,
  teams: readonly string[],
): Promise<readonly Pick<Officer, "id" | "name" | "teams">[]> {
  return database.query(inTeams, [council, teams]);
}

/** The names of officers by id, those who have left too. */
export async function officerNames(database: Queries, council: string, ids: Iterable<string>): Promise<ReadonlyMap<string, string>> {
  const rows = await database.query<{ id: string; name: string }>(namesOf, [council, [...new Set(ids)]]);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** An officer who has had to do with a case, or who could have it. */
export interface NearbyOfficer {
  readonly id: string;
  readonly name: string;
  /** Works in the case's team now. */
  readonly inTeam: boolean;
  /** Their last day away, YYYY-MM-DD, and who covers; null while they are there. */
  readonly awayUntil: string | null;
  readonly cover: string | null;
}

/** The officers of a team who may sign in, and those of the ids, by name, as they are on a day (YYYY-MM-DD). */
export function officersAround(
  database: Queries,
  council: string,
  team: string,
  ids: Iterable<string>,
  day: string,
): Promise<readonly NearbyOfficer[]> {
  return database.query<NearbyOfficer>(aroundTeam, [council, [...new Set(ids)], team, day]);
}

import type { PublishedService } from "../definition/service.ts";
import type { Sight } from "../councils/sight.ts";
import { seen } from "../councils/sight.ts";
import type { Queries } from "../platform/database.ts";
import { statement } from "../platform/statement.ts";
import { holdsOn } from "./holds.ts";
import { closedBefore } from "./retention.ts";

/** How far the cases of one version are counted. */
export const COUNTED_DUE = 10_000;
export const DUE_PAGE = 50;

// Each version's cases lie together in the index cases_to_erase, the longest closed first.
const OF_VERSION =
  "c.council = $1 and c.service = r.service and c.version = r.version and c.closed_at < r.before and c.closed_at is not null and c.erased_at is null";
const VERSIONS = `json_to_recordset($2::json) as r(service text, version integer, before timestamptz)`;

const dueCases = statement(
  "records-due-cases",
  `select d.id from ${VERSIONS} cross join lateral (
    select c.id from cases c where ${OF_VERSION} and not exists (${holdsOn("$3")}) order by c.closed_at, c.id limit $4
  ) as d limit $4`,
);
const dueCounts = statement(
  "records-due-counts",
  `select r.service, sum(d.cases)::bigint as cases, sum(d.held)::bigint as held from ${VERSIONS} cross join lateral (
    select count(*) as cases, count(*) filter (where exists (${holdsOn("$3")})) as held
    from (select * from cases c where ${OF_VERSION} and ${seen("$4", "c.")} order by c.closed_at, c.id limit ${COUNTED_DUE}) as c
  ) as d where d.cases > 0 group by r.service order by r.service`,
);
const dueList = statement(
  "records-due-list",
  `select d.* from ${VERSIONS} cross join lateral (
    select c.id, c.reference, c.service, c.team, c.closed_at as "closedAt", exists (${holdsOn("$3")}) as held
    from cases c where ${OF_VERSION} and ${seen("$4", "c.")} and ($5::timestamptz is null or (c.closed_at, c.id) > ($5, $6::uuid)) order by c.closed_at, c.id limit ${DUE_PAGE + 1}
  ) as d order by d."closedAt", d.id limit ${DUE_PAGE + 1}`,
);

/** A published version whose cases are kept for so long. */
export type Kept = Pick<PublishedService, "id" | "version" | "retention">;

export interface DueCount {
  readonly service: string;
  readonly cases: number;
  /** Those of them that a hold keeps. */
  readonly held: number;
}

export interface DueCase {
  readonly id: string;
  readonly reference: string;
  readonly service: string;
  readonly team: string;
  readonly closedAt: Date;
  readonly held: boolean;
}

function limitsOf(versions: readonly Kept[], day: string): string {
  return JSON.stringify(versions.map(({ id, version, retention }) => ({ service: id, version, before: closedBefore(retention, day) })));
}

/** The ids of cases that are due to be erased on a day and that no hold keeps, `most` at most. */
export async function dueToErase(
  within: Queries,
  council: string,
  versions: readonly Kept[],
  day: string,
  most: number,
): Promise<readonly string[]> {
  const rows = await within.query<{ id: string }>(dueCases, [council, limitsOf(versions, day), day, most]);
  return rows.map(({ id }) => id);
}

/** Whose cases are looked at, by which day, and how long each version's are kept. */
export interface DueQuery {
  readonly teams: Sight;
  readonly versions: readonly Kept[];
  /** YYYY-MM-DD */
  readonly day: string;
}

/** How many cases of each service are due by a day: each version is counted up to ten thousand. */
export function countDue(within: Queries, council: string, { teams, versions, day }: DueQuery): Promise<readonly DueCount[]> {
  return within.query<DueCount>(dueCounts, [council, limitsOf(versions, day), day, teams]);
}

/** A page of the cases that are due by a day, the longest closed first. */
export async function listDue(
  within: Queries,
  council: string,
  { teams, versions, day }: DueQuery,
  after?: { readonly at: Date; readonly id: string },
): Promise<{ readonly cases: readonly DueCase[]; readonly more: boolean }> {
  const values = [council, limitsOf(versions, day), day, teams, after?.at ?? null, after?.id ?? null];
  const rows = await within.query<DueCase>(dueList, values);
  return { cases: rows.slice(0, DUE_PAGE), more: rows.length > DUE_PAGE };
}

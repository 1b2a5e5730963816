import type { Queries } from "../platform/database.ts";
import { statement } from "../platform/statement.ts";
import type { CaseRow } from "./case-row.ts";
import { caseFrom } from "./case-row.ts";
import { CASE_COLUMNS } from "./case-store.ts";
import type { Case } from "./case.ts";

/** So many that whoever has them finds theirs; more are not shown. */
export const MOST_HANDED = 200;

const handedCases = statement(
  "partner-cases",
  `select ${CASE_COLUMNS} from cases where council = $1 and closed_at is null
    and (team = any($2) or (service, stage) in (select h.service, h.stage from unnest($3::text[], $4::text[]) as h(service, stage)))
  order by nearest_at, id limit ${MOST_HANDED}`,
  { unprepared: true },
);

/** A stage of a service at which cases are handed to a partner. */
export interface HandedStage {
  readonly service: string;
  readonly stage: string;
}

/** The open cases of these teams and at these stages, what is due first. */
export async function casesHanded(
  within: Queries,
  council: string,
  teams: readonly string[],
  stages: readonly HandedStage[],
): Promise<readonly Case[]> {
  const values = [council, teams, stages.map(({ service }) => service), stages.map(({ stage }) => stage)];
  return (await within.query<CaseRow>(handedCases, values)).map(caseFrom);
}

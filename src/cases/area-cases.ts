import type { Queries } from "../platform/database.ts";
import { uuidFrom } from "../platform/ids.ts";
import { statement } from "../platform/statement.ts";
import type { CaseRow } from "./case-row.ts";
import { caseFrom } from "./case-row.ts";
import { CASE_COLUMNS } from "./case-store.ts";
import type { Case } from "./case.ts";

/** How far back a councillor sees, in days: cases lie in the order in which they were opened, so that more is no page any more. */
export const AREA_DAYS = 90;
export const MOST_IN_AREA = 100;

// Ids are in the order in which cases were opened.
const IN_AREA = `council = $1 and id > $2 and split_part(person_postcode, ' ', 1) = any($3) and team <> all($4) and service <> all($5)`;

const areaCases = statement("area-cases", `select ${CASE_COLUMNS} from cases where ${IN_AREA} order by id desc limit ${MOST_IN_AREA}`);
const areaCase = statement("area-case", `select ${CASE_COLUMNS} from cases where ${IN_AREA} and reference = $6`);
const areaFigures = statement(
  "area-figures",
  `select service, count(*)::integer as opened, (count(*) filter (where closed_at is null))::integer as open,
    (count(*) filter (where closed_at is null and nearest_at <= $6))::integer as late from cases where ${IN_AREA} group by service order by count(*) desc, service`,
);

/** Which cases a councillor may know of: of these areas, without what is sensitive. */
export interface AreaQuery {
  readonly areas: readonly string[];
  /** Teams and services whose cases nobody is told of. */
  readonly hiddenTeams: readonly string[];
  readonly hiddenServices: readonly string[];
  readonly now: Date;
}

export interface AreaFigure {
  readonly service: string;
  readonly opened: number;
  readonly open: number;
  readonly late: number;
}

function valuesOf(council: string, { areas, hiddenTeams, hiddenServices, now }: AreaQuery): readonly unknown[] {
  const from = uuidFrom(now.getTime() - AREA_DAYS * 86_400_000, new Uint8Array(10));
  return [council, from, areas, hiddenTeams, hiddenServices];
}

/** The cases of the areas that were opened in the last days, the newest first. */
export async function casesOfArea(within: Queries, council: string, query: AreaQuery): Promise<readonly Case[]> {
  return (await within.query<CaseRow>(areaCases, valuesOf(council, query))).map(caseFrom);
}

/** The case of a reference, where it is one of the areas. */
export async function caseOfArea(within: Queries, council: string, query: AreaQuery, reference: string): Promise<Case | undefined> {
  const [row] = await within.query<CaseRow>(areaCase, [...valuesOf(council, query), reference]);
  return row === undefined ? undefined : caseFrom(row);
}

/** How many cases of each service the areas had in the last days. */
export function figuresOfArea(within: Queries, council: string, query: AreaQuery): Promise<readonly AreaFigure[]> {
  return within.query<AreaFigure>(areaFigures, [...valuesOf(council, query), query.now]);
}

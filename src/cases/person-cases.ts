import type { Sight } from "../councils/sight.ts";
import { seen } from "../councils/sight.ts";
import type { Queries } from "../platform/database.ts";
import { statement } from "../platform/statement.ts";
import { searchName } from "./case-row.ts";
import type { Case } from "./case.ts";

const COLUMNS = "reference, service, stage, opened_at, closed_at, count(*) over ()::integer as total";
const SEEN = `${seen("$3")} and id <> $4 order by id desc limit $5`;

const byEmail = statement("person-cases-by-email", `select ${COLUMNS} from cases where council = $1 and person_email = $2 and ${SEEN}`);
const byName = statement(
  "person-cases-by-name",
  `select ${COLUMNS} from cases where council = $1 and person_search = $2 and person_postcode = $6 and ${SEEN}`,
);

/** Another case of a person, as a list shows it. */
export interface PersonCaseRow {
  readonly reference: string;
  readonly service: string;
  readonly stage: string;
  readonly openedAt: Date;
  readonly closedAt: Date | null;
}

export interface PersonCases {
  /** What they are found by; null where the person gave nothing to find them by. */
  readonly by: "email" | "name" | null;
  /** The newest first. */
  readonly cases: readonly PersonCaseRow[];
  /** How many there are, of those that are seen and no others. */
  readonly total: number;
}

const NONE: PersonCases = { by: null, cases: [], total: 0 };

interface Row {
  readonly reference: string;
  readonly service: string;
  readonly stage: string;
  readonly opened_at: Date;
  readonly closed_at: Date | null;
  readonly total: number;
}

/** The other cases of the person of a case, of those that are seen: by email address, otherwise by name and postcode as they were given. One statement, or none. */
export async function casesBeside(within: Queries, item: Case, sight: Sight, most: number): Promise<PersonCases> {
  const { name, email, postcode } = item.person;
  const given = [sight, item.id, most];
  if (email !== null) return found("email", await within.query<Row>(byEmail, [item.council, email.toLowerCase(), ...given]));
  if (name === null || postcode === null) return NONE;
  return found("name", await within.query<Row>(byName, [item.council, searchName(name), ...given, postcode]));
}

function found(by: "email" | "name", rows: readonly Row[]): PersonCases {
  const cases = rows.map(({ reference, service, stage, opened_at, closed_at }) => ({
    reference,
    service,
    stage,
    openedAt: opened_at,
    closedAt: closed_at,
  }));
  return { by, cases, total: rows[0]?.total ?? 0 };
}

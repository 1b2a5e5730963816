import type { CaseRow } from "../cases/case-row.ts";
import { caseFrom } from "../cases/case-row.ts";
import { CASE_COLUMNS } from "../cases/case-store.ts";
import type { Case } from "../cases/case.ts";
import type { Service } from "../definition/service.ts";
import type { Sight } from "../councils/sight.ts";
import { seen } from "../councils/sight.ts";
import type { Queries } from "../platform/database.ts";
import { statement } from "../platform/statement.ts";
import type { PersonKey } from "./holds.ts";
import { columnsOf, OF_PERSON } from "./holds.ts";

/** How many cases of one person are read. */
export const MOST_OF_PERSON = 500;

const ofPerson = statement(
  "records-cases-of-person",
  `select ${CASE_COLUMNS} from cases where council = $1 and ${OF_PERSON} and ${seen("$5")} order by id desc limit ${MOST_OF_PERSON}`,
);

/** The cases of a person, of some teams, the newest first. */
export async function casesOfPerson(within: Queries, council: string, teams: Sight, person: PersonKey): Promise<readonly Case[]> {
  const { email, search, postcode } = columnsOf(person);
  return (await within.query<CaseRow>(ofPerson, [council, email, search, postcode, teams])).map(caseFrom);
}

/** Why a case is not erased though its person asks; undefined where it may be. The right does not reach what is held under a duty (UK GDPR, article 17(3)). */
export function whyKept(item: Pick<Case, "closedAt">, { basis }: Pick<Service, "basis">, held: boolean): string | undefined {
  if (held) return "A legal hold keeps it";
  if (basis === "legal obligation") return "The council holds it under a legal obligation";
  if (basis === "public task") return "The council holds it for a public task";
  return item.closedAt === null ? "It is open. Close it first" : undefined;
}

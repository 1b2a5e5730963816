import type { Sight } from "../../councils/sight.ts";
import { seen } from "../../councils/sight.ts";
import type { Service } from "../../definition/service.ts";
import type { Queries } from "../../platform/database.ts";
import { statement } from "../../platform/statement.ts";
import type { CaseRow } from "../case-row.ts";
import { caseFrom } from "../case-row.ts";
import { CASE_COLUMNS } from "../case-store.ts";
import type { Case } from "../case.ts";
import type { Alike } from "./alike.ts";
import { alikeAmong } from "./alike.ts";

/** How many of those that came in before it, and how many after it, are looked at. */
const AROUND = 100;
const OF_PERSON = 20;

const OPEN = `council = $1 and service = $2 and ${seen("$3")} and closed_at is null`;

// Three short walks along indexes, however many cases there are: ids are in the order in which cases came in.
const around = statement(
  "cases-alike",
  `(select ${CASE_COLUMNS} from cases where ${OPEN} and id < $4 order by id desc limit ${AROUND})
  union all (select ${CASE_COLUMNS} from cases where ${OPEN} and id > $4 order by id limit ${AROUND})
  union all (select ${CASE_COLUMNS} from cases where ${OPEN} and person_email = $5 and id <> $4 order by id desc limit ${OF_PERSON})`,
);

/** Open cases of the same service that somebody sees, which may be the same as a case: at most five, the likeliest first. */
export async function casesAlike(database: Queries, service: Service, item: Case, sight: Sight): Promise<readonly Alike[]> {
  const email = item.person.email?.toLowerCase() ?? null;
  const rows = await database.query<CaseRow>(around, [item.council, item.service, sight, item.id, email]);
  const found = new Map(rows.map((row) => [row.id, caseFrom(row)]));
  return alikeAmong(service, item, [...found.values()]);
}

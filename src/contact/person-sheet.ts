import type { CaseRow } from "../cases/case-row.ts";
import { caseFrom, searchName } from "../cases/case-row.ts";
import type { Case } from "../cases/case.ts";
import { seen } from "../councils/sight.ts";
import type { Queries } from "../platform/database.ts";
import { statement } from "../platform/statement.ts";
import { COLUMNS_OF_CASE } from "./people-columns.ts";
import type { Asker, PersonRecord } from "./person.ts";

/** How many cases of one person a page shows. */
export const MOST_OF_PERSON = 100;

/** The record, and all that were merged into it, one after another: `family`. */
export const FAMILY = `family as (
    select p.council, p.id from people p where p.council = $1 and p.id = $2
    union
    select p.council, p.id from family join people p on p.council = family.council and p.merged_into = family.id
  )`;

const casesOf = statement(
  "person-cases",
  `with recursive ${FAMILY}
  select ${COLUMNS_OF_CASE} from family join person_journeys j on j.council = family.council and j.person = family.id
    join cases c on c.council = j.council and c.submission = j.submission
  where c.council = $1 and ${seen("$3", "c.")} order by c.opened_at desc, c.id limit ${MOST_OF_PERSON}`,
);
const maybeOf = statement(
  "person-cases-maybe",
  `select ${COLUMNS_OF_CASE} from cases c where c.council = $1 and ${seen("$2", "c.")} and c.erased_at is null
    and (c.person_email = $3 or (c.person_email is null and c.person_search = $4 and c.person_postcode = $5))
    and not exists (select from person_journeys j where j.council = c.council and j.submission = c.submission and j.person is not null)
  order by c.opened_at desc, c.id limit ${MOST_OF_PERSON}`,
);

/** The cases known to be a person's that the officer may see, the newest first. */
export async function casesOfRecord(within: Queries, { council, sight }: Asker, id: string): Promise<readonly Case[]> {
  return (await within.query<CaseRow>(casesOf, [council, id, sight])).map(caseFrom);
}

/** Cases that may be the same person's: nobody has said whose they are. */
export async function maybeCases(within: Queries, { council, sight }: Asker, person: PersonRecord): Promise<readonly Case[]> {
  const { email, name, postcode } = person;
  return (await within.query<CaseRow>(maybeOf, [council, sight, email, searchName(name), postcode])).map(caseFrom);
}

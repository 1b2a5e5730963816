import type { CaseRow } from "../cases/case-row.ts";
import { caseFrom } from "../cases/case-row.ts";
import type { Case } from "../cases/case.ts";
import { seen } from "../councils/sight.ts";
import type { Queries } from "../platform/database.ts";
import type { Statement } from "../platform/statement.ts";
import { statement } from "../platform/statement.ts";
import { CASE_PHONE, COLUMNS_OF_CASE, PERSON_COLUMNS, seenBy } from "./people-columns.ts";
import type { Asker, PersonRecord } from "./person.ts";
import type { Wanted } from "./typed-person.ts";

/** How many cases and how many records a search looks at. */
export const MOST_FOUND = 60;

type By = Wanted["by"];

function casesBy(by: By, condition: string): Statement {
  return statement(
    `people-find-cases-${by}`,
    `select ${COLUMNS_OF_CASE}, j.person as known from cases c left join person_journeys j on j.council = c.council and j.submission = c.submission
    where c.council = $1 and ${seen("$2", "c.")} and c.erased_at is null and ${condition} order by c.opened_at desc, c.id limit ${MOST_FOUND + 1}`,
  );
}

const FIND_CASES: Readonly<Record<By, Statement>> = {
  name: casesBy("name", "c.person_search like any($3)"),
  email: casesBy("email", "c.person_email = $3"),
  postcode: casesBy("postcode", "c.person_postcode = $3"),
  phone: casesBy("phone", `c.person ->> 'phone' is not null and ${CASE_PHONE} = $3`),
  reference: casesBy("reference", "c.reference = $3"),
};

// A record that was merged leads to the one in its place, as long as the officer may see both.
function recordsBy(by: By, condition: string): Statement {
  return statement(
    `people-find-records-${by}`,
    `with recursive up as (
      select p.council, p.id, p.merged_into from people p where p.council = $1 and (${condition} or p.id = any($4::uuid[])) and ${seenBy("$2")}
      union
      select p.council, p.id, p.merged_into from up join people p on p.council = up.council and p.id = up.merged_into
    )
    select distinct ${PERSON_COLUMNS}, p.created_at from up join people p on p.council = up.council and p.id = up.id
    where p.council = $1 and p.merged_into is null and ${seenBy("$2")} order by p.created_at desc, p.id limit ${MOST_FOUND + 1}`,
  );
}

const FIND_RECORDS: Readonly<Record<By, Statement>> = {
  name: recordsBy("name", "p.search like any($3)"),
  email: recordsBy("email", "p.email = $3"),
  postcode: recordsBy("postcode", "p.postcode = $3"),
  phone: recordsBy("phone", "p.phone_search = $3"),
  reference: recordsBy("reference", "$3::text is null"),
};

/** A case that was found, and the record that it is known to be of. */
export interface FoundCase {
  readonly item: Case;
  readonly known: string | null;
}

export interface FoundPeople {
  readonly cases: readonly FoundCase[];
  /** Records that were found, or that a case found is of. */
  readonly records: readonly PersonRecord[];
  /** There is more than was looked at. */
  readonly more: boolean;
}

function valueOf(wanted: Wanted): string | readonly string[] {
  return wanted.by === "name" ? wanted.patterns : wanted.text;
}

/** Cases and records by what a person says of themselves: two statements. */
export async function findPeople(within: Queries, { council, sight }: Asker, wanted: Wanted): Promise<FoundPeople> {
  const rows = await within.query<CaseRow & { known: string | null }>(FIND_CASES[wanted.by], [council, sight, valueOf(wanted)]);
  const cases = rows.slice(0, MOST_FOUND).map(({ known, ...row }) => ({ item: caseFrom(row), known }));
  const ids = [...new Set(cases.flatMap(({ known }) => known ?? []))];
  const records = await within.query<PersonRecord>(FIND_RECORDS[wanted.by], [council, sight, valueOf(wanted), ids]);
  return { cases, records: records.slice(0, MOST_FOUND), more: rows.length > MOST_FOUND || records.length > MOST_FOUND };
}

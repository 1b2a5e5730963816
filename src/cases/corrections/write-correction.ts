import type { Queries } from "../../platform/database.ts";
import { statement } from "../../platform/statement.ts";
import { caseJson } from "../case-row.ts";
import type { Case } from "../case.ts";

// Events that are appended leave the answers and the person alone, which are most of a row; the one that changes them writes them besides.
const write = statement(
  "case-correct",
  `update cases set answers = n.answers, person = n.person, person_search = n.person_search, person_email = n.person_email,
    person_postcode = n.person_postcode, tell_by = n.tell_by, fee_pence = n.fee_pence
  from json_to_record($3::json) as n(answers jsonb, person jsonb, person_search text, person_email text, person_postcode text, tell_by text,
    fee_pence bigint)
  where cases.council = $1 and cases.id = $2`,
);

/** Writes the answers of a case after one was corrected, and what is found by them. In the transaction of its event. */
export async function writeCorrection(within: Queries, after: Case): Promise<void> {
  await within.execute(write, [after.council, after.id, JSON.stringify(caseJson(after))]);
}

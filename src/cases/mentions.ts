import type { Queries } from "../platform/database.ts";
import { statement } from "../platform/statement.ts";
import type { CaseEvent } from "./event.ts";

const add = statement(
  "mentions-add",
  `insert into mentions (council, officer, case_id, event, at) select $1, o, $3, $4, $5 from unnest($2::uuid[]) as m(o)
  on conflict (council, officer, case_id, event) do nothing`,
);
const see = statement(
  "mentions-see",
  "update mentions set seen_at = $4 where council = $1 and officer = $2 and case_id = $3 and seen_at is null",
);

/** That an officer is mentioned on a case and has not seen it. `council` and `officer` are parameters. */
export function mentionedTo(council: string, officer: string): string {
  return `id = any(array(select m.case_id from mentions m where m.council = ${council} and m.officer = ${officer} and m.seen_at is null))`;
}

/** Notes whom a note mentions. In the transaction of its event. */
export async function addMentions(within: Queries, council: string, event: CaseEvent): Promise<void> {
  const mentions = event.kind === "noted" ? (event.data.mentions ?? []) : [];
  if (mentions.length > 0) await within.execute(add, [council, mentions, event.caseId, event.number, event.at]);
}

/** The officer has the case before them. */
export async function seeMentions(within: Queries, council: string, officer: string, caseId: string, at: Date): Promise<void> {
  await within.execute(see, [council, officer, caseId, at]);
}

import type { Sight } from "../councils/sight.ts";
import { seen } from "../councils/sight.ts";
import type { Queries } from "../platform/database.ts";
import { statement } from "../platform/statement.ts";

/** A letter as it is printed. */
export interface Letter {
  readonly id: string;
  readonly reference: string;
  /** Of its case, and who holds that. */
  readonly caseId: string;
  readonly team: string;
  readonly service: string;
  readonly officer: string | null;
  /** The lines of the postal address. */
  readonly recipient: string;
  readonly subject: string;
  readonly body: string;
  readonly state: "to print" | "printed";
  readonly createdAt: Date;
}

export const LETTER_PAGE = 50;

const COLUMNS = `m.id, c.reference, c.id as "caseId", c.team, c.service, c.officer, m.recipient, m.subject, m.body, m.state, m.created_at as "createdAt"`;
const FROM = "messages m join cases c on c.council = m.council and c.id = m.case_id";

const toPrint = statement(
  "letters-of-teams",
  `select ${COLUMNS} from ${FROM} where m.council = $1 and m.state = 'to print' and ${seen("$2", "c.")} order by m.created_at, m.id limit ${LETTER_PAGE + 1}`,
);
const some = statement(
  "letters-by-id",
  `select ${COLUMNS} from ${FROM} where m.council = $1 and m.way = 'letter' and m.state <> 'erased' and ${seen("$2", "c.")} and m.id = any($3::uuid[]) order by m.created_at, m.id`,
);

/** Letters about the cases of some teams that wait for the printer, the oldest first; `more` where not all of them are given. */
export async function lettersOfTeams(
  within: Queries,
  council: string,
  teams: Sight,
): Promise<{ readonly letters: readonly Letter[]; readonly more: boolean }> {
  const rows = await within.query<Letter>(toPrint, [council, teams]);
  return { letters: rows.slice(0, LETTER_PAGE), more: rows.length > LETTER_PAGE };
}

/** Letters by their ids, printed ones too, of the cases of some teams only. */
export function lettersById(within: Queries, council: string, teams: Sight, ids: readonly string[]): Promise<readonly Letter[]> {
  return within.query<Letter>(some, [council, teams, ids]);
}

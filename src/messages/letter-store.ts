import type { Sight } from "../councils/sight.ts";
import { seen } from "../councils/sight.ts";
import type { Language } from "../language/language.ts";
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
  /** What its person is written to in. */
  readonly language: Language;
  readonly createdAt: Date;
}

export const LETTER_PAGE = 50;

const COLUMNS = `m.id, c.reference, c.id as "caseId", c.team, c.service, c.officer, m.recipient, m.subject, m.body, m.state, m.created_at as "createdAt",
  coalesce(c.person->>'language', 'en') as language`;
const FROM = "messages m join cases c on c.council = m.council and c.id = m.case_id";

const toPrint = statement(
  "letters-of-teams",
  `select ${COLUMNS} from ${FROM} where m.council = $1 and m.state = 'to print' and ${seen("$2", "c.")} order by m.created_at, m.id limit ${LETTER_PAGE + 1}`,
);
const some = statement(
  "letters-by-id",
  `select ${COLUMNS} from ${FROM} where m.council = $1 and m.way = 'letter' and m.state <> 'erased' and ${seen("$2", "c.")} and m.id = any($3::uuid[]) order by m.created_at, m.id`,
);

// Whoever is first has a letter on paper: it is printed from then on, and on no other paper.
const take = statement(
  "letters-take",
  `update messages m set state = 'printed', sent_at = $5, print_key = $4 from cases c
  where m.council = $1 and c.council = m.council and c.id = m.case_id and m.id = any($3::uuid[]) and m.way = 'letter' and m.state = 'to print'
    and ${seen("$2", "c.")}`,
);
const ofPaper = statement(
  "letters-of-paper",
  `select ${COLUMNS} from ${FROM} where m.council = $1 and m.print_key = $3 and m.state <> 'erased' and ${seen("$2", "c.")} order by m.created_at, m.id`,
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

/** Puts letters that wait for the printer on one paper, and notes them as printed: those of the ids that nobody has printed. Gives how many. */
export function takeForPaper(
  within: Queries,
  council: string,
  teams: Sight,
  { ids, key, at }: { readonly ids: readonly string[]; readonly key: string; readonly at: Date },
): Promise<number> {
  return within.execute(take, [council, teams, ids, key, at]);
}

/** The letters of a paper that was made, in the order in which they were written. */
export function lettersOfPaper(within: Queries, council: string, teams: Sight, key: string): Promise<readonly Letter[]> {
  return within.query<Letter>(ofPaper, [council, teams, key]);
}

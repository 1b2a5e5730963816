import type { Sight } from "../councils/sight.ts";
import { seen } from "../councils/sight.ts";
import type { Database } from "../platform/database.ts";
import { statement } from "../platform/statement.ts";
import type { CaseRow } from "./case-row.ts";
import { caseFrom, plainWords } from "./case-row.ts";
import { CASE_COLUMNS } from "./case-store.ts";
import type { Case } from "./case.ts";
import { PAGE_SIZE } from "./worklist-query.ts";

const searchByName = statement(
  "worklist-search-name",
  `select ${CASE_COLUMNS} from cases where council = $1 and ${seen("$2")} and (person_search like any($3)) order by opened_at desc, id limit ${PAGE_SIZE + 1}`,
);
const searchByReference = statement(
  "worklist-search-reference",
  `select ${CASE_COLUMNS} from cases where council = $1 and ${seen("$2")} and reference = $3`,
);

export interface FoundCases {
  readonly cases: readonly Case[];
  readonly more: boolean;
}

/** Cases by what people say of themselves: one statement each. */
export function caseSearch(database: Database) {
  return {
    async byReference(council: string, teams: Sight, reference: string): Promise<readonly Case[]> {
      return (await database.query<CaseRow>(searchByReference, [council, teams, reference])).map(caseFrom);
    },

    /** Cases by a person's name: last name first or as spoken, from the start of each; which of the words are the last name is not known. */
    async byName(council: string, teams: Sight, typed: string): Promise<FoundCases> {
      const words = plainWords(typed.slice(0, 100));
      if (words.length === 0) return { cases: [], more: false };
      const patterns = words.slice(0, 8).map((_, from) => `${[...words.slice(from), ...words.slice(0, from)].join(" ")}%`);
      const rows = await database.query<CaseRow>(searchByName, [council, teams, [...new Set(patterns)]]);
      return { cases: rows.slice(0, PAGE_SIZE).map(caseFrom), more: rows.length > PAGE_SIZE };
    },
  };
}

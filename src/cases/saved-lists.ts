import type { Queries } from "../platform/database.ts";
import { statement } from "../platform/statement.ts";

/** A list of cases kept under a name. */
export interface SavedList {
  readonly id: string;
  readonly name: string;
  /** Who saved it. */
  readonly officer: string;
  /** The team whose officers see it too; null where it is the officer's alone. */
  readonly team: string | null;
  /** What is listed and how, as the query of the list's address says it. */
  readonly query: string;
}

/** So many that an officer still finds them; more are not shown. */
export const MOST_LISTS = 40;
export const LONGEST_LIST_NAME = 60;
export const LONGEST_LIST_QUERY = 2000;

const COLUMNS = "id, name, officer, team, query";

const seenLists = statement(
  "saved-lists-seen",
  `select ${COLUMNS} from saved_lists where council = $1 and (officer = $2 or team = any($3)) order by lower(name), id limit ${MOST_LISTS}`,
);
const listById = statement("saved-list-by-id", `select ${COLUMNS} from saved_lists where council = $1 and id = $2`);
const addList = statement(
  "saved-list-add",
  `insert into saved_lists (council, id, name, officer, team, query, created_at) values ($1, $2, $3, $4, $5, $6, $7)
   on conflict (council, id) do nothing`,
);
const changeList = statement("saved-list-change", "update saved_lists set name = $3, team = $4 where council = $1 and id = $2");
const removeList = statement("saved-list-remove", "delete from saved_lists where council = $1 and id = $2");

/** Saved lists: one statement each. `id` of a new one is the one-time key of the form. */
export function savedLists(database: Queries) {
  return {
    seen: (council: string, officer: string, teams: readonly string[]): Promise<readonly SavedList[]> =>
      database.query<SavedList>(seenLists, [council, officer, teams]),
    byId: async (council: string, id: string): Promise<SavedList | undefined> =>
      (await database.query<SavedList>(listById, [council, id]))[0],
    add: async (council: string, { id, name, officer, team, query }: SavedList, now: Date): Promise<void> => {
      await database.execute(addList, [council, id, name, officer, team, query, now]);
    },
    change: async (council: string, id: string, { name, team }: Pick<SavedList, "name" | "team">): Promise<void> => {
      await database.execute(changeList, [council, id, name, team]);
    },
    remove: async (council: string, id: string): Promise<void> => {
      await database.execute(removeList, [council, id]);
    },
  };
}

export type SavedLists = ReturnType<typeof savedLists>;

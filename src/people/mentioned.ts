import type { Council } from "../councils/council.ts";
import type { CaseFacts } from "../councils/sight.ts";
import type { Queries } from "../platform/database.ts";
import { statement } from "../platform/statement.ts";
import type { Officer } from "./officer.ts";
import { seesCase } from "./rights.ts";

// A name in a text: after an @, in whatever letters.
const named = statement(
  "officers-mentioned",
  `select council, id, email, name, roles, teams from officers
  where council = $1 and disabled_at is null and (id = any($2::uuid[]) or position('@' || lower(name) in lower($3)) > 0) order by name, id limit 20`,
);

export type Mentioned =
  | { readonly ok: true; readonly officers: readonly string[] }
  /** The name of one who may not see the case, or empty where there is no such officer. */
  | { readonly ok: false; readonly name: string };

/** The officers whom a note mentions: one who was chosen, and those whose names stand in it after an @. All must be able to see the case. */
export async function mentionedIn(
  within: Queries,
  council: Council,
  item: CaseFacts,
  note: { readonly text: string; readonly chosen: string | null },
): Promise<Mentioned> {
  if (note.chosen === null && !note.text.includes("@")) return { ok: true, officers: [] };
  const found = await within.query<Officer>(named, [council.id, note.chosen === null ? [] : [note.chosen], note.text]);
  if (note.chosen !== null && !found.some(({ id }) => id === note.chosen)) return { ok: false, name: "" };
  const blind = found.find((officer) => !seesCase(officer, council, item));
  return blind === undefined ? { ok: true, officers: found.map(({ id }) => id) } : { ok: false, name: blind.name };
}

import type { Answers, FileAnswer } from "../answers/answer-type.ts";
import type { Clock } from "../platform/clock.ts";
import type { Database } from "../platform/database.ts";
import { statement } from "../platform/statement.ts";

const carryInto = statement(
  "draft-carry",
  "update drafts set answers = $3, files = $4, moves = $5, saves = saves + 1, updated_at = $6 where council = $1 and id = $2 and moves is null and reference is null",
);

/** What a journey is begun with that moves a case to another service. */
export interface CarriedOver {
  readonly answers: Answers;
  readonly files: readonly FileAnswer[];
  /** The case. */
  readonly moves: string;
}

/** Fills a journey that only just began with what is carried over from the case that it moves. Does nothing the second time. */
export async function carryIntoDraft(
  { database, clock }: { readonly database: Database; readonly clock: Clock },
  council: string,
  id: string,
  { answers, files, moves }: CarriedOver,
): Promise<void> {
  await database.execute(carryInto, [council, id, JSON.stringify(answers), JSON.stringify(files), moves, clock.now()]);
}

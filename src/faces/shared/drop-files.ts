import type { Answers, Fields } from "../../answers/answer-type.ts";
import { filesIn } from "../../cases/shadow.ts";
import type { Context } from "../../context.ts";
import type { Draft } from "../../drafts/draft-store.ts";
import { removeDraftFile } from "../../platform/files/file-rows.ts";
import type { Screen } from "../../definition/service.ts";
import type { Journey } from "./uploads.ts";

/** Files of a journey that a button has taken out of a form, and that no kept answer names: nobody can come to them again. */
export function filesTakenOut(before: Fields, after: Fields, { answers, files }: Pick<Draft, "answers" | "files">): readonly string[] {
  const left = new Set([...[...after.values()].flat(), ...idsIn(answers)]);
  const held = new Set([...before.values()].flat());
  return files.map(({ id }) => id).filter((id) => held.has(id) && !left.has(id));
}

/** Files that the answers to a screen named before, and that no answer names now. */
export function filesReplaced({ questions }: Pick<Screen, "questions">, before: Answers, now: Answers): readonly string[] {
  const left = new Set(idsIn(now));
  return questions.flatMap(({ id }) => idsIn({ [id]: before[id] ?? null })).filter((id) => !left.has(id));
}

function idsIn(answers: Answers): readonly string[] {
  return filesIn(answers).map(({ id }) => id);
}

/** Deletes files of a journey that is not sent, with their bytes unless another file has the same. */
export async function dropFiles(context: Context, { visit, draft }: Journey, ids: readonly string[]): Promise<void> {
  const council = visit.council.id;
  for (const id of ids) {
    const hash = await removeDraftFile(context.database, council, draft, id);
    await context.drafts.removeFile(council, draft, id);
    if (hash !== undefined) await context.files.remove(council, hash);
  }
}

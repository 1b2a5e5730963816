import type { Answers } from "../../../answers/answer-type.ts";
import type { Case } from "../../../cases/case.ts";
import { filesIn } from "../../../cases/shadow.ts";
import { partOf } from "../../../cases/together/tie.ts";
import type { Context } from "../../../context.ts";
import type { FileRow } from "../../../platform/files/file-rows.ts";
import { answersSeen } from "./beside.ts";

/** The files that a sub-case sees: those in the answers of the whole case that it sees. */
export function filesSeen(item: Case, answers: Answers): readonly FileRow[] {
  const part = partOf(item);
  if (part === undefined) return [];
  const whole = { draft: null, caseId: part.case, createdAt: item.openedAt };
  return filesIn(answers).map(({ id, sha256, name, type, size }) => ({ id, sha256, name, type, size, ...whole }));
}

/** Whose file it is: that of the case itself, or that of the whole case, where the sub-case sees it. */
export async function ownerOfFile(context: Context, item: Case, file: string): Promise<Pick<Case, "council" | "id">> {
  const part = partOf(item);
  if (part === undefined) return item;
  const seen = answersSeen(item, await context.together.byIds(item.council, [part.case]));
  return filesIn(seen).some(({ id }) => id === file) ? { council: item.council, id: part.case } : item;
}

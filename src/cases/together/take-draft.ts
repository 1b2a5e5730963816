import type { Queries } from "../../platform/database.ts";
import { statement } from "../../platform/statement.ts";
import { DraftChanged } from "../submission-store.ts";
import type { PlannedCase } from "./plan.ts";

// As a submission empties its draft: only as it was read, so that no answer is lost that was kept in between.
const emptyDraft = statement(
  "moved-draft-empty",
  "update drafts set answers = '{}', remind_email = null, reference = $3 where council = $1 and id = $2 and reference is null and saves = $4",
);
const giveFiles = statement(
  "moved-draft-files",
  "update files set case_id = $3 where council = $1 and draft = $2 and id = any($4::uuid[]) and case_id is null",
);

/** Ends the journey that a moved case comes from, and gives the case its files. Throws `DraftChanged`, so that nothing is written. */
export async function takeDraft(
  within: Queries,
  council: string,
  { id, reference, draft }: Pick<PlannedCase, "id" | "reference"> & { readonly draft: NonNullable<PlannedCase["draft"]> },
): Promise<void> {
  if ((await within.execute(emptyDraft, [council, draft.id, reference, draft.saves])) !== 1) throw new DraftChanged();
  if (draft.files.length > 0) await within.execute(giveFiles, [council, draft.id, id, draft.files]);
}

import type { Fields } from "../../answers/answer-type.ts";
import { withAnother, withoutEntry } from "../../answers/group-fields.ts";
import type { Asked } from "./uploads.ts";
import { withoutFile } from "./uploads.ts";

/**
 * The fields as they should be shown again after a press of "Add another" or "Remove" in a repeated group or beside a file; undefined
 * when none was pressed. No answer is kept yet: what was typed stays in the form.
 */
export function adjusted(asked: Asked, fields: Fields): Fields | undefined {
  for (const question of asked.questions) {
    if (question.type !== "group") continue;
    const [removed] = fields.get(`${question.id}.remove`) ?? [];
    if (removed !== undefined) return withoutEntry(fields, question.id, Number(removed));
    if (fields.has(`${question.id}.add`)) return withAnother(question, fields, question.id);
  }
  return withoutFile(asked, fields);
}

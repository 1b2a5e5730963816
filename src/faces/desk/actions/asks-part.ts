import type { Fields, FileAnswer, Problem, Question } from "../../../answers/answer-type.ts";
import { answerType } from "../../../answers/answer-types.ts";
import { checkboxes } from "../../../components/checkboxes.ts";
import type { Slot } from "../../../components/html.ts";
import { html } from "../../../components/html.ts";
import { warningText } from "../../../components/warning-text.ts";
import type { Action } from "../../../definition/service.ts";
import { errorAt } from "../../shared/form.ts";
import type { AnswersReading } from "../../shared/request-plan.ts";
import { readForm } from "../../shared/request-plan.ts";

/** What the form of an action shows again. */
export interface Filled {
  readonly fields: Fields;
  readonly problems: readonly Problem[];
  readonly files: readonly FileAnswer[];
}

/** Whether an action has a page of its own: it asks something, or cannot be undone. */
export function hasPage({ asks, confirm }: Action): boolean {
  return asks.length > 0 || confirm !== undefined;
}

/** What an action asks. */
export function asksPart({ asks }: Action, { fields, problems, files }: Filled): Slot {
  const state = { fields, problems, heading: false, prefix: "", files };
  return asks.map((question) => answerType(question).input(question, state));
}

/** The sentence that is ticked before something that cannot be undone. */
export function confirmPart({ confirm }: Action, { fields, problems }: Filled): Slot {
  if (confirm === undefined) return undefined;
  const box = checkboxes({
    idPrefix: "confirm",
    name: "confirm",
    values: fields.get("confirm") ?? [],
    items: [{ value: "yes", text: confirm }],
    ...errorAt(problems, "confirm"),
  });
  return html`${warningText({ text: "You cannot undo this.", iconFallbackText: "Warning" })}${box}`;
}

/** The questions of an action as the form of a request reads its own. */
export function readAsks(questions: readonly Question[], fields: Fields, today: string, files: readonly FileAnswer[]): AnswersReading {
  return readForm({ ask: "", says: "", questions, shared: false, either: false }, fields, { today, files }, "");
}

export function isConfirmed(fields: Fields): boolean {
  return fields.get("confirm")?.includes("yes") === true;
}

/** What is wrong where an action is to be confirmed and is not. */
export function unconfirmed({ confirm }: Action, fields: Fields): readonly Problem[] {
  if (confirm === undefined || isConfirmed(fields)) return [];
  return [{ field: "confirm", code: "answer-missing", message: "Tick the box to confirm" }];
}

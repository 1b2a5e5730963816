import { checkboxes } from "../components/checkboxes.ts";
import { html } from "../components/html.ts";
import { BOOLEAN } from "../rules/type.ts";
import type { AnswerType } from "./answer-type.ts";
import { errorAt, hintFor, legendFor, typed } from "./inputs.ts";
import { words } from "./messages.ts";
import { bad, good } from "./reading.ts";
import { schemaOf } from "./schema.ts";

/** A statement that the person agrees to by ticking a box. JSON: true. */
export const declaration: AnswerType = {
  name: "declaration",
  about: "A statement that the person agrees to by ticking a box.",
  settings: ["declare"],
  needs: ["declare"],
  ruleType: () => BOOLEAN,
  value: (_question, answer) => (answer === true ? true : null),
  read: (question, fields, prefix) => declaration.accept(question, fields.get(prefix + question.id)?.[0] === "agreed", prefix, NO_CONTEXT),
  accept: (question, json, prefix) => {
    const field = prefix + question.id;
    if (json === true) return good(true);
    if (json !== null && json !== undefined && json !== false) return bad(field, "answer-wrong-kind", "The declaration must be true");
    return question.optional ? good(null) : bad(field, "declaration-missing", words(question).tickToAgree);
  },
  fields: (question, answer, prefix) => new Map(answer === true ? [[prefix + question.id, ["agreed"]]] : []),
  input: (question, state) => {
    const field = state.prefix + question.id;
    return checkboxes({
      name: field,
      idPrefix: field,
      fieldset: { legend: legendFor(question, state) },
      hint: hintFor(question),
      errorMessage: errorAt(state, field, question),
      values: [typed(state, field)],
      items: [{ value: "agreed", text: question.settings.declare ?? "" }],
    });
  },
  show: (question, answer) => html`${answer === true ? words(question).agreed : words(question).notProvided}`,
  text: (question, answer) => (answer === true ? words(question).agreed : ""),
  schema: (question) => schemaOf(question, { const: true, description: question.settings.declare }),
  inputId: (_question, field) => field,
  examples: (question) => (question.optional ? [true, null] : [true]),
};

const NO_CONTEXT = { today: "", files: [] };

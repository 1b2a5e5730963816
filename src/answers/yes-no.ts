import { radios } from "../components/radios.ts";
import { html } from "../components/html.ts";
import { BOOLEAN } from "../rules/type.ts";
import type { AnswerType, Question } from "./answer-type.ts";
import { errorAt, hintFor, legendFor, typed } from "./inputs.ts";
import { labelOf, missing, subject } from "./messages.ts";
import { bad, empty, good } from "./reading.ts";
import { schemaOf } from "./schema.ts";

/** Yes or no. JSON: true or false. */
export const yesNo: AnswerType = {
  name: "yes-no",
  about: "Yes or no.",
  settings: [],
  needs: [],
  ruleType: () => BOOLEAN,
  value: (_question, answer) => (typeof answer === "boolean" ? answer : null),
  read: (question, fields, prefix) => {
    const field = prefix + question.id;
    const given = fields.get(field)?.[0] ?? "";
    if (given === "") return empty(question, field, unanswered(question));
    return given === "yes" || given === "no" ? good(given === "yes") : bad(field, "option-unknown", unanswered(question));
  },
  accept: (question, json, prefix) => {
    const field = prefix + question.id;
    if (json === null || json === undefined) return empty(question, field, unanswered(question));
    return typeof json === "boolean" ? good(json) : bad(field, "answer-wrong-kind", `${subject(question)} must be true or false`);
  },
  fields: (question, answer, prefix) => new Map(answer === null ? [] : [[prefix + question.id, [answer === true ? "yes" : "no"]]]),
  input: (question, state) => {
    const field = state.prefix + question.id;
    return radios({
      name: field,
      idPrefix: field,
      classes: "govuk-radios--inline",
      fieldset: { legend: legendFor(question, state) },
      hint: hintFor(question),
      errorMessage: errorAt(state, field),
      value: typed(state, field),
      items: [
        { value: "yes", text: "Yes" },
        { value: "no", text: "No" },
      ],
    });
  },
  show: (_question, answer) => html`${answer === null ? "Not provided" : answer === true ? "Yes" : "No"}`,
  text: (_question, answer) => (answer === null ? "" : answer === true ? "Yes" : "No"),
  schema: (question) => schemaOf(question, { type: "boolean" }),
  inputId: (_question, field) => field,
  examples: (question) => (question.optional ? [true, false, null] : [true, false]),
};

/** "Select yes if it is a danger" */
function unanswered(question: Question): string {
  const label = labelOf(question);
  return label !== undefined && /^(if|whether) /.test(label) ? `Select yes ${label}` : missing(question, "Select");
}

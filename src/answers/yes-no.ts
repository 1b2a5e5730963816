import { radios } from "../components/radios.ts";
import { html } from "../components/html.ts";
import { BOOLEAN } from "../rules/type.ts";
import type { AnswerType, Question } from "./answer-type.ts";
import { errorAt, hintFor, legendFor, typed } from "./inputs.ts";
import { labelOf, missing, subject, words } from "./messages.ts";
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
      errorMessage: errorAt(state, field, question),
      value: typed(state, field),
      items: [
        { value: "yes", text: inText(question, true) },
        { value: "no", text: inText(question, false) },
      ],
    });
  },
  show: (question, answer) => html`${answer === null ? words(question).notProvided : inText(question, answer === true)}`,
  text: (question, answer) => (answer === null ? "" : inText(question, answer === true)),
  schema: (question) => schemaOf(question, { type: "boolean" }),
  inputId: (_question, field) => field,
  examples: (question) => (question.optional ? [true, false, null] : [true, false]),
};

/** "Select yes if it is a danger" */
function unanswered(question: Question): string {
  const label = labelOf(question);
  if (label === undefined || !/^(if|whether|os) /.test(label)) return missing(question, "select");
  return words(question).selectYes(label, inText(question, true));
}

/** Welsh has no one word for yes: what it is depends on the question ("Ydy", "Oes"), so a translation may say. */
function inText(question: Question, answer: boolean): string {
  const { says } = question;
  return answer ? (says?.yes ?? words(question).yes) : (says?.no ?? words(question).no);
}

import { html, type Html } from "../components/html.ts";
import { radios } from "../components/radios.ts";
import { code } from "../rules/type.ts";
import type { AnswerType, FieldState, Question, Reading } from "./answer-type.ts";
import { errorAt, hintFor, legendFor, typed, selectInput } from "./inputs.ts";
import { missing, subject, words } from "./messages.ts";
import { codes, isOption, optionItems, optionLabel, optionsInWords } from "./options.ts";
import { bad, empty, good, textOf } from "./reading.ts";
import { schemaOf } from "./schema.ts";

/** More than this would be a page of radio buttons. */
const MOST_RADIOS = 12;

/** One of several options. JSON: the option's code. */
export const choice: AnswerType = {
  name: "choice",
  about: `One of several options: radio buttons, or a list to select from where there are more than ${MOST_RADIOS}.`,
  settings: ["options", "option_hints"],
  needs: ["options"],
  ruleType: (question) => code(codes(question)),
  value: (_question, answer) => (answer === null ? null : textOf(answer)),
  read: (question, fields, prefix) => {
    const given = fields.get(prefix + question.id)?.[0] ?? "";
    return given === ""
      ? empty(question, prefix + question.id, missing(question, "select"))
      : chosen(question, given, prefix + question.id);
  },
  accept: (question, json, prefix) => {
    const field = prefix + question.id;
    if (json === null || json === undefined) return empty(question, field, missing(question, "select"));
    return typeof json === "string"
      ? chosen(question, json, field)
      : bad(field, "answer-wrong-kind", `${subject(question)} must be a text`);
  },
  fields: (question, answer, prefix) => new Map(answer === null ? [] : [[prefix + question.id, [textOf(answer)]]]),
  input: (question, state) => (codes(question).length > MOST_RADIOS ? asSelect(question, state) : asRadios(question, state)),
  show: (question, answer) => html`${answer === null ? words(question).notProvided : optionLabel(question, answer)}`,
  text: (question, answer) => (answer === null ? "" : optionLabel(question, answer)),
  schema: (question) => schemaOf(question, { type: "string", enum: codes(question), description: optionsInWords(question) }),
  inputId: (_question, field) => field,
  examples: (question) => (question.optional ? [...codes(question), null] : codes(question)),
};

function chosen(question: Question, given: string, field: string): Reading {
  return isOption(question, given) ? good(given) : bad(field, "option-unknown", missing(question, "select"));
}

function asRadios(question: Question, state: FieldState): Html {
  const field = state.prefix + question.id;
  return radios({
    name: field,
    idPrefix: field,
    fieldset: { legend: legendFor(question, state) },
    hint: hintFor(question),
    errorMessage: errorAt(state, field, question),
    value: typed(state, field),
    items: optionItems(question),
  });
}

function asSelect(question: Question, state: FieldState): Html {
  return selectInput(question, state, optionItems(question));
}

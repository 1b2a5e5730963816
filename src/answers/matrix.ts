import { html, join, type Html } from "../components/html.ts";
import { radios } from "../components/radios.ts";
import { code, record } from "../rules/type.ts";
import type { Answer, AnswerType, FieldState, Problem, Question, Reading } from "./answer-type.ts";
import { errorAt, inputGroup, typed } from "./inputs.ts";
import { missing, subject, words } from "./messages.ts";
import { codes, isOption, optionItems, optionLabel, optionsInWords } from "./options.ts";
import { bad, empty, good, isRecord, own, strangeKey, textOf } from "./reading.ts";
import { recordSchema, schemaOf } from "./schema.ts";

/** The same options for each of several rows. JSON: row to the option's code. */
export const matrix: AnswerType = {
  name: "matrix",
  about: "The same options for each of several rows, such as how much a person agrees with each statement. Rules see the rows.",
  settings: ["rows", "options"],
  needs: ["rows", "options"],
  ruleType: (question) => record(Object.fromEntries(rows(question).map((row) => [row, code(codes(question))]))),
  value: (question, answer) =>
    answer === null ? null : Object.fromEntries(rows(question).map((row) => [row, textOf(own(answer, row)) || null])),
  read: (question, fields, prefix) => check(question, (row) => fields.get(`${prefix}${question.id}.${row}`)?.[0], prefix + question.id),
  accept: (question, json, prefix) => {
    const field = prefix + question.id;
    if (json === null || json === undefined) return empty(question, field, missing(question, "select"));
    if (!isRecord(json)) return bad(field, "answer-wrong-kind", `${subject(question)} must be an object with an option for each row`);
    if (strangeKey(json, rows(question))) return bad(field, "answer-unknown-part", `${subject(question)} may hold only its own rows`);
    return check(question, (row) => own(json, row), field);
  },
  fields: (question, answer, prefix) =>
    new Map(chosen(question, answer).map(([row, option]) => [`${prefix}${question.id}.${row}`, [option]])),
  input,
  show: (question, answer) =>
    answer === null
      ? html`${words(question).notProvided}`
      : html`<ul class="govuk-list">${join(lines(question, answer).map((line) => html`<li>${line}</li>`))}</ul>`,
  text: (question, answer) => lines(question, answer).join("; "),
  schema: (question) => {
    const option = { type: "string", enum: codes(question) };
    const properties = Object.fromEntries(rows(question).map((row) => [row, { ...option, description: rowLabel(question, row) }]));
    const own = recordSchema(properties, question.optional ? [] : rows(question));
    return schemaOf(question, { ...own, description: optionsInWords(question), minProperties: 1 });
  },
  inputId: (question, field, prefix) => (field === prefix + question.id ? `${field}.${rows(question)[0]}` : field),
  examples,
};

function rows(question: Question): readonly string[] {
  return Object.keys(question.settings.rows ?? {});
}

function rowLabel(question: Question, row: string): string {
  return question.settings.rows?.[row] ?? row;
}

/** Row and option of the rows that were answered, in the order of the rows. */
function chosen(question: Question, answer: Answer): readonly (readonly [string, string])[] {
  return rows(question).flatMap((row) => {
    const option = textOf(own(answer, row));
    return option === "" ? [] : [[row, option] as const];
  });
}

function lines(question: Question, answer: Answer): readonly string[] {
  return chosen(question, answer).map(([row, option]) => `${rowLabel(question, row)}: ${optionLabel(question, option)}`);
}

/** Every row has to be answered, unless the question is optional: then any may be left. */
function check(question: Question, given: (row: string) => unknown, field: string): Reading {
  const answer: Record<string, string> = {};
  const problems: Problem[] = [];
  for (const row of rows(question)) {
    const reading = readRow(question, given(row), row, field);
    if (!reading.ok) problems.push(...reading.problems);
    else if (reading.answer !== null) answer[row] = textOf(reading.answer);
  }
  if (problems.length > 0) return { ok: false, problems };
  return good(Object.keys(answer).length === 0 ? null : answer);
}

function readRow(question: Question, given: unknown, row: string, field: string): Reading {
  const message = words(question).selectFor(rowLabel(question, row));
  if (given === undefined || given === null || given === "") return empty(question, `${field}.${row}`, message);
  if (typeof given !== "string")
    return bad(`${field}.${row}`, "answer-wrong-kind", `${rowLabel(question, row)}: the option must be a text`);
  return isOption(question, given) ? good(given) : bad(`${field}.${row}`, "option-unknown", message);
}

/** A fieldset of radios for each row, not a table: a table of radios does not fit a phone, and is read out badly. */
function input(question: Question, state: FieldState): Html {
  const field = state.prefix + question.id;
  const sets = rows(question).map((row, index) => {
    const name = `${field}.${row}`;
    return radios({
      name,
      idPrefix: name,
      classes: "govuk-radios--inline govuk-radios--small",
      fieldset: { legend: { text: rowLabel(question, row), classes: "govuk-fieldset__legend--s" } },
      errorMessage: errorAt(state, name, question) ?? (index === 0 ? errorAt(state, field, question) : undefined),
      value: typed(state, name),
      items: optionItems(question),
    });
  });
  return inputGroup(question, state, html`${sets}`);
}

/** Each option in all rows, then each row different from its neighbours. */
function examples(question: Question): readonly Answer[] {
  const options = codes(question);
  const same = options.map((option) => Object.fromEntries(rows(question).map((row) => [row, option])));
  const mixed = Object.fromEntries(rows(question).map((row, index) => [row, options[index % options.length] ?? ""]));
  const all = rows(question).length > 1 ? [mixed, ...same] : same;
  return question.optional ? [...all, null] : all;
}

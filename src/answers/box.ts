import { type Html, html } from "../components/html.ts";
import { input, type InputOptions } from "../components/input.ts";
import type { Answer, AnswerType, FieldState, JsonSchema, Question, Reading } from "./answer-type.ts";
import { readText } from "./clean-text.ts";
import { errorAt, hintFor, labelFor, typed } from "./inputs.ts";
import { missing, subject, words } from "./messages.ts";
import { bad, empty } from "./reading.ts";
import { schemaOf } from "./schema.ts";

/** An answer type that is typed into one box: what is its own. The rest is the same for all of them. */
export interface Box extends Pick<AnswerType, "name" | "about" | "settings" | "needs" | "ruleType" | "value" | "examples"> {
  /** The greatest length of what is typed. */
  longest(question: Question): number;
  /** Whether line ends are kept. */
  readonly lines?: boolean;
  /** Reads a text that is clean and not empty. */
  parse(question: Question, text: string, field: string): Reading;
  /** The text that `parse` reads as this answer. */
  write(answer: Answer): string;
  /** A JSON answer as such a text; undefined where it is of the wrong kind. */
  fromJson(json: unknown): string | undefined;
  /** How the person is asked for it when nothing was given; "enter" when absent. */
  readonly verb?: "select";
  /** What JSON is wanted: "a text". */
  readonly kind: string;
  /** JSON Schema of an answer that is not null. */
  ownSchema(question: Question): JsonSchema;
  /** The line that people see; what is typed, when absent. */
  words?(answer: Answer, question: Question): string;
  show?(answer: Answer): Html;
  /** What the input has besides its label, hint, error and value. */
  options?(question: Question): Partial<InputOptions>;
  input?(question: Question, state: FieldState): Html;
}

export function boxType(box: Box): AnswerType {
  const text = (question: Question, answer: Answer): string =>
    answer === null ? "" : (box.words?.(answer, question) ?? box.write(answer));
  return {
    name: box.name,
    about: box.about,
    settings: box.settings,
    needs: box.needs,
    ruleType: box.ruleType,
    value: box.value,
    examples: (question, today) => (question.optional ? [...box.examples(question, today), null] : box.examples(question, today)),
    read: (question, fields, prefix) => read(box, question, fields.get(prefix + question.id)?.[0] ?? "", prefix + question.id),
    accept: (question, json, prefix) => accept(box, question, json, prefix + question.id),
    fields: (question, answer, prefix) => new Map(answer === null ? [] : [[prefix + question.id, [box.write(answer)]]]),
    input: (question, state) => box.input?.(question, state) ?? boxInput(question, state, box.options?.(question)),
    show: (question, answer) =>
      answer === null ? html`${words(question).notProvided}` : (box.show?.(answer) ?? html`${text(question, answer)}`),
    text,
    schema: (question) => schemaOf(question, box.ownSchema(question)),
    inputId: (_question, field) => field,
  };
}

function read(box: Box, question: Question, raw: string, field: string): Reading {
  const rules = { field, subject: subject(question), longest: box.longest(question), lines: box.lines ?? false, words: words(question) };
  const reading = readText(raw, rules);
  if (!reading.ok) return reading;
  return reading.text === "" ? empty(question, field, missing(question, box.verb ?? "enter")) : box.parse(question, reading.text, field);
}

function accept(box: Box, question: Question, json: unknown, field: string): Reading {
  if (json === null || json === undefined) return empty(question, field, missing(question, box.verb ?? "enter"));
  const text = box.fromJson(json);
  if (text === undefined) return bad(field, "answer-wrong-kind", `${subject(question)} must be ${box.kind}`);
  return read(box, question, text, field);
}

/** The question as one line to type in. */
function boxInput(question: Question, state: FieldState, options: Partial<InputOptions> = {}): Html {
  const field = state.prefix + question.id;
  return input({
    id: field,
    name: field,
    label: labelFor(question, state),
    hint: hintFor(question),
    errorMessage: errorAt(state, field, question),
    value: typed(state, field) || undefined,
    ...options,
  });
}

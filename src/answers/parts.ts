import { html, type Html, join } from "../components/html.ts";
import { input, type InputOptions } from "../components/input.ts";
import type { AnswerWords } from "../language/answer-words.ts";
import { record, TEXT } from "../rules/type.ts";
import type { Answer, AnswerType, Fields, FieldState, Question, Reading } from "./answer-type.ts";
import { isBlank, readText, type TextReading } from "./clean-text.ts";
import { errorAt, inputGroup, purpose, typed } from "./inputs.ts";
import { missing, placed, subject, words as wordsOf } from "./messages.ts";
import { bad, empty, good, isRecord, own, strangeKey, textOf } from "./reading.ts";
import { recordSchema, schemaOf } from "./schema.ts";

/** The words that are plain texts. */
type Texts = { [Name in keyof AnswerWords as AnswerWords[Name] extends string ? Name : never]: string };

/** One box of an answer that is made of several texts. */
export interface Part {
  readonly name: string;
  readonly label: keyof Texts;
  readonly longest: number;
  /** An optional part that is left empty is an empty text. */
  readonly optional: boolean;
  readonly autocomplete: string;
  readonly classes?: string;
  /** Help between the label and the box. */
  readonly hint?: keyof Texts;
  readonly inputmode?: InputOptions["inputmode"];
  missing(question: Question): string;
  /** What messages call it; its label, when absent. */
  subject?(question: Question): string;
  /** A further check of a text that is clean and not empty. */
  check?(reading: TextReading, field: string, words: AnswerWords): TextReading;
  /** As people see it; as it is kept, when absent. */
  words?(text: string): string;
}

/** A type whose answer is a record of texts. */
export interface Parts extends Pick<AnswerType, "name" | "about" | "settings"> {
  readonly parts: readonly Part[];
  /** A check of the parts against each other, once each is good by itself. */
  readonly together?: (answer: Readonly<Record<string, string>>, field: string, words: AnswerWords) => ReturnType<typeof bad> | null;
  /** What stands between the parts on one line. */
  readonly between: string;
  readonly example: Readonly<Record<string, string>>;
}

export function partsType(type: Parts): AnswerType {
  const fieldType = record(Object.fromEntries(type.parts.map((part) => [part.name, TEXT])));
  const line = (answer: Answer): string => texts(type, answer).join(type.between);
  return {
    name: type.name,
    about: type.about,
    settings: type.settings,
    needs: [],
    ruleType: () => fieldType,
    value: (_question, answer) =>
      isRecord(answer) ? Object.fromEntries(type.parts.map(({ name }) => [name, textOf(own(answer, name))])) : null,
    read: (question, fields, prefix) => read(type, question, (name) => fields.get(`${prefix}${question.id}.${name}`)?.[0] ?? "", prefix),
    accept: (question, json, prefix) => accept(type, question, json, prefix),
    fields: (question, answer, prefix) => fieldsOf(type, answer, prefix + question.id),
    input: (question, state) => inputs(type, question, state),
    show: (question, answer) => (answer === null ? html`${wordsOf(question).notProvided}` : show(type, answer)),
    text: (_question, answer) => line(answer),
    schema: (question) => schemaOf(question, ownSchema(type)),
    inputId: (question, field, prefix) => (field === prefix + question.id ? `${field}.${type.parts[0]?.name}` : field),
    examples: (question) => (question.optional ? [type.example, null] : [type.example]),
  };
}

function read(type: Parts, question: Question, given: (name: string) => string, prefix: string): Reading {
  const field = prefix + question.id;
  if (question.optional && type.parts.every((part) => isBlank(given(part.name)))) return good(null);
  const answer: Record<string, string> = {};
  const problems = [];
  for (const part of type.parts) {
    const reading = readPart(part, question, given(part.name), `${field}.${part.name}`);
    if (reading.ok) answer[part.name] = reading.text;
    else problems.push(...reading.problems);
  }
  if (problems.length > 0) return { ok: false, problems };
  return type.together?.(answer, field, wordsOf(question)) ?? good(answer);
}

function readPart(part: Part, question: Question, raw: string, field: string): TextReading {
  const say = wordsOf(question);
  const about = part.subject?.(question) ?? placed(question, lowered(question, say[part.label]));
  const rules = { field, longest: part.longest, lines: false, subject: about, words: say };
  const reading = readText(raw, part.optional ? rules : { ...rules, missing: part.missing(question) });
  return part.check !== undefined && reading.ok && reading.text !== "" ? part.check(reading, field, say) : reading;
}

/** Inside a Welsh sentence a label begins small. */
function lowered(question: Question, label: string): string {
  return question.language === "cy" ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}

function accept(type: Parts, question: Question, json: unknown, prefix: string): Reading {
  const field = prefix + question.id;
  if (json === null || json === undefined) return empty(question, `${field}.${type.parts[0]?.name}`, missing(question, "enter"));
  const names = type.parts.map((part) => part.name);
  if (!isRecord(json)) return bad(field, "answer-wrong-kind", `${subject(question)} must be an object with ${names.join(", ")}`);
  if (strangeKey(json, names)) return bad(field, "answer-unknown-part", `${subject(question)} may hold only ${names.join(", ")}`);
  const wrong = names.find((name) => !["string", "undefined"].includes(typeof (own(json, name) ?? undefined)));
  if (wrong !== undefined) return bad(`${field}.${wrong}`, "answer-wrong-kind", `${subject(question)}: ${wrong} must be a text`);
  return read(type, question, (name) => textOf(own(json, name)), prefix);
}

function fieldsOf(type: Parts, answer: Answer, field: string): Fields {
  return new Map(answer === null ? [] : type.parts.map(({ name }) => [`${field}.${name}`, [textOf(own(answer, name))]]));
}

/** The parts that are not empty, as people see them. */
function texts(type: Parts, answer: Answer): readonly string[] {
  return type.parts.flatMap((part) => {
    const text = textOf(own(answer, part.name));
    return text === "" ? [] : [part.words?.(text) ?? text];
  });
}

function show(type: Parts, answer: Answer): Html {
  return type.between === " "
    ? html`${texts(type, answer).join(" ")}`
    : join(
        texts(type, answer).map((text) => html`${text}`),
        "<br>",
      );
}

function ownSchema(type: Parts): Readonly<Record<string, unknown>> {
  const schemas = type.parts.map((part) => [
    part.name,
    { type: "string", maxLength: part.longest, ...(!part.optional && { minLength: 1 }) },
  ]);
  return recordSchema(
    Object.fromEntries(schemas),
    type.parts.filter((part) => !part.optional).map((part) => part.name),
  );
}

function inputs(type: Parts, question: Question, state: FieldState): Html {
  const say = wordsOf(question);
  const field = state.prefix + question.id;
  const boxes = type.parts.map((part, index) => {
    const id = `${field}.${part.name}`;
    return input({
      id,
      name: id,
      label: { text: part.optional ? say.optional(say[part.label]) : say[part.label] },
      hint: part.hint === undefined ? undefined : { text: say[part.hint] },
      errorMessage: errorAt(state, id, question) ?? (index === 0 ? errorAt(state, field, question) : undefined),
      value: typed(state, id) || undefined,
      autocomplete: purpose(question, part.autocomplete),
      classes: part.classes,
      inputmode: part.inputmode,
      spellcheck: false,
    });
  });
  return inputGroup(question, state, html`${boxes}`);
}

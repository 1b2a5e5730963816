import { html, join } from "../components/html.ts";
import { list, record } from "../rules/type.ts";
import type { Answer, AnswerType, Fields, Question } from "./answer-type.ts";
import { entryCount, entryIndex, entryPrefix, leastEntries, mostEntries, withAnother, withoutEntry } from "./group-fields.ts";
import { groupInput } from "./group-input.ts";
import { acceptGroup, entryName, inner, readGroup, type TypeOf } from "./group-reading.ts";
import { isRecord } from "./reading.ts";
import { recordSchema, schemaOf } from "./schema.ts";
import { capital, labelOf, words } from "./messages.ts";

/**
 * The same questions for each of several things: children, animals, vehicles. JSON: an array of records of answers. It is made from the other
 * types, which it asks for by question; a group may hold groups that hold none.
 */
export function groupType(typeOf: TypeOf): AnswerType {
  return {
    name: "group",
    about: "The same questions for each of several things, such as children. Asked on one page, with buttons to add and remove.",
    settings: ["questions", "entry", "least", "most"],
    needs: ["questions", "entry"],
    ruleType: (question) => list(record(Object.fromEntries(inner(question).map((part) => [part.id, typeOf(part).ruleType(part)])))),
    value: (question, answer) => (answer === null ? null : entriesOf(answer).map((entry) => valueOf(typeOf, question, entry))),
    read: (question, fields, prefix, context) => readGroup(typeOf, question, fields, prefix, context),
    accept: (question, json, prefix, context) => acceptGroup(typeOf, question, json, prefix, context),
    fields: (question, answer, prefix) => fieldsOf(typeOf, question, answer, prefix + question.id),
    input: (question, state) => groupInput(typeOf, question, state),
    show: (question, answer) => {
      if (entriesOf(answer).length === 0) return html`${answer === null ? words(question).notProvided : words(question).none}`;
      const parts = (entry: Answer) =>
        inner(question).map((part) => html`<li>${title(part)}: ${typeOf(part).show(part, partOf(entry, part))}</li>`);
      const block = (entry: Answer, index: number) =>
        html`<p class="govuk-body govuk-!-font-weight-bold govuk-!-margin-bottom-1">${entryName(question, index)}</p><ul class="govuk-list">${parts(entry)}</ul>`;
      return join(entriesOf(answer).map(block));
    },
    text: (question, answer) =>
      entriesOf(answer)
        .map((entry, index) => lineOf(typeOf, question, entry, index))
        .join("; "),
    schema: (question) => schemaOf(question, ownSchema(typeOf, question)),
    inputId: (question, field, prefix) => inputId(typeOf, question, field, prefix + question.id),
    press: (question, fields, prefix) => press(typeOf, question, fields, prefix + question.id),
    examples: (question, today) => examples(typeOf, question, today),
  };
}

function entriesOf(answer: Answer): readonly Answer[] {
  return Array.isArray(answer) ? answer : [];
}

function partOf(entry: Answer, part: Question): Answer {
  const answer = isRecord(entry) ? entry[part.id] : undefined;
  return answer ?? null;
}

function valueOf(typeOf: TypeOf, question: Question, entry: Answer) {
  return Object.fromEntries(inner(question).map((part) => [part.id, typeOf(part).value(part, partOf(entry, part))]));
}

function title(part: Question): string {
  return capital(labelOf(part) ?? part.ask);
}

function lineOf(typeOf: TypeOf, question: Question, entry: Answer, index: number): string {
  const texts = inner(question).map((part) => [title(part), typeOf(part).text(part, partOf(entry, part))]);
  const given = texts.filter(([, text]) => text !== "").map(([title, text]) => `${title}: ${text}`);
  return `${entryName(question, index)} (${given.join(", ")})`;
}

function fieldsOf(typeOf: TypeOf, question: Question, answer: Answer, field: string): Fields {
  const fields = new Map<string, readonly string[]>();
  if (answer === null) return fields;
  for (const [index, entry] of entriesOf(answer).entries())
    for (const part of inner(question))
      for (const [key, values] of typeOf(part).fields(part, partOf(entry, part), entryPrefix(field, index))) fields.set(key, values);
  return fields.set(`${field}.count`, [String(entriesOf(answer).length)]);
}

function ownSchema(typeOf: TypeOf, question: Question): Readonly<Record<string, unknown>> {
  const properties = Object.fromEntries(inner(question).map((part) => [part.id, typeOf(part).schema(part)]));
  const required = inner(question)
    .filter((part) => !part.optional)
    .map((part) => part.id);
  return { type: "array", items: recordSchema(properties, required), minItems: leastEntries(question), maxItems: mostEntries(question) };
}

function inputId(typeOf: TypeOf, question: Question, field: string, whole: string): string {
  const index = entryIndex(`${field}.`, whole) ?? 0;
  const prefix = entryPrefix(whole, index);
  const rest = field.slice(prefix.length);
  const part = inner(question).find(({ id }) => rest === id || rest.startsWith(`${id}.`)) ?? inner(question)[0];
  if (part === undefined) return field;
  return typeOf(part).inputId(part, rest === "" ? prefix + part.id : field, prefix);
}

function press(typeOf: TypeOf, question: Question, fields: Fields, field: string): Fields | null {
  if (fields.has(`${field}.add`)) return withAnother(question, fields, field);
  const removed = fields.get(`${field}.remove`)?.[0];
  if (removed !== undefined && /^\d{1,3}$/.test(removed)) return withoutEntry(fields, field, Number(removed));
  const count = entryCount(fields, field);
  for (let index = 0; index < count; index++) {
    for (const part of inner(question)) {
      const after = typeOf(part).press?.(part, fields, entryPrefix(field, index));
      if (after) return after;
    }
  }
  return null;
}

/** The fewest plain entries, each example of each question once, and the most entries. */
function examples(typeOf: TypeOf, question: Question, today: string): readonly Answer[] {
  const each = inner(question).map((part) => ({ part, examples: typeOf(part).examples(part, today) }));
  const plain = Object.fromEntries(each.map(({ part, examples }) => [part.id, examples[0] ?? null]));
  const least = Math.max(leastEntries(question), 1);
  const others = each.flatMap(({ part, examples }) => examples.slice(1).map((answer) => ({ ...plain, [part.id]: answer })));
  const filled = (first: Answer, count: number): Answer => [first, ...Array.from({ length: count - 1 }, () => plain)];
  const all = [filled(plain, least), ...others.map((entry) => filled(entry, least)), filled(plain, mostEntries(question))];
  if (question.optional) return [...all, null];
  return leastEntries(question) === 0 ? [...all, []] : all;
}

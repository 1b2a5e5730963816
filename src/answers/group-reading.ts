import type { Answer, AnswerType, Fields, Problem, Question, Reading, ReadingContext } from "./answer-type.ts";
import { entryCount, entryPrefix, leastEntries, mostEntries } from "./group-fields.ts";
import { capital, missing, subject, words } from "./messages.ts";
import { bad, empty, good, isRecord, own, strangeKey } from "./reading.ts";

export type TypeOf = (question: Question) => AnswerType;
type Entry = { readonly [question: string]: Answer };

/** The words at the start of our messages; a file's name keeps its capital. */
const FIRST_WORD =
  /^(Rhowch|Dewiswch|Uwchlwythwch|Ychwanegwch|Defnyddiwch|Ticiwch|Teipiwch|Peidiwch|Rhaid|Rydych|Mae|Nodwch|Enter|Select|Upload|Tick|Choose|You|Your|Year|The|A|An|Its|Their|First|Last|If|Where|When|How)\b/;

export function inner(question: Question): readonly Question[] {
  return question.settings.questions ?? [];
}

/** "Child 2" */
export function entryName(question: Question, index: number): string {
  return `${capital(question.settings.entry ?? words(question).entry)} ${index + 1}`;
}

/** Reads the entries of the form. Entries at the end that are wholly empty are left out, but for as many as are asked for. */
export function readGroup(typeOf: TypeOf, question: Question, fields: Fields, prefix: string, context: ReadingContext): Reading {
  const field = prefix + question.id;
  const shown = entryCount(fields, field);
  let filled = Math.min(shown, mostEntries(question) + 1);
  if (shown <= mostEntries(question)) filled = lastFilled(typeOf, question, fields, context, shown, field);
  if (filled > mostEntries(question)) return tooMany(question, field);
  if (filled === 0 && question.optional) return good(null);
  const count = Math.max(filled, leastEntries(question));
  const readings = Array.from({ length: Math.min(count, mostEntries(question)) }, (_, index) =>
    together(question, index, (part) => typeOf(part).read(part, fields, entryPrefix(field, index), context)),
  );
  return finish(question, readings, field);
}

/** The number of entries up to the last that holds anything: read as if every question were optional, it is not all empty. */
function lastFilled(typeOf: TypeOf, question: Question, fields: Fields, context: ReadingContext, shown: number, field: string): number {
  for (let index = shown - 1; index >= 0; index--) {
    const readings = inner(question).map((part) =>
      typeOf(part).read({ ...part, optional: true }, fields, entryPrefix(field, index), context),
    );
    if (readings.some((reading) => !reading.ok || !isNothing(reading.answer))) return index + 1;
  }
  return 0;
}

export function acceptGroup(typeOf: TypeOf, question: Question, json: unknown, prefix: string, context: ReadingContext): Reading {
  const field = prefix + question.id;
  if (json === null || json === undefined) return nothing(question, field);
  if (!Array.isArray(json)) return bad(field, "answer-wrong-kind", `${subject(question)} must be a list`);
  if (json.length > mostEntries(question)) return tooMany(question, field);
  const entries: readonly unknown[] = json;
  return finish(
    question,
    entries.map((entry, index) => acceptEntry(typeOf, question, entry, index, field, context)),
    field,
  );
}

function nothing(question: Question, field: string): Reading {
  return leastEntries(question) === 0 && !question.optional ? good([]) : empty(question, field, missing(question, "add"));
}

function acceptEntry(typeOf: TypeOf, question: Question, json: unknown, index: number, field: string, context: ReadingContext): Reading {
  const ids = inner(question).map((part) => part.id);
  if (!isRecord(json))
    return bad(`${field}.${index}`, "answer-wrong-kind", `${entryName(question, index)} must be an object with ${ids.join(", ")}`);
  if (strangeKey(json, ids))
    return bad(`${field}.${index}`, "answer-unknown-part", `${entryName(question, index)} may hold only ${ids.join(", ")}`);
  return together(question, index, (part) => typeOf(part).accept(part, own(json, part.id), entryPrefix(field, index), context));
}

/** The answers of one entry, or all its problems, which say which entry they are about. */
function together(question: Question, index: number, read: (part: Question) => Reading): Reading {
  const entry: Record<string, Answer> = {};
  const problems: Problem[] = [];
  for (const part of inner(question)) {
    const reading = read(part);
    if (reading.ok) entry[part.id] = reading.answer;
    else problems.push(...reading.problems.map((problem) => ({ ...problem, message: about(question, index, problem.message) })));
  }
  return problems.length === 0 ? good(entry) : { ok: false, problems };
}

/** "Child 2: enter their first name" */
function about(question: Question, index: number, message: string): string {
  return `${entryName(question, index)}: ${message.replace(FIRST_WORD, (word) => word.toLowerCase())}`;
}

function finish(question: Question, readings: readonly Reading[], field: string): Reading {
  const problems = readings.flatMap((reading) => (reading.ok ? [] : reading.problems));
  if (problems.length > 0) return { ok: false, problems };
  const all = readings.map((reading) => (reading.ok && isRecord(reading.answer) ? reading.answer : {}));
  const last = all.findLastIndex((entry) => Object.values(entry).some((answer) => !isNothing(answer)));
  const entries: readonly Entry[] = all.slice(0, last + 1);
  if (entries.length === 0 && question.optional) return good(null);
  if (entries.length < leastEntries(question)) return tooFew(question, field);
  return good(entries);
}

function isNothing(answer: unknown): boolean {
  return answer === null || (Array.isArray(answer) && answer.length === 0);
}

function tooFew(question: Question, field: string): Reading {
  const least = leastEntries(question);
  const say = words(question);
  const entry = question.settings.entry ?? say.entry;
  return bad(field, "group-too-few", least === 1 ? say.atLeastOneEntry(entry) : say.atLeastEntries(entry, least));
}

function tooMany(question: Question, field: string): Reading {
  const say = words(question);
  return bad(field, "group-too-many", say.atMostEntries(question.settings.entry ?? say.entry, mostEntries(question)));
}

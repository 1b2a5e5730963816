import { html, join } from "../components/html.ts";
import { list, NUMBER, record, TEXT } from "../rules/type.ts";
import type { Answer, AnswerType, FileAnswer, Question, Reading, ReadingContext } from "./answer-type.ts";
import { filesInput, mostFiles } from "./files-input.ts";
import { acceptedInWords, acceptedTypes, sizeInWords } from "./file-kinds.ts";
import { missing, subject, words } from "./messages.ts";
import { bad, empty, good, isRecord, own, textOf } from "./reading.ts";
import { recordSchema, schemaOf } from "./schema.ts";

/**
 * Uploaded files. JSON: an array of `FileAnswer`; the API may give `{ id }` alone. An answer may name only files that were uploaded to this
 * journey, so that nobody reaches another person's file by guessing its hash.
 */
export const files: AnswerType = {
  name: "files",
  about: "Uploaded files: photos, documents or both.",
  settings: ["accept", "least", "most"],
  needs: [],
  ruleType: () => list(record({ name: TEXT, type: TEXT, size: NUMBER })),
  value: (_question, answer) => (answer === null ? null : filesIn(answer).map(({ name, type, size }) => ({ name, type, size }))),
  read: (question, fields, prefix, context) => check(question, fields.get(prefix + question.id) ?? [], prefix + question.id, context),
  accept: (question, json, prefix, context) => {
    const field = prefix + question.id;
    if (json === null || json === undefined) return check(question, [], field, context);
    if (!Array.isArray(json)) return bad(field, "answer-wrong-kind", `${subject(question)} must be a list of files`);
    if (json.length > mostFiles(question)) return tooMany(question, field);
    const claims: readonly unknown[] = json;
    if (claims.some((claim) => !isTrue(claim, context.files))) return unknown(question, field);
    return check(
      question,
      claims.map((claim) => textOf(own(claim, "id"))),
      field,
      context,
    );
  },
  fields: (question, answer, prefix) => new Map(answer === null ? [] : [[prefix + question.id, filesIn(answer).map(({ id }) => id)]]),
  input: filesInput,
  show: (question, answer) => {
    if (filesIn(answer).length === 0) return html`${answer === null ? words(question).notProvided : words(question).none}`;
    return html`<ul class="govuk-list">${join(filesIn(answer).map((file) => html`<li>${inText(question, file)}</li>`))}</ul>`;
  },
  text: (question, answer) =>
    filesIn(answer)
      .map((file) => inText(question, file))
      .join(", "),
  schema: (question) => schemaOf(question, ownSchema(question)),
  inputId: (_question, field) => field,
  press: (question, fields, prefix) => {
    const field = prefix + question.id;
    const removed = fields.get(`${field}.remove`);
    if (removed === undefined) return null;
    const after = new Map(fields);
    after.delete(`${field}.remove`);
    return after.set(
      field,
      (fields.get(field) ?? []).filter((id) => !removed.includes(id)),
    );
  },
  examples,
};

function least(question: Question): number {
  return question.settings.least ?? (question.optional ? 0 : 1);
}

/** Only our own answers come here; `check` made each of them from the files of the journey. */
function filesIn(answer: Answer): readonly FileAnswer[] {
  return Array.isArray(answer) ? answer.filter(isFile) : [];
}

function isFile(json: unknown): json is FileAnswer & { readonly [key: string]: Answer } {
  const texts = ["id", "sha256", "name", "type"].every((key) => typeof own(json, key) === "string");
  return texts && typeof own(json, "size") === "number";
}

function inText(question: Question, file: FileAnswer): string {
  return `${file.name} (${sizeInWords(file.size, words(question))})`;
}

/** Whether all that is claimed of a file is so. */
function isTrue(claim: unknown, uploaded: readonly FileAnswer[]): boolean {
  const file = uploaded.find(({ id }) => id === own(claim, "id"));
  if (file === undefined || !isRecord(claim)) return false;
  for (const key in claim) if (own(claim, key) !== own(file, key)) return false;
  return true;
}

function unknown(question: Question, field: string): Reading {
  return bad(field, "file-unknown", words(question).fileUnknown);
}

function tooMany(question: Question, field: string): Reading {
  return bad(field, "files-too-many", words(question).atMostFiles(mostFiles(question)));
}

function check(question: Question, given: readonly string[], field: string, context: ReadingContext): Reading {
  if (given.length > mostFiles(question) + 1) return tooMany(question, field);
  // A browser posts an empty value where no file was chosen.
  const ids = [...new Set(given.filter((id) => id !== ""))];
  if (ids.length === 0 && (question.optional || least(question) > 0)) return empty(question, field, missing(question, "upload"));
  if (ids.length > mostFiles(question)) return tooMany(question, field);
  const found = ids.map((id) => context.files.find((file) => file.id === id)).filter((file) => file !== undefined);
  if (found.length < ids.length) return unknown(question, field);
  const strange = found.find((file) => !Object.hasOwn(acceptedTypes(question), file.type));
  if (strange !== undefined) return bad(field, "file-wrong-kind", words(question).fileKind(strange.name, acceptedInWords(question)));
  if (found.length < least(question)) return bad(field, "files-too-few", words(question).atLeastFiles(least(question)));
  return good(found.map(({ id, sha256, name, type, size }) => ({ id, sha256, name, type, size })));
}

function ownSchema(question: Question): Readonly<Record<string, unknown>> {
  const text = { type: "string" };
  const parts = {
    id: text,
    sha256: text,
    name: text,
    type: { enum: Object.keys(acceptedTypes(question)) },
    size: { type: "integer", minimum: 0 },
  };
  return { type: "array", items: recordSchema(parts, ["id"]), minItems: least(question), maxItems: mostFiles(question) };
}

/** Files that a test has to upload before it gives these answers: their ids say which. */
function examples(question: Question): readonly Answer[] {
  const [type = "application/pdf", endings = []] = Object.entries(acceptedTypes(question))[0] ?? [];
  const some = (count: number): Answer =>
    Array.from({ length: count }, (_, index) => ({
      id: `example-${index + 1}`,
      sha256: String(index + 1)
        .repeat(64)
        .slice(0, 64),
      name: `example-${index + 1}${endings[0] ?? ""}`,
      type,
      size: 1000 * (index + 1),
    }));
  const counts = [...new Set([Math.max(least(question), 1), mostFiles(question)])].map(some);
  if (question.optional) return [...counts, null];
  return least(question) === 0 ? [...counts, []] : counts;
}

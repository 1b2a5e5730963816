import { html, join } from "../components/html.ts";
import { code, list } from "../rules/type.ts";
import type { Answer, AnswerType, Fields, Question, Reading } from "./answer-type.ts";
import { choicesInput } from "./choices-input.ts";
import { missing, subject, words } from "./messages.ts";
import { codes, isOption, optionLabel, optionsInWords } from "./options.ts";
import { preferenceCount, preferenceField, rankedInput, repeated } from "./preferences.ts";
import { bad, empty, good } from "./reading.ts";
import { schemaOf } from "./schema.ts";

/** Several of the options; with `ranked`, in order of preference. JSON: an array of codes. */
export const choices: AnswerType = {
  name: "choices",
  about: "Any of several options: checkboxes. With `ranked`, an ordered list of preferences.",
  settings: ["options", "option_hints", "least", "most", "ranked"],
  needs: ["options"],
  ruleType: (question) => list(code(codes(question))),
  value: (_question, answer) => (answer === null ? null : chosen(answer)),
  read: (question, fields, prefix) => check(question, posted(question, fields, prefix + question.id), prefix + question.id),
  accept: (question, json, prefix) => {
    const field = prefix + question.id;
    if (json === null || json === undefined) return check(question, [], field);
    return Array.isArray(json)
      ? check(question, json, field)
      : bad(field, "answer-wrong-kind", `${subject(question)} must be a list of options`);
  },
  fields: (question, answer, prefix) => {
    const field = prefix + question.id;
    if (!question.settings.ranked) return new Map(answer === null ? [] : [[field, chosen(answer)]]);
    return new Map(chosen(answer).map((code, index) => [preferenceField(field, index), [code]]));
  },
  input: (question, state) => (question.settings.ranked ? rankedInput(question, state) : choicesInput(question, state)),
  show: (question, answer) => {
    if (chosen(answer).length === 0) return html`${answer === null ? words(question).notProvided : words(question).none}`;
    const items = chosen(answer).map((code) => html`<li>${optionLabel(question, code)}</li>`);
    return question.settings.ranked
      ? html`<ol class="govuk-list govuk-list--number">${join(items)}</ol>`
      : html`<ul class="govuk-list">${join(items)}</ul>`;
  },
  text: (question, answer) =>
    chosen(answer)
      .map((code, index) => `${question.settings.ranked ? `${index + 1}. ` : ""}${optionLabel(question, code)}`)
      .join(", "),
  schema: (question) => schemaOf(question, arraySchema(question)),
  inputId: (question, field, prefix) => (question.settings.ranked && field === prefix + question.id ? preferenceField(field, 0) : field),
  examples,
};

function arraySchema(question: Question): Readonly<Record<string, unknown>> {
  return {
    type: "array",
    items: { type: "string", enum: codes(question) },
    minItems: least(question),
    maxItems: most(question),
    uniqueItems: true,
    description: optionsInWords(question),
  };
}

/** The codes of an answer that was accepted before. */
function chosen(answer: Answer): readonly string[] {
  return Array.isArray(answer) ? answer.filter((code) => typeof code === "string") : [];
}

/** One more than allowed is enough to say that there are too many. */
function posted(question: Question, fields: Fields, field: string): readonly string[] {
  if (!question.settings.ranked) return (fields.get(field) ?? []).slice(0, codes(question).length + 1);
  const all = Array.from({ length: preferenceCount(question) }, (_, index) => fields.get(preferenceField(field, index))?.[0] ?? "");
  return all.filter((code) => code !== "");
}

function least(question: Question): number {
  return question.settings.least ?? (question.optional ? 0 : 1);
}

function most(question: Question): number {
  return question.settings.ranked ? preferenceCount(question) : Math.min(question.settings.most ?? Infinity, codes(question).length);
}

function check(question: Question, given: readonly unknown[], field: string): Reading {
  if (given.length === 0 && (question.optional || least(question) > 0)) return empty(question, field, missing(question, "select"));
  if (given.length > codes(question).length) return tooMany(question, field);
  const known = given.filter((code): code is string => typeof code === "string" && isOption(question, code));
  if (known.length < given.length) return bad(field, "option-unknown", missing(question, "select"));
  const twice = question.settings.ranked ? repeated(question, known, field) : undefined;
  if (twice !== undefined) return twice;
  const answer = question.settings.ranked ? known : codes(question).filter((code) => known.includes(code));
  if (answer.length > most(question)) return tooMany(question, field);
  if (answer.length < least(question)) return bad(field, "options-too-few", words(question).atLeastOptions(least(question)));
  return good(answer);
}

function tooMany(question: Question, field: string): Reading {
  return bad(field, "options-too-many", words(question).atMostOptions(most(question)));
}

/** Each option alone, the fewest, the most, and (ranked) the order turned round. */
function examples(question: Question): readonly Answer[] {
  const all = codes(question);
  const from = Math.max(least(question), 1);
  const sets = all.map((_, index) => [...all.slice(index), ...all.slice(0, index)].slice(0, from));
  sets.push(all.slice(0, most(question)));
  if (question.settings.ranked) sets.push(all.toReversed().slice(0, most(question)));
  const ordered = question.settings.ranked ? sets : sets.map((set) => all.filter((code) => set.includes(code)));
  const different = [...new Map(ordered.map((set) => [set.join(" "), set])).values()];
  if (question.optional) return [...different, null];
  return least(question) === 0 ? [...different, []] : different;
}

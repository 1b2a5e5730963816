import type { Answer, Fields, Question } from "../answers/answer-type.ts";
import { answerType } from "../answers/answer-types.ts";
import { entryPrefix, mostEntries } from "../answers/group-fields.ts";
import { peopleGroup } from "../answers/people.ts";
import type { Desk } from "./verb.ts";

/** What a person types instead of an answer. */
export const BACK = "<";

/** A terminal that gives lines: undefined at the end of the input. */
export interface Terminal extends Pick<Desk, "say"> {
  nextLine(): Promise<string | undefined>;
}

/** The fields a form would have posted; or that the person wants to go back, or that the input has ended. */
export type Typed = Fields | "back" | "ended";

/** Asks a question in the terminal and gives what its form would have posted. It reads nothing: that is the answer type's. */
export async function askQuestion(terminal: Terminal, question: Question, today: string, prefix = ""): Promise<Typed> {
  for (const line of questionLines(question)) terminal.say(line);
  const field = prefix + question.id;
  if (question.type === "people") return askGroup(terminal, peopleGroup(question), today, field);
  if (question.type === "group") return askGroup(terminal, question, today, field);
  if (question.type === "files") return askFiles(terminal, question, today, field);
  const options = Object.entries(question.settings.options ?? {});
  for (const [index, [code, label]] of options.entries()) terminal.say(`  ${index + 1}. ${label} (${code})`);
  const names = fieldNames(question, today, prefix);
  const fields = new Map<string, readonly string[]>();
  for (const name of names) {
    const line = await ask(terminal, name === field ? `${field}:` : `${name.slice(prefix.length)}:`);
    if (line === "back" || line === "ended") return line;
    fields.set(name, valuesOf(question, line.text));
  }
  return fields;
}

function questionLines(question: Question): readonly string[] {
  const { declare, rows, units } = question.settings;
  return [
    "",
    `${question.ask}${question.optional ? " (optional)" : ""}`,
    ...(question.hint === undefined ? [] : [`  ${question.hint}`]),
    ...(declare === undefined ? [] : [`  ${declare}`]),
    ...Object.entries(rows ?? {}).map(([row, label]) => `  ${row}: ${label}`),
    ...(units === undefined ? [] : [`  In ${units.join(", ")}`]),
    ...(question.type === "declaration" ? ["  Type agreed to agree."] : []),
    ...(question.type === "yes-no" ? ["  yes or no"] : []),
    ...(question.type === "choices" && !question.settings.ranked ? ["  Several: write commas between."] : []),
  ];
}

async function ask(terminal: Terminal, prompt: string): Promise<{ readonly text: string } | "back" | "ended"> {
  terminal.say(`  ${prompt}`);
  const line = await terminal.nextLine();
  if (line === undefined) return "ended";
  return line.trim() === BACK ? "back" : { text: line };
}

/** The boxes of a question's form: those that its examples fill. A box named as the question stands for all that go with it unseen. */
function fieldNames(question: Question, today: string, prefix: string): readonly string[] {
  const type = answerType(question);
  const all = type.examples(question, today).flatMap((answer) => [...type.fields(question, answer, prefix).keys()]);
  const field = prefix + question.id;
  const names = [...new Set(all)];
  return names.includes(field) || names.length === 0 ? [field] : names;
}

/** An option may be typed by its number or its name; any other answer is posted as it is typed. */
function valuesOf(question: Question, line: string): readonly string[] {
  const codes = Object.keys(question.settings.options ?? {});
  const code = (text: string): string => (codes.includes(text) ? text : (codes[Number(text) - 1] ?? text));
  const several = question.type === "choices" && !question.settings.ranked;
  if (several) return line.split(",").flatMap((part) => (part.trim() === "" ? [] : [code(part.trim())]));
  if (codes.length > 0) return [code(line.trim())];
  return [["yes-no", "declaration"].includes(question.type) ? line.trim().toLowerCase() : line];
}

/** The files that stand in for uploaded ones: those of the question's examples. */
export function exampleFiles(question: Question, today: string): Answer {
  return (
    answerType(question)
      .examples(question, today)
      .find((answer) => Array.isArray(answer) && answer.length > 0) ?? null
  );
}

async function askFiles(terminal: Terminal, question: Question, today: string, field: string): Promise<Typed> {
  const line = await ask(terminal, "Type yes to add an example file, or leave it empty:");
  if (line === "back" || line === "ended") return line;
  if (!/^y(es)?$/i.test(line.text.trim())) return new Map();
  return answerType(question).fields(question, exampleFiles(question, today), field.slice(0, field.length - question.id.length));
}

async function askGroup(terminal: Terminal, question: Question, today: string, field: string): Promise<Typed> {
  const most = mostEntries(question);
  const line = await ask(terminal, `How many? (up to ${most})`);
  if (line === "back" || line === "ended") return line;
  const count = Math.max(0, Math.min(Math.trunc(Number(line.text)) || 0, most + 1));
  const fields = new Map<string, readonly string[]>([[`${field}.count`, [String(count)]]]);
  for (let index = 0; index < count; index++) {
    terminal.say(`  ${question.settings.entry ?? "entry"} ${index + 1}`);
    for (const part of question.settings.questions ?? []) {
      const typed = await askQuestion(terminal, part, today, entryPrefix(field, index));
      if (typed === "back" || typed === "ended") return typed;
      for (const [name, values] of typed) fields.set(name, values);
    }
  }
  return fields;
}

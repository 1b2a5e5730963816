import type { Question, Stated } from "../answers/answer-type.ts";
import { ANSWER_TYPES } from "../answers/answer-types.ts";
import { capital } from "../answers/messages.ts";
import { languageOf } from "./language-key.ts";
import type { FactSource, QuestionSource } from "./outline.ts";
import { present } from "./present.ts";
import { ruleAt } from "./read-flow.ts";
import { readQuestions, settingsOf } from "./read-question.ts";
import type { Entry, MapNode, Note } from "./yaml/node.ts";
import { entriesAt, switchAt, textAt } from "./yaml/read.ts";

/** The questions and the facts of a file. A fact of a question's name is noted and left out. */
export function readAsked(root: MapNode, notes: Note[]): readonly QuestionSource[] {
  const questions = readQuestions(entriesAt(root, "questions"));
  const names = new Set(questions.map(({ question }) => question.id));
  const facts = [...entriesAt(root, "facts").values()].flatMap((entry) => {
    if (entry.value.kind !== "map") return [];
    if (!names.has(entry.key.value)) return [readFact(entry, entry.value)];
    notes.push(taken(entry));
    return [];
  });
  return [...questions, ...facts];
}

function readFact({ key }: Entry, node: MapNode): QuestionSource {
  const name = textAt(node, "type") ?? "";
  const fact = present<FactSource>({ rule: ruleAt(node, "rule") });
  return present<QuestionSource>({ key, node, question: questionOf(key.value, name, node), inner: [], type: ANSWER_TYPES.get(name), fact });
}

function questionOf(id: string, type: string, node: MapNode): Question {
  const label = textAt(node, "label") ?? "";
  return present<Question>({
    id,
    type,
    ask: capital(label),
    hint: undefined,
    label,
    optional: false,
    personal: switchAt(node, "personal") ?? false,
    settings: settingsOf(node, []),
    language: languageOf(node),
    says: undefined,
    register: undefined,
    offers: undefined,
    stated: present<Stated>({ says: textAt(node, "says"), source: textAt(node, "source") }),
  });
}

function taken({ key }: Entry): Note {
  const message = `There is a question called ${key.value} too, so a rule could not say which is meant.`;
  return { code: "fact-name-taken", at: key, message, fix: "Give the fact another name." };
}

import { ANSWER_TYPES, DEEPEST_GROUP } from "../../answers/answer-types.ts";
import { closest } from "../../rules/closest.ts";
import { SETTING_KEYS } from "../keys-question.ts";
import type { Outline, QuestionSource } from "../outline.ts";
import { PERSONAL_TYPES } from "../read-question.ts";
import { nodeAt } from "../yaml/read.ts";
import type { Check, Found } from "./check.ts";
import { everyQuestion, nodeOr } from "./look.ts";

const LONGEST_ASK = 120;
const QUESTION_WORD = /^(what|which|who|whom|whose|where|when|why|how|is|are|do|does|did|will|would|can|could|have|has|was|were|should)\b/i;
const MOSTLY_PERSONAL =
  /\b(date of birth|born|birthday|first name|surname|full name|national insurance|nhs number|passport|bank account|home address)\b/i;

/** The questions one by one: their type, which keys it takes, and how they are worded. */
export const QUESTION_CHECKS: readonly Check[] = [
  {
    code: "type-unknown",
    severity: "error",
    about: "A question names an answer type that there is not.",
    example: { right: "type: number", wrong: "type: numbr" },
    find: (outline) => perQuestion(outline, unknownType),
  },
  {
    code: "setting-not-for-type",
    severity: "error",
    about: "A question has a key that its answer type does not take.",
    example: { right: "type: address }", wrong: "type: address, unit: miles }" },
    find: (outline) => perQuestion(outline, foreignSettings),
  },
  {
    code: "setting-missing",
    severity: "error",
    about: "A question lacks a key that its answer type cannot do without.",
    example: { right: ", type: choice, options: { drill: A drill, ladder: A ladder } }", wrong: ", type: choice }" },
    find: (outline) => perQuestion(outline, missingSettings),
  },
  {
    code: "group-nested",
    severity: "error",
    about: "A repeated group stands inside two others.",
    example: {
      right: "known_as: { ask: What are they called?, type: text }",
      wrong:
        "pets: { ask: Which pets?, type: group, entry: pet, questions: { toys: { ask: Which toys?, type: group, entry: toy, questions: { called: { ask: What is it called?, type: text } } } } }",
    },
    *find(outline) {
      for (const source of outline.questions.values()) yield* tooDeep(source, DEEPEST_GROUP);
    },
  },
  {
    code: "question-over-long",
    severity: "warning",
    about: "A question is longer than 120 characters.",
    example: { right: "Which tool do you need?", wrong: `Which tool do you need${" for the work that you want to do".repeat(4)}?` },
    find: (outline) => perQuestion(outline, overLong),
  },
  {
    code: "question-no-mark",
    severity: "advice",
    about: "A question starts with a question word and has no question mark.",
    example: { right: "Which tool do you need?", wrong: "Which tool do you need" },
    find: (outline) => perQuestion(outline, noMark),
  },
  {
    code: "personal-unmarked",
    severity: "advice",
    about: "A question seems to ask for personal data and does not say so.",
    example: { right: "What is your library card number?", wrong: "What is your National Insurance number?" },
    find: (outline) => perQuestion(outline, unmarked),
  },
];

function* perQuestion(outline: Outline, find: (source: QuestionSource) => Iterable<Found>): Iterable<Found> {
  for (const source of everyQuestion(outline)) yield* find(source);
}

function* unknownType(source: QuestionSource): Iterable<Found> {
  const name = source.question.type;
  if (source.type !== undefined || name === "") return;
  const types = [...ANSWER_TYPES.keys()];
  const meant = closest(name, types);
  const fix = meant === undefined ? `The types are ${types.join(", ")}.` : `Did you mean ${meant}?`;
  yield { at: nodeOr(source.node, "type"), message: `There is no answer type "${name.slice(0, 60)}".`, fix };
}

function* foreignSettings(source: QuestionSource): Iterable<Found> {
  const taken: readonly string[] | undefined = source.type?.settings;
  if (taken === undefined) return;
  for (const [id, entry] of source.node.entries) {
    if (!Object.hasOwn(SETTING_KEYS, id) || taken.includes(id)) continue;
    const fix = taken.length === 0 ? "Take it out." : `Take it out. This type takes ${taken.join(", ")}.`;
    yield { at: entry.key, message: `A question of type ${source.question.type} takes no ${id}.`, fix };
  }
}

function* missingSettings(source: QuestionSource): Iterable<Found> {
  for (const id of source.type?.needs ?? []) {
    if (source.node.entries.has(id)) continue;
    const message = `${source.question.id} is of type ${source.question.type} and has no ${id}.`;
    yield { at: source.key, message, fix: `Add ${id}. ${SETTING_KEYS[id].about}` };
  }
}

function* tooDeep(source: QuestionSource, left: number): Iterable<Found> {
  if (source.question.type !== "group") return;
  for (const inner of source.inner) yield* tooDeep(inner, left - 1);
  if (left > 0) return;
  const message = `The group ${source.question.id} stands inside two others, and nobody could fill in such a page.`;
  yield { at: source.key, message, fix: "Ask it as a group of its own." };
}

function* overLong(source: QuestionSource): Iterable<Found> {
  const length = source.question.ask.length;
  if (length <= LONGEST_ASK) return;
  const message = `The question has ${length} characters; more than ${LONGEST_ASK} are hard to read as a heading.`;
  yield { at: nodeOr(source.node, "ask"), message, fix: "Shorten it, or move part of it into a hint." };
}

function* noMark(source: QuestionSource): Iterable<Found> {
  const ask = source.question.ask;
  if (!QUESTION_WORD.test(ask) || /[?.]\)?$/.test(ask)) return;
  yield { at: nodeOr(source.node, "ask"), message: "The question has no question mark.", fix: "End it with a question mark." };
}

function* unmarked(source: QuestionSource): Iterable<Found> {
  const { type, ask, label } = source.question;
  const said = source.fact !== undefined || nodeAt(source.node, "personal") !== undefined || PERSONAL_TYPES.has(type);
  if (said || !MOSTLY_PERSONAL.test(`${ask} ${label ?? ""}`)) return;
  const fix = "Add personal: true, or personal: false if it says nothing about a person.";
  yield { at: source.key, message: `${source.question.id} seems to ask for personal data.`, fix };
}

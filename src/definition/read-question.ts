import type { Question, Settings } from "../answers/answer-type.ts";
import { ANSWER_TYPES, DEEPEST_GROUP } from "../answers/answer-types.ts";
import { languageOf } from "./language-key.ts";
import type { QuestionSource } from "./outline.ts";
import type { Entry, MapNode } from "./yaml/node.ts";
import { present } from "./present.ts";
import { ruleAt } from "./read-flow.ts";
import { entriesAt, nodeAt, numberAt, switchAt, textAt, textMapAt, textsAt } from "./yaml/read.ts";

/** Types whose answers say who a person is. A definition may still say `personal: false`. */
export const PERSONAL_TYPES: ReadonlySet<string> = new Set([
  "name",
  "email",
  "phone",
  "address",
  "national-insurance",
  "vehicle-registration",
  "bank-details",
  "signature",
  "people",
]);
/** The questions of a file or of a group's entry; what is not a group of keys is left out. */
export function readQuestions(entries: ReadonlyMap<string, Entry>, depth = 0): readonly QuestionSource[] {
  return [...entries.values()].flatMap((entry) => (entry.value.kind === "map" ? [readQuestion(entry, entry.value, depth)] : []));
}

function readQuestion(entry: Entry, node: MapNode, depth: number): QuestionSource {
  // One level more than may stand there, so that the check can name what is too deep.
  const inner = depth <= DEEPEST_GROUP ? readQuestions(entriesAt(node, "questions"), depth + 1) : [];
  const name = textAt(node, "type") ?? "";
  const question = questionOf(entry.key.value, name, node, inner);
  return present<QuestionSource>({ key: entry.key, node, question, inner, type: ANSWER_TYPES.get(name), fact: undefined });
}

function questionOf(id: string, type: string, node: MapNode, inner: readonly QuestionSource[]): Question {
  return present<Question>({
    id,
    type,
    ask: textAt(node, "ask") ?? "",
    hint: textAt(node, "hint"),
    label: textAt(node, "label"),
    optional: switchAt(node, "optional") ?? false,
    personal: switchAt(node, "personal") ?? (PERSONAL_TYPES.has(type) || inner.some((source) => source.question.personal)),
    settings: settingsOf(node, inner),
    register: undefined,
    offers: undefined,
    ...translationOf(node, type),
    stated: undefined,
  });
}

/** What only a translated tree says: that the question is in Welsh, and what yes and no are in answer to it. */
function translationOf(node: MapNode, type: string) {
  const language = languageOf(node);
  if (language === undefined) return { language, says: undefined };
  const says = type === "yes-no" ? present<NonNullable<Question["says"]>>({ yes: textAt(node, "Yes"), no: textAt(node, "No") }) : undefined;
  return { language, says };
}

/** The settings of a question or a fact; its level says which keys may stand there. */
export function settingsOf(node: MapNode, inner: readonly QuestionSource[]): Settings {
  return present<Settings>({
    options: textMapAt(node, "options"),
    option_hints: textMapAt(node, "option_hints"),
    least: numberAt(node, "least"),
    most: numberAt(node, "most"),
    longest: numberAt(node, "longest"),
    decimals: numberAt(node, "decimals"),
    unit: textAt(node, "unit"),
    units: nodeAt(node, "units") === undefined ? undefined : textsAt(node, "units"),
    rows: textMapAt(node, "rows"),
    earliest: textAt(node, "earliest"),
    latest: textAt(node, "latest"),
    accept: acceptOf(node),
    declare: textAt(node, "declare"),
    autocomplete: textAt(node, "autocomplete"),
    ranked: switchAt(node, "ranked"),
    from: textAt(node, "from"),
    show: nodeAt(node, "show") === undefined ? undefined : textsAt(node, "show"),
    where: ruleAt(node, "where")?.value,
    questions: inner.length > 0 ? inner.map((source) => source.question) : undefined,
    entry: textAt(node, "entry"),
  });
}

function acceptOf(node: MapNode): Settings["accept"] | undefined {
  const accept = textAt(node, "accept");
  return accept === "image" || accept === "document" || accept === "any" ? accept : undefined;
}

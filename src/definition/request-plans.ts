import { attachRegisters } from "./attach-registers.ts";
import { lengthOf, warnOf } from "./length-of.ts";
import { FrozenMap } from "./frozen.ts";
import { languageOf } from "./language-key.ts";
import type { Outline, QuestionSource, RequestSource } from "./outline.ts";
import { present } from "./present.ts";
import { readQuestions } from "./read-question.ts";
import type { RegisterFiles } from "./register-file.ts";
import type { DeadlineLength, RequestPlan } from "./service.ts";
import type { MapNode, Note } from "./yaml/node.ts";
import { entriesAt, switchAt, textAt } from "./yaml/read.ts";

/** How long somebody has whose request says nothing, and when they are reminded. */
export const USUAL_DUE: DeadlineLength = { amount: 10, unit: "working days" };
export const USUAL_REMINDER: DeadlineLength = { amount: 3, unit: "working days" };

/** What officers may ask for, as the file says it. */
export function readRequests(root: MapNode, registers: RegisterFiles, notes: Note[]): ReadonlyMap<string, RequestSource> {
  const found = new Map<string, RequestSource>();
  for (const [id, { key, value: node }] of entriesAt(root, "requests")) {
    if (node.kind !== "map") continue;
    found.set(id, { key, node, questions: readOwnQuestions(node, "questions", registers, notes) });
  }
  return found;
}

/** The questions of a form of its own, which the flow does not ask: that of a request, or what an officer fills in with an action. */
export function readOwnQuestions(node: MapNode, key: string, registers: RegisterFiles, notes: Note[]): ReadonlyMap<string, QuestionSource> {
  const questions = new Map(readQuestions(entriesAt(node, key)).map((source) => [source.question.id, source]));
  return attachRegisters(questions, registers, notes);
}

/** The requests of an outline in which the checks found no error. */
export function requestPlansOf({ requests }: Outline): ReadonlyMap<string, RequestPlan> {
  return new FrozenMap([...requests].map(([id, source]) => [id, planOf(id, source)] as const));
}

function planOf(id: string, { node, questions }: RequestSource): RequestPlan {
  const due = textAt(node, "due");
  return present<RequestPlan>({
    id,
    ask: textAt(node, "ask") ?? "",
    language: languageOf(node),
    says: textAt(node, "says"),
    questions: [...questions.values()].map(({ question }) => question),
    due: due === undefined ? USUAL_DUE : lengthOf(due),
    remind: warnOf(textAt(node, "remind")) ?? USUAL_REMINDER,
    pauses: textAt(node, "pauses"),
    unanswered: textAt(node, "unanswered"),
    shared: switchAt(node, "shared") ?? false,
  });
}

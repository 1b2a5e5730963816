import type { RequestPlan, Service } from "../service.ts";
import { became, compareEach, lengthInWords, quoted } from "./change.ts";
import type { Change } from "./change.ts";

/** What changes in what officers may ask the person for. */
export function diffRequests({ requests: before }: Service, { requests: after }: Service): readonly Change[] {
  return compareEach(before, after, {
    added: (id, { ask }) => [{ part: "case", words: `The request ${id} is added: ${quoted(ask)}.` }],
    removed: (id, { ask }) => [{ part: "case", words: `The request ${id} is removed: ${quoted(ask)}.` }],
    both: diffRequest,
  });
}

function diffRequest(id: string, before: RequestPlan, after: RequestPlan): readonly Change[] {
  const of = (what: string): string => `Of the request ${id}, ${what}`;
  return [
    ...became("case", of("what is asked for"), before.ask, after.ask),
    ...became("case", of("what it says first"), before.says, after.says),
    ...became("case", of("its questions"), questionsIn(before.questions), questionsIn(after.questions)),
    ...became("case", of("how long the person has"), lengthInWords(before.due), lengthInWords(after.due)),
    ...became("case", of("how long before that they are reminded"), remindIn(before), remindIn(after)),
    ...became("case", of("why the clock is stopped"), before.pauses, after.pauses),
    ...became("case", of("what happens where nobody answers"), before.unanswered, after.unanswered),
    ...became("case", of("whether other services may see what was accepted"), yesOrNo(before.shared), yesOrNo(after.shared)),
  ];
}

/** Drafts hold no answers to them, so that whatever changes in one is told in one sentence. */
export function questionsIn(questions: RequestPlan["questions"]): string {
  return questions.map(({ register: _register, offers: _offers, ...question }) => `${question.ask} ${settingsIn(question)}`).join("; ");
}

function settingsIn({ type, optional, settings }: Pick<RequestPlan["questions"][number], "type" | "optional" | "settings">): string {
  return `(${[type, optional ? "optional" : "", ...Object.entries(settings).map(([key, value]) => `${key} ${JSON.stringify(value)}`)].filter(Boolean).join(", ")})`;
}

function remindIn({ remind }: RequestPlan): string {
  return remind === "never" ? "never" : lengthInWords(remind);
}

function yesOrNo(value: boolean): string {
  return value ? "yes" : "no";
}

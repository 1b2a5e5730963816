import type { Answers } from "../answers/answer-type.ts";
import { answerType } from "../answers/answer-types.ts";
import type { Service } from "../definition/service.ts";
import type { Ending } from "../journey/ending.ts";

/** "a case for highways, priority high", or the outcome with its title. */
export function endingInWords(service: Service, end: Ending): string {
  if (end.kind === "case") return `a case for ${end.team}, priority ${end.priority}`;
  return `${end.outcome}: ${service.outcomes.get(end.outcome)?.title ?? ""}`;
}

/** Each answer on a line of its own, as an email would say it. */
export function answerLines(service: Service, answers: Answers, indent: string): readonly string[] {
  return Object.entries(answers).map(([id, answer]) => {
    const question = service.questions.get(id);
    const text = question === undefined || answer === null ? "" : answerType(question).text(question, answer);
    return `${indent}${id}: ${text === "" ? "(left empty)" : text.replaceAll(/\s+/g, " ")}`;
  });
}

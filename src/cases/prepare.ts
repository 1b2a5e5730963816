import type { Answer, Answers, Problem, ReadingContext } from "../answers/answer-type.ts";
import { answerType } from "../answers/answer-types.ts";
import type { PublishedService, Screen, Service } from "../definition/service.ts";
import { priorityOf } from "../journey/ending.ts";
import { walk } from "../journey/walk.ts";
import type { Standing, Walk } from "../journey/walk.ts";
import { pence } from "../money/pence.ts";
import { deadlineFrom } from "./clock/deadline.ts";
import { lengthFor, stageDue } from "./clock/moves.ts";
import type { WorkCalendar } from "./clock/work-calendar.ts";
import { firstConfirmations } from "./confirmation.ts";
import type { Person, SubmittedData } from "./event.ts";

/** A journey whose every answer holds, with what its definition decides from them. */
export interface Prepared {
  readonly data: SubmittedData;
  readonly answers: Answers;
  readonly person: Person;
}

export type Preparation =
  | { readonly ok: true; readonly prepared: Prepared }
  /** The journey is not at its end, or stands at an outcome. */
  | { readonly ok: false; readonly at: Exclude<Standing, { kind: "check" }>; readonly problems: readonly Problem[] };

/**
 * Walks the answers once more, checks each by its type, and works out what the case starts with. Pure. `files` in the context are those
 * uploaded to this journey.
 */
export function prepare(
  service: PublishedService,
  answers: Answers,
  at: Date,
  calendar: WorkCalendar,
  context: ReadingContext,
): Preparation {
  const end = walk(service, answers, context.today);
  const wrong = firstWrong(end.answered, end.live, context);
  if (wrong !== undefined) return { ok: false, at: { kind: "screen", screen: wrong.screen }, problems: wrong.problems };
  if (end.at.kind !== "check") return { ok: false, at: end.at, problems: [] };
  return { ok: true, prepared: prepareWalk(service, end, at, calendar) };
}

/** What a case starts with, from a walk to the end whose answers were all read a moment ago. Pure. */
export function prepareWalk(service: PublishedService, end: Walk, at: Date, calendar: WorkCalendar): Prepared {
  return { data: startOf(service, end, at, calendar), answers: end.live, person: personIn(service, end.live) };
}

function firstWrong(screens: readonly Screen[], live: Answers, context: ReadingContext) {
  for (const screen of screens) {
    const problems = screen.questions.flatMap((question) => {
      const reading = answerType(question).accept(question, live[question.id], "", context);
      return reading.ok ? [] : reading.problems;
    });
    if (problems.length > 0) return { screen, problems };
  }
  return undefined;
}

function startOf(service: PublishedService, end: Walk, at: Date, calendar: WorkCalendar): SubmittedData {
  const priority = priorityOf(service, end.facts);
  const confirmations = firstConfirmations(service, end.live);
  // With nobody to wait for, the case starts where it would go once all have confirmed.
  const stage = confirmations === undefined ? (service.confirm?.to ?? service.case.first) : service.case.first;
  const first = stageDue(service, stage, at, calendar);
  const fee = service.fee?.run(end.facts);
  return {
    service: service.id,
    version: service.version,
    stage,
    priority,
    team: service.case.team,
    due: deadlineFrom(at, lengthFor(service, priority), calendar).toISOString(),
    ...(first === null ? {} : { stageDue: first }),
    feePence: typeof fee === "number" ? pence(fee) : null,
    tellBy: wayTo(service, end.live),
    ...(confirmations !== undefined && { confirmations }),
  };
}

function wayTo(service: Service, live: Answers): SubmittedData["tellBy"] {
  const { email, address } = service.person;
  if (email !== undefined && typeof live[email] === "string") return "email";
  return address !== undefined && live[address] ? "letter" : "none";
}

function part(answer: Answer | undefined, name: string): string {
  // Safe: an object that is no list is a record of answers.
  const field = answer !== null && typeof answer === "object" ? (answer as { readonly [key: string]: Answer })[name] : undefined;
  return typeof field === "string" ? field : "";
}

function text(answer: Answer | undefined): string | null {
  return typeof answer === "string" && answer !== "" ? answer : null;
}

/** Who the person is by the answers given so far, as far as they are on the path. */
export function personSoFar(service: Service, answers: Answers, today: string): Person {
  return personIn(service, walk(service, answers, today).live);
}

/** Who the person is, from the questions that the definition names. */
export function personIn(service: Service, live: Answers): Person {
  const { name, email, phone, address } = service.person;
  const given = (question: string | undefined): Answer | undefined => (question === undefined ? undefined : live[question]);
  const named = `${part(given(name), "first")} ${part(given(name), "last")}`.trim();
  const lines = ["line1", "line2", "town", "postcode"].map((field) => part(given(address), field)).filter((line) => line !== "");
  return {
    name: named === "" ? text(given(name)) : named,
    email: text(given(email)),
    phone: text(given(phone)),
    address: lines,
    postcode: part(given(address), "postcode") || null,
    // Who sent it in a language is written to in it.
    ...(service.language !== undefined && { language: service.language }),
  };
}

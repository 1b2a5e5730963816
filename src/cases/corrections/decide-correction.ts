import type { Answer, Answers, Question } from "../../answers/answer-type.ts";
import type { Service } from "../../definition/service.ts";
import { priorityOf } from "../../journey/ending.ts";
import { walk } from "../../journey/walk.ts";
import { dayOf } from "../../platform/clock.ts";
import type { Case } from "../case.ts";
import { repriced } from "../clock/moves.ts";
import type { WorkCalendar } from "../clock/work-calendar.ts";
import type { Decision } from "../decision.ts";
import { canonical } from "../event.ts";
import type { Prepared } from "../prepare.ts";
import { prepare } from "../prepare.ts";
import { filesIn } from "../shadow.ts";
import type { CorrectedData } from "./correction-event.ts";

/** An officer changes an answer. `answers` holds it, and those to what is asked besides because of it. */
export interface CorrectCommand {
  readonly kind: "correct";
  readonly question: string;
  readonly answers: Answers;
  readonly reason: string;
  /** The person asks that what is held of them is right (UK GDPR, article 16): that holds of closed cases too. */
  readonly rectifies?: true;
}

const LONGEST = 5000;

/** Whether an officer may change the answer to a question: not to one that nobody was asked, a fact, files, or who must confirm. */
export function isCorrectable({ confirm }: Service, item: Pick<Case, "answers">, question: Question | undefined): question is Question {
  if (question === undefined || item.answers[question.id] === undefined || question.stated !== undefined) return false;
  return !holdsFiles(question) && question.id !== confirm?.people;
}

/** Files are looked at one by one where they came in, and new ones are asked for. */
function holdsFiles({ type, settings }: Question): boolean {
  return type === "files" || (settings.questions ?? []).some(holdsFiles);
}

/**
 * The answers of a case with some of them changed, walked as on the day it was sent: what follows from an age or a date is what followed then.
 * Facts are worked out anew; an answer on a way no longer taken is absent.
 */
export function walkCorrected(service: Service, item: Case, changed: Answers) {
  return walk(service, { ...item.answers, ...changed }, dayOf(item.openedAt), "all");
}

/** Decides what a changed answer makes of a case. Pure. */
export function decideCorrection(service: Service, item: Case, command: CorrectCommand, calendar: WorkCalendar): Decision {
  if (item.closedAt !== null && command.rectifies !== true)
    return { ok: false, refusal: { code: "stale", message: "The case is closed. Its answers stay as they are" } };
  const question = service.questions.get(command.question);
  if (!isCorrectable(service, item, question))
    return { ok: false, refusal: { code: "not-found", message: "This is no answer that can be changed" } };
  const reason = command.reason.trim();
  if (reason === "") return wrong("reason", "Enter why you change it");
  if (reason.length > LONGEST) return wrong("reason", `The reason must be ${LONGEST.toLocaleString("en-GB")} characters or fewer`);
  const today = dayOf(item.openedAt);
  const { live } = walkCorrected(service, item, command.answers);
  const files = filesIn(item.answers);
  const preparation = prepare(
    { ...service, version: item.version },
    { ...item.answers, ...command.answers, ...live },
    item.openedAt,
    calendar,
    { today, files },
  );
  if (!preparation.ok) return wrong(question.id, whyNot(preparation.at.kind));
  const changed = changedIn(item.answers, preparation.prepared.answers);
  if (changed.length === 0) return wrong(question.id, "This is the answer already");
  const data = { question: question.id, changed, ...following(service, item, preparation.prepared, calendar) };
  return {
    ok: true,
    happening: { kind: "corrected", data, personal: { ...valuesOf(item, preparation.prepared, changed), reason } },
  };
}

function whyNot(at: "screen" | "outcome"): string {
  if (at === "outcome") return "With this answer there would be no case. Take an action on the case instead";
  return "This answer does not fit the others, or asks for more. Answer what is asked below";
}

function wrong(field: string, message: string): Decision {
  return { ok: false, refusal: { code: "field", field, message } };
}

function changedIn(was: Answers, now: Answers): readonly string[] {
  const ids = new Set([...Object.keys(was), ...Object.keys(now)]);
  return [...ids].filter((id) => canonical(was[id]) !== canonical(now[id]));
}

function valuesOf(item: Case, { answers, person }: Prepared, changed: readonly string[]) {
  const pick = (from: Answers): Answers =>
    Object.fromEntries(
      changed.flatMap((id): readonly (readonly [string, Answer])[] => {
        const answer = from[id];
        return answer === undefined ? [] : [[id, answer]];
      }),
    );
  // They are written to in the language in which they sent it.
  const { language } = item.person;
  const now = language === undefined ? person : { ...person, language };
  return { was: pick(item.answers), now: pick(answers), ...(canonical(now) === canonical(item.person) ? {} : { person: now }) };
}

/** The priority, deadline and fee by the rules under the new answers. A priority that an officer has set since stands. */
function following(service: Service, item: Case, { data }: Prepared, calendar: WorkCalendar): Omit<CorrectedData, "question" | "changed"> {
  const ruled = priorityOf(service, walkCorrected(service, item, {}).facts);
  return {
    ...(ruled === item.priority ? repriced(service, item, data.priority, calendar) : {}),
    ...(data.feePence === item.feePence ? {} : { feePence: data.feePence }),
    ...(data.tellBy === item.tellBy ? {} : { tellBy: data.tellBy }),
  };
}

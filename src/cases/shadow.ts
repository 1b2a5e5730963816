import type { Answer, Answers, FileAnswer } from "../answers/answer-type.ts";
import type { PublishedService, Service } from "../definition/service.ts";
import { walk } from "../journey/walk.ts";
import type { Standing } from "../journey/walk.ts";
import { dayOf } from "../platform/clock.ts";
import type { WorkCalendar } from "./clock/work-calendar.ts";
import type { SubmittedData } from "./event.ts";
import { prepare } from "./prepare.ts";
import type { Preparation } from "./prepare.ts";

/** The ways a submission may go otherwise through another definition, and what each is called. */
export const DEPARTURES = {
  refused: "Answers refused",
  unanswered: "Asked more before it could be sent",
  outcome: "Ends at an outcome, with no case",
  screens: "Other screens, or another order",
  team: "Another team",
  priority: "Another priority",
  fee: "Another fee",
  fact: "States another fact",
} as const;

export type Departure = keyof typeof DEPARTURES;

/** One difference. `detail` names questions, screens, teams, priorities and fees only, and never an answer. */
export interface Difference {
  readonly kind: Departure;
  readonly detail: string;
}

/** A submission as it was made: when, what was answered, and what it became. */
export interface PastSubmission {
  readonly at: Date;
  readonly answers: Answers;
  readonly data: Pick<SubmittedData, "team" | "priority" | "feePence">;
}

/**
 * How a past submission would have gone through a draft of its service on the day it was made, beside how it went through its own version.
 * Pure, and free of personal data: nothing of an answer comes out.
 */
export function replay(past: PastSubmission, own: Service, draft: Service, calendar: WorkCalendar): readonly Difference[] {
  const today = dayOf(past.at);
  const service: PublishedService = { ...draft, version: 0 };
  // What the draft states is taken as it would have been shown; where it is another than was shown, that is said.
  const { live, stated } = walk(draft, past.answers, today, "all");
  const preparation = prepare(service, { ...past.answers, ...live }, past.at, calendar, { today, files: filesIn(past.answers) });
  if (!preparation.ok) return [stopped(preparation, past.answers)];
  const screens = (of: Service): string =>
    walk(of, past.answers, today, "all")
      .answered.map(({ id }) => id)
      .join(" > ");
  const otherFacts = Object.keys(stated).filter((id) => past.answers[id] !== undefined && past.answers[id] !== stated[id]);
  const { team, priority, feePence } = preparation.prepared.data;
  return [
    ...differ("screens", firstOther(screens(own), screens(draft)), ""),
    ...otherFacts.map((id): Difference => ({ kind: "fact", detail: id })),
    ...differ("team", past.data.team, team),
    ...differ("priority", past.data.priority, priority),
    ...differ("fee", inPounds(past.data.feePence), inPounds(feePence)),
  ];
}

function differ(kind: Departure, was: string, is: string): readonly Difference[] {
  if (was === is) return [];
  return [{ kind, detail: kind === "screens" ? was : `${was} becomes ${is}` }];
}

/** Where two ways part; empty where they don't. */
function firstOther(was: string, is: string): string {
  if (was === is) return "";
  const [before, after] = [was.split(" > "), is.split(" > ")];
  const at = before.findIndex((screen, index) => screen !== after[index]);
  const place = at === -1 ? before.length : at;
  return `${before[place] ?? "the end"} becomes ${after[place] ?? "the end"}`;
}

type Stopped = Extract<Preparation, { ok: false }>;

function stopped({ at, problems }: Stopped, answers: Answers): Difference {
  if (at.kind === "outcome") return { kind: "outcome", detail: at.outcome };
  const asked = unanswered(at, answers);
  if (asked.length > 0) return { kind: "unanswered", detail: asked.join(", ") };
  const codes = new Set(problems.map(({ field, code }) => `${field.replaceAll(/\.\d+\b/g, "")}: ${code}`));
  return { kind: "refused", detail: codes.size > 0 ? [...codes].join(", ") : `${at.screen.id}: answers-do-not-fit` };
}

function unanswered(at: Extract<Standing, { kind: "screen" }>, answers: Answers): readonly string[] {
  return at.screen.questions.flatMap(({ id }) => (answers[id] === undefined ? [id] : []));
}

function inPounds(pence: number | null): string {
  return pence === null ? "no fee" : `£${(pence / 100).toFixed(2)}`;
}

/** The files that answers name, which were uploaded to their journey. */
export function filesIn(answer: Answer): readonly FileAnswer[] {
  if (answer === null || typeof answer !== "object") return [];
  if (Array.isArray(answer)) return answer.flatMap(filesIn);
  return isFile(answer) ? [answer] : Object.values(answer).flatMap(filesIn);
}

function isFile(answer: object): answer is FileAnswer & { readonly [key: string]: Answer } {
  return "sha256" in answer && "id" in answer;
}

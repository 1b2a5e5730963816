import type { Answers, Fields, Question } from "../answers/answer-type.ts";
import { answerType } from "../answers/answer-types.ts";
import type { WorkCalendar } from "../cases/clock/work-calendar.ts";
import { canonical } from "../cases/event.ts";
import { prepare, prepareWalk } from "../cases/prepare.ts";
import { filesIn } from "../cases/shadow.ts";
import type { PublishedService, Screen, Service } from "../definition/service.ts";
import { readScript } from "../faces/desk/journey/read-script.ts";
import { factFields, seenFacts } from "../faces/shared/facts-part.ts";
import { brokenMusts, fieldsOf, readScreen } from "../faces/shared/read-screen.ts";
import { acceptAnswers } from "../journey/accept.ts";
import type { CoveringJourney } from "../journey/cover.ts";
import { script } from "../journey/script.ts";
import { walk } from "../journey/walk.ts";
import { dayOf } from "../platform/clock.ts";

/** One journey to be sent by a channel: on a day, with all its files uploaded. */
export interface Sending {
  readonly service: PublishedService;
  readonly answers: Answers;
  readonly at: Date;
  readonly calendar: WorkCalendar;
}

/** Where a channel brought a journey: its case or outcome as one text, or what went wrong on the way. */
export type Arrival = { readonly ok: true; readonly end: string } | { readonly ok: false; readonly why: string };

/** A channel: takes a journey's answers as its face does, and gives where they came to. */
export type Channelled = (sending: Sending) => Arrival;

/** The three ways in, each through the functions that read what its face is sent: without a server, a database or a browser. */
export const CHANNELS_TESTED: Readonly<Record<string, Channelled>> = { web: byWeb, desk: byDesk, api: byApi };

const MOST_ROUNDS = 500;

function contextOf({ answers, at }: Sending) {
  return { today: dayOf(at), files: filesIn(answers) };
}

/** Page by page without scripts: every field must be an input of its page, and is read as it is posted. */
function byWeb(sending: Sending): Arrival {
  const { service } = sending;
  const { today, files } = contextOf(sending);
  let kept: Answers = {};
  for (let pages = 0; pages < MOST_ROUNDS; pages++) {
    const { at, stated } = walk(service, kept, today);
    if (at.kind !== "screen") return ended(sending, kept);
    const shown = seenFacts(at.screen, factFields(at.screen, stated));
    const fields = fieldsOf(at.screen, sending.answers);
    const absent = absentInput(at.screen, fields, sending);
    if (absent !== undefined) return { ok: false, why: `the page ${at.screen.id} has no input ${absent}` };
    const reading = readScreen(at.screen, fields, today, files);
    const problems = reading.ok ? brokenMusts(service, at.screen, kept, reading.answers, today) : reading.problems;
    if (!reading.ok || problems.length > 0) return refused(problems);
    kept = { ...kept, ...shown, ...reading.answers };
  }
  return { ok: false, why: "the pages come to no end" };
}

/** The first field that the page has no input for. Files are chosen in one, whatever their number. */
function absentInput(screen: Screen, fields: Fields, sending: Sending): string | undefined {
  const { files } = contextOf(sending);
  const state = { fields, problems: [], heading: screen.questions.length === 1, prefix: "", files };
  const page = screen.questions.map((question) => String(answerType(question).input(question, state))).join("");
  return [...fields.keys()].find((name) => !page.includes(`name="${name}"`));
}

/** The growing page of the desk: what is on it is typed and kept, again and again, until it grows no more; then it is read as a whole. */
function byDesk(sending: Sending): Arrival {
  const { service, answers } = sending;
  const { today, files } = contextOf(sending);
  let before: Answers = {};
  for (let rounds = 0; rounds < MOST_ROUNDS; rounds++) {
    const { screens, stated, outcome } = script(service, before, today);
    const fields = new Map(screens.flatMap((screen) => [...fieldsOf(screen, answers), ...factFields(screen, stated)]));
    const whole = outcome === undefined && screens.every(({ questions }) => questions.every(({ id }) => isKept(id, before, answers)));
    const { answers: read, problems } = readScript({ service, screens, fields, files, before, today }, whole);
    if (problems.length > 0) return refused(problems);
    const after = { ...before, ...read };
    // An outcome may be come to before what may be left empty has been.
    if (outcome !== undefined) return { ok: true, end: `outcome ${outcome}` };
    if (whole && walk(service, after, today).at.kind !== "screen") return ended(sending, after);
    if (whole && Object.keys(after).length === Object.keys(before).length)
      return { ok: false, why: "the desk's page asks nothing more, and the journey is not at its end" };
    before = after;
  }
  return { ok: false, why: "the desk's page comes to no end" };
}

/** A question left empty is read only with the whole page. */
function isKept(id: string, kept: Answers, answers: Answers): boolean {
  return kept[id] !== undefined || answers[id] === null || answers[id] === undefined;
}

/** All at once, as JSON. */
function byApi(sending: Sending): Arrival {
  // Safe: what is written from an object is read as one.
  const given = JSON.parse(JSON.stringify(sending.answers)) as Readonly<Record<string, unknown>>;
  const acceptance = acceptAnswers(sending.service, given, contextOf(sending));
  if (acceptance.ok)
    return { ok: true, end: `case ${canonical(prepareWalk(sending.service, acceptance.walk, sending.at, sending.calendar))}` };
  return acceptance.outcome === undefined ? refused(acceptance.problems) : { ok: true, end: `outcome ${acceptance.outcome.id}` };
}

function ended(sending: Sending, answers: Answers): Arrival {
  const preparation = prepare(sending.service, answers, sending.at, sending.calendar, contextOf(sending));
  if (preparation.ok) return { ok: true, end: `case ${canonical(preparation.prepared)}` };
  if (preparation.at.kind === "outcome") return { ok: true, end: `outcome ${preparation.at.outcome}` };
  return { ok: false, why: `stands at the screen ${preparation.at.screen.id}` };
}

function refused(problems: readonly { readonly field: Question["id"]; readonly message: string }[]): Arrival {
  return { ok: false, why: problems.map(({ field, message }) => `${field}: ${message}`).join("; ") };
}

/** What a channel did otherwise than the definition says. */
export interface Fault {
  readonly channel: string;
  /** From 1. */
  readonly journey: number;
  readonly why: string;
}

/** Sends every journey by every channel, and gives what did not come to the case or the outcome of its definition. */
export function channelFaults(
  whole: Service,
  journeys: readonly CoveringJourney[],
  at: Date,
  calendar: WorkCalendar,
  channels: Readonly<Record<string, Channelled>> = CHANNELS_TESTED,
): readonly Fault[] {
  const service: PublishedService = { ...whole, version: 0 };
  return journeys.flatMap(({ answers }, index) => {
    const sending: Sending = { service, answers, at, calendar };
    const expected = ended(sending, answers);
    return Object.entries(channels).flatMap(([channel, send]) => {
      const why = unlike(expected, send(sending));
      return why === undefined ? [] : [{ channel, journey: index + 1, why }];
    });
  });
}

function unlike(expected: Arrival, arrival: Arrival): string | undefined {
  if (!expected.ok) return `the definition does not take its own journey: ${expected.why}`;
  if (!arrival.ok) return arrival.why;
  return arrival.end === expected.end ? undefined : `comes to ${arrival.end}, and not to ${expected.end}`;
}

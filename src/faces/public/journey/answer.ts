import type { FastifyReply, FastifyRequest } from "fastify";

import type { Answers, Fields, FileAnswer, Problem } from "../../../answers/answer-type.ts";
import { pressed } from "../../../answers/answer-types.ts";
import type { Context } from "../../../context.ts";
import type { Screen } from "../../../definition/service.ts";
import type { Draft } from "../../../drafts/draft-store.ts";
import { meansTheSame } from "../../../journey/move-on.ts";
import { isReached, sectionOf } from "../../../journey/parts.ts";
import type { Walk } from "../../../journey/walk.ts";
import { walk } from "../../../journey/walk.ts";
import { refusal } from "../../../platform/http/errors.ts";
import { seenFacts } from "../../shared/facts-part.ts";
import { isLanguage, type Language } from "../../../language/language.ts";
import { keepLanguage } from "../../shared/chosen-language.ts";
import { dropFiles, filesReplaced, filesTakenOut } from "../../shared/drop-files.ts";
import type { FormBody } from "../../shared/form-body.ts";
import { field } from "../../shared/form-body.ts";
import { formOf } from "../../shared/multipart.ts";
import { filledScreen } from "../../shared/filled-screen.ts";
import { brokenMusts, readScreen } from "../../shared/read-screen.ts";
import type { Uploads } from "../../shared/uploads.ts";
import { hasFiles, takeUploads } from "../../shared/uploads.ts";
import { changedLine } from "./changed-line.ts";
import { FORM_CHANGED, goOn, onItsVersion } from "./go-on.ts";
import { backOf, fromOf, nextAddress, standingAddress } from "./onward.ts";
import { questionPage } from "./question-page.ts";
import type { Trip } from "./trip.ts";
import { addressOf, checkTripKey, draftAfterSave, draftOf, screenNamed, shownVersion, tripIn } from "./trip.ts";

const NO_FILES: readonly FileAnswer[] = [];

/** Shows a screen with the answers it has. One that the walk has not come to leads to the one it has. */
export async function showScreen(context: Context, trip: Trip, screenId: string, request: FastifyRequest, reply: FastifyReply) {
  const named = screenNamed(trip.service, screenId);
  const draft = await draftAfterSave(context, trip);
  if (draft.reference !== null) return reply.redirect(addressOf(trip.service, "done"), 303);
  if (draft.version !== trip.service.version) return goOn(context, trip, reply);
  const end = walk(trip.service, draft.answers, trip.visit.today);
  if (!isReached(end, named)) return reply.redirect(standingAddress(trip, end), 303);
  const { screen, fields } = filledScreen(trip.service, named, draft.answers, end, trip.visit);
  const from = fromOf(request);
  const kept = { files: draft.files, stated: end.stated, kept: draft.answers };
  return questionPage({
    trip,
    screen,
    fields,
    problems: [],
    ...kept,
    back: backOf(trip, end, named, from),
    from,
    section: titleOf(end, named),
    changed: changedLine(request, trip.visit.words),
  });
}

/** Takes the answers of a screen: keeps them and goes on, or shows what is wrong beside what was typed. */
export async function answerScreen(context: Context, trip: Trip, screenId: string, request: FastifyRequest, reply: FastifyReply) {
  const body = await formOf(request);
  checkTripKey(trip, field(body, "key"));
  const screen = trip.service.screens.get(screenId);
  if (screen === undefined || !(await isAskedSo(context, trip, screen, body))) return askAgain(trip, await draftOf(context, trip), reply);
  const language = field(body, "then");
  if (isLanguage(language)) return showInLanguage(context, trip, { screen, body, language }, request, reply);
  // Files first: one chosen before another entry is added or removed stays on the page.
  const uploads = hasFiles(screen) ? await takeUploads(context, trip, screen, body) : { fields: body.fields, problems: [] };
  const fields = pressed(screen.questions, uploads.fields);
  if (fields !== null) {
    if (hasFiles(screen)) await dropFiles(context, trip, filesTakenOut(uploads.fields, fields, await draftOf(context, trip)));
    return showAgain(context, trip, { screen, fields, problems: uploads.problems }, request, reply);
  }
  const taken = await takeScreen(context, trip, screen, uploads);
  if (!taken.ok) return showAgain(context, trip, { screen, fields: taken.fields, problems: taken.problems }, request, reply);
  return keepAndGo(context, trip, { screen, ...taken, saveOnly: field(body, "then") === "save" }, request, reply);
}

interface Turned {
  readonly screen: Screen;
  readonly body: FormBody;
  readonly language: Language;
}

/** The same screen in the other language, with what has been typed and chosen; nothing is kept or found wrong yet. */
async function showInLanguage(context: Context, trip: Trip, turned: Turned, request: FastifyRequest, reply: FastifyReply) {
  const { screen, body, language } = turned;
  if (trip.visit.council.languages.includes(language)) keepLanguage(reply, language, context.secure);
  const { fields } = hasFiles(screen) ? await takeUploads(context, trip, screen, body) : body;
  const other = tripIn(context, trip, language);
  return showAgain(context, other, { screen: screenNamed(other.service, screen.id), fields, problems: [] }, request, reply);
}

type TakenScreen =
  | { readonly ok: true; readonly answers: Answers; readonly replaced: readonly string[] }
  | { readonly ok: false; readonly fields: Fields; readonly problems: readonly Problem[] };

/** Reads what was posted, its files taken. The draft is looked up only where files or rules between answers need it. */
async function takeScreen(context: Context, trip: Trip, screen: Screen, { fields, problems }: Uploads): Promise<TakenScreen> {
  const { today } = trip.visit;
  const before = hasFiles(screen) || screen.musts.length > 0 ? await draftOf(context, trip) : undefined;
  const reading = readScreen(screen, fields, today, before?.files ?? NO_FILES);
  const broken = reading.ok ? brokenMusts(trip.service, screen, before?.answers ?? {}, reading.answers, today) : reading.problems;
  const all = onePerField([...problems, ...broken]);
  if (!reading.ok || all.length > 0) return { ok: false, fields, problems: all };
  const answers = { ...seenFacts(screen, fields), ...reading.answers };
  const kept = before?.answers ?? {};
  return { ok: true, answers, replaced: hasFiles(screen) ? filesReplaced(screen, kept, { ...kept, ...answers }) : [] };
}

/** A file that was refused leaves its question unanswered too; only the first is said. */
function onePerField(problems: readonly Problem[]): readonly Problem[] {
  return problems.filter((problem, index) => problems.findIndex(({ field: first }) => first === problem.field) === index);
}

function titleOf(end: Walk, screen: Screen): string | undefined {
  return sectionOf(end, screen)?.section.title;
}

interface Shown {
  readonly screen: Screen;
  readonly fields: Fields;
  readonly problems: readonly Problem[];
}

async function showAgain(context: Context, trip: Trip, shown: Shown, request: FastifyRequest, reply: FastifyReply) {
  const draft = await draftOf(context, trip);
  if (draft.reference !== null) return reply.redirect(addressOf(trip.service, "done"), 303);
  const end = walk(trip.service, draft.answers, trip.visit.today);
  const from = fromOf(request);
  if (shown.problems.length > 0) void reply.code(422);
  const { screen } = shown;
  const kept = { files: draft.files, stated: end.stated, kept: draft.answers };
  return questionPage({ trip, ...shown, ...kept, back: backOf(trip, end, screen, from), from, section: titleOf(end, screen) });
}

interface Kept {
  readonly screen: Screen;
  readonly answers: Answers;
  /** Files that these answers no longer name. */
  readonly replaced: readonly string[];
  readonly saveOnly: boolean;
}

async function keepAndGo(context: Context, trip: Trip, kept: Kept, request: FastifyRequest, reply: FastifyReply) {
  const answers = await context.drafts.save(trip.visit.council.id, trip.draft, trip.service.version, kept.answers);
  if (answers === undefined) return goneOn(context, trip, kept, request, reply);
  await dropFiles(context, trip, kept.replaced);
  if (kept.saveOnly) return reply.redirect(addressOf(trip.service, "save"), 303);
  const end = walk(trip.service, answers, trip.visit.today);
  return reply.redirect(nextAddress(trip, end, kept.screen, fromOf(request)), 303);
}

/**
 * A journey that another tab has sent meanwhile goes to its reference. One that has moved on to another version takes the answers where they
 * mean the same there; otherwise it goes to where it stands, and the question is asked as it is now.
 */
async function goneOn(context: Context, trip: Trip, kept: Kept, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const draft = await draftOf(context, trip);
  if (draft.reference !== null) return reply.redirect(addressOf(trip.service, "done"), 303);
  if (draft.version === trip.service.version) throw refusal("journey-not-found");
  const now = await onItsVersion(context, trip, draft, reply);
  if (meansTheSame(kept.screen, trip.pinned, now.pinned)) return keepAndGo(context, now, kept, request, reply);
  return askAgain(now, draft, reply);
}

/** Whether the page that was answered asked what the screen asks: its journey may have moved on while the page was open. */
async function isAskedSo(context: Context, { visit, pinned }: Trip, screen: Screen, body: FormBody): Promise<boolean> {
  const shown = shownVersion(body);
  if (shown === undefined || shown === pinned.version) return true;
  const before = await context.councils.version(visit.council.id, pinned.id, shown);
  return before !== undefined && meansTheSame(screen, before, pinned);
}

function askAgain(trip: Trip, draft: Draft, reply: FastifyReply) {
  const standing = standingAddress(trip, walk(trip.service, draft.answers, trip.visit.today));
  return reply.redirect(draft.reference === null ? `${standing}?${FORM_CHANGED}` : addressOf(trip.service, "done"), 303);
}

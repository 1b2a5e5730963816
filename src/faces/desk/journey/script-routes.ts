import type { FastifyReply, FastifyRequest } from "fastify";

import type { Fields, Problem, Question } from "../../../answers/answer-type.ts";
import { pressed } from "../../../answers/answer-types.ts";
import type { Context } from "../../../context.ts";
import type { Fact, Screen } from "../../../definition/service.ts";
import { script } from "../../../journey/script.ts";
import { walk } from "../../../journey/walk.ts";
import { dropFiles, filesReplaced, filesTakenOut } from "../../shared/drop-files.ts";
import { PAGE_WORDS } from "../../../language/page-words.ts";
import { filledScreen } from "../../shared/filled-screen.ts";
import type { FormBody } from "../../shared/form-body.ts";
import { field } from "../../shared/form-body.ts";
import { formOf } from "../../shared/multipart.ts";
import { oneText } from "../../shared/query.ts";
import { noteOutcome } from "../../shared/send-draft.ts";
import { hasFiles, takeUploads } from "../../shared/uploads.ts";
import { journeyPerson } from "../../../contact/journey-person.ts";
import type { PersonRecord } from "../../../contact/person.ts";
import type { KnownFields } from "./known-fields.ts";
import { knownFields } from "./known-fields.ts";
import { readDeskKey } from "../desk.ts";
import type { Call } from "./call.ts";
import { callAddress, callPurpose } from "./call.ts";
import { sendLink } from "./link-part.ts";
import type { PostedScript } from "./read-script.ts";
import { readScript } from "./read-script.ts";
import { scriptPage } from "./script-page.ts";

interface Again {
  /** The screens that were on the page, and what was typed in them. */
  readonly screens: readonly Screen[];
  readonly fields: Fields;
  readonly problems: readonly Problem[];
}

const MORE = "The answers have opened more questions, or changed what there is to say. They are marked below.";

const HANDED =
  "We are sending them a link. They can finish it themselves; their page says whether they did. Until then you can both go on: what each answers is kept.";

/** Has a link sent, or shows what is wrong with the address that it was to be sent to. */
export async function handOver(context: Context, call: Call, request: FastifyRequest, reply: FastifyReply) {
  const linkTo = await sendLink(context, call, request, reply);
  if (linkTo === undefined) return reply;
  const { draft, service, desk } = call;
  const now = script(service, draft.answers, desk.visit.today);
  const shown = { script: now, ...filledScreens(call, now.screens), files: draft.files, problems: [], linkTo };
  return reply.code(422).send(scriptPage(context, call, shown));
}

/** Shows the script with the answers kept so far. */
export async function showScript(context: Context, call: Call, request: FastifyRequest): Promise<string> {
  const { draft, service, desk } = call;
  const said = await journeyPerson(context.database, desk.visit.council.id, draft.id);
  const now = script(service, draft.answers, desk.visit.today);
  const notice = oneText(request.query, "handed") !== "" ? HANDED : oneText(request.query, "more") === "" ? undefined : MORE;
  return scriptPage(context, call, {
    script: now,
    ...withKnown(call, filledScreens(call, now.screens), said?.person),
    files: draft.files,
    problems: [],
    notice,
  });
}

/** The answers kept in screens, and what questions without one are filled in with; those questions say where that comes from. */
function filledScreens({ service, draft, desk }: Call, screens: readonly Screen[]): { fields: Fields; questions: readonly Question[] } {
  const end = walk(service, draft.answers, desk.visit.today);
  const reader = { today: desk.visit.today, words: PAGE_WORDS.en };
  const filled = screens.map((screen) => filledScreen(service, screen, draft.answers, end, reader));
  return { fields: new Map(filled.flatMap(({ fields }) => [...fields])), questions: filled.flatMap(({ screen }) => screen.questions) };
}

/** Beside that, who the person is, where a record says it and no answer does. */
function withKnown({ service, draft, desk }: Call, shown: KnownFields, person: PersonRecord | undefined): KnownFields {
  if (person === undefined) return shown;
  const known = knownFields(service, shown.questions, draft.answers, person, desk.visit.today);
  const questions = shown.questions.map((question) => known.questions.find(({ id }) => id === question.id) ?? question);
  return { fields: new Map([...shown.fields, ...known.fields]), questions };
}

/** Shows the page again: what was typed where it was asked, and what is kept in screens that have opened since. */
function showAgain(context: Context, call: Call, { screens, fields, problems }: Again): string {
  const { draft, service, desk } = call;
  const now = script(service, draft.answers, desk.visit.today);
  const opened = now.screens.filter((screen) => !screens.includes(screen));
  const filled = filledScreens(call, opened);
  const all = new Map([...filled.fields, ...fields]);
  return scriptPage(context, call, { script: now, fields: all, questions: filled.questions, files: draft.files, problems });
}

/** Takes a posted script: keeps what is right, shows what is wrong, and goes on to where the conversation stands. */
export async function postScript(context: Context, call: Call, request: FastifyRequest, reply: FastifyReply) {
  const { draft, service, desk } = call;
  const body = await formOf(request);
  const { screens } = script(service, draft.answers, desk.visit.today);
  if (readDeskKey(desk, callPurpose(call), body) === undefined) {
    const message = "This page was opened before you signed in. Check what you typed, then send it again";
    const problems = [{ field: `screen-${screens[0]?.id ?? ""}`, code: "form-not-ours", message }];
    return reply.code(403).send(showAgain(context, call, { screens, fields: body.fields, problems }));
  }
  const whole = field(body, "go") === "check";
  const { posted, problems } = await withUploads(context, call, screens, body);
  const asked = screens.flatMap(({ questions }) => questions);
  const after = pressed(asked, posted.fields);
  const journey = { visit: desk.visit, draft: draft.id };
  if (after !== null) {
    const found: Call = { ...call, draft: { ...draft, files: posted.files } };
    await dropFiles(context, journey, filesTakenOut(posted.fields, after, found.draft));
    return showAgain(context, found, { screens, fields: after, problems });
  }
  const reading = readScript(posted, whole);
  const answers = await context.drafts.save(desk.visit.council.id, draft.id, draft.version, reading.answers);
  if (answers === undefined) return reply.redirect(callAddress(call, "/done"), 303);
  await dropFiles(context, journey, filesReplaced({ questions: asked }, draft.answers, answers));
  const kept: Call = { ...call, draft: { ...draft, answers, files: posted.files } };
  const wrong = stillAsked(kept, [...problems, ...reading.problems.filter((one) => !problems.some((other) => other.field === one.field))]);
  if (wrong.length > 0) return reply.code(422).send(showAgain(context, kept, { screens, fields: posted.fields, problems: wrong }));
  return reply.redirect(await nextPlace(context, kept, whole), 303);
}

/** Problems of questions that the answers have closed are none: after an ending, nothing more is asked. */
function stillAsked({ draft, service, desk }: Call, problems: readonly Problem[]): readonly Problem[] {
  const { screens } = script(service, draft.answers, desk.visit.today);
  const asked = new Set(screens.flatMap(({ questions }) => questions.map(({ id }) => id)));
  return problems.filter(({ field: wrong }) => asked.has(wrong.split(".", 1)[0] ?? ""));
}

/** Takes the files that were chosen, and gives what is to be read then. */
async function withUploads(context: Context, call: Call, screens: readonly Screen[], body: FormBody) {
  const { draft, service, desk } = call;
  const asked = { questions: screens.flatMap(({ questions }) => questions) };
  const { today } = desk.visit;
  const common = { service, screens, before: draft.answers, today };
  if (!hasFiles(asked) || body.files.length === 0) {
    const posted: PostedScript = { ...common, fields: body.fields, files: draft.files };
    return { posted, problems: [] };
  }
  const { fields, problems } = await takeUploads(context, { visit: desk.visit, draft: draft.id }, asked, body);
  const files = (await context.drafts.load(desk.visit.council.id, draft.id))?.files ?? [];
  const posted: PostedScript = { ...common, fields, files };
  return { posted, problems };
}

/** Where the officer goes on: the ending, the first question without an answer, or the check. */
async function nextPlace(context: Context, call: Call, whole: boolean): Promise<string> {
  const { draft, service, desk } = call;
  const now = script(service, draft.answers, desk.visit.today);
  if (now.outcome !== undefined) {
    await noteOutcome(context, desk.visit, draft, now.outcome);
    return callAddress(call, "#outcome");
  }
  const end = walk(service, draft.answers, desk.visit.today);
  if (whole && end.at.kind === "check") return callAddress(call, "/check");
  const isNews = ({ question: { id } }: Fact): boolean => now.stated[id] !== draft.answers[id];
  const open = now.screens.find(
    ({ questions, facts }) => questions.some(({ id }) => draft.answers[id] === undefined) || facts.some(isNews),
  );
  return callAddress(call, `${whole ? "?more=1" : ""}#${open === undefined ? "go-on" : `screen-${open.id}`}`);
}

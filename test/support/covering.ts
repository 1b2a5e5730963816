import { randomUUID } from "node:crypto";

import sharp from "sharp";

import type { Answer, Fields, FileAnswer, Question } from "../../src/answers/answer-type.ts";
import { answerType } from "../../src/answers/answer-types.ts";
import { peopleGroup } from "../../src/answers/people.ts";
import type { Case } from "../../src/cases/case.ts";
import type { PublishedService } from "../../src/definition/service.ts";
import { ANSWER_WORDS } from "../../src/language/answer-words.ts";
import { PAGE_WORDS } from "../../src/language/page-words.ts";
import type { CoveringJourney } from "../../src/journey/cover.ts";
import { tellOutcome } from "../../src/journey/tell-outcome.ts";
import { walk } from "../../src/journey/walk.ts";
import type { TestApp } from "./app.ts";
import type { WebClient } from "./web-client.ts";

/** Every service on the shelf. */
export const SHELF = [
  "report-a-pothole",
  "report-a-missed-bin",
  "store-petrol",
  "primary-school-place",
  "council-tax-move",
  "keep-a-dragon",
  "host-a-tournament",
  "defer-care-payments",
];

/** A small real picture. */
export const PICTURE: Promise<Buffer> = sharp({ create: { width: 8, height: 6, channels: 3, background: "#555555" } })
  .png()
  .toBuffer();

type Typed = Record<string, string | readonly string[] | Buffer>;

/** What a person types for a screen, as form fields; files are left to be chosen one by one. */
export function typedFor(questions: readonly Question[], answers: CoveringJourney["answers"]): Typed {
  const typed: Typed = {};
  const chosen = new Set(fileFields(questions, answers));
  for (const question of questions) {
    const answer = answers[question.id] ?? null;
    // Nobody types what is stated.
    if (answer === null || question.type === "files" || question.stated !== undefined) continue;
    const fields: Fields = answerType(question).fields(question, answer, "");
    for (const [name, values] of fields)
      if (isTyped(question, name, fields) && !chosen.has(name)) typed[name] = values.length === 1 ? (values[0] ?? "") : values;
  }
  return typed;
}

/** A form counts entries by itself, takes coordinates out of what is typed, and knows the row of a register by its whole label. */
function isTyped(question: Question, name: string, fields: Fields): boolean {
  if (fields.has(`${name}.search`) || name.endsWith(".for")) return false;
  return !name.endsWith(".count") && (question.type !== "place" || name === question.id);
}

interface WalkOptions {
  /** Called on each screen before it is answered. It leaves the client where it was. */
  readonly seen?: (screen: string) => Promise<void>;
  /** False: stops where the answers are checked. */
  readonly send?: boolean;
}

/** Walks a covering journey in the web without scripts, page by page, up to its outcome or its reference. */
export async function walkWeb(
  client: WebClient,
  service: PublishedService,
  journey: CoveringJourney,
  { seen, send = true }: WalkOptions = {},
): Promise<WebClient> {
  const words = PAGE_WORDS[service.language ?? "en"];
  await client.get(`/services/${service.id}`);
  await client.press(words.startNow);
  for (let pages = 0; pages < 60; pages++) {
    const task = client.path.endsWith("/journey/tasks") ? nextTask(client.body, words.completed, journey.end.kind === "check") : undefined;
    if (task !== undefined) await client.get(task);
    const screen = service.screens.get(client.path.split("?")[0]?.split("/").at(-1) ?? "");
    if (screen === undefined) break;
    await seen?.(screen.id);
    const before = client.path;
    for (const question of screen.questions) await addEntries(client, question, journey.answers[question.id]);
    const typed = typedFor(screen.questions, journey.answers);
    for (const field of fileFields(screen.questions, journey.answers)) typed[field] = await PICTURE;
    await client.press(words.continue, typed);
    if (client.status !== 200 || client.path === before) throw new Error(`${service.id} ${screen.id}: ${client.errors().join("; ")}`);
  }
  if (journey.end.kind === "outcome") return client;
  if (client.heading() !== words.checkHeading) throw new Error(`${service.id} stands at ${client.path}`);
  if (!send) return client;
  return client.press(...sending(service, words.acceptAndSend, words.send));
}

/** The button that sends, and what is ticked before. */
export function sending({ declaration, declarations }: PublishedService, accept: string, send = "Send"): [button: string, typed: Typed] {
  const ticks = declarations.map((_, index) => String(index + 1));
  if (ticks.length > 0) return [accept, { declared: ticks }];
  return [declaration === undefined ? send : accept, {}];
}

/**
 * A task of a list that can be done: the last, so that sections are filled in from the end, and checking comes when all are. A journey to an
 * outcome knows only the answers before its stop, and takes the first.
 */
function nextTask(body: string, completed: string, last: boolean): string | undefined {
  const items = body
    .split('<li class="govuk-task-list__item')
    .slice(1)
    .map((item) => item.split("</li>", 1)[0] ?? "");
  const open = items.filter((item) => item.includes("href=") && !new RegExp(`status"[^>]*>\\s*${completed}`).test(item));
  return /href="([^"]+)"/.exec(open.at(last ? -1 : 0) ?? "")?.[1];
}

/** The fields in which a file is chosen, those of groups too. */
export function fileFields(questions: readonly Question[], answers: unknown, prefix = ""): readonly string[] {
  return questions.flatMap((question) => {
    const answer = partOf(answers, question.id);
    if (!Array.isArray(answer) || answer.length === 0) return [];
    if (question.type === "files") return [prefix + question.id];
    const entries: readonly unknown[] = answer;
    return entries.flatMap((entry, at) => fileFields(question.settings.questions ?? [], entry, `${prefix}${question.id}.${at}.`));
  });
}

function partOf(answers: unknown, id: string): unknown {
  return Object.entries(answers ?? {}).find(([name]) => name === id)?.[1];
}

/** Presses the buttons that add entries until there are as many as answered, and then those of the groups inside. */
export async function addEntries(client: WebClient, question: Question, answer: unknown, prefix = "", of = ""): Promise<void> {
  if (question.type === "people") return addEntries(client, peopleGroup(question), answer, prefix, of);
  if (question.type !== "group" || !Array.isArray(answer)) return;
  const entries: readonly unknown[] = answer;
  const words = ANSWER_WORDS[question.language ?? "en"];
  const word = question.settings.entry ?? words.entry;
  const field = prefix + question.id;
  const shown = (): boolean => client.fieldNames().some((name) => name.startsWith(`${field}.${entries.length - 1}.`));
  for (let presses = 0; presses < 30 && entries.length > 0 && !shown(); presses++) await client.press(`${words.addAnother(word)}${of}`);
  for (const [at, entry] of entries.entries()) {
    const name = `${word.charAt(0).toUpperCase()}${word.slice(1)} ${at + 1}`;
    for (const part of question.settings.questions ?? []) {
      await addEntries(client, part, partOf(entry, part.id), `${field}.${at}.`, ` : ${name}`);
    }
  }
}

function isFiles(answer: unknown): answer is readonly FileAnswer[] {
  return Array.isArray(answer) && answer.length > 0 && answer.every((one) => typeof one === "object" && one !== null && "sha256" in one);
}

/** Sends a covering journey's answers as another system does, all at once, its files first. Gives the reference, or the outcome's title. */
export async function sendApi(app: TestApp, key: string, service: PublishedService, journey: CoveringJourney): Promise<string> {
  const headers = { host: "eastmere.example", authorization: `Bearer ${key}` };
  const answers: Record<string, Answer> = { ...journey.answers };
  for (const [id, answer] of Object.entries(answers)) answers[id] = await uploaded(answer, () => uploadApi(app, headers));
  const answered = await app.inject({
    method: "POST",
    url: `/api/services/${service.id}/cases`,
    headers: { ...headers, "idempotency-key": randomUUID() },
    payload: { answers },
  });
  const body: { reference?: string; outcome?: { title?: string } } = answered.json();
  const said = body.reference ?? body.outcome?.title;
  if (said === undefined) throw new Error(`${service.id}: ${answered.body}`);
  return said;
}

/** The answer with every file in it uploaded. */
async function uploaded(answer: Answer, upload: () => Promise<Answer>): Promise<Answer> {
  if (isFiles(answer)) return Promise.all(answer.map(upload));
  if (Array.isArray(answer)) return Promise.all(answer.map((one: Answer) => uploaded(one, upload)));
  if (answer === null || typeof answer !== "object") return answer;
  const parts = await Promise.all(Object.entries(answer).map(async ([id, part]) => [id, await uploaded(part, upload)] as const));
  return Object.fromEntries(parts);
}

/** The answer without what tells one file from another. */
export function faceless(answer: unknown): unknown {
  if (isFiles(answer)) return "files";
  if (Array.isArray(answer)) return answer.map(faceless);
  if (answer === null || typeof answer !== "object") return answer;
  return Object.fromEntries(Object.entries(answer).map(([id, part]) => [id, faceless(part)]));
}

async function uploadApi(app: TestApp, headers: Readonly<Record<string, string>>): Promise<Answer> {
  const form = new FormData();
  form.append("file", new Blob([new Uint8Array(await PICTURE)]), "photo.png");
  const response = new Response(form);
  const type = response.headers.get("content-type") ?? "";
  const payload = Buffer.from(await response.arrayBuffer());
  const uploaded = await app.inject({ method: "POST", url: "/api/files", headers: { ...headers, "content-type": type }, payload });
  if (uploaded.statusCode !== 201) throw new Error(uploaded.body);
  return uploaded.json<Answer>();
}

/** The title of the outcome that a journey comes to, as it is told to its person. */
export function outcomeTitle(service: PublishedService, { answers, end }: CoveringJourney): string {
  const outcome = end.kind === "outcome" ? service.outcomes.get(end.outcome) : undefined;
  return outcome === undefined ? "no outcome" : tellOutcome(outcome, walk(service, answers, "2026-03-02").facts).title;
}

/** What must be the same whichever channel a case came by: all but its ids, its reference and how many pictures were sent. */
export function essence(item: Case): unknown {
  const answers = faceless(item.answers);
  const { service, version, stage, priority, team, person, tellBy, feePence, openedAt, dueAt, closedAt } = item;
  return { answers, service, version, stage, priority, team, person, tellBy, feePence, openedAt, dueAt, closedAt };
}

/** Does work on every item, so many at once: visitors share the database's commits as they do in life. */
export async function atOnce<Item>(most: number, items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const left = items.values();
  await Promise.all(
    Array.from({ length: most }, async () => {
      for (const item of left) await work(item);
    }),
  );
}

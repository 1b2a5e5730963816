import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { eventFrom } from "../../src/cases/case-row.ts";
import type { EventRow } from "../../src/cases/case-row.ts";
import { firstBroken } from "../../src/cases/event.ts";
import type { StoredEvent } from "../../src/cases/event.ts";
import type { Queries } from "../../src/platform/database.ts";
import { statement } from "../../src/platform/statement.ts";
import { COUNCIL } from "./council.ts";
import type { Diary } from "./diary.ts";

const cases = statement(
  "faults-cases",
  "select id, reference, submission, channel, answers, person_email as email, event_count, head from cases where council = $1",
);
const events = statement("faults-events", "select * from events where council = $1 order by case_id, number");
const drafts = statement("faults-drafts", "select id, answers, reference from drafts where council = $1");
const jobs = statement("faults-jobs", "select kind, dead_at is not null as dead, problem from jobs where council = $1");
const messages = statement("faults-messages", `select case_id as "caseId", cause, state from messages where council = $1`);
const measures = statement(
  "faults-measures",
  "select measure, channel, sum(count)::bigint as count from measures where council = $1 group by measure, channel",
);
const months = statement(
  "faults-months",
  "select measure, channel, sum(count)::bigint as count from monthly_measures where council = $1 group by measure, channel",
);
const files = statement("faults-files", `select id, case_id as "caseId", sha256 from files where council = $1`);

interface CaseFound {
  readonly id: string;
  readonly reference: string;
  readonly submission: string;
  readonly channel: string;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly email: string | null;
  readonly event_count: number;
  readonly head: Buffer;
}

interface DraftFound {
  readonly id: string;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly reference: string | null;
}

interface Count {
  readonly measure: string;
  readonly channel: string;
  readonly count: number;
}

/** All that the database holds of the council. */
interface Holding {
  readonly cases: readonly CaseFound[];
  readonly events: readonly EventRow[];
  readonly drafts: readonly DraftFound[];
  readonly jobs: readonly { kind: string; dead: boolean; problem: string | null }[];
  readonly messages: readonly { caseId: string; cause: string; state: string }[];
  readonly measures: readonly Count[];
  readonly months: readonly Count[];
  readonly files: readonly { id: string; caseId: string | null; sha256: string }[];
  /** Where the bytes of files lie. */
  readonly fileFolder: string;
}

async function read(database: Queries, dataFolder: string): Promise<Holding> {
  const all = <Row>(query: ReturnType<typeof statement>): Promise<Row[]> => database.query<Row>(query, [COUNCIL]);
  return {
    cases: await all(cases),
    events: await all(events),
    drafts: await all(drafts),
    jobs: await all(jobs),
    messages: await all(messages),
    measures: await all(measures),
    months: await all(months),
    files: await all(files),
    fileFolder: join(dataFolder, "files"),
  };
}

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string | null): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item) ?? "";
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

/** What is wrong with one case by itself: its events, its chain, its one message. */
function wrongWithCase(item: CaseFound, chain: readonly StoredEvent[], told: Holding["messages"]): readonly string[] {
  const name = `case ${item.reference}`;
  const wrong: string[] = [];
  if (chain.length !== item.event_count || chain[0]?.kind !== "submitted")
    wrong.push(`${name} has ${chain.length} events of ${item.event_count}`);
  const broken = firstBroken(COUNCIL, chain);
  if (broken !== undefined) wrong.push(`${name}: event ${broken} does not fit the chain`);
  if (chain.at(-1)?.hash.equals(item.head) !== true) wrong.push(`${name} does not end with its newest event`);
  const received = told.filter(({ cause, state }) => cause.endsWith(":1:received") && state === "sent");
  if (told.length !== 1 || received.length !== 1)
    wrong.push(`${name} has ${told.length} messages, ${received.length} of them received and sent`);
  return wrong;
}

function wrongWithCases(held: Holding): readonly string[] {
  const chains = groupBy(held.events, ({ case_id }) => case_id);
  const told = groupBy(held.messages, ({ caseId }) => caseId);
  const own = new Set(held.cases.map(({ id }) => id));
  const stray = [...chains.keys(), ...told.keys()].filter((id) => !own.has(id)).map((id) => `events or messages without a case: ${id}`);
  const twice = [...groupBy(held.cases, ({ submission }) => submission)]
    .filter(([, found]) => found.length > 1)
    .map(([key]) => `two cases under the one-time key ${key}`);
  return [
    ...stray,
    ...twice,
    ...held.cases.flatMap((item) => wrongWithCase(item, (chains.get(item.id) ?? []).map(eventFrom), told.get(item.id) ?? [])),
  ];
}

function countOf(counts: readonly Count[], measure: string, channel: string): number {
  return counts.find((one) => one.measure === measure && one.channel === channel)?.count ?? 0;
}

function wrongWithFigures(held: Holding): readonly string[] {
  const wanted: [string, string, number][] = [
    ["started", "web", held.drafts.length],
    ["submitted", "web", held.cases.filter(({ channel }) => channel === "web").length],
    ["submitted", "api", held.cases.filter(({ channel }) => channel === "api").length],
  ];
  return wanted.flatMap(([measure, channel, count]) =>
    [held.measures, held.months].flatMap((counts, index) => {
      const found = countOf(counts, measure, channel);
      return found === count ? [] : [`the figure ${measure} by ${channel} ${index === 0 ? "a day" : "a month"} says ${found} for ${count}`];
    }),
  );
}

function textOf(answer: unknown): string | undefined {
  if (answer === undefined) return undefined;
  return typeof answer === "string" ? answer : JSON.stringify(answer);
}

function wrongAnswers(diary: Diary, stored: Readonly<Record<string, unknown>>): readonly string[] {
  return [...diary.answers].flatMap(([question, { kept, maybe }]) => {
    const value = textOf(stored[question]);
    if (value === undefined ? kept === undefined : value === kept || maybe.has(value)) return [];
    return [`${diary.email} was told that the answer to ${question} is kept, and it is ${value === undefined ? "gone" : "another"}`];
  });
}

function wrongFile(diary: Diary, stored: Readonly<Record<string, unknown>>, held: Holding, caseId: string | null): readonly string[] {
  if (diary.file === undefined) return [];
  const sha256 = createHash("sha256").update(diary.file).digest("hex");
  const list = stored["list"];
  const named: readonly unknown[] = Array.isArray(list) ? list.map((file: { sha256?: unknown }) => file.sha256) : [];
  const row = held.files.find((file) => file.sha256 === sha256 && file.caseId === caseId);
  const path = join(held.fileFolder, COUNCIL, sha256.slice(0, 2), sha256);
  const whole = existsSync(path) && readFileSync(path, "utf8") === diary.file;
  return named.includes(sha256) && row !== undefined && whole ? [] : [`${diary.email} was told that the file is kept, and it is not`];
}

/** What a person was told and the database does not bear out. */
function wrongFor(diary: Diary, mine: readonly CaseFound[], draft: DraftFound | undefined, held: Holding): readonly string[] {
  const name = diary.email;
  const wrong = diary.surprises.map((surprise) => `${name}: ${surprise}`);
  if (mine.length > 1) wrong.push(`${name} has ${mine.length} cases`);
  const [item] = mine;
  if (diary.sent && item === undefined) wrong.push(`${name} was told that it is sent, and there is no case`);
  if (!diary.maybeSent && item !== undefined) wrong.push(`${name} has a case and did not send one`);
  for (const reference of diary.references)
    if (reference !== item?.reference) wrong.push(`${name} was given ${reference}, and the case is ${item?.reference ?? "not there"}`);
  if (diary.started && draft === undefined) wrong.push(`${name} was told that the journey has started, and there is none`);
  if (draft !== undefined && (draft.reference ?? undefined) !== item?.reference)
    wrong.push(`the journey of ${name} does not know its case`);
  return [
    ...wrong,
    ...wrongAnswers(diary, item?.answers ?? draft?.answers ?? {}),
    ...wrongFile(diary, item?.answers ?? draft?.answers ?? {}, held, item?.id ?? null),
  ];
}

export interface Verdict {
  /** Sentences, each something that must never be. */
  readonly wrong: readonly string[];
  readonly cases: number;
  readonly drafts: number;
}

/** Jobs that are left, and of them those that are dead. */
export async function jobsLeft(database: Queries): Promise<{ readonly left: number; readonly dead: number }> {
  const found = await database.query<Holding["jobs"][number]>(jobs, [COUNCIL]);
  return { left: found.length, dead: found.filter(({ dead }) => dead).length };
}

/** Holds everything that people were told, since the folder was made, against what the database has. */
export async function check(database: Queries, dataFolder: string, diaries: readonly Diary[]): Promise<Verdict> {
  const held = await read(database, dataFolder);
  const byEmail = groupBy(held.cases, ({ email }) => email);
  const draftOf = new Map(held.drafts.map((draft) => [draft.id, draft]));
  const people = new Set(diaries.map(({ email }) => email));
  const strangers = [...byEmail.keys()].filter((email) => !people.has(email)).map((email) => `a case of nobody: ${email}`);
  const waiting = held.jobs.map(({ kind, dead, problem }) => `a job of kind ${kind} is ${dead ? `dead: ${problem}` : "left"}`);
  const theirs = diaries.flatMap((diary) => wrongFor(diary, byEmail.get(diary.email) ?? [], draftOf.get(diary.key ?? ""), held));
  const wrong = [...theirs, ...strangers, ...waiting, ...wrongWithCases(held), ...wrongWithFigures(held)];
  return { wrong, cases: held.cases.length, drafts: held.drafts.length };
}

import type { DraftPlan, PublishedService } from "../definition/service.ts";
import { dayOf } from "../platform/clock.ts";
import type { Visit } from "./calendar-of-visits.ts";
import type { DraftRow, Ledger } from "./ledger.ts";
import type { OpenedCase } from "./open-case.ts";
import { sceneOf } from "./open-case.ts";
import { travel } from "./travel.ts";
import type { World } from "./world.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const HALF_DAY = 12 * 60 * MINUTE;

/** When the journey that was sent at `at` was started. */
export function startedAt({ chance }: World, { story, at }: Visit): Date {
  const [least, most] = story.minutes;
  return new Date(at.getTime() - Math.floor((least + (most - least) * chance.part() ** 2) * MINUTE));
}

/** Enters the journey that became a case. Its answers are the case's now. */
export function enterSentJourney(
  world: World,
  ledger: Ledger,
  service: PublishedService,
  made: OpenedCase,
  started: Date,
  rated: boolean,
): void {
  const { item, officer, files } = made;
  const updated = new Date(Math.max(started.getTime(), item.openedAt.getTime() - MINUTE / 3));
  const kept = { channel: item.channel, officer, files, reference: item.reference, rated, updated_at: updated };
  enterDraft(world, ledger, service, { ...begun(service, item.submission, started), ...kept });
  for (const file of files) ledger.files.push({ ...file, draft: item.submission, caseId: item.id, createdAt: updated });
}

/** A journey online that was only just started. */
function begun(service: PublishedService, id: string, at: Date): DraftRow {
  const who = { channel: "web", officer: null, reference: null, rated: false } as const;
  const nothing = { answers: {}, files: [], outcome: null, ended_at: null };
  return { id, service: service.id, version: service.version, ...who, ...nothing, ...service.drafts, created_at: at, updated_at: at };
}

/** What happened to a journey counts for good; the journey itself is deleted once nobody has touched it for so many days. */
function enterDraft(world: World, ledger: Ledger, { drafts }: PublishedService, draft: DraftRow): void {
  const { service, channel, created_at: started, ended_at: ended } = draft;
  ledger.works.push({ service, day: dayOf(started), channel, add: { started: 0 } });
  if (ended !== null) ledger.works.push({ service, day: dayOf(ended), channel, add: { ended: 0 } });
  if (isKept(world, drafts, draft.updated_at)) ledger.drafts.push(draft);
}

function isKept({ now }: World, { days }: DraftPlan, touched: Date): boolean {
  return touched.getTime() >= now.getTime() - days * DAY;
}

/** Enters the journeys that go with one that was sent online: those of people who gave up, and of people who were told that it is not for them. */
export function enterOtherJourneys(world: World, ledger: Ledger, service: PublishedService, visit: Visit): void {
  if (visit.channel !== "web") return;
  const { completion, ended } = visit.story;
  const sent = completion - ended;
  for (let left = drawn(world, (1 - completion) / sent); left > 0; left--) abandon(world, ledger, service, near(world, visit));
  for (let left = drawn(world, ended / sent); left > 0; left--) end(world, ledger, service, near(world, visit));
}

/** Enters a journey through a service that makes no case: to its answer, or as far as its person cared to go. */
export function enterCalculation(world: World, ledger: Ledger, service: PublishedService, visit: Visit): void {
  if (world.chance.yes(visit.story.completion)) end(world, ledger, service, visit);
  else abandon(world, ledger, service, visit);
}

function drawn({ chance }: World, expected: number): number {
  return Math.floor(expected) + (chance.yes(expected % 1) ? 1 : 0);
}

function near({ chance, now }: World, visit: Visit): Visit {
  const at = visit.at.getTime() + Math.floor((chance.part() - 0.5) * HALF_DAY);
  return { ...visit, at: new Date(Math.min(at, now.getTime() - MINUTE)) };
}

function abandon(world: World, ledger: Ledger, service: PublishedService, visit: Visit): void {
  const started = startedAt(world, visit);
  const draft = { ...begun(service, world.ids.uuid(started), started), updated_at: visit.at };
  // Answers that are deleted by now need not be made up.
  if (!isKept(world, service.drafts, visit.at)) return enterDraft(world, ledger, service, draft);
  const { walk, files } = travel({ service, told: visit.story.answers, scene: sceneOf(world, visit), patience: patience(world, service) });
  enterDraft(world, ledger, service, { ...draft, answers: walk.live, files });
  for (const file of files) ledger.files.push({ ...file, draft: draft.id, caseId: null, createdAt: visit.at });
}

/** Many look at the first page and go; the rest stop anywhere on the way. */
function patience({ chance }: World, service: PublishedService): number {
  return chance.yes(0.35) ? 0 : chance.whole(1, Math.max(1, service.questions.size - 3));
}

function end(world: World, ledger: Ledger, service: PublishedService, visit: Visit): void {
  const { chance, ids } = world;
  const told = { ...visit.story.answers, ...chance.pick(visit.story.endings) };
  const { walk } = travel({ service, told, scene: sceneOf(world, visit) });
  if (walk.at.kind !== "outcome") return;
  const started = new Date(visit.at.getTime() - chance.whole(20, 200) * 1000);
  const ending = { answers: walk.live, outcome: walk.at.outcome, ended_at: visit.at, updated_at: visit.at };
  enterDraft(world, ledger, service, { ...begun(service, ids.uuid(started), started), ...ending });
}

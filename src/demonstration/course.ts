import type { Answer, Question } from "../answers/answer-type.ts";
import { answerType } from "../answers/answer-types.ts";
import { isOffered } from "../cases/actions/facts.ts";
import { workCalendar } from "../cases/clock/work-calendar.ts";
import type { Case } from "../cases/case.ts";
import type { Command } from "../cases/decide.ts";
import type { Action, PublishedService } from "../definition/service.ts";
import type { Officer } from "../people/officer.ts";
import { dayOf } from "../platform/clock.ts";
import type { Chance } from "./chance.ts";
import type { Course, Story } from "./story.ts";
import { wakingMoment, workingMoment } from "./working-time.ts";
import type { World } from "./world.ts";
import { worker } from "./world.ts";

/** Something that somebody will ask of a case at an instant. No officer: the person does. */
export interface Planned {
  readonly at: Date;
  readonly officer: Officer | null;
  /** What is asked. `seen` and files are filled in when it happens. */
  readonly command: Command;
  /** The person sends a file with it. */
  readonly withFile?: boolean;
}

export interface Plan {
  readonly steps: readonly Planned[];
  /** The officer whose case it is. */
  readonly holder: Officer | null;
}

const HOUR = 3_600_000;
const MOST_ACTIONS = 9;
const FORGOTTEN = 0.012;

/** Plans the actions that lead a case to its end: which, by whom, when, and what people answer in between. */
export function planActions(world: World, service: PublishedService, story: Story, item: Case): Plan {
  const actions = actionsToTheEnd(world.chance, service, story.course, item);
  const span = (item.dueAt.getTime() - item.openedAt.getTime()) * paceOf(world.chance, story.course);
  const steps: Planned[] = [];
  let [holder, after]: [Officer | null, Date] = [null, item.openedAt];
  for (const [index, action] of actions.entries()) {
    const officer: Officer | null = holder !== null && isPermitted(holder, action) ? holder : worker(world, item.team, action.by);
    if (officer === null) break;
    holder ??= officer;
    const target = new Date(item.openedAt.getTime() + (span * (index + 1)) / actions.length);
    const at = momentFor(world, item, target, after);
    const step = planned(world.chance, story.course, action, officer, at);
    steps.push(step);
    const answer = answerTo(world.chance, story.course, action, step.command.reason, at);
    if (answer !== undefined) steps.push(answer);
    // Where the case closes by itself when nobody answers, its officer leaves it to that.
    else if (story.course.awaits[action.id] !== undefined && closesByItself(service, action)) break;
    after = answer?.at ?? at;
  }
  return { steps, holder };
}

type Act = Extract<Command, { readonly kind: "act" }>;

/** An action that an officer takes at an instant, with its reason, what it asks filled in, and confirmed. */
export function planned(chance: Chance, course: Course, action: Action, officer: Officer | null, at: Date): Planned & { command: Act } {
  const reason = reasonFor(chance, course, action);
  const recorded = Object.fromEntries(action.asks.map((question) => [question.id, recordedFor(course, question, at)]));
  return { at, officer, command: { kind: "act", action: action.id, reason, seen: 0, recorded, confirmed: true } };
}

/** What an officer records: as the story says, or else nothing where it may be left out, and an example. By the time, so that chance goes on as it was. */
function recordedFor({ records }: Course, question: Question, at: Date): Answer {
  const said = records?.[question.id];
  if (said !== undefined) return said[at.getTime() % said.length] ?? said[0];
  return question.optional ? null : (answerType(question).examples(question, dayOf(at))[0] ?? null);
}

/** The way from the stage of a case to one that closes, each action as often as the story says. */
export function actionsToTheEnd(chance: Chance, service: PublishedService, course: Course, item: Case): readonly Action[] {
  const actions: Action[] = [];
  let stage = service.case.stages.get(item.stage);
  while (stage !== undefined && !stage.closed && actions.length < MOST_ACTIONS) {
    const offered = [...stage.actions.values()].filter((action) => isOffered(service, item, action, dayOf(item.openedAt)));
    const weights = Object.fromEntries(offered.map(({ id }) => [id, course.actions[id] ?? 1]));
    const action = stage.actions.get(chance.weighted(weights));
    if (action === undefined) break;
    actions.push(action);
    stage = service.case.stages.get(action.to);
  }
  return actions;
}

/** When it is closed, as a share of the time until the deadline. */
function paceOf(chance: Chance, { late }: Course): number {
  if (chance.yes(FORGOTTEN)) return 3 + 5 * chance.part();
  if (chance.yes(late)) return 1.02 + chance.part();
  return 0.1 + 0.82 * chance.part();
}

/** Emergencies are worked at any hour, all else in office hours. */
function momentFor({ chance, council }: World, item: Case, target: Date, after: Date): Date {
  const urgent = item.dueAt.getTime() - item.openedAt.getTime() < 12 * HOUR;
  if (!urgent) return workingMoment(chance, workCalendar(council), target, after);
  return new Date(Math.floor(Math.max(target.getTime(), after.getTime() + HOUR / 12)));
}

function closesByItself(service: PublishedService, { to }: Action): boolean {
  return service.case.stages.get(to)?.on.deadline !== undefined;
}

function isPermitted(officer: Officer, { by }: Action): boolean {
  return by.length === 0 || by.some((role) => officer.roles.includes(role));
}

function reasonFor(chance: Chance, course: Course, { id, reason }: Action): string {
  if (reason === "none") return "";
  const awaited = course.awaits[id];
  if (awaited !== undefined) return chance.pick(awaited.said)[0];
  return chance.pick(course.reasons[id] ?? (reason === "required" ? ["The notes say why."] : [""]));
}

/** What the person sends after an action that asks for something; some never do. */
function answerTo(chance: Chance, course: Course, action: Action, reason: string, asked: Date): Planned | undefined {
  const awaited = course.awaits[action.id];
  const answer = awaited?.said.find(([why]) => why === reason)?.[1];
  if (awaited === undefined || answer === undefined || !chance.yes(0.85)) return undefined;
  const at = wakingMoment(new Date(asked.getTime() + Math.floor((4 + 140 * chance.part() ** 1.5) * HOUR)));
  return { at, officer: null, command: { kind: "reply", text: answer, files: [] }, withFile: awaited.withFile };
}

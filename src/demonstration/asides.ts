import { workCalendar } from "../cases/clock/work-calendar.ts";
import { dayOf } from "../platform/clock.ts";
import type { Case } from "../cases/case.ts";
import type { Officer } from "../people/officer.ts";
import { planCorrecting } from "./correcting.ts";
import type { Plan, Planned } from "./course.ts";
import type { Story } from "./story.ts";
import { wakingMoment, workingMoment } from "./working-time.ts";
import type { World } from "./world.ts";
import { worker } from "./world.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const CHASES = [
  "Is there any news on this?",
  "I have not heard anything yet. When will this be done?",
  "Can you tell me what happens next?",
  "Just checking that you have everything you need from me.",
] as const;

const CALMS = [
  "Thank you for your message. We are working on it and will write to you as soon as there is news.",
  "We are sorry for the wait. You will hear from us by the date on your case.",
  "Thank you. We have all that we need.",
] as const;

const DELAYS = [
  "The contractor has more jobs than usual after the storm.",
  "Two of the team are away. Yours is next but three.",
  "We wait for a part that is not in stock.",
  "We had to look at this a second time.",
] as const;

/** What happens beside the actions: an officer takes the case, writes notes, asks something; the person answers, or asks how it goes. */
export function planAsides(world: World, story: Story, item: Case, plan: Plan): readonly Planned[] {
  const { chance } = world;
  const holder = plan.holder ?? worker(world, item.team, []);
  if (holder === null) return [];
  const end = plan.steps.at(-1)?.at ?? item.dueAt;
  return [
    ...(chance.yes(0.8) ? [take(world, item, plan, holder)] : []),
    ...(chance.yes(0.14) ? [note(world, story, item, end, holder)] : []),
    ...(chance.yes(0.08) ? exchange(world, story, item, end, holder) : []),
    ...(end > item.dueAt && chance.yes(0.6) ? [excuse(world, item, end, holder)] : []),
    ...(chance.yes(end > item.dueAt || end > world.now ? 0.2 : 0.03) ? chase(world, item, end, holder) : []),
    ...planCorrecting(item, new Date(item.openedAt.getTime() + Math.floor((end.getTime() - item.openedAt.getTime()) / 2)), holder),
  ];
}

function take({ chance, council }: World, item: Case, { steps }: Plan, holder: Officer): Planned {
  const first = steps[0]?.at ?? item.dueAt;
  const wait = first.getTime() - item.openedAt.getTime();
  const early = workingMoment(chance, workCalendar(council), new Date(item.openedAt.getTime() + wait * chance.part()), item.openedAt);
  // One who has not looked before takes it just before acting.
  const at = early < first ? early : new Date(first.getTime() - Math.floor(Math.min(wait, 0.05 * HOUR) / 2));
  return { at, officer: holder, command: { kind: "take", officer: holder.id } };
}

function between({ chance, council }: World, item: Case, end: Date): Date {
  const wait = end.getTime() - item.openedAt.getTime();
  return workingMoment(
    chance,
    workCalendar(council),
    new Date(item.openedAt.getTime() + wait * (0.1 + 0.7 * chance.part())),
    item.openedAt,
  );
}

function note(world: World, story: Story, item: Case, end: Date, holder: Officer): Planned {
  return { at: between(world, item, end), officer: holder, command: { kind: "note", text: world.chance.pick(story.course.notes) } };
}

function exchange(world: World, story: Story, item: Case, end: Date, holder: Officer): readonly Planned[] {
  const { chance } = world;
  const [question, answer] = chance.pick(story.course.questions);
  const asked: Planned = { at: between(world, item, end), officer: holder, command: { kind: "tell", text: question } };
  if (!chance.yes(0.75)) return [asked];
  const at = wakingMoment(new Date(asked.at.getTime() + Math.floor((0.5 + 30 * chance.part()) * HOUR)));
  return [asked, { at, officer: null, command: { kind: "reply", text: answer, files: [] } }];
}

/** An officer sees that it will not be done in time, and says when it will. */
function excuse({ chance, council }: World, item: Case, end: Date, holder: Officer): Planned {
  const last = new Date(Math.min(end.getTime(), item.dueAt.getTime() + 2 * DAY));
  const at = workingMoment(chance, workCalendar(council), new Date(last.getTime() - DAY * (0.5 + chance.part())), item.openedAt);
  const day = dayOf(new Date(Math.max(end.getTime(), at.getTime()) + DAY * chance.whole(0, 3)));
  return { at, officer: holder, command: { kind: "expect", day, text: chance.pick(DELAYS) } };
}

function chase(world: World, item: Case, end: Date, holder: Officer): readonly Planned[] {
  const { chance, council, now } = world;
  const wait = Math.min(end.getTime(), now.getTime()) - item.openedAt.getTime();
  const at = wakingMoment(new Date(item.openedAt.getTime() + Math.floor(wait * (0.5 + 0.45 * chance.part()))));
  const asked: Planned = { at, officer: null, command: { kind: "reply", text: chance.pick(CHASES), files: [] } };
  if (!chance.yes(0.6)) return [asked];
  const answered = workingMoment(chance, workCalendar(council), new Date(at.getTime() + DAY * chance.part()), at);
  return [asked, { at: answered, officer: holder, command: { kind: "tell", text: chance.pick(CALMS) } }];
}

import { addDays, startOfDay } from "../cases/calendar.ts";
import type { Case } from "../cases/case.ts";
import type { PublishedService } from "../definition/service.ts";
import { dayOf } from "../platform/clock.ts";
import type { Plan, Planned } from "./course.ts";
import { actionsToTheEnd, planned } from "./course.ts";
import type { Story } from "./story.ts";
import { wakingMoment } from "./working-time.ts";
import type { World } from "./world.ts";

const HOUR = 3_600_000;

/** Some people open their closed case again, a few days later; then it is worked once more, a day for each action. */
export function planReopening(world: World, service: PublishedService, { course }: Story, item: Case, { steps }: Plan): readonly Planned[] {
  const { chance } = world;
  const { reopened } = course;
  const last = steps.at(-1);
  const action = last?.command.kind === "act" ? last.command.action : undefined;
  const closing = [...service.case.stages.values()].flatMap((stage) => stage.actions.get(action ?? "") ?? [])[0];
  const reopen = service.case.stages.get(closing?.to ?? "")?.reopen;
  if (last === undefined || reopen?.resident !== true || reopened === undefined || !chance.yes(reopened.share)) return [];
  const at = wakingMoment(new Date(last.at.getTime() + Math.floor((20 + 200 * chance.part()) * HOUR)));
  const again: Planned = { at, officer: null, command: { kind: "reopen", by: "resident", reason: chance.pick(reopened.why) } };
  const actions = actionsToTheEnd(chance, service, course, { ...item, stage: reopen.to });
  const morning = (day: number): Date => new Date(startOfDay(addDays(dayOf(at), day)).getTime() + (9 + 6 * chance.part()) * HOUR);
  const more = actions.map((one, index) => planned(chance, course, one, last.officer, new Date(Math.floor(morning(index + 1).getTime()))));
  return [again, ...more];
}

import type { Case } from "../cases/case.ts";
import { fold } from "../cases/case.ts";
import type { Command } from "../cases/decide.ts";
import { decide } from "../cases/decide.ts";
import { nextAlarm } from "../cases/clock/alarms.ts";
import { workCalendar } from "../cases/clock/work-calendar.ts";
import type { EventChannel } from "../cases/event.ts";
import { chain } from "../cases/event.ts";
import type { PublishedService } from "../definition/service.ts";
import { derivedUuid } from "../platform/ids.ts";
import { planAsides } from "./asides.ts";
import { planConfirming } from "./confirming.ts";
import type { Planned } from "./course.ts";
import { planActions } from "./course.ts";
import type { Ledger } from "./ledger.ts";
import { enter } from "./ledger.ts";
import { planRating } from "./ratings.ts";
import { planReopening } from "./reopening.ts";
import type { Story } from "./story.ts";
import type { World } from "./world.ts";

/** Lets everything happen to a case that happens until now, decided and chained as the product does, and enters it. Gives the case as it stands. */
export function liveCase(world: World, ledger: Ledger, service: PublishedService, story: Story, start: Case): Case {
  let item = start;
  for (const planned of plansFor(world, service, story, start)) {
    item = alarmsUntil(world, ledger, service, item, planned.at);
    // What was planned for an open case no longer happens once it is closed.
    if (item.closedAt !== null && planned.command.kind !== "rate" && planned.command.kind !== "reopen") continue;
    item = happen(world, ledger, service, item, planned);
  }
  return alarmsUntil(world, ledger, service, item, world.now);
}

/** A program looks at the clocks of cases every half a minute. */
const LOOKS = 30_000;
const BY_ITSELF: Command = { kind: "automatic", cause: "clock" };

/** Lets happen what comes due on a case's clock before an instant. */
function alarmsUntil(world: World, ledger: Ledger, service: PublishedService, start: Case, until: Date): Case {
  let item = start;
  for (;;) {
    const due = nextAlarm(service, item, item.updatedAt, workCalendar(world.council));
    if (due === null) return item;
    const at = new Date(Math.max(due.getTime(), item.updatedAt.getTime()) + LOOKS / 2);
    if (at >= until) return item;
    const after = happen(world, ledger, service, item, { at, officer: null, command: BY_ITSELF });
    if (after === item) return item;
    item = after;
  }
}

function plansFor(world: World, service: PublishedService, story: Story, item: Case): readonly Planned[] {
  const confirming = planConfirming(world, service, item);
  const plan = planActions(world, service, story, confirming.item);
  const again = planReopening(world, service, story, confirming.item, plan);
  const rating = planRating(world, story, item);
  const all = [
    ...confirming.steps,
    ...plan.steps,
    ...planAsides(world, story, item, plan),
    ...(rating === undefined ? [] : [rating]),
    ...again,
  ];
  const happened = all.filter(({ at }) => at > item.openedAt && at < world.now);
  return happened.toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

function happen(world: World, ledger: Ledger, service: PublishedService, before: Case, planned: Planned): Case {
  const { ids, council } = world;
  const { at, officer } = planned;
  const command = filledIn(world, ledger, before, planned);
  const decision = decide(service, before, command, { at, roles: officer?.roles ?? [], calendar: workCalendar(council) });
  if (!decision.ok) return before;
  const key = command.kind === "rate" ? derivedUuid("rating", before.submission) : ids.uuid(at);
  const place = { caseId: before.id, number: before.eventCount + 1, previous: before.head };
  const circumstance = { at, channel: channelOf(planned), officer: officer?.id ?? null, key } as const;
  const event = chain(council.id, place, decision.happening, circumstance, ids.bytes(16));
  const after = fold(before, event);
  enter(ledger, world, service, after, event);
  return after;
}

function channelOf({ officer, command }: Planned): EventChannel {
  if (command.kind === "automatic") return "clock";
  return officer === null ? "web" : "desk";
}

function filledIn(world: World, ledger: Ledger, item: Case, { command, at, withFile }: Planned): Command {
  if (command.kind === "confirm") return { ...command, asked: item.confirmations?.[command.person - 1]?.asked ?? command.asked };
  if (command.kind === "act") return { ...command, seen: item.eventCount };
  if (command.kind !== "reply" || withFile !== true) return command;
  const id = world.ids.uuid(at);
  ledger.files.push({ id, ...world.chance.pick(world.samples.bill), draft: null, caseId: item.id, createdAt: at });
  return { ...command, files: [id] };
}

import type { Prepared } from "../cases/prepare.ts";
import { commit } from "../cases/event.ts";
import type { Action, PublishedService } from "../definition/service.ts";
import type { Visit } from "./calendar-of-visits.ts";
import { openCase } from "./open-case.ts";
import { STORIES } from "./stories/all-stories.ts";
import type { World } from "./world.ts";

/** A journey that was prepared once and stands for many in a load: what differs between its cases is when, and under which reference. */
export interface Pattern {
  readonly service: PublishedService;
  readonly prepared: Prepared;
  /** What its first event keeps of the person and the answers. */
  readonly sealed: Sealed;
  /** An action that closes a case at once, why, and what its event keeps of that. */
  readonly closing: Action;
  readonly reason: { readonly reason: string };
  readonly reasoned: Sealed;
}

/** A salt and the commitment to a personal part; one for many events, because making it anew would be most of the work. */
export interface Sealed {
  readonly salt: Buffer;
  readonly commitment: Buffer;
}

const REASON = { reason: "Nothing more is to be done." };

/** Prepares `count` journeys of the services whose first stage has an action that closes, each as often as its story says. */
export function loadPatterns(world: World, services: readonly PublishedService[], count: number): readonly [Pattern, ...Pattern[]] {
  const stories = STORIES.flatMap((story) => {
    const service = services.find(({ id }) => id === story.service);
    const closing = service === undefined ? undefined : closingAction(service);
    return service === undefined || closing === undefined ? [] : [{ story, service, closing }];
  });
  const often = Object.fromEntries(stories.map(({ story }, index) => [index, story.often]));
  const patterns = Array.from({ length: count }).flatMap(() => {
    const chosen = stories[Number(world.chance.weighted(often))];
    return chosen === undefined
      ? []
      : patternOf(world, chosen.service, chosen.closing, { story: chosen.story, channel: "web", at: world.now });
  });
  const [first, ...others] = patterns;
  if (first === undefined) throw new Error("None of the council's services can be used for a load");
  return [first, ...others];
}

function closingAction(service: PublishedService): Action | undefined {
  const actions = service.case.stages.get(service.case.first)?.actions.values() ?? [];
  return [...actions].find(({ to }) => service.case.stages.get(to)?.closed === true);
}

function patternOf(world: World, service: PublishedService, closing: Action, visit: Visit): readonly Pattern[] {
  const made = openCase(world, service, visit, world.ids.uuid(visit.at));
  // A load has no files: their bytes would have to be there.
  if (made === undefined || made.files.length > 0 || made.event.kind !== "submitted") return [];
  const prepared: Prepared = { data: made.event.data, ...made.event.personal };
  return [{ service, closing, prepared, reason: REASON, sealed: seal(world, made.event.personal), reasoned: seal(world, REASON) }];
}

function seal({ ids }: World, personal: unknown): Sealed {
  const salt = ids.bytes(16);
  return { salt, commitment: commit(salt, personal) };
}

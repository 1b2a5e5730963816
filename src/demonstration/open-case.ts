import { workCalendar } from "../cases/clock/work-calendar.ts";
import type { FileAnswer } from "../answers/answer-type.ts";
import type { Case } from "../cases/case.ts";
import { opened } from "../cases/case.ts";
import type { CaseEvent } from "../cases/event.ts";
import { CHAIN_START, chain } from "../cases/event.ts";
import type { Prepared } from "../cases/prepare.ts";
import { prepare } from "../cases/prepare.ts";
import { makeReference } from "../cases/reference.ts";
import type { PublishedService } from "../definition/service.ts";
import { dayOf } from "../platform/clock.ts";
import type { Visit } from "./calendar-of-visits.ts";
import type { FileKind } from "./sample-files.ts";
import type { AttachedFile, Scene } from "./story.ts";
import type { Trip } from "./travel.ts";
import { travel } from "./travel.ts";
import type { World } from "./world.ts";
import { starter } from "./world.ts";

/** A case as it stands right after it was submitted. */
export interface OpenedCase {
  readonly item: Case;
  readonly event: CaseEvent;
  readonly files: readonly FileAnswer[];
  /** The officer who entered it for the person. */
  readonly officer: string | null;
}

// A way that leads to an answer instead of a case is tried again from the start.
const MOST_TRIES = 25;

/** Somebody's answers on a day: who they are is drawn here. */
export function sceneOf(world: World, visit: Visit): Omit<Scene, "given"> {
  const { chance, ids, residents, samples } = world;
  const who = chance.pick(residents);
  const attach = (kind: FileKind): AttachedFile => ({ id: ids.uuid(visit.at), ...chance.pick(samples[kind]) });
  return { chance, who, today: dayOf(visit.at), channel: visit.channel, attach };
}

/** Makes the case of a visit exactly as submitting makes one; undefined where nothing that the story tells leads to a case of this definition. */
export function openCase(world: World, service: PublishedService, visit: Visit, submission: string): OpenedCase | undefined {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const trip = travel({ service, told: visit.story.answers, scene: sceneOf(world, visit) });
    const prepared = preparedOf(world, service, visit, trip);
    if (prepared !== undefined) return submitted(world, visit, submission, prepared, trip.files);
  }
  return undefined;
}

function preparedOf(world: World, service: PublishedService, visit: Visit, { walk, files }: Trip): Prepared | undefined {
  if (walk.at.kind !== "check") return undefined;
  const context = { today: dayOf(visit.at), files };
  const preparation = prepare(service, walk.live, visit.at, workCalendar(world.council), context);
  return preparation.ok ? preparation.prepared : undefined;
}

function submitted(world: World, { at, channel }: Visit, key: string, prepared: Prepared, files: readonly FileAnswer[]): OpenedCase {
  const { ids, council } = world;
  const officer = channel === "web" || channel === "api" ? null : (starter(world)?.id ?? null);
  const happening = { kind: "submitted", data: prepared.data, personal: { answers: prepared.answers, person: prepared.person } } as const;
  const place = { caseId: ids.uuid(at), number: 1, previous: CHAIN_START };
  const event = chain(council.id, place, happening, { at, channel, officer, key }, ids.bytes(16));
  if (event.kind !== "submitted") throw new Error("A case starts with its submission");
  return { item: opened(council.id, makeReference(ids.bytes(16)), event), event, files, officer };
}

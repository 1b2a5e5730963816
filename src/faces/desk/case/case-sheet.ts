import type { Case } from "../../../cases/case.ts";
import type { StoredEvent } from "../../../cases/event.ts";
import { readReference } from "../../../cases/reference.ts";
import type { Context } from "../../../context.ts";
import type { PublishedService } from "../../../definition/service.ts";
import type { Message } from "../../../messages/message-store.ts";
import { messagesOfCase } from "../../../messages/message-store.ts";
import type { NearbyOfficer } from "../../../people/officer-names.ts";
import { officersAround } from "../../../people/officer-names.ts";
import { seesCase } from "../../../people/rights.ts";
import { dayOf } from "../../../platform/clock.ts";
import type { FileRow } from "../../../platform/files/file-rows.ts";
import { filesOfCase } from "../../../platform/files/file-rows.ts";
import { refusal } from "../../../platform/http/errors.ts";
import { emergencyOf } from "../../../records/emergencies.ts";
import type { Hold } from "../../../records/holds.ts";
import { holdsOfCase } from "../../../records/holds.ts";
import type { LookKind } from "../../../records/looks.ts";
import { eventData } from "../../shared/event-words.ts";
import { sharedEvidence } from "../requests/shared-part.ts";
import type { SharedEvidence } from "../requests/shared-part.ts";
import type { Together } from "../together/beside.ts";
import { filesSeen } from "../together/part-files.ts";
import { casesTogether } from "../together/beside.ts";
import type { Desk } from "../desk.ts";
import { mayAtDesk } from "../desk.ts";
import { looked } from "../looks/looked.ts";

/** A case with all that its page shows. */
export interface CaseSheet extends Together {
  readonly item: Case;
  readonly service: PublishedService;
  readonly events: readonly StoredEvent[];
  readonly files: readonly FileRow[];
  readonly messages: readonly Message[];
  /** What other services accepted from the same person, who agreed that it is seen. */
  readonly shared: readonly SharedEvidence[];
  /** The legal holds that keep it. */
  readonly holds: readonly Hold[];
  /** Officers of its team, and those who have had to do with it. */
  readonly officers: readonly NearbyOfficer[];
}

/**
 * The case of a reference in an address, with a note that it was looked at where it is sensitive. Throws `case-not-found`, for a case that
 * the officer may not see as for none. What they opened in an emergency they see for a while.
 */
export async function openedCase(context: Context, desk: Desk, typed: string, what: LookKind = "page"): Promise<Case> {
  const { visit, officer } = desk;
  const reference = readReference(typed);
  const item = reference === undefined ? undefined : await context.cases.byReference(visit.council.id, reference);
  const sees = item !== undefined && seesCase(officer, visit.council, item);
  const emergency = item === undefined || sees ? undefined : await emergencyFor(context, desk, item);
  if (item === undefined || (!sees && emergency === undefined)) {
    throw refusal("case-not-found", { detail: "Check the reference. You can open only the cases of your teams." });
  }
  await looked(context, desk, [item], what, emergency);
  return item;
}

async function emergencyFor(context: Context, desk: Desk, { council, id }: Case): Promise<string | undefined> {
  return mayAtDesk(desk, "cases.emergency") ? emergencyOf(context.database, council, desk.officer.id, id, desk.visit.now) : undefined;
}

/**
 * Reads what belongs to a case: six statements, one fewer where the person gave no email address, one more where other cases belong to it. Without a
 * desk none of those is seen.
 */
export async function caseSheet(context: Context, item: Case, desk?: Desk): Promise<CaseSheet> {
  const { council, id } = item;
  const [service, events, files, messages, shared, holds] = await Promise.all([
    context.councils.version(council, item.service, item.version),
    context.cases.events(council, id),
    filesOfCase(context.database, council, id),
    messagesOfCase(context.database, council, id),
    sharedEvidence(context, item),
    holdsOfCase(context.database, council, id, dayOf(context.clock.now())),
  ]);
  if (service === undefined) throw refusal("service-broken");
  const officers = await officersAround(context.database, council, item.team, officersIn(item, events, holds), dayOf(context.clock.now()));
  const together = await casesTogether(context, desk, item, events);
  const seenFiles = [...files, ...filesSeen(item, together.shownAnswers)];
  return { item, service, events, files: seenFiles, messages, shared, holds, officers, ...together };
}

function officersIn(item: Case, events: readonly StoredEvent[], holds: readonly Hold[]): readonly string[] {
  const placed = holds.map(({ officer }) => officer);
  const named = events.flatMap((event) => [event.officer, eventData(event)["officer"], eventData(event)["mentions"]].flat());
  return [item.officer, ...placed, ...named].filter((id) => typeof id === "string");
}

export function nameOf({ officers }: CaseSheet, id: unknown): string {
  return officers.find((one) => one.id === id)?.name ?? "An officer";
}

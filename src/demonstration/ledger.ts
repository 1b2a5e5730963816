import type { Answers, FileAnswer } from "../answers/answer-type.ts";
import type { Case } from "../cases/case.ts";
import type { MeasureWork } from "../cases/consequences.ts";
import { consequences } from "../cases/consequences.ts";
import type { CaseEvent } from "../cases/event.ts";
import { addDays, startOfDay } from "../cases/calendar.ts";
import type { Channel } from "../councils/council.ts";
import type { PublishedService } from "../definition/service.ts";
import type { Message } from "../messages/message-store.ts";
import { outgoingMessage } from "../messages/outgoing-message.ts";
import { causeOf } from "../messages/tell.ts";
import { dayOf } from "../platform/clock.ts";
import type { FileRow } from "../platform/files/file-rows.ts";
import type { World } from "./world.ts";

/** A row of `drafts`. */
export interface DraftRow {
  readonly id: string;
  readonly service: string;
  readonly version: number;
  readonly channel: Channel;
  readonly officer: string | null;
  readonly answers: Answers;
  readonly files: readonly FileAnswer[];
  readonly outcome: string | null;
  readonly ended_at: Date | null;
  readonly reference: string | null;
  readonly rated: boolean;
  readonly days: number;
  readonly remind: number;
  readonly created_at: Date;
  readonly updated_at: Date;
}

/** A case as it stands, and when its clock is next looked at. */
export interface LedgerCase {
  readonly item: Case;
  readonly alarmAt: Date | null;
}

/** Everything that was made, until it is written at once. */
export interface Ledger {
  readonly cases: LedgerCase[];
  readonly events: CaseEvent[];
  readonly drafts: DraftRow[];
  readonly files: FileRow[];
  readonly messages: Message[];
  readonly works: MeasureWork[];
}

export function emptyLedger(): Ledger {
  return { cases: [], events: [], drafts: [], files: [], messages: [], works: [] };
}

// A letter is printed on the next morning; those of the last days still wait for the printer.
const LETTERS_WAIT = 3;
const TEN_HOURS = 36_000_000;
const SECOND = 1000;

/** Enters an event with all that follows from it, as the outbox would have done. `item` is the case after it. */
export function enter(ledger: Ledger, world: World, service: PublishedService, item: Case, event: CaseEvent): void {
  ledger.events.push(event);
  for (const follows of consequences(service, item, event)) {
    if (follows.kind === "message") tell(ledger, world, service, item, event, follows.template);
    else if (follows.kind === "measure") ledger.works.push(follows.payload);
  }
}

function tell(ledger: Ledger, world: World, service: PublishedService, item: Case, event: CaseEvent, template: string): void {
  const outgoing = outgoingMessage(world.site, world.council, service, template, item, event);
  if (outgoing === null) return;
  const createdAt = new Date(event.at.getTime() + 2 * SECOND);
  const cause = causeOf({ case: item.id, event: event.number, template });
  const id = world.ids.uuid(createdAt);
  ledger.messages.push({
    ...outgoing,
    id,
    caseId: item.id,
    cause,
    problem: null,
    createdAt,
    ...standing(outgoing.way, createdAt, world.now),
  });
}

function standing(way: Message["way"], at: Date, now: Date): Pick<Message, "state" | "sentAt"> {
  if (way !== "letter") return { state: "sent", sentAt: at };
  const printed = new Date(startOfDay(addDays(dayOf(at), 1)).getTime() + TEN_HOURS);
  const waits = dayOf(at) > addDays(dayOf(now), -LETTERS_WAIT) || printed > now;
  return waits ? { state: "to print", sentAt: null } : { state: "printed", sentAt: printed };
}

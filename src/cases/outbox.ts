import type { PublishedService } from "../definition/service.ts";
import type { Ids } from "../platform/ids.ts";
import type { Case } from "./case.ts";
import type { ConfirmMail } from "./confirm-work.ts";
import type { AlarmWork, MeasureWork } from "./consequences.ts";
import { alarmMail, consequences } from "./consequences.ts";
import type { OfficeWork } from "./office-work.ts";
import { officeWork } from "./office-work.ts";
import type { RequestMail } from "./requests/request-work.ts";
import type { CaseEvent } from "./event.ts";
import type { PartWork } from "./together/part-work.ts";
import { partWork } from "./together/part-work.ts";
import type { Follower } from "./together/followers.ts";
import { followersTold } from "./together/followers.ts";

/** Something told to a person, as it is written with the event it tells of. */
export interface TellingRow {
  readonly id: string;
  readonly case_id: string;
  /** Which event it tells of, in which words. */
  readonly cause: string;
  readonly way: string;
  readonly recipient: string;
  readonly subject: string;
  readonly body: string;
  /** `queued` waits for the mail server, `to print` for the printer; `sent` where there is no mail server to wait for. */
  readonly state: "queued" | "to print" | "sent";
  readonly at: Date;
}

/** Makes the message that tells of an event, in the words of a template; null where there is nobody to tell. `item` is the case after it. */
export interface Tell {
  (service: PublishedService, item: Case, event: CaseEvent, template: string): TellingRow | null;
  /** When something may be sent to people that happens by itself: the council may have quiet hours. */
  readonly hold?: (council: string, at: Date) => Date;
}

/** When a reminder goes that is written ahead. */
function laterAt({ hold }: Tell, { council }: Case, at: Date | undefined): Date | undefined {
  return at && (hold?.(council, at) ?? at);
}

/** Whether a message waits where the council has quiet hours: nobody has just done anything, and it is no emergency. */
function mayWait({ priority }: Case, event: CaseEvent): boolean {
  const answersPerson = event.kind === "acted" && event.data.automatic === "reply";
  return event.channel === "clock" && !answersPerson && priority !== "emergency";
}

/** Work for the outbox, as it is written with the event it follows from. */
export type WorkRow = Work & { readonly id: string; readonly case_id: string; readonly at: Date };

type Work =
  /** A message that waits for the mail server. */
  | { readonly kind: "message"; readonly payload: { readonly message: string }; readonly at: Date }
  | { readonly kind: "measure"; readonly payload: MeasureWork }
  | { readonly kind: "part"; readonly payload: PartWork }
  | ConfirmMail
  /** An email with a link by which the person answers. */
  | { readonly kind: "mail"; readonly payload: RequestMail; readonly at: Date }
  /** An email to an officer or a team. */
  | { readonly kind: "mail"; readonly payload: AlarmWork | OfficeWork };

/** What an event leaves to be done, and who is told what of it: written in its transaction, or not at all. */
export interface Outbox {
  readonly messages: readonly TellingRow[];
  readonly jobs: readonly WorkRow[];
}

/** The officers whom a deadline is told besides the case's own. */
export interface ToldToo {
  /** In the role that a missed one is told to. */
  readonly others: readonly string[];
  /** Who covers its own while they are away. */
  readonly covers: readonly string[];
}

const NOBODY_ELSE: ToldToo = { others: [], covers: [] };

/** What follows from an event. `item` is the case after it; `followers` are its duplicates, whose people are told with its own. */
export function outboxOf(
  house: { readonly ids: Ids; readonly tell: Tell },
  service: PublishedService,
  item: Case,
  event: CaseEvent,
  told: ToldToo = NOBODY_ELSE,
  followers: readonly Follower[] = [],
): Outbox {
  const messages: TellingRow[] = [];
  const jobs: WorkRow[] = [];
  const leave = (work: Work): void => {
    jobs.push({ at: event.at, ...work, id: house.ids.uuid(event.at), case_id: item.id });
  };
  const at = mayWait(item, event) ? (house.tell.hold?.(item.council, event.at) ?? event.at) : event.at;
  for (const follows of consequences(service, item, event)) {
    const message = follows.kind === "message" ? house.tell(service, item, event, follows.template) : null;
    if (follows.kind === "mail") leave({ ...follows, at: laterAt(house.tell, item, "at" in follows ? follows.at : undefined) ?? at });
    else if (follows.kind !== "message") leave(follows);
    if (message !== null) messages.push(message);
  }
  const toFollower = (one: Case, about: CaseEvent, template: string) => house.tell(service, one, about, template);
  messages.push(...followersTold(toFollower, service, item, event, followers));
  for (const { id, state } of messages) if (state === "queued") leave({ kind: "message", payload: { message: id }, at });
  const part = partWork(item, event);
  if (part !== undefined) leave({ kind: "part", payload: part });
  for (const payload of [...alarmMail(item, event, told.others, told.covers), ...officeWork(item, event)]) leave({ kind: "mail", payload });
  return { messages, jobs };
}

import type { Clock } from "../platform/clock.ts";
import type { Database } from "../platform/database.ts";
import type { Ids } from "../platform/ids.ts";
import type { EachHandler, Finish, Job } from "../platform/job.ts";
import { JobFailed } from "../platform/job.ts";
import { MOST_ATTEMPTS } from "../platform/job-retry.ts";
import type { Log } from "../platform/log.ts";
import type { ReturnAddressesOf } from "./inbound/reply-address.ts";
import type { Mail, MailAddress, MailSender } from "./mail.ts";
import { mailProblem, messageIdOf } from "./mail.ts";
import type { Message } from "./message-store.ts";
import { messageToSend, noteStanding } from "./message-store.ts";
import { noteUndelivered } from "./undelivered-store.ts";

export interface DeliverHouse {
  readonly database: Database;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  /** Absent: email goes no further than the local mailbox. */
  readonly sender?: MailSender | undefined;
  /** Whom a council's email comes from. */
  readonly from: (council: string) => MailAddress;
  /** Where answers to an email about a case come to it. Absent: nowhere. */
  readonly returnsOf?: ReturnAddressesOf;
}

/** What makes an email about a case come back to it: its addresses, and the thread that it belongs to. */
export async function threadOf(
  house: DeliverHouse,
  council: string,
  about: { readonly caseId: string; readonly recipient: string; readonly message: string | null },
): Promise<Pick<Mail, "replyTo" | "returnTo" | "references">> {
  const references = messageIdOf(council, `case:${about.caseId}`, house.from(council));
  return { references, ...(await house.returnsOf?.(council, about)) };
}

/** Sends, and gives what is then to be noted. Throws `JobFailed` where it should be tried again. */
async function send(house: DeliverHouse, sender: MailSender, council: string, job: Job, message: Message): Promise<Finish> {
  const from = house.from(council);
  const { id, recipient, subject, body, cause, caseId } = message;
  const thread = caseId === null ? {} : await threadOf(house, council, { caseId, recipient, message: id });
  const outcome = await sender.send({ from, to: recipient, subject, text: body, messageId: messageIdOf(council, cause, from), ...thread });
  if (outcome.sent) return noteSent(house, council, id);
  const why = mailProblem(outcome.code);
  const now = house.clock.now();
  const failed: Finish = (within) => noteUndelivered(within, { ...house, now }, council, { id, state: "failed", why });
  if (!outcome.again) return failed;
  // Officers see it on the case while it waits, and once it waits no longer.
  if (job.attempts >= MOST_ATTEMPTS) await failed(house.database);
  else if (job.attempts === 1) await noteStanding(house.database, council, id, { state: "queued", problem: why, sentAt: null });
  throw new JobFailed(outcome.code, why);
}

function noteSent(house: DeliverHouse, council: string, id: string): Finish {
  const sentAt = house.clock.now();
  return (within) => noteStanding(within, council, id, { state: "sent", problem: null, sentAt });
}

const nothing: Finish = () => Promise.resolve();

/** Sends email about cases. It is written with the event it tells of; what has gone is not sent again, however often its job runs. */
export function messageHandler(house: DeliverHouse): EachHandler {
  const each = async (council: string, job: Job): Promise<Finish> => {
    const message = await messageToSend(house.database, council, String(job.payload["message"]));
    if (message === undefined) return nothing;
    // The mail server was taken away after it was queued: the local mailbox keeps it.
    return house.sender === undefined ? noteSent(house, council, message.id) : send(house, house.sender, council, job, message);
  };
  return { kind: "message", each };
}

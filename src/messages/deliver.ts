import type { Clock } from "../platform/clock.ts";
import type { Database, Queries } from "../platform/database.ts";
import type { Ids } from "../platform/ids.ts";
import type { EachHandler, Finish, Job, JobHandler, TogetherHandler } from "../platform/job.ts";
import { JobFailed } from "../platform/job.ts";
import { MOST_ATTEMPTS } from "../platform/job-retry.ts";
import type { Log } from "../platform/log.ts";
import type { MailAddress, MailSender } from "./mail.ts";
import { mailProblem, messageIdOf } from "./mail.ts";
import type { MessageWay } from "./message.ts";
import type { Message } from "./message-store.ts";
import { isTold, saveMessages } from "./message-store.ts";

/** The payload of a job of kind `message`: which event of which case is told in which words. */
export interface MessageRequest {
  readonly case: string;
  readonly event: number;
  readonly template: string;
}

/** A message with its words, ready to go. */
export interface OutgoingMessage {
  readonly way: MessageWay;
  readonly recipient: string;
  readonly subject: string;
  readonly body: string;
}

/** Makes the words, one answer for each request in order; null where there is nobody to tell, or no longer. */
export type LoadMessages = (
  within: Queries,
  council: string,
  requests: readonly MessageRequest[],
) => Promise<readonly (OutgoingMessage | null)[]>;

export interface DeliverHouse {
  readonly database: Database;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  /** Absent: email goes no further than the local mailbox. */
  readonly sender?: MailSender | undefined;
  /** Whom a council's email comes from. */
  readonly from: (council: string) => MailAddress;
}

export interface MessageHouse extends DeliverHouse {
  readonly load: LoadMessages;
}

/** The cause of a request: one message is told for it, however often its job runs. */
export function causeOf(request: MessageRequest): string {
  return `${request.case}:${request.event}:${request.template}`;
}

type Standing = Pick<Message, "state" | "problem">;

function requestOf(job: Job): MessageRequest {
  // Safe: only the consequences of an event write jobs of this kind, and they write this shape.
  return job.payload as unknown as MessageRequest;
}

function messageOf(house: DeliverHouse, request: MessageRequest, outgoing: OutgoingMessage, standing: Standing): Message {
  const now = house.clock.now();
  const { way, recipient, subject, body } = outgoing;
  const cause = causeOf(request);
  const sentAt = standing.state === "sent" ? now : null;
  return { id: house.ids.uuid(now), caseId: request.case, cause, way, recipient, subject, body, ...standing, createdAt: now, sentAt };
}

/** Where a message stands that needs no mail server. */
function kept(outgoing: OutgoingMessage): Standing {
  return { state: outgoing.way === "letter" ? "to print" : "sent", problem: null };
}

/** With no mail server everything stays in the database, so it is done together and exactly once. */
function keepTogether(house: MessageHouse): TogetherHandler {
  const together = async (within: Queries, council: string, jobs: readonly Job[]): Promise<void> => {
    const requests = jobs.map(requestOf);
    const outgoing = await house.load(within, council, requests);
    const messages = requests.flatMap((request, index) => {
      const found = outgoing[index];
      return found === null || found === undefined ? [] : [messageOf(house, request, found, kept(found))];
    });
    await saveMessages(within, council, messages);
  };
  // What is sent within a twentieth of a second shares a transaction; nobody can tell the difference.
  return { kind: "message", batch: 200, delay: 50, together };
}

/** Sends, and gives where the message then stands. Throws `JobFailed` where it should be tried again. */
async function sendOne(house: MessageHouse, sender: MailSender, council: string, job: Job, outgoing: OutgoingMessage): Promise<Standing> {
  const request = requestOf(job);
  const from = house.from(council);
  const messageId = messageIdOf(council, causeOf(request), from);
  const outcome = await sender.send({ from, to: outgoing.recipient, subject: outgoing.subject, text: outgoing.body, messageId });
  if (outcome.sent) return { state: "sent", problem: null };
  const problem = mailProblem(outcome.code);
  if (!outcome.again) return { state: "failed", problem };
  // Officers see it on the case while it waits, and once it waits no longer.
  const last = job.attempts >= MOST_ATTEMPTS;
  const standing: Standing = { state: last ? "failed" : "queued", problem };
  if (last || job.attempts === 1) await saveMessages(house.database, council, [messageOf(house, request, outgoing, standing)]);
  throw new JobFailed(outcome.code, problem);
}

const nothing: Finish = () => Promise.resolve();

function sendEach(house: MessageHouse, sender: MailSender): EachHandler {
  const each = async (council: string, job: Job): Promise<Finish> => {
    const request = requestOf(job);
    if (job.attempts > 1 && (await isTold(house.database, council, causeOf(request)))) return nothing;
    const [outgoing] = await house.load(house.database, council, [request]);
    if (outgoing === null || outgoing === undefined) return nothing;
    const standing = outgoing.way === "email" ? await sendOne(house, sender, council, job, outgoing) : kept(outgoing);
    const message = messageOf(house, request, outgoing, standing);
    return (within) => saveMessages(within, council, [message]);
  };
  return { kind: "message", each };
}

/** Tells people what happened to their cases: one message for each cause, by email, on paper or in the account. */
export function messageHandler(house: MessageHouse): JobHandler {
  return house.sender === undefined ? keepTogether(house) : sendEach(house, house.sender);
}

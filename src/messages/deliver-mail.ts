import type { EachHandler, Finish, Job } from "../platform/job.ts";
import { JobFailed } from "../platform/job.ts";
import type { DeliverHouse } from "./deliver.ts";
import { threadOf } from "./deliver.ts";
import { mailProblem, messageIdOf } from "./mail.ts";
import { forgetMail, keepMailbox } from "./message-store.ts";

/** An email about no case. */
export interface PreparedMail {
  readonly recipient: string;
  readonly subject: string;
  readonly body: string;
  /** The case that it is about, where it goes to that case's person: they may answer it. */
  readonly about?: string;
  /** What to write once it is sent, or refused for good. */
  readonly finish?: Finish;
}

/**
 * Makes an email from the ids in a job's payload, at the moment it is sent: a link's token is made here, its hash stored, and
 * the token itself is only ever in the mail. Null where there is nothing to send any more.
 */
export type PrepareMail = (council: string, payload: Job["payload"]) => Promise<PreparedMail | null>;

export interface MailHouse extends DeliverHouse {
  readonly prepare: PrepareMail;
}

const DAY = 24 * 60 * 60 * 1000;
const nothing: Finish = () => Promise.resolve();

/** The local mailbox keeps it, because nobody else does; and forgets those of more than a day ago. */
function keep(house: MailHouse, council: string, job: Job, { recipient, subject, body, finish = nothing }: PreparedMail): Finish {
  const now = house.clock.now();
  return async (within) => {
    await forgetMail(within, council, new Date(now.getTime() - DAY));
    await keepMailbox(within, council, { id: house.ids.uuid(now), cause: `mail:${job.id}`, recipient, subject, body, createdAt: now });
    await finish(within);
  };
}

/** Sends email about no case, such as the link to a draft. Once a mail server has it, nothing of it is kept. */
export function mailHandler(house: MailHouse): EachHandler {
  const each = async (council: string, job: Job): Promise<Finish> => {
    const mail = await house.prepare(council, job.payload);
    if (mail === null) return nothing;
    if (house.sender === undefined) return keep(house, council, job, mail);
    const from = house.from(council);
    const messageId = messageIdOf(council, `mail:${job.id}`, from);
    const { recipient, subject, body, about } = mail;
    const thread = about === undefined ? {} : await threadOf(house, council, { caseId: about, recipient, message: null });
    const outcome = await house.sender.send({ from, to: recipient, subject, text: body, messageId, ...thread });
    if (!outcome.sent && outcome.again) throw new JobFailed(outcome.code, mailProblem(outcome.code));
    if (!outcome.sent) house.log.warn("mail refused", { council, kind: job.kind, id: job.id, code: outcome.code });
    return mail.finish ?? nothing;
  };
  // Every commit wakes this kind too, and hardly any of them has left it work.
  return { kind: "mail", delay: 100, each };
}

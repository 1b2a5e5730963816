import { createHash } from "node:crypto";

import type { Clock } from "../platform/clock.ts";
import type { Database, Queries } from "../platform/database.ts";
import type { Ids } from "../platform/ids.ts";
import { derivedUuid } from "../platform/ids.ts";
import { statement } from "../platform/statement.ts";
import { newToken, tokenHash } from "../platform/token.ts";

const askLink = statement(
  "resume-link-ask",
  `with asked as (insert into resume_links (council, id, draft, email, email_hash) values ($1, $2, $3, $4, $8)),
  kept as (update drafts set remind_email = $4 where council = $1 and id = $3 and reference is null and remind > 0 and reminded_at is null)
  insert into jobs (council, id, kind, payload, run_at, created_at) values ($1, $5, 'mail', $6, $7, $7)`,
);
const readLink = statement(
  "resume-link-read",
  `select l.draft, l.email, d.service, d.version from resume_links l join drafts d on d.council = l.council and d.id = l.draft
  where l.council = $1 and l.id = $2 and l.email is not null and d.reference is null`,
);
const remindLink = statement(
  "resume-link-remind",
  "insert into resume_links (council, id, draft) values ($1, $2, $3) on conflict (council, id) do nothing",
);
const armLink = statement(
  "resume-link-arm",
  "update resume_links set token_hash = $3, expires_at = $4 where council = $1 and id = $2 and used_at is null",
);
const forgetEmail = statement("resume-link-forget-email", "update resume_links set email = null where council = $1 and id = $2");
const useLink = statement(
  "resume-link-use",
  "update resume_links set used_at = $3 where council = $1 and token_hash = $2 and used_at is null and expires_at > $3 returning draft",
);
const linkStands = statement(
  "resume-link-stands",
  "select 1 as one from resume_links where council = $1 and token_hash = $2 and used_at is null and expires_at > $3",
);

/** How long an emailed link opens a draft. */
export const LINK_HOURS = 24;

/** What the email with a link says it is about. */
export interface AskedLink {
  readonly email: string;
  readonly service: string;
  readonly version: number;
}

/** What is kept of an address once its email is sent: by it a draft is found by whoever is told the address. */
export function emailHash(council: string, email: string): Buffer {
  return createHash("sha256").update(`${council}\n${email.trim().toLowerCase()}`).digest();
}

/** Single-use links that open a draft on another device. Only the hash of a token is kept. */
export function resumeLinks(house: { database: Database; clock: Clock; ids: Ids }) {
  const { database, clock, ids } = house;
  return {
    /** Asks for a link to be sent to an email address: the row and the job that sends it are one statement. Gives the id of the link. */
    async ask(council: string, draft: string, email: string, language: "en" | "cy"): Promise<string> {
      const now = clock.now();
      const id = ids.uuid(now);
      await database.execute(askLink, [council, id, draft, email, ids.uuid(now), { link: id, language }, now, emailHash(council, email)]);
      return id;
    },
    /** What was asked for; undefined once it was sent, or the journey was. */
    async asked(council: string, link: string): Promise<AskedLink | undefined> {
      return (await database.query<AskedLink>(readLink, [council, link]))[0];
    },
    /** The link of a draft's one reminder: the same however often it is asked for. */
    async forReminder(council: string, draft: string): Promise<string> {
      const link = derivedUuid("reminder", draft);
      await database.execute(remindLink, [council, link, draft]);
      return link;
    },
    /** Makes the token just before the email is sent. A second try of the same email makes the first one's useless. */
    async arm(council: string, link: string, until?: Date): Promise<string> {
      const token = newToken(ids);
      const expires = until ?? new Date(clock.now().getTime() + LINK_HOURS * 3_600_000);
      await database.execute(armLink, [council, link, tokenHash(token), expires]);
      return token;
    },
    sent: async (within: Queries, council: string, link: string): Promise<void> =>
      void (await within.execute(forgetEmail, [council, link])),
    /** Whether a link would open, without using it up: mail scanners may look. */
    stands: async (council: string, token: string): Promise<boolean> =>
      (await database.query(linkStands, [council, tokenHash(token), clock.now()])).length === 1,
    /** The draft that the link opens, the first time. */
    async use(council: string, token: string): Promise<string | undefined> {
      const [row] = await database.query<{ draft: string }>(useLink, [council, tokenHash(token), clock.now()]);
      return row?.draft;
    },
  };
}

export type ResumeLinks = ReturnType<typeof resumeLinks>;

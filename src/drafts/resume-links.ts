import { createHash } from "node:crypto";

import type { Clock } from "../platform/clock.ts";
import type { Database } from "../platform/database.ts";
import type { Ids } from "../platform/ids.ts";
import { statement } from "../platform/statement.ts";

const insertLink = statement("resume-link-insert", "insert into resume_links (council, token_hash, draft, expires_at) values ($1, $2, $3, $4)");
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

function hashed(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}

/** Single-use links that open a draft on another device. Only the hash of a token is kept. */
export function resumeLinks(house: { database: Database; clock: Clock; ids: Ids }) {
  const { database, clock, ids } = house;
  return {
    /** A new token, for the email that carries it; 256 bits, base64url. */
    async make(council: string, draft: string): Promise<string> {
      const token = ids.bytes(32).toString("base64url");
      const expires = new Date(clock.now().getTime() + LINK_HOURS * 3_600_000);
      await database.execute(insertLink, [council, hashed(token), draft, expires]);
      return token;
    },
    /** Whether a link would open, without using it up: mail scanners may look. */
    stands: async (council: string, token: string): Promise<boolean> =>
      (await database.query(linkStands, [council, hashed(token), clock.now()])).length === 1,
    /** The draft that the link opens, the first time. */
    async use(council: string, token: string): Promise<string | undefined> {
      const [row] = await database.query<{ draft: string }>(useLink, [council, hashed(token), clock.now()]);
      return row?.draft;
    },
  };
}

export type ResumeLinks = ReturnType<typeof resumeLinks>;

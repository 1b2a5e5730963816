import type { Clock } from "../platform/clock.ts";
import type { Database } from "../platform/database.ts";
import type { Ids } from "../platform/ids.ts";
import { derivedUuid } from "../platform/ids.ts";
import { statement } from "../platform/statement.ts";
import { newToken, tokenHash } from "../platform/token.ts";

const armLink = statement(
  "case-link-arm",
  `insert into case_links (council, id, case_id, purpose, number, asked, token_hash, expires_at) values ($1, $2, $3, $4, $5, $6, $7, $8)
  on conflict (council, id) do update set token_hash = excluded.token_hash where case_links.council = $1`,
);
const readLink = statement(
  "case-link-read",
  "select id, case_id, number, asked, expires_at from case_links where council = $1 and token_hash = $2 and purpose = $3",
);
const sweepLinks = statement("case-links-sweep", "delete from case_links where council = $1 and expires_at < $2");

/** How long a link that works no longer still says why. Days. */
const KEPT_AFTER = 30;
const DAY = 86_400_000;

/** What a link lets somebody do, and nothing else: confirm a case with others, or answer what its person is asked. */
export type LinkPurpose = "confirm" | "answer";

/** What a link is sent for. */
export interface LinkWork {
  readonly purpose: LinkPurpose;
  readonly caseId: string;
  /** From 1: which of those who must confirm, or which request. */
  readonly number: number;
  /** The number of the event that asked. */
  readonly asked: number;
  /** They were sent a link before, and have not answered. */
  readonly again: boolean;
  readonly until: Date;
}

/** A link that somebody came by. Whether it still counts, its case says. */
export interface CaseLink {
  readonly id: string;
  readonly case_id: string;
  readonly number: number;
  readonly asked: number;
  readonly expires_at: Date;
}

/** The emailed links that let somebody do one thing about a case. Only the hash of a token is kept. */
export function caseLinks(house: { database: Database; clock: Clock; ids: Ids }) {
  const { database, clock, ids } = house;
  return {
    /** Makes the token just before the email is sent. A second try of the same email makes the first one's useless. */
    async arm(council: string, { purpose, caseId, number, asked, again, until }: LinkWork): Promise<string> {
      const token = newToken(ids);
      const id = derivedUuid("case-link", purpose, caseId, String(number), String(asked), String(again));
      await database.execute(armLink, [council, id, caseId, purpose, number, asked, tokenHash(token), until]);
      return token;
    },
    /** The link of a token, whether or not it still works; looking changes nothing, so mail scanners may. */
    async of(council: string, purpose: LinkPurpose, token: string): Promise<CaseLink | undefined> {
      return (await database.query<CaseLink>(readLink, [council, tokenHash(token), purpose]))[0];
    },
    /** Forgets links that stopped working long ago. */
    async sweep(council: string): Promise<number> {
      return database.execute(sweepLinks, [council, new Date(clock.now().getTime() - KEPT_AFTER * DAY)]);
    },
  };
}

export type CaseLinks = ReturnType<typeof caseLinks>;

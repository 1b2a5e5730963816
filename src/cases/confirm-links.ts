import { createHash } from "node:crypto";

import type { Clock } from "../platform/clock.ts";
import type { Database } from "../platform/database.ts";
import type { Ids } from "../platform/ids.ts";
import { derivedUuid } from "../platform/ids.ts";
import { statement } from "../platform/statement.ts";
import type { AskWork } from "./confirm-work.ts";

const armLink = statement(
  "confirmation-link-arm",
  `insert into confirmation_links (council, id, case_id, person, asked, token_hash, expires_at) values ($1, $2, $3, $4, $5, $6, $7)
  on conflict (council, id) do update set token_hash = excluded.token_hash where confirmation_links.council = $1`,
);
const readLink = statement(
  "confirmation-link-read",
  "select id, case_id, person, asked, expires_at from confirmation_links where council = $1 and token_hash = $2",
);
const sweepLinks = statement("confirmation-links-sweep", "delete from confirmation_links where council = $1 and expires_at < $2");

/** How long a link that works no longer still says why. Days. */
const KEPT_AFTER = 30;
const DAY = 86_400_000;

/** A link that somebody came by. Whether it still counts, its case says. */
export interface ConfirmLink {
  readonly id: string;
  readonly case_id: string;
  readonly person: number;
  readonly asked: number;
  readonly expires_at: Date;
}

function hashed(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}

/** The links by which others confirm a case. Only the hash of a token is kept. */
export function confirmLinks(house: { database: Database; clock: Clock; ids: Ids }) {
  const { database, clock, ids } = house;
  return {
    /** Makes the token just before the email is sent: 256 bits, base64url. A second try of the same email makes the first one's useless. */
    async arm(council: string, { confirm, person, asked, until, again = false }: AskWork): Promise<string> {
      const token = ids.bytes(32).toString("base64url");
      const id = derivedUuid("confirmation", confirm, String(person), String(asked), String(again));
      await database.execute(armLink, [council, id, confirm, person, asked, hashed(token), new Date(until)]);
      return token;
    },
    /** The link of a token, whether or not it still works; looking changes nothing, so mail scanners may. */
    async of(council: string, token: string): Promise<ConfirmLink | undefined> {
      return (await database.query<ConfirmLink>(readLink, [council, hashed(token)]))[0];
    },
    /** Forgets links that stopped working long ago. */
    async sweep(council: string): Promise<number> {
      return database.execute(sweepLinks, [council, new Date(clock.now().getTime() - KEPT_AFTER * DAY)]);
    },
  };
}

export type ConfirmLinks = ReturnType<typeof confirmLinks>;

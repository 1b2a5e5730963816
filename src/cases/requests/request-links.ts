import { createHash } from "node:crypto";

import type { Clock } from "../../platform/clock.ts";
import type { Database } from "../../platform/database.ts";
import type { Ids } from "../../platform/ids.ts";
import { derivedUuid } from "../../platform/ids.ts";
import { statement } from "../../platform/statement.ts";
import type { RequestMail } from "./request-work.ts";

const armLink = statement(
  "request-link-arm",
  `insert into request_links (council, id, case_id, request, asked, token_hash, expires_at) values ($1, $2, $3, $4, $5, $6, $7)
  on conflict (council, id) do update set token_hash = excluded.token_hash where request_links.council = $1`,
);
const readLink = statement(
  "request-link-read",
  "select id, case_id, request, asked, expires_at from request_links where council = $1 and token_hash = $2",
);
const sweepLinks = statement("request-links-sweep", "delete from request_links where council = $1 and expires_at < $2");

/** How long a link that works no longer still says why. Days. */
const KEPT_AFTER = 30;
const DAY = 86_400_000;

/** A link that the person of a case came by. Whether it still counts, the case says. */
export interface RequestLink {
  readonly id: string;
  readonly case_id: string;
  readonly request: number;
  readonly asked: number;
  readonly expires_at: Date;
}

function hashed(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}

/** The links by which people answer what they are asked. Only the hash of a token is kept. */
export function requestLinks(house: { database: Database; clock: Clock; ids: Ids }) {
  const { database, clock, ids } = house;
  return {
    /** Makes the token just before the email is sent: 256 bits, base64url. A second try of the same email makes the first one's useless. */
    async arm(council: string, { request, number, asked, again }: RequestMail, until: Date): Promise<string> {
      const token = ids.bytes(32).toString("base64url");
      const id = derivedUuid("request-link", request, String(number), String(asked), String(again));
      await database.execute(armLink, [council, id, request, number, asked, hashed(token), until]);
      return token;
    },
    /** The link of a token, whether or not it still works; looking changes nothing, so mail scanners may. */
    async of(council: string, token: string): Promise<RequestLink | undefined> {
      return (await database.query<RequestLink>(readLink, [council, hashed(token)]))[0];
    },
    /** Forgets links that stopped working long ago. */
    async sweep(council: string): Promise<number> {
      return database.execute(sweepLinks, [council, new Date(clock.now().getTime() - KEPT_AFTER * DAY)]);
    },
  };
}

export type RequestLinks = ReturnType<typeof requestLinks>;

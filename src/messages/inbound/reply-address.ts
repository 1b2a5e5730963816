import type { Queries } from "../../platform/database.ts";
import type { Secrets } from "../../platform/secrets.ts";
import { statement } from "../../platform/statement.ts";
import { mailName } from "./mail-token.ts";

const readRound = statement("reply-round-read", "select round from reply_rounds where council = $1 and case_id = $2");
const nextRound = statement(
  "reply-round-next",
  `insert into reply_rounds (council, case_id, round) values ($1, $2, 1)
   on conflict (council, case_id) do update set round = reply_rounds.round + 1 where reply_rounds.council = $1`,
);

/** What the address of a reply is bound to: whom it was sent to, and the round. Where the person's address is corrected, the old one takes no more. */
export function replyBound(recipient: string, round: number): string {
  return `${recipient.toLowerCase()}\n${round}`;
}

export async function replyRound(within: Queries, council: string, caseId: string): Promise<number> {
  return (await within.query<{ round: number }>(readRound, [council, caseId]))[0]?.round ?? 0;
}

/** Makes every address for replies that was sent about a case so far useless. */
export async function endReplyRound(within: Queries, council: string, caseId: string): Promise<void> {
  await within.execute(nextRound, [council, caseId]);
}

/** Where answers to an email go, and news that it could not be delivered. */
export interface ReturnAddresses {
  readonly replyTo: string;
  readonly returnTo: string;
}

interface About {
  readonly caseId: string;
  readonly recipient: string;
  /** The message; null for an email that is kept nowhere, of which news goes nowhere. */
  readonly message: string | null;
}

/** Makes the addresses of an email about a case; undefined where no email is taken. */
export type ReturnAddressesOf = (council: string, about: About) => Promise<ReturnAddresses | undefined>;

export function returnAddresses(house: {
  readonly database: Queries;
  readonly secrets: Secrets;
  readonly domain: string;
}): ReturnAddressesOf {
  const { database, secrets, domain } = house;
  return async (council, { caseId, recipient, message }) => {
    if (domain === "") return undefined;
    const secret = await secrets.of(council);
    const bound = replyBound(recipient, await replyRound(database, council, caseId));
    const replyTo = `${mailName(secret, { council, purpose: "reply", id: caseId, bound })}@${domain}`;
    if (message === null) return { replyTo, returnTo: replyTo };
    return { replyTo, returnTo: `${mailName(secret, { council, purpose: "bounce", id: message, bound: "" })}@${domain}` };
  };
}

import { isChannel } from "../../../councils/council.ts";
import type { Channel } from "../../../councils/council.ts";
import { dropCookie, readCookie, setCookie } from "../../../platform/http/cookies.ts";
import { isUuid } from "../../../platform/ids.ts";
import type { Visit } from "../../shared/visit.ts";

/** The call or visit that an officer is in the middle of. */
export interface OnCall {
  readonly id: string;
  readonly officer: string;
  readonly channel: Channel;
  readonly startedAt: Date;
  /** The record of the person, and what they are called; none while it is not known who they are. */
  readonly person: string | null;
  readonly name: string;
}

// In a sealed cookie, so that no page reads the database to say it.
const COOKIE = "desk-call";
const LONGEST_NAME = 100;
/** A call that nobody wrapped up in this time is no longer shown. Milliseconds. */
const LONGEST = 12 * 3_600_000;

export function keepCall({ jar, now }: Visit, call: OnCall): string {
  const { id, officer, channel, startedAt, person, name } = call;
  const value = new URLSearchParams({
    id,
    officer,
    channel,
    at: startedAt.toISOString(),
    person: person ?? "",
    name: name.slice(0, LONGEST_NAME).toWellFormed(),
  });
  return setCookie(jar, COOKIE, value.toString(), { expires: new Date(now.getTime() + LONGEST) });
}

export function dropCall({ jar }: Visit): string {
  return dropCookie(jar, COOKIE);
}

/** The call of this browser, where it is this officer's. */
export function callIn({ jar, now }: Visit, cookies: string | undefined, officer: string): OnCall | undefined {
  const value = readCookie(jar, COOKIE, cookies, now);
  if (value === undefined) return undefined;
  const fields = new URLSearchParams(value);
  const [id, channel, at] = ["id", "channel", "at"].map((name) => fields.get(name) ?? "");
  const startedAt = new Date(at ?? "");
  if (fields.get("officer") !== officer || !isUuid(id) || !isChannel(channel ?? "") || Number.isNaN(startedAt.getTime())) return undefined;
  const person = fields.get("person");
  // Safe: that it is a channel was seen above.
  return { id, officer, channel: channel as Channel, startedAt, person: isUuid(person) ? person : null, name: fields.get("name") ?? "" };
}

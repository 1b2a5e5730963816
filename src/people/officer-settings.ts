import type { Queries } from "../platform/database.ts";
import type { Ids } from "../platform/ids.ts";
import { statement } from "../platform/statement.ts";
import { newToken, tokenHash } from "../platform/token.ts";
import type { Officer } from "./officer.ts";

/** What an officer wants to be told by email. */
export interface OfficerSettings {
  /** Of a case that somebody else gave them. */
  readonly given: boolean;
  /** Of a note that mentions them. */
  readonly mentioned: boolean;
  /** Every working morning, of what is due. */
  readonly daily: boolean;
  /** Whether they have a private address for their calendar. */
  readonly calendar: boolean;
}

const USUAL: OfficerSettings = { given: true, mentioned: true, daily: true, calendar: false };

const read = statement(
  "officer-settings-read",
  `select told_given as given, told_mentioned as mentioned, told_daily as daily, calendar_hash is not null as calendar
  from officer_settings where council = $1 and officer = $2`,
);
const save = statement(
  "officer-settings-save",
  `insert into officer_settings (council, officer, told_given, told_mentioned, told_daily) values ($1, $2, $3, $4, $5)
  on conflict (council, officer) do update set told_given = excluded.told_given, told_mentioned = excluded.told_mentioned, told_daily = excluded.told_daily
  where officer_settings.council = $1`,
);
const setCalendar = statement(
  "officer-settings-calendar",
  `insert into officer_settings (council, officer, told_given, told_mentioned, told_daily, calendar_hash) values ($1, $2, true, true, true, $3)
  on conflict (council, officer) do update set calendar_hash = excluded.calendar_hash where officer_settings.council = $1`,
);
const byCalendar = statement(
  "officer-by-calendar",
  `select o.council, o.id, o.email, o.name, o.roles, o.teams from officer_settings s join officers o on o.council = $1 and o.id = s.officer
  where s.council = $1 and s.calendar_hash = $2 and o.disabled_at is null`,
);

export async function officerSettings(within: Queries, { council, id }: Pick<Officer, "council" | "id">): Promise<OfficerSettings> {
  return (await within.query<OfficerSettings>(read, [council, id]))[0] ?? USUAL;
}

export async function saveOfficerSettings(
  within: Queries,
  { council, id }: Pick<Officer, "council" | "id">,
  { given, mentioned, daily }: Omit<OfficerSettings, "calendar">,
): Promise<void> {
  await within.execute(save, [council, id, given, mentioned, daily]);
}

/** Makes a private address for the officer's calendar; the one before is worth nothing any more. Only its hash is kept. */
export async function newCalendarToken(within: Queries, ids: Ids, { council, id }: Pick<Officer, "council" | "id">): Promise<string> {
  const token = newToken(ids);
  await within.execute(setCalendar, [council, id, tokenHash(token)]);
  return token;
}

/** Takes the address away. */
export async function endCalendar(within: Queries, { council, id }: Pick<Officer, "council" | "id">): Promise<void> {
  await within.execute(setCalendar, [council, id, null]);
}

/** The officer of a calendar's address, as long as they may sign in. */
export async function officerOfCalendar(within: Queries, council: string, token: string): Promise<Officer | undefined> {
  return (await within.query<Officer>(byCalendar, [council, tokenHash(token)]))[0];
}

import { emailHash } from "../drafts/resume-links.ts";
import type { Queries } from "../platform/database.ts";
import { statement } from "../platform/statement.ts";
import { FAMILY } from "./person-sheet.ts";

/** A journey that was not sent, as the page of its person shows it. */
export interface OpenDraft {
  readonly id: string;
  readonly service: string;
  readonly channel: string;
  /** The officer who began it, or who goes on with it. */
  readonly officer: string | null;
  readonly updatedAt: Date;
  /** Nobody has said that it is theirs: a link to it was sent to their email address. */
  readonly maybe: boolean;
  /** When a link was sent so that they finish it, and when it was opened. */
  readonly linkAt: Date | null;
  readonly linkUsed: Date | null;
}

const draftsOf = statement(
  "person-drafts",
  `with recursive ${FAMILY},
  mine as (
    select j.submission as id, j.officer, j.link, j.link_at from family join person_journeys j on j.council = family.council and j.person = family.id
    where j.council = $1
  ),
  wanted as (
    select m.id from mine m union select l.draft from resume_links l where l.council = $1 and l.email_hash = $3
  )
  select d.id, d.service, d.channel, coalesce(m.officer, d.officer) as officer, d.updated_at as "updatedAt", m.id is null as maybe,
    m.link_at as "linkAt", l.used_at as "linkUsed"
  from wanted w join drafts d on d.council = $1 and d.id = w.id left join mine m on m.id = d.id
    left join resume_links l on l.council = d.council and l.id = m.link
  where d.council = $1 and d.reference is null and d.outcome is null and d.service = any($4) order by d.updated_at desc, d.id limit 50`,
);

const draftsMailed = statement(
  "person-drafts-mailed",
  `select count(distinct d.id)::integer as drafts from resume_links l join drafts d on d.council = l.council and d.id = l.draft
  where l.council = $1 and l.email_hash = $2 and d.reference is null and d.outcome is null and d.service = any($3)`,
);

/** How many journeys that were not sent were saved with an email address. */
export async function draftsSavedWith(within: Queries, council: string, email: string, services: readonly string[]): Promise<number> {
  const [found] = await within.query<{ drafts: number }>(draftsMailed, [council, emailHash(council, email), services]);
  return found?.drafts ?? 0;
}

/** A person's journeys that were not sent, of some services, the newest change first. */
export function draftsOfRecord(
  within: Queries,
  council: string,
  person: { readonly id: string; readonly email: string | null },
  services: readonly string[],
): Promise<readonly OpenDraft[]> {
  const hash = person.email === null ? null : emailHash(council, person.email);
  return within.query<OpenDraft>(draftsOf, [council, person.id, hash, services]);
}

import type { Queries } from "../platform/database.ts";
import { statement } from "../platform/statement.ts";

const noteLink = statement(
  "journey-link-sent",
  `insert into person_journeys (council, submission, officer, how, link, link_at, at) values ($1, $2, $3, 'started', $4, $5, $5)
  on conflict (council, submission) do update set link = excluded.link, link_at = excluded.link_at where person_journeys.council = $1`,
);
const linkOf = statement(
  "journey-link-of",
  `select j.link_at as "sentAt", l.used_at as "openedAt" from person_journeys j left join resume_links l on l.council = j.council and l.id = j.link
  where j.council = $1 and j.submission = $2 and j.link is not null`,
);

/** Notes that an officer had a link sent by which the person finishes the journey themselves. */
export async function noteSentLink(
  within: Queries,
  council: string,
  sent: { readonly draft: string; readonly officer: string; readonly link: string; readonly at: Date },
): Promise<void> {
  await within.execute(noteLink, [council, sent.draft, sent.officer, sent.link, sent.at]);
}

/** When the last such link was sent and opened; undefined where none was. */
export async function sentLink(
  within: Queries,
  council: string,
  draft: string,
): Promise<{ readonly sentAt: Date; readonly openedAt: Date | null } | undefined> {
  return (await within.query<{ sentAt: Date; openedAt: Date | null }>(linkOf, [council, draft]))[0];
}

import type { GivenWork, MentionedWork } from "../cases/office-work.ts";
import type { Council } from "../councils/council.ts";
import type { Councils } from "../councils/councils.ts";
import type { Queries } from "../platform/database.ts";
import { statement } from "../platform/statement.ts";
import type { PrepareMail } from "./deliver-mail.ts";
import { fillMessage } from "./message.ts";

/** Email inside the council: it names the case and nothing about the person. */
const WORDS = {
  given: {
    subject: "A case for you: {service}: {reference}",
    body: "{name} gave you a case.\n\nService: {service}\n\nReference: {reference}\n\nOpen the case: {link}",
  },
  many: {
    subject: "{reason} cases for you",
    body: "{name} gave you {reason} cases.\n\nSee your cases: {link}",
  },
  mentioned: {
    subject: "You are mentioned: {service}: {reference}",
    body: "{name} mentioned you in a note.\n\nService: {service}\n\nReference: {reference}\n\nOpen the case: {link}",
  },
} as const;

const FOOT = "You can switch these emails off under “Your settings” at the desk.";

const read = statement(
  "office-mail-read",
  `select c.reference, c.service, c.version, c.officer = o.id as holds, o.email, b.name as by, coalesce(s.told_given, true) as given, coalesce(s.told_mentioned, true) as mentioned
  from cases c join officers o on o.council = $1 and o.id = $3 and o.disabled_at is null join officers b on b.council = $1 and b.id = $4
  left join officer_settings s on s.council = $1 and s.officer = o.id
  where c.council = $1 and c.id = $2`,
);

interface Row {
  readonly reference: string;
  readonly service: string;
  readonly version: number;
  /** The officer still has the case. */
  readonly holds: boolean | null;
  readonly email: string;
  readonly by: string;
  readonly given: boolean;
  readonly mentioned: boolean;
}

/** Makes the email that tells an officer of a case that was given to them, or of a note that mentions them; none where they want none. */
export function officeMail(
  house: { readonly database: Queries; readonly councils: Councils },
  siteOf: (council: Council) => string,
): PrepareMail {
  return async (councilId, payload) => {
    // Safe: only the consequences of an event write such payloads, and they write this shape.
    const work = payload as unknown as GivenWork | MentionedWork;
    const council = house.councils.get(councilId);
    const kind = "given" in work ? "given" : "mentioned";
    const [row] = await house.database.query<Row>(read, [councilId, "given" in work ? work.given : work.mentioned, work.officer, work.by]);
    if (council === undefined || row === undefined || !row[kind]) return null;
    const many = "given" in work && work.count > 1;
    // It was given to somebody else since.
    if (kind === "given" && !many && row.holds !== true) return null;
    const service = await house.councils.version(councilId, row.service, row.version);
    const at = many ? "/desk?holder=me" : `/desk/cases/${row.reference}`;
    const values = {
      name: row.by,
      service: service?.title ?? row.service,
      reference: row.reference,
      reason: many ? String(work.count) : "",
      link: `${siteOf(council)}${at}`,
    };
    return { ...fillMessage(WORDS[many ? "many" : kind], values, [FOOT, council.name]), recipient: row.email };
  };
}

import type { Council } from "../councils/council.ts";
import type { Councils } from "../councils/councils.ts";
import { dayOf } from "../platform/clock.ts";
import type { Queries } from "../platform/database.ts";
import { statement } from "../platform/statement.ts";
import type { PrepareMail } from "./deliver-mail.ts";
import { dayInWords } from "./day-in-words.ts";
import { fillMessage } from "./message.ts";

/** Email inside the council: it names the case and nothing about the person. */
const WORDS = {
  warned: {
    subject: "Due {due}: {service}: {reference}",
    body: "{message} is due {due}, and is not done.\n\nService: {service}\n\nReference: {reference}\n\n{reason}\n\nOpen the case: {link}",
  },
  escalated: {
    subject: "Late: {service}: {reference}",
    body: "{message} was due {due}, and is not done.\n\nService: {service}\n\nReference: {reference}\n\n{reason}\n\nOpen the case: {link}",
  },
} as const;

const readAlarm = statement(
  "alarm-mail-read",
  `select c.reference, c.service, c.version, c.team, c.stage, c.officer, e.kind, e.data, o.email
  from cases c join events e on e.council = $1 and e.case_id = c.id and e.number = $3
  left join officers o on o.council = $1 and o.id = $4 and o.disabled_at is null
  where c.council = $1 and c.id = $2 and c.closed_at is null`,
);

interface AlarmRow {
  readonly reference: string;
  readonly service: string;
  readonly version: number;
  readonly team: string;
  readonly stage: string;
  readonly officer: string | null;
  readonly kind: "warned" | "escalated";
  readonly data: { readonly of: "case" | "stage"; readonly due: string };
  readonly email: string | null;
}

/** Makes the email that tells an officer, or the team, of a deadline that is near or was missed. Nothing is sent of a case that is closed by now. */
export function alarmMail(
  house: { readonly database: Queries; readonly councils: Councils },
  siteOf: (council: Council) => string,
): PrepareMail {
  return async (councilId, { alarm, event, officer }) => {
    const council = house.councils.get(councilId);
    const [row] = await house.database.query<AlarmRow>(readAlarm, [councilId, alarm, event, officer]);
    if (council === undefined || row === undefined) return null;
    const service = await house.councils.version(councilId, row.service, row.version);
    // An officer who has left the council has no address any more, and the team hears of it in their place.
    const recipient = row.email ?? council.teams.get(row.team)?.email ?? council.contact.email;
    const stage = service?.case.stages.get(row.stage)?.title ?? row.stage;
    const values = {
      due: whenDue(new Date(row.data.due)),
      service: service?.title ?? row.service,
      reference: row.reference,
      message: row.data.of === "case" ? "This case" : `The stage “${stage}” of this case`,
      reason: row.officer === null ? "Nobody has taken it." : "",
      link: `${siteOf(council)}/desk/cases/${row.reference}`,
    };
    return { ...fillMessage(WORDS[row.kind], values, [council.name]), recipient };
  };
}

const clock = new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/London", hour: "2-digit", minute: "2-digit" });

/** `by Friday 4 December 2026`, and at which hour where it is a matter of hours. */
function whenDue(due: Date): string {
  return dayOf(due) === dayOf(new Date(due.getTime() - 1)) ? `by ${untilWhen(due)}` : `by ${dayInWords(due)}`;
}

/** `14:30 on Friday 4 December 2026`. */
export function untilWhen(at: Date): string {
  return `${clock.format(at)} on ${dayInWords(at)}`;
}

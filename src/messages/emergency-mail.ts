import type { Council } from "../councils/council.ts";
import type { Councils } from "../councils/councils.ts";
import type { Queries } from "../platform/database.ts";
import { statement } from "../platform/statement.ts";
import type { PrepareMail } from "./deliver-mail.ts";
import { fillMessage } from "./message.ts";
import { untilWhen } from "./alarm-mail.ts";

/** Email inside the council. The reason may tell of a person, so only the log says it. */
const WORDS = {
  subject: "Opened in an emergency: {reference}",
  body: "{name} opened the case {reference} in an emergency. They see it until {due}.\n\nTheir reason, and what they look at: {link}",
};

const readEmergency = statement(
  "emergency-mail-read",
  `select c.reference, o.name, e.until, r.email from emergencies e
  join cases c on c.council = e.council and c.id = e.case_id join officers o on o.council = e.council and o.id = e.officer
  left join officers r on r.council = e.council and r.id = $3 and r.disabled_at is null where e.council = $1 and e.id = $2`,
);

interface EmergencyRow {
  readonly reference: string;
  readonly name: string;
  readonly until: Date;
  /** Null where nobody reviews, or they have left since. */
  readonly email: string | null;
}

/** Makes the email that tells who reviews looks that an officer opened a case in an emergency. */
export function emergencyMail(
  house: { readonly database: Queries; readonly councils: Councils },
  siteOf: (council: Council) => string,
): PrepareMail {
  return async (councilId, { emergency, officer }) => {
    const council = house.councils.get(councilId);
    const [row] = await house.database.query<EmergencyRow>(readEmergency, [councilId, emergency, officer]);
    if (council === undefined || row === undefined) return null;
    const { reference, name, until, email } = row;
    const link = `${siteOf(council)}/desk/looks?reference=${reference}`;
    const values = { reference, name, due: untilWhen(until), link };
    return { ...fillMessage(WORDS, values, [council.name]), recipient: email ?? council.contact.email };
  };
}

import type { Council } from "../councils/council.ts";
import { councilIn } from "../councils/council.ts";
import { inLanguage, languagesOf } from "../definition/in-language.ts";
import { weekdayIn } from "../language/calendar-words.ts";
import { HOUSE_LETTERS } from "../language/message-words.ts";
import type { Councils } from "../councils/councils.ts";
import { reminderOf, reminderSent } from "../drafts/remind-drafts.ts";
import type { ResumeLinks } from "../drafts/resume-links.ts";
import { dayOf } from "../platform/clock.ts";
import type { Queries } from "../platform/database.ts";
import type { PrepareMail } from "./deliver-mail.ts";
import { linkIn } from "./link-in.ts";
import { fillMessage } from "./message.ts";

/** Makes the one email that goes out before answers are deleted, with a link that works until then. */
export function reminderMail(
  house: { readonly database: Queries; readonly councils: Councils; readonly resumeLinks: ResumeLinks },
  siteOf: (council: Council) => string,
): PrepareMail {
  const { database, councils, resumeLinks } = house;
  return async (councilId, { reminder: draft }) => {
    const council = councils.get(councilId);
    const reminder = typeof draft === "string" ? await reminderOf(database, councilId, draft) : undefined;
    const service = reminder && (await councils.version(councilId, reminder.service, reminder.version));
    if (council === undefined || reminder === undefined || service === undefined) return null;
    const token = await resumeLinks.arm(councilId, await resumeLinks.forReminder(councilId, reminder.id), reminder.until);
    // The last whole day on which the answers are there.
    const day = dayOf(new Date(reminder.until.getTime() - DAY));
    const link = `${siteOf(council)}/resume/${token}`;
    const parts = languagesOf(service, council.languages).map((language) => {
      const { name, contact } = councilIn(council, language);
      const values = { service: inLanguage(service, language).title, due: weekdayIn(language, day), link: linkIn(language, link) };
      return fillMessage(HOUSE_LETTERS[language].reminder, values, [name, contact.phone]);
    });
    // A draft does not say which language its person reads, so a reminder says it in each that the service can be had in.
    const filled = { subject: parts.map(({ subject }) => subject).join(" / "), body: parts.map(({ body }) => body).join("\n") };
    return { ...filled, recipient: reminder.email, finish: (within) => reminderSent(within, councilId, reminder.id) };
  };
}

const DAY = 86_400_000;

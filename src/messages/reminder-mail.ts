import type { Council } from "../councils/council.ts";
import type { Councils } from "../councils/councils.ts";
import { reminderOf, reminderSent } from "../drafts/remind-drafts.ts";
import type { ResumeLinks } from "../drafts/resume-links.ts";
import { dayOf } from "../platform/clock.ts";
import type { Queries } from "../platform/database.ts";
import type { PrepareMail } from "./deliver-mail.ts";
import { fillMessage } from "./message.ts";

const WORDS = {
  subject: "We will soon delete your answers: {service}",
  body: `You began "{service}" and did not send it. We keep your answers until {due}. Then we delete them.\n\nGo on here: {link}\n\nThe link works once, until then. If you no longer need it, do nothing.`,
};

const longDay = new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", weekday: "long", day: "numeric", month: "long", year: "numeric" });

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
    const due = longDay.format(new Date(`${dayOf(new Date(reminder.until.getTime() - DAY))}T00:00:00Z`)).replace(",", "");
    const filled = fillMessage(WORDS, { service: service.title, due, link: `${siteOf(council)}/resume/${token}` }, [
      council.name,
      council.contact.phone,
    ]);
    return { ...filled, recipient: reminder.email, finish: (within) => reminderSent(within, councilId, reminder.id) };
  };
}

const DAY = 86_400_000;

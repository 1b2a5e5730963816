import type { CaseStore } from "../cases/case-store.ts";
import type { ConfirmLinks } from "../cases/confirm-links.ts";
import type { AskWork, TeamWork } from "../cases/confirm-work.ts";
import { confirmersOf } from "../cases/confirmation.ts";
import type { Council } from "../councils/council.ts";
import type { Councils } from "../councils/councils.ts";
import { dayOf } from "../platform/clock.ts";
import type { PrepareMail } from "./deliver-mail.ts";
import { fillMessage } from "./message.ts";

const ASK = {
  subject: "Please confirm: {service}",
  body: `Dear {name},\n\n{who} has sent us this and named you: {service}.\n\nWe need to hear from you before we can go on. See what it is about, and confirm it or tell us what is not right:\n\n{link}\n\nThe link is for you alone. It works until the end of {due}.\n\nIf you do not know what this is about, open the link and tell us so.`,
};
const ASK_AGAIN = {
  subject: "We have not heard from you: {service}",
  body: `Dear {name},\n\n{who} has sent us this and named you: {service}. You have not answered yet, and we cannot go on without you.\n\nConfirm it, or tell us what is not right:\n\n{link}\n\nThe link is for you alone. It works until the end of {due}.`,
};
const NEWS = {
  confirmed: {
    subject: "Everybody has confirmed: {reference}",
    body: "Everybody who had to confirm this case has done so: {service}, {reference}.\n\nOpen it at {link}",
  },
  disputed: {
    subject: "Somebody says it is not right: {reference}",
    body: "Somebody who had to confirm this case says that something is not right: {service}, {reference}.\n\nRead what they say, and ask them again once it is settled, at {link}",
  },
};

const longDay = new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", weekday: "long", day: "numeric", month: "long", year: "numeric" });

interface House {
  readonly councils: Councils;
  readonly cases: CaseStore;
  readonly confirmLinks: ConfirmLinks;
}

/** Makes the email by which somebody confirms a case, or by which they are reminded; its token comes into being here. */
export function confirmMail({ councils, cases, confirmLinks }: House, siteOf: (council: Council) => string): PrepareMail {
  return async (councilId, payload) => {
    // Safe: only the consequences of an event write such payloads, and they write this shape.
    const work = payload as unknown as AskWork;
    const council = councils.get(councilId);
    const item = await cases.byId(councilId, work.confirm);
    const service = item && (await councils.version(councilId, item.service, item.version));
    if (council === undefined || item === undefined || service === undefined || item.closedAt !== null) return null;
    const standing = item.confirmations?.[work.person - 1];
    const person = confirmersOf(service, item.answers)[work.person - 1];
    // They have answered, or were asked anew, since this was written.
    if (person === undefined || standing?.state !== "waiting" || standing.asked !== work.asked) return null;
    const token = await confirmLinks.arm(councilId, work);
    const values = {
      name: person.name,
      who: item.person.name ?? "Somebody",
      service: service.title,
      due: lastDay(new Date(work.until)),
      link: `${siteOf(council)}/confirm/${token}`,
    };
    const filled = fillMessage(work.again === true ? ASK_AGAIN : ASK, values, [council.name, council.contact.phone]);
    return { ...filled, recipient: person.email };
  };
}

/** Makes the email that tells the team of a case where others stand with it. It says nothing of anybody. */
export function teamMail({ councils, cases }: House, siteOf: (council: Council) => string): PrepareMail {
  return async (councilId, payload) => {
    // Safe: as above.
    const work = payload as unknown as TeamWork;
    const council = councils.get(councilId);
    const item = await cases.byId(councilId, work.team);
    const service = item && (await councils.version(councilId, item.service, item.version));
    const team = item && council?.teams.get(item.team);
    if (council === undefined || item === undefined || service === undefined || team === undefined) return null;
    const link = `${siteOf(council)}/desk/cases/${item.reference}`;
    const filled = fillMessage(NEWS[work.news], { service: service.title, reference: item.reference, link }, [council.name]);
    return { ...filled, recipient: team.email };
  };
}

/** The last whole day before an instant. */
function lastDay(until: Date): string {
  return longDay.format(new Date(`${dayOf(new Date(until.getTime() - 1))}T00:00:00Z`)).replace(",", "");
}

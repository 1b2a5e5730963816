import type { Case } from "../cases/case.ts";
import type { CaseStore } from "../cases/case-store.ts";
import type { CaseLinks } from "../cases/case-links.ts";
import type { AskWork, TeamWork } from "../cases/confirm-work.ts";
import { confirmersOf } from "../cases/confirmation.ts";
import type { Council } from "../councils/council.ts";
import { councilIn } from "../councils/council.ts";
import type { Councils } from "../councils/councils.ts";
import { inLanguage, languagesOf } from "../definition/in-language.ts";
import type { PublishedService } from "../definition/service.ts";
import { weekdayIn } from "../language/calendar-words.ts";
import type { Language } from "../language/language.ts";
import { HOUSE_LETTERS } from "../language/message-words.ts";
import { PAGE_WORDS } from "../language/page-words.ts";
import { dayOf } from "../platform/clock.ts";
import type { PrepareMail } from "./deliver-mail.ts";
import { linkIn } from "./link-in.ts";
import type { FilledMessage } from "./message.ts";
import { fillMessage } from "./message.ts";

/** Officers read English. */
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

interface House {
  readonly councils: Councils;
  readonly cases: CaseStore;
  readonly caseLinks: CaseLinks;
}

/** Makes the email by which somebody confirms a case, or by which they are reminded; its token comes into being here. */
export function confirmMail({ councils, cases, caseLinks }: House, siteOf: (council: Council) => string): PrepareMail {
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
    const { person: number, asked, again = false, until } = work;
    const token = await caseLinks.arm(councilId, { purpose: "confirm", caseId: item.id, number, asked, again, until: new Date(until) });
    const link = `${siteOf(council)}/confirm/${token}`;
    const parts = languagesOf(service, council.languages).map((language) =>
      letter(council, service, item, language, { ...work, name: person.name, link }),
    );
    // Nobody knows which language they read.
    const filled = { subject: parts.map(({ subject }) => subject).join(" / "), body: parts.map(({ body }) => body).join("\n") };
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

/** The email in one language: the first, or the reminder. */
function letter(
  council: Council,
  service: PublishedService,
  item: Case,
  language: Language,
  { again, until, name, link }: AskWork & { readonly name: string; readonly link: string },
): FilledMessage {
  const words = HOUSE_LETTERS[language][again === true ? "askAgain" : "ask"];
  const said = councilIn(council, language);
  const values = {
    name,
    who: item.person.name ?? PAGE_WORDS[language].somebody,
    service: inLanguage(service, language).title,
    // The last whole day on which the link works.
    due: weekdayIn(language, dayOf(new Date(Date.parse(until) - 1))),
    link: linkIn(language, link),
  };
  return fillMessage(words, values, [said.name, said.contact.phone]);
}

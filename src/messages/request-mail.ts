import type { CaseLinks } from "../cases/case-links.ts";
import type { CaseStore } from "../cases/case-store.ts";
import type { StoredEvent } from "../cases/event.ts";
import type { RequestMail } from "../cases/requests/request-work.ts";
import { plannedFor, requestIn } from "../cases/requests/request.ts";
import { ownWords } from "../cases/requests/own-words.ts";
import type { Council } from "../councils/council.ts";
import { councilIn } from "../councils/council.ts";
import type { Councils } from "../councils/councils.ts";
import { inLanguage } from "../definition/in-language.ts";
import { weekdayIn } from "../language/calendar-words.ts";
import { HOUSE_LETTERS } from "../language/message-words.ts";
import type { PrepareMail } from "./deliver-mail.ts";
import { linkIn } from "./link-in.ts";
import { fillMessage } from "./message.ts";

interface House {
  readonly councils: Councils;
  readonly cases: CaseStore;
  readonly caseLinks: CaseLinks;
}

/** Makes the email by which somebody answers what they are asked, or by which they are reminded; its token comes into being here. */
export function requestMail({ councils, cases, caseLinks }: House, siteOf: (council: Council) => string): PrepareMail {
  return async (councilId, payload) => {
    // Safe: only the consequences of an event write such payloads, and they write this shape.
    const work = payload as unknown as RequestMail;
    const council = councils.get(councilId);
    const item = await cases.byId(councilId, work.request);
    const service = item && (await councils.version(councilId, item.service, item.version));
    const request = item && requestIn(item.requests, work.number);
    if (council === undefined || item === undefined || service === undefined || request === undefined) return null;
    // It was answered, withdrawn or asked anew since this was written.
    if (request.state !== "open" || request.asked !== work.asked || item.person.email === null) return null;
    const { language = "en" } = item.person;
    const events = await cases.events(councilId, item.id);
    const { number, asked, again } = work;
    const until = new Date(request.due);
    const token = await caseLinks.arm(councilId, { purpose: "answer", caseId: item.id, number, asked, again, until });
    const said = councilIn(council, language);
    const values = {
      name: item.person.name ?? HOUSE_LETTERS[language].unnamed,
      reference: item.reference,
      service: inLanguage(service, language).title,
      message: plannedFor(inLanguage(service, language), request)?.ask ?? ownWords(events, work.number),
      reason: reasonOf(events, request.asked),
      due: weekdayIn(language, request.day),
      link: linkIn(language, `${siteOf(council)}/asked/${token}`),
    };
    const words = HOUSE_LETTERS[language][work.again ? "reminded" : "requested"];
    return { ...fillMessage(words, values, [said.name, said.contact.phone]), recipient: item.person.email, about: item.id };
  };
}

/** Why it is asked again. */
function reasonOf(events: readonly StoredEvent[], asked: number): string {
  const reason = events.find(({ number }) => number === asked)?.personal?.["reason"];
  return typeof reason === "string" ? reason : "";
}

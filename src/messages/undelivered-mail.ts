import type { Council } from "../councils/council.ts";
import type { Councils } from "../councils/councils.ts";
import type { Queries } from "../platform/database.ts";
import type { PrepareMail } from "./deliver-mail.ts";
import { fillMessage } from "./message.ts";
import { undeliveredNews } from "./undelivered-store.ts";

/** Email inside the council: it names the case and nothing about the person. */
const WORDS = {
  subject: "A message did not arrive: {service}: {reference}",
  body: "A message to the person of this case did not arrive: {reason}.\n\nService: {service}\n\nReference: {reference}\n\nCorrect the address and send it again, or send a letter: {link}",
};

/** Makes the email that tells whoever has a case, or its team, of a message that did not arrive. */
export function undeliveredMail(
  house: { readonly database: Queries; readonly councils: Councils },
  siteOf: (council: Council) => string,
): PrepareMail {
  return async (councilId, { undelivered }) => {
    const council = house.councils.get(councilId);
    const news = await undeliveredNews(house.database, councilId, String(undelivered));
    if (council === undefined || news === undefined) return null;
    const service = await house.councils.version(councilId, news.service, news.version);
    const values = {
      reason: (news.problem ?? "nobody knows why").replace(/^./, (letter) => letter.toLowerCase()),
      service: service?.title ?? news.service,
      reference: news.reference,
      link: `${siteOf(council)}/desk/undelivered/${String(undelivered)}`,
    };
    const recipient = news.email ?? council.teams.get(news.team)?.email ?? council.contact.email;
    return { ...fillMessage(WORDS, values, [council.name]), recipient };
  };
}

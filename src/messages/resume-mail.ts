import type { Council } from "../councils/council.ts";
import { councilIn } from "../councils/council.ts";
import { inLanguage } from "../definition/in-language.ts";
import { isLanguage } from "../language/language.ts";
import { HOUSE_LETTERS } from "../language/message-words.ts";
import type { Councils } from "../councils/councils.ts";
import type { ResumeLinks } from "../drafts/resume-links.ts";
import { LINK_HOURS } from "../drafts/resume-links.ts";
import type { PrepareMail } from "./deliver-mail.ts";
import { linkIn } from "./link-in.ts";
import { fillMessage } from "./message.ts";

/** Makes the email that opens a journey on another device; its token comes into being here. */
export function resumeMail(councils: Councils, links: ResumeLinks, siteOf: (council: Council) => string): PrepareMail {
  return async (councilId, { link, language: askedIn }) => {
    const council = councils.get(councilId);
    const asked = typeof link === "string" ? await links.asked(councilId, link) : undefined;
    const service = asked && (await councils.version(councilId, asked.service, asked.version));
    if (council === undefined || asked === undefined || service === undefined) return null;
    const token = await links.arm(councilId, String(link));
    const language = isLanguage(askedIn) ? askedIn : "en";
    const { name, contact } = councilIn(council, language);
    const values = { service: inLanguage(service, language).title, link: linkIn(language, `${siteOf(council)}/resume/${token}`) };
    const filled = fillMessage(HOUSE_LETTERS[language].saved(LINK_HOURS), values, [name, contact.phone]);
    return { ...filled, recipient: asked.email, finish: (within) => links.sent(within, councilId, String(link)) };
  };
}

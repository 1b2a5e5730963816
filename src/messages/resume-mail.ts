import type { Council } from "../councils/council.ts";
import type { Councils } from "../councils/councils.ts";
import type { ResumeLinks } from "../drafts/resume-links.ts";
import { LINK_HOURS } from "../drafts/resume-links.ts";
import type { PrepareMail } from "./deliver-mail.ts";
import { fillMessage } from "./message.ts";

const WORDS = {
  subject: "Your saved answers: {service}",
  body: `You asked us for a link to your saved answers to "{service}".\n\nOpen them here: {link}\n\nThe link works once, for ${LINK_HOURS} hours. If you did not ask for it, do nothing: nobody can see your answers without it.`,
};

/** Makes the email that opens a journey on another device; its token comes into being here. */
export function resumeMail(councils: Councils, links: ResumeLinks, siteOf: (council: Council) => string): PrepareMail {
  return async (councilId, { link }) => {
    const council = councils.get(councilId);
    const asked = typeof link === "string" ? await links.asked(councilId, link) : undefined;
    const service = asked && (await councils.version(councilId, asked.service, asked.version));
    if (council === undefined || asked === undefined || service === undefined) return null;
    const token = await links.arm(councilId, String(link));
    const values = { service: service.title, link: `${siteOf(council)}/resume/${token}` };
    const filled = fillMessage(WORDS, values, [council.name, council.contact.phone]);
    return { ...filled, recipient: asked.email, finish: (within) => links.sent(within, councilId, String(link)) };
  };
}

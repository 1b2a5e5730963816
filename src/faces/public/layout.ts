import type { PageOptions } from "../../components/page.ts";
import { page } from "../../components/page.ts";
import type { Visit } from "../shared/visit.ts";
import { languageBar } from "./language-bar.ts";

interface Given extends Omit<PageOptions, "council" | "footerLinks" | "navigation" | "lang" | "words" | "languages"> {
  /** The id of the form whose fields a change of language keeps. */
  readonly keeps?: string;
}

/** A page of the public site, in the council's brand and the reader's language. */
export function publicPage(visit: Visit, { keeps, ...given }: Given): string {
  const { council, words, language } = visit;
  return page({
    ...given,
    lang: language,
    words,
    languages: languageBar(visit, { languages: council.languages, ...(keeps !== undefined && { form: keeps }) }),
    council: { name: council.name, brand: council.colour },
    navigation: [
      { text: words.services, href: "/services" },
      { text: words.checkProgress, href: "/cases" },
      { text: words.performance, href: "/performance" },
    ],
    footerLinks: [
      { text: words.accessibility, href: council.links.accessibility ?? "/accessibility" },
      { text: words.privacy, href: council.links.privacy ?? "/privacy" },
      { text: words.contact, href: "/contact" },
      { text: words.staffSignIn, href: "/desk/sign-in" },
    ],
  }).markup;
}

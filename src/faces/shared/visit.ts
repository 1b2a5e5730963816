import type { FastifyRequest } from "fastify";

import type { Context } from "../../context.ts";
import type { Council } from "../../councils/council.ts";
import { councilIn } from "../../councils/council.ts";
import type { Language } from "../../language/language.ts";
import { PAGE_WORDS, type PageWords } from "../../language/page-words.ts";
import { dayOf } from "../../platform/clock.ts";
import type { CookieJar } from "../../platform/http/cookies.ts";
import { refusal } from "../../platform/http/errors.ts";
import { chosenLanguage } from "./chosen-language.ts";

/** What every handler needs to know of a request: whose site it is, and what day it is there. */
export interface Visit {
  readonly council: Council;
  readonly jar: CookieJar;
  readonly now: Date;
  /** Today in London, YYYY-MM-DD. */
  readonly today: string;
  /** What the reader chose, of what the council publishes in; the council's names above are in it. */
  readonly language: Language;
  /** Our own words in that language. */
  readonly words: PageWords;
  /** What was asked for: the page that a link to another language leads to. */
  readonly page: { readonly method: string; readonly url: string };
}

/** Finds the council by the host that was asked for. Throws `council-not-found` where no council answers on it. */
export async function visitOf(context: Context, request: FastifyRequest): Promise<Visit> {
  const council = context.councils.byHost(request.hostname);
  if (council === undefined) throw refusal("council-not-found");
  const now = context.clock.now();
  const secret = await context.secrets.of(council.id);
  const language = chosenLanguage(request, council.languages);
  const [jar, words] = [{ secret, secure: context.secure }, PAGE_WORDS[language]];
  return {
    council: councilIn(council, language),
    jar,
    now,
    today: dayOf(now),
    language,
    words,
    page: { method: request.method, url: request.url },
  };
}

/** The same visit with pages in another language: where something can be had in that one only, or the reader has just chosen it. */
export function visitIn(context: Context, visit: Visit, language: Language): Visit {
  if (language === visit.language) return visit;
  const council = context.councils.get(visit.council.id) ?? visit.council;
  return { ...visit, council: councilIn(council, language), language, words: PAGE_WORDS[language] };
}

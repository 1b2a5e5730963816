import type { FastifyReply, FastifyRequest } from "fastify";

import { isLanguage, type Language } from "../../language/language.ts";
import { cookieName } from "../../platform/http/cookies.ts";

const COOKIE = /(?:^|;\s*)(?:__Host-)?language=(en|cy)(?:;|$)/;
const QUERY = /[?&]lang=(en|cy)(?:&|$)/;
const YEAR = 31_536_000;
/** Characters; nobody reads more languages than this names. */
const LONGEST_HEADER = 500;

/**
 * The language that the reader chose: by the address (`?lang=cy`, which a link to share keeps), or else before, in a cookie that says nothing of
 * them but this. A system says it in `Accept-Language`. English where the council does not publish in it. The desk is English.
 */
export function chosenLanguage({ url, headers }: Pick<FastifyRequest, "url" | "headers">, published: readonly Language[]): Language {
  if (published.length < 2 || url.startsWith("/desk")) return "en";
  if (url.startsWith("/api")) return languageInAddress(url) ?? acceptedLanguage(headers["accept-language"]);
  const chosen = QUERY.exec(url)?.[1] ?? COOKIE.exec(headers.cookie ?? "")?.[1];
  return isLanguage(chosen) && published.includes(chosen) ? chosen : "en";
}

/** Welsh where it is named with a greater weight than English, as RFC 9110 weighs them; English otherwise. */
function acceptedLanguage(header: string | undefined): Language {
  const weights: Record<Language, number> = { en: 0, cy: 0 };
  for (const part of (header ?? "").slice(0, LONGEST_HEADER).toLowerCase().split(",")) {
    const [range = "", weight = "q=1"] = part.split(";").map((text) => text.trim());
    const name = range.split("-", 1)[0];
    if (isLanguage(name)) weights[name] = Math.max(weights[name], Number(weight.replace("q=", "")) || 0);
  }
  return weights.cy > weights.en ? "cy" : "en";
}

/** Remembers the choice. The cookie is not sealed: whoever changes it changes the language of their own pages. */
export function keepLanguage(reply: FastifyReply, language: Language, secure: boolean): void {
  const flags = `Path=/; Max-Age=${YEAR}; HttpOnly; SameSite=Lax${secure ? "; Secure" : ""}`;
  void reply.header("set-cookie", `${cookieName("language", secure)}=${language}; ${flags}`);
}

/** The choice that an address makes, if it does. */
export function languageInAddress(url: string): Language | undefined {
  const chosen = QUERY.exec(url)?.[1];
  return isLanguage(chosen) ? chosen : undefined;
}

/** The address of the same page in a language. A page that answers a form is found again where the form was. */
export function addressIn(language: Language, method: string, url: string): string {
  const [path = "/", query = ""] = url.split("?", 2);
  const page = method === "POST" ? path.replace(/\/(?:messages|send|start)$/, "") : path;
  const kept = query.split("&").filter((part) => part !== "" && !part.startsWith("lang="));
  return `${page}?${[...kept, `lang=${language}`].join("&")}`;
}

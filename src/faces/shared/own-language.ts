import type { Html } from "../../components/html.ts";
import { html } from "../../components/html.ts";
import type { Language } from "../../language/language.ts";

/** What belongs to a question or a stage, marked where the words of that are in another language than the page: English that has no Welsh. */
export function inOwnLanguage({ language: own = "en" }: { readonly language?: Language }, page: Language, content: Html): Html {
  return own === page ? content : html`<div lang="${own}">${content}</div>`;
}

import type { Html, Slot } from "../../components/html.ts";
import { html } from "../../components/html.ts";
import { summaryList } from "../../components/summary-list.ts";
import { PAGE_WORDS, type PageWords } from "../../language/page-words.ts";
import type { OutcomeKind } from "../../definition/service.ts";
import type { ToldOutcome } from "../../journey/tell-outcome.ts";
import { bullets, inline, prose } from "./prose.ts";

/** The heading over the links, which for each kind lead to something else. */
const LINKS = {
  eligible: "linksEligible",
  refused: "linksRefused",
  maybe: "linksMore",
  "not-ours": "linksContact",
  done: "linksMore",
} as const satisfies Record<OutcomeKind, keyof PageWords>;

/** What an outcome says under its title, in the order in which a person needs it. `level` is that of its headings. */
export function outcomeParts(told: ToldOutcome, level: 2 | 3 = 2, words: PageWords = PAGE_WORDS.en): Html {
  const { figures, body, bring, next, links, source } = told;
  const rows = figures.map(({ label, text }) => ({ key: { text: label }, value: { text } }));
  return html`${rows.length > 0 && summaryList({ rows })}${prose(body)}${list(level, words.bring, bring)}${list(level, words.doNext, next)}
${list(level, words[LINKS[told.kind ?? "done"]], links)}${source !== undefined && html`<p class="govuk-body-s">${words.source} ${inline(source)}</p>`}`;
}

function list(level: 2 | 3, title: string, lines: readonly string[]): Slot {
  const size = level === 2 ? "m" : "s";
  return lines.length > 0 && html`<h${level} class="govuk-heading-${size}">${title}</h${level}>${bullets(lines)}`;
}

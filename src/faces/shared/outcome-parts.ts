import type { Html, Slot } from "../../components/html.ts";
import { html } from "../../components/html.ts";
import { summaryList } from "../../components/summary-list.ts";
import type { OutcomeKind } from "../../definition/service.ts";
import type { ToldOutcome } from "../../journey/tell-outcome.ts";
import { bullets, inline, prose } from "./prose.ts";

/** The heading over the links, which for each kind lead to something else. */
const LINKS: Readonly<Record<OutcomeKind, string>> = {
  eligible: "How to get it",
  refused: "Other help",
  maybe: "Find out more",
  "not-ours": "Who to contact",
  done: "Find out more",
};

/** What an outcome says under its title, in the order in which a person needs it. `level` is that of its headings. */
export function outcomeParts(told: ToldOutcome, level: 2 | 3 = 2): Html {
  const { figures, body, bring, next, links, source } = told;
  const rows = figures.map(({ label, text }) => ({ key: { text: label }, value: { text } }));
  return html`${rows.length > 0 && summaryList({ rows })}${prose(body)}${list(level, "What to bring", bring)}${list(level, "What to do next", next)}
${list(level, LINKS[told.kind ?? "done"], links)}${source !== undefined && html`<p class="govuk-body-s">Source: ${inline(source)}</p>`}`;
}

function list(level: 2 | 3, title: string, lines: readonly string[]): Slot {
  const size = level === 2 ? "m" : "s";
  return lines.length > 0 && html`<h${level} class="govuk-heading-${size}">${title}</h${level}>${bullets(lines)}`;
}

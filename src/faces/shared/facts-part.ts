import type { Answer, Answers, Fields } from "../../answers/answer-type.ts";
import { statedSentence, statedText } from "../../answers/stated.ts";
import type { Html, Slot } from "../../components/html.ts";
import { html } from "../../components/html.ts";
import { insetText } from "../../components/inset-text.ts";
import { summaryList } from "../../components/summary-list.ts";
import { PAGE_WORDS, type PageWords } from "../../language/page-words.ts";
import type { Fact, Screen } from "../../definition/service.ts";

interface Reader {
  readonly words: Pick<PageWords, "changed">;
}

const ENGLISH: Reader = { words: PAGE_WORDS.en };

/** Characters of a fact in a form; a longer one was not ours. */
const LONGEST = 2000;

/**
 * What a screen states, each fact with its source, and in a hidden field as it is shown: what is kept with the answers is what the person
 * saw. `before` holds what they saw earlier.
 */
export function factsPart({ facts }: Screen, stated: Answers, before: Answers, reader: Reader = ENGLISH): Slot {
  const shown = facts.filter(({ question }) => stated[question.id] !== undefined);
  if (shown.length === 0) return undefined;
  const lines = shown.filter(({ question }) => question.stated?.says === undefined);
  const sentences = shown.filter((fact) => !lines.includes(fact));
  const rows = lines.map((fact) => {
    const text = statedText(fact.question, stated[fact.question.id] ?? null);
    return { key: { text: fact.question.ask }, value: { html: html`${text}${beneath(fact, stated, before, reader)}` } };
  });
  return html`${sentences.map((fact) => sentence(fact, stated, before, reader))}${rows.length > 0 && summaryList({ rows })}${[...factFields({ facts }, stated)].map(([name, [value]]) => html`<input type="hidden" name="${name}" value="${value}">`)}`;
}

function sentence(fact: Fact, stated: Answers, before: Answers, reader: Reader): Html {
  const text = statedSentence(fact.question, stated[fact.question.id] ?? null);
  return insetText({ html: html`${text}${beneath(fact, stated, before, reader)}` });
}

/** Where it comes from, and what it was when the person saw it before. */
function beneath({ question }: Fact, stated: Answers, before: Answers, { words }: Reader): Html {
  const was = before[question.id];
  const changed =
    was !== undefined &&
    was !== stated[question.id] &&
    html`<br><strong class="govuk-!-font-size-16">${words.changed(statedText(question, was))}</strong>`;
  return html`${sourceLine(question.stated?.source)}${changed}`;
}

export function sourceLine(source: string | undefined): Slot {
  return source !== undefined && html`<br><span class="guildhall-small">${source}</span>`;
}

/** The hidden fields of what a screen states. */
export function factFields({ facts }: Pick<Screen, "facts">, stated: Answers): Map<string, readonly string[]> {
  const shown = facts.filter(({ question }) => stated[question.id] !== undefined);
  return new Map(shown.map(({ question: { id } }) => [id, [JSON.stringify(stated[id])]]));
}

/** What a posted screen had stated; the walk looks whether it is so still. Pure. */
export function seenFacts({ facts }: Pick<Screen, "facts">, fields: Fields): Answers {
  const seen: Record<string, Answer> = {};
  for (const { question } of facts) {
    const value = readScalar(fields.get(question.id)?.[0]);
    if (value !== undefined) seen[question.id] = value;
  }
  return seen;
}

function readScalar(text: string | undefined): null | boolean | number | string | undefined {
  if (text === undefined || text.length > LONGEST) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    if (value === null || typeof value === "boolean" || typeof value === "number" || typeof value === "string") return value;
    return undefined;
  } catch {
    return undefined;
  }
}

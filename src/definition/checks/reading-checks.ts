import type { Outline } from "../outline.ts";
import { jargonIn } from "../wording/jargon.ts";
import { FEWEST_WORDS, readingOf, SENTENCE_END } from "../wording/reading-age.ts";
import type { Reading } from "../wording/reading-age.ts";
import type { TextNode } from "../yaml/node.ts";
import { nodeAt, textAt, textsAt } from "../yaml/read.ts";
import { sourceOffset } from "../yaml/source-offset.ts";
import type { Check, Found } from "./check.ts";
import { everyText } from "./texts.ts";

/** What GOV.UK writes for: most adults read well at this age, and quickly. */
const OLDEST = 9;
const LONGEST_SENTENCE = 25;
/** A text of fewer characters has hardly as many words as it takes to judge it. */
const SHORTEST = 4 * FEWEST_WORDS;

/** How hard the texts are to read. */
export const READING_CHECKS: readonly Check[] = [
  {
    code: "reading-age",
    severity: "advice",
    about:
      "A text of 20 words or more needs a reading age over 9: 0.39 x words in a sentence + 11.8 x syllables in a word - 15.59 (the Flesch-Kincaid grade), and 5 years. " +
      "Names and the words of the title and keywords count as one syllable, and a line as a sentence. Syllables are counted by rules of spelling, so it may be a year off.",
    example: {
      right: "Our longest ladder reaches 6 metres.",
      wrong:
        "The authority regrets that equipment of the specification requested exceeds the maximum operational dimensions currently available within its inventory of lending apparatus.",
    },
    find: tooOld,
  },
  {
    code: "sentence-over-long",
    severity: "advice",
    about: "A sentence has more than 25 words.",
    example: {
      right: "Our longest ladder reaches 6 metres.",
      wrong: `Our longest ladder reaches 6 metres${" and the next one is not as long as that".repeat(3)}.`,
    },
    find: longSentences,
  },
  {
    code: "wording-jargon",
    severity: "advice",
    about: "A text has a word or a phrase of the office for which there is a plain one; the list is in `src/definition/wording/jargon.ts`.",
    example: { right: "Our longest ladder reaches 6 metres.", wrong: "We have no ladder in excess of 6 metres." },
    find: jargon,
  },
];

function* tooOld(outline: Outline): Iterable<Found> {
  const given = wordsOfTheService(outline);
  const summary = nodeAt(outline.root, "summary");
  for (const texts of everyText(outline)) {
    // A summary is one sentence, and may be a full one. What is shorter than this does not have the words.
    if (texts[0] === summary || texts.reduce((length, { value }) => length + value.length, 0) < SHORTEST) continue;
    const reading = readingOf(texts.map(({ value }) => value).join("\n"), given);
    if (reading !== undefined && reading.age > OLDEST) yield hard(texts[0], reading);
  }
}

function hard(at: TextNode, { age, hard: words, wordsInSentence }: Reading): Found {
  const long = wordsInSentence > 15 ? `sentences of ${Math.round(wordsInSentence)} words` : undefined;
  const named = words.length === 0 ? undefined : `words such as ${words.map((word) => `"${word}"`).join(", ")}`;
  const why = [long, named].filter((part) => part !== undefined).join(" and ");
  const message = `This needs a reading age of ${Math.round(age)}${why === "" ? "" : `: it has ${why}`}.`;
  return { at, message, fix: `Aim for ${OLDEST}: shorter sentences, and words that people say.` };
}

/** Nobody can do without the words for what the service is about. */
function wordsOfTheService({ root }: Outline): ReadonlySet<string> {
  const texts = [textAt(root, "title") ?? "", ...textsAt(root, "keywords")];
  return new Set(
    texts
      .join(" ")
      .toLowerCase()
      .match(/[a-z]+/g),
  );
}

function* longSentences(outline: Outline): Iterable<Found> {
  for (const texts of everyText(outline)) {
    for (const text of texts) {
      const most = text.value.length < 4 * LONGEST_SENTENCE ? 0 : longest(text.value);
      if (most <= LONGEST_SENTENCE) continue;
      const message = `A sentence here has ${most} words; after ${LONGEST_SENTENCE} readers lose the thread.`;
      yield { at: text, message, fix: "Make two of it, or write a list." };
    }
  }
}

function longest(text: string): number {
  return Math.max(...text.split(SENTENCE_END).map((sentence) => sentence.split(/\s+/).filter((word) => /\w/.test(word)).length));
}

function* jargon(outline: Outline): Iterable<Found> {
  for (const texts of everyText(outline)) {
    for (const text of texts) {
      for (const { words, plain, from, to } of jargonIn(text.value)) {
        const at = { file: text.file, from: sourceOffset(text, from), to: sourceOffset(text, to) };
        yield { at, message: `"${words}" is a word of the office.`, fix: plain.startsWith("(") ? "Leave it out." : `Write: ${plain}.` };
      }
    }
  }
}

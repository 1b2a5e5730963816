import { syllablesIn } from "./syllables.ts";

/** Fewer words than these say nothing about how hard a text is. */
export const FEWEST_WORDS = 20;

/** What a link goes to is not read. */
const ADDRESS = /\]\([^()]*\)|https?:\/\/\S+|(?<!\S)\S+@\S+/g;
/** Begins where the signs begin, and not again at each of a thousand dots. */
export const SENTENCE_END = /(?<![.?!:])[.?!:]+(?:\s|$)|\n+/;

export interface Reading {
  /** Years, to a tenth. */
  readonly age: number;
  /** The words with the most beats, the longest first. */
  readonly hard: readonly string[];
  readonly wordsInSentence: number;
}

/**
 * The age at which a child in an English school can read a text: the Flesch-Kincaid grade (0.39 x words in a sentence + 11.8 x beats in a
 * word - 15.59), and five years. A name with a capital letter, a number and the `given` words, which nobody can replace, count as one beat;
 * addresses of the web are left out. Each line is a sentence of its own. Undefined for a text that is too short to tell.
 */
export function readingOf(text: string, given: ReadonlySet<string> = new Set()): Reading | undefined {
  const sentences = text
    .replaceAll(ADDRESS, "")
    .split(SENTENCE_END)
    .map((sentence) => sentence.match(/[A-Za-z][A-Za-z'’-]*|\d[\d,.]*/g) ?? [])
    .filter((words) => words.length > 0);
  const words = sentences.flat();
  if (words.length < FEWEST_WORDS) return undefined;
  const beats = sentences.flatMap((sentence) => sentence.map((word, at) => beatsOf(word, at > 0, given)));
  const wordsInSentence = words.length / sentences.length;
  const grade = 0.39 * wordsInSentence + (11.8 * beats.reduce((sum, count) => sum + count, 0)) / words.length - 15.59;
  return { age: Math.round((grade + 5) * 10) / 10, hard: hardest(words, beats), wordsInSentence };
}

function beatsOf(word: string, inside: boolean, given: ReadonlySet<string>): number {
  const named = (inside && /^[A-Z]/.test(word)) || given.has(word.toLowerCase());
  return named ? 1 : syllablesIn(word);
}

function hardest(words: readonly string[], beats: readonly number[]): readonly string[] {
  const hard = new Map(words.map((word, at) => [word.toLowerCase(), beats[at] ?? 1] as const).filter(([, count]) => count > 2));
  return [...hard]
    .toSorted(([, one], [, other]) => other - one)
    .slice(0, 3)
    .map(([word]) => word);
}

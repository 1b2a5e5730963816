import { editDistance } from "../rules/closest.ts";
import type { WordIndex } from "./word-index.ts";

/** How many words of a search count. */
const MOST_WORDS = 8;
/** Fuzzy looking is bounded by this many words that are near what was typed. */
const MOST_NEAR = 50;

// What one typed word adds to a row's rank: whole words before beginnings, beginnings before
// misspellings, labels before other columns; and of rows alike, a label that begins as what was typed.
const EXACT = 8;
const PREFIX = 5;
const NEAR = 2;
const IN_LABEL = 3;
const BEGINS = 2;

/**
 * The rows that fit what was typed, the best first: those that have every word, or where none has, those that have any. A word fits
 * as it is, as the beginning of a longer one, or where neither is found with a letter or two wrong.
 */
export function rankedRows(index: WordIndex, typed: readonly string[]): Uint32Array {
  const words = [...new Set(typed)].slice(0, MOST_WORDS);
  const scores = new Uint16Array(index.size);
  const counts = new Uint8Array(index.size);
  for (const word of words) addWord(index, word, scores, counts);
  const whole = rowsWith(counts, words.length);
  const rows = whole.length > 0 || words.length === 1 ? whole : rowsWith(counts, 1);
  const { lengths, labels } = index;
  const start = typed.join(" ");
  for (const row of rows) if (labels[row]?.startsWith(start)) scores[row] = (scores[row] ?? 0) + BEGINS;
  const rank = (row: number): number => (counts[row] ?? 0) * 1000 + (scores[row] ?? 0);
  return rows.toSorted((a, b) => rank(b) - rank(a) || (lengths[a] ?? 0) - (lengths[b] ?? 0) || a - b);
}

function rowsWith(counts: Uint8Array, least: number): Uint32Array {
  let total = 0;
  for (const count of counts) if (count >= least) total += 1;
  const rows = new Uint32Array(total);
  let at = 0;
  for (let row = 0; row < counts.length; row++) if ((counts[row] ?? 0) >= least) rows[at++] = row;
  return rows;
}

/** Gives each row the best that the word comes to there. */
function addWord(index: WordIndex, word: string, scores: Uint16Array, counts: Uint8Array): void {
  const best = new Uint8Array(index.size);
  const fits = (at: number, score: number): void => {
    for (let entry = index.starts[at] ?? 0; entry < (index.starts[at + 1] ?? 0); entry++) {
      const found = index.rows[entry] ?? 0;
      const row = found >> 1;
      const here = score + (found & 1 ? IN_LABEL : 0);
      if (here > (best[row] ?? 0)) best[row] = here;
    }
  };
  const from = firstFrom(index.words, word);
  const to = firstFrom(index.words, `${word}\uffff`);
  for (let at = from; at < to; at++) fits(at, index.words[at] === word ? EXACT : PREFIX);
  if (to === from) for (const near of nearWords(index.words, word)) fits(near, NEAR);
  for (let row = 0; row < best.length; row++) {
    const score = best[row] ?? 0;
    if (score === 0) continue;
    scores[row] = (scores[row] ?? 0) + score;
    counts[row] = (counts[row] ?? 0) + 1;
  }
}

/** The first word that is not before this one. */
function firstFrom(words: readonly string[], word: string): number {
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle] ?? "") < word) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Words that a slip turns into what was typed: one letter of a word from four, two from eight. Also at the beginning of a longer word. */
function nearWords(words: readonly string[], word: string): readonly number[] {
  if (word.length < 4 || word.length > 40 || /\d/.test(word)) return [];
  const most = word.length < 8 ? 1 : 2;
  const near: number[] = [];
  for (const [at, other] of words.entries()) {
    if (other.length < word.length - most) continue;
    const start = other.slice(0, word.length + most);
    const rest = start.length > word.length ? start.slice(0, word.length) : start;
    if (isNear(rest, word, most) || (start !== rest && isNear(start, word, most))) near.push(at);
    if (near.length === MOST_NEAR) break;
  }
  return near;
}

/** Letters that are not in both cost nothing to count, and rule out nearly every word. */
function isNear(other: string, word: string, most: number): boolean {
  const strange = letters(other) & ~letters(word);
  return bits(strange) <= most && editDistance(word, other) <= most;
}

function letters(word: string): number {
  let found = 0;
  for (let at = 0; at < word.length; at++) found |= 1 << (word.charCodeAt(at) & 31);
  return found;
}

function bits(mask: number): number {
  let left = mask;
  let count = 0;
  for (; left !== 0; count++) left &= left - 1;
  return count;
}

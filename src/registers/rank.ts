import { nearWords } from "./near-words.ts";
import type { WordIndex } from "./word-index.ts";
import { firstFrom } from "./word-index.ts";

/** How many words of a search count. */
const MOST_WORDS = 8;

// What one typed word adds to a row's rank: whole words before beginnings, beginnings before
// misspellings, labels before other columns; and of rows alike, a label that begins as what was typed.
const EXACT = 8;
const PREFIX = 5;
const NEAR = 2;
const IN_LABEL = 3;
const BEGINS = 2;

/** The rows that fit a search, in no order. */
export interface Fitting {
  readonly rows: Uint32Array;
  /** The greater the better; no two rows have the same. */
  rank(row: number): number;
}

/**
 * The rows that fit what was typed: those that have every word, or where none has, those that have any. A word fits as it is, as the beginning of
 * a longer one, or where neither is found with a letter or two wrong.
 */
export function fitting(index: WordIndex, typed: readonly string[]): Fitting {
  const words = [...new Set(typed)].slice(0, MOST_WORDS);
  const scores = new Uint16Array(index.size);
  const counts = new Uint8Array(index.size);
  for (const word of words) addWord(index, word, scores, counts);
  const whole = rowsWith(counts, words.length);
  const rows = whole.length > 0 || words.length === 1 ? whole : rowsWith(counts, 1);
  const { lengths, labels } = index;
  const start = typed.join(" ");
  for (const row of rows) if (labels[row]?.startsWith(start)) scores[row] = (scores[row] ?? 0) + BEGINS;
  return { rows, rank: (row) => packed(counts[row] ?? 0, scores[row] ?? 0, lengths[row] ?? 0, row) };
}

/** Words that fit, then how well, then the shorter label, then the earlier row: in one number that is held exactly. */
function packed(count: number, score: number, length: number, row: number): number {
  return ((count * 1024 + score) * 64 + 63 - Math.min(length, 63)) * 2 ** 20 + (2 ** 20 - 1 - row);
}

/** The best of the rows, the best first: as many as are wanted. Looks at each row once where few are wanted. */
export function best({ rows, rank }: Fitting, wanted: number): readonly number[] {
  const chosen: { readonly row: number; readonly rank: number }[] = [];
  for (const row of rows) {
    const own = rank(row);
    if (chosen.length === wanted && own < (chosen.at(-1)?.rank ?? 0)) continue;
    chosen.splice(placeFor(own, chosen), 0, { row, rank: own });
    if (chosen.length > wanted) chosen.pop();
  }
  return chosen.map(({ row }) => row);
}

function placeFor(own: number, chosen: readonly { readonly rank: number }[]): number {
  let [low, high] = [0, chosen.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((chosen[middle]?.rank ?? 0) > own) low = middle + 1;
    else high = middle;
  }
  return low;
}

function rowsWith(counts: Uint8Array, least: number): Uint32Array {
  const rows = new Uint32Array(counts.length);
  let total = 0;
  for (let row = 0; row < counts.length; row++) if ((counts[row] ?? 0) >= least) rows[total++] = row;
  return rows.subarray(0, total);
}

/** Gives each row the best that the word comes to there. */
function addWord(index: WordIndex, word: string, scores: Uint16Array, counts: Uint8Array): void {
  const found = new Uint8Array(index.size);
  const fits = (at: number, score: number): void => {
    for (let entry = index.starts[at] ?? 0; entry < (index.starts[at + 1] ?? 0); entry++) {
      const held = index.rows[entry] ?? 0;
      const here = score + (held & 1 ? IN_LABEL : 0);
      if (here > (found[held >> 1] ?? 0)) found[held >> 1] = here;
    }
  };
  const from = firstFrom(index.words, word);
  const to = firstFrom(index.words, `${word}\uffff`);
  for (let at = from; at < to; at++) fits(at, index.words[at] === word ? EXACT : PREFIX);
  if (to === from) for (const near of nearWords(index, word)) fits(near, NEAR);
  for (let row = 0; row < found.length; row++) {
    const score = found[row] ?? 0;
    if (score === 0) continue;
    scores[row] = (scores[row] ?? 0) + score;
    counts[row] = (counts[row] ?? 0) + 1;
  }
}

import { editDistance } from "../rules/closest.ts";
import { lettersOf } from "./letters.ts";
import type { WordIndex } from "./word-index.ts";
import { firstFrom } from "./word-index.ts";

/** Looking for misspellings ends at so many words that are near. */
const MOST_NEAR = 50;

/** Words that a slip turns into what was typed: one letter of a word from four, two from eight. Also at the beginning of a longer word. */
export function nearWords({ words, letters }: WordIndex, word: string): readonly number[] {
  if (word.length < 4 || word.length > 40 || /\d/.test(word)) return [];
  const most = word.length < 8 ? 1 : 2;
  const own = lettersOf(word);
  const near: number[] = [];
  // Numbers come first, and none is a misspelt word.
  for (let at = firstFrom(words, "a"); at < words.length && near.length < MOST_NEAR; at++) {
    // Each slip accounts for one letter that the other word lacks: counting those rules out nearly every word.
    if (bits(own & ~(letters[at] ?? 0)) <= most && isNear(words[at] ?? "", word, most)) near.push(at);
  }
  return near;
}

function isNear(other: string, word: string, most: number): boolean {
  if (other.length < word.length - most) return false;
  if (editDistance(word, other.slice(0, word.length)) <= most) return true;
  return other.length > word.length && editDistance(word, other.slice(0, word.length + most)) <= most;
}

function bits(mask: number): number {
  let left = mask;
  let count = 0;
  for (; left !== 0; count++) left &= left - 1;
  return count;
}

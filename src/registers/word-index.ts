import type { Gathered } from "./gathered.ts";
import type { RegisterPlan } from "./register.ts";
import { lettersOf } from "./letters.ts";
import { wordsOf } from "./words.ts";

/** Which rows hold which word. Rows are numbers; the lists of all words lie one after another in flat arrays. */
export interface WordIndex {
  readonly size: number;
  /** Every word, in order. */
  readonly words: readonly string[];
  /** Which letters each word has, to look for misspellings. */
  readonly letters: Int32Array;
  /** Where the rows of each word start in `rows`; one more than there are words. */
  readonly starts: Uint32Array;
  /** A row, doubled, and one more where the word stands in the label. */
  readonly rows: Uint32Array;
  /** How many words each label has: of two rows that fit alike, the shorter label comes first. */
  readonly lengths: Uint16Array;
  /** The words of each label in one text, for those that begin as what was typed. */
  readonly labels: readonly string[];
}

/** Indexes labels, keys and the columns of texts. */
export function indexOf(plan: RegisterPlan, rows: Gathered): WordIndex {
  const lists = new Map<string, number[]>();
  const lengths = new Uint16Array(rows.keys.length);
  const labels: string[] = [];
  const texts = Object.entries(plan.columns).flatMap(([name, kind]) => (kind === "text" ? [rows.cells[name] ?? []] : []));
  for (let at = 0; at < rows.keys.length; at++) {
    const label = wordsOf(rows.labels[at] ?? "");
    lengths[at] = label.length;
    labels.push(label.join(" "));
    for (const word of new Set([...label, ...wordsOf(rows.welsh[at] ?? "")])) note(lists, word, at * 2 + 1);
    const others = [rows.keys[at] ?? "", ...texts.map((cells) => String(cells[at] ?? ""))];
    for (const word of new Set(others.flatMap(wordsOf))) note(lists, word, at * 2);
  }
  return { ...flat(lists), size: rows.keys.length, lengths, labels };
}

/** A word that stands in the label too needs no second mention of its row. */
function note(lists: Map<string, number[]>, word: string, entry: number): void {
  const list = lists.get(word);
  if (list === undefined) lists.set(word, [entry]);
  else if (list.at(-1) !== (entry | 1)) list.push(entry);
}

function flat(lists: ReadonlyMap<string, readonly number[]>): Pick<WordIndex, "words" | "letters" | "starts" | "rows"> {
  const words = [...lists.keys()].toSorted();
  const starts = new Uint32Array(words.length + 1);
  for (const [at, word] of words.entries()) starts[at + 1] = (starts[at] ?? 0) + (lists.get(word)?.length ?? 0);
  const rows = new Uint32Array(starts.at(-1) ?? 0);
  for (const [at, word] of words.entries()) rows.set(lists.get(word) ?? [], starts[at] ?? 0);
  return { words, letters: Int32Array.from(words, lettersOf), starts, rows };
}

/** Where the first word stands that is not before this one. */
export function firstFrom(words: readonly string[], word: string): number {
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle] ?? "") < word) low = middle + 1;
    else high = middle;
  }
  return low;
}

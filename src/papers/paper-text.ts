// Control characters besides the line feed, what turns the direction of a line round, and what takes no place.
const UNSEEN = /[\p{Cc}\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu;
const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

// A word that is longer than a line is measured letter by letter; so many letters of one fit everywhere.
const LONG_WORD = /[^\s\u200b]{40}(?=[^\s])/gu;

/** A text as it goes on paper: whole characters alone, with lines as they were written and nothing that cannot be seen. */
export function paperText(text: string): string {
  const lines = text
    .toWellFormed()
    .normalize("NFC")
    .replaceAll("\t", " ")
    .split(/\r\n|[\n\r\u2028\u2029]/);
  return lines.map((line) => line.replaceAll(UNSEEN, "").replaceAll(LONG_WORD, "$&\u200b")).join("\n");
}

export function isRightToLeft(text: string): boolean {
  return RIGHT_TO_LEFT.test(text);
}

/**
 * The words of a line in the order in which they stand on paper from the left. Words written from the right follow each other from the right; the
 * letters within one are put in order by the font.
 */
export function wordsFromLeft(words: readonly string[]): readonly string[] {
  const turned: string[] = [];
  let run: string[] = [];
  for (const word of words) {
    if (isRightToLeft(word)) {
      run.unshift(word);
      continue;
    }
    turned.push(...run, word);
    run = [];
  }
  return [...turned, ...run];
}

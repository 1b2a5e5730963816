/** What a person types, or a register holds, as the words that are compared: lower case, without accents, apostrophes and punctuation. */
export function wordsOf(text: string): readonly string[] {
  const plain = text
    .normalize("NFKD")
    .replaceAll(/[\p{M}'’‘`]/gu, "")
    .replaceAll("&", " and ")
    .toLowerCase();
  return (plain.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => SAME.get(word) ?? word);
}

/** The words as one text, to compare whole labels. */
export function sameText(text: string): string {
  return wordsOf(text).join(" ");
}

/** People write these in both ways. */
const SAME: ReadonlyMap<string, string> = new Map([
  ["saint", "st"],
  ["street", "st"],
  ["road", "rd"],
  ["avenue", "ave"],
  ["av", "ave"],
  ["lane", "ln"],
  ["close", "cl"],
  ["drive", "dr"],
]);

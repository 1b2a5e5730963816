// oxlint-disable-next-line no-control-regex -- everything but plain letters and signs is told apart by it
const PLAIN = /^[\u0000-\u007f]*$/;

/** What a person types, or a register holds, as the words that are compared: lower case, without accents, apostrophes and punctuation. */
export function wordsOf(text: string): readonly string[] {
  const found = PLAIN.test(text) ? plainWords(text) : anyWords(text);
  return (found ?? []).map((word) => SAME.get(word) ?? word);
}

/** Most texts are plain, and a large register has hundreds of thousands of them. */
function plainWords(text: string): readonly string[] | null {
  const joined = text.includes("'") || text.includes("`") ? text.replaceAll(/['`]/g, "") : text;
  return (joined.includes("&") ? joined.replaceAll("&", " and ") : joined).toLowerCase().match(/[a-z0-9]+/g);
}

function anyWords(text: string): readonly string[] | null {
  const plain = text
    .normalize("NFKD")
    .replaceAll(/[\p{M}'’‘`]/gu, "")
    .replaceAll("&", " and ")
    .toLowerCase();
  return plain.match(/[\p{L}\p{N}]+/gu);
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

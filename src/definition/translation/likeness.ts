/** How much two sentences have in common, from 0 to 1: the share of their words that both hold (Dice's coefficient). */
export function likeness(one: string, other: string): number {
  const [a, b] = [words(one), words(other)];
  if (a.length + b.length === 0) return 0;
  const left = [...b];
  const shared = a.filter((word) => {
    const at = left.indexOf(word);
    if (at !== -1) left.splice(at, 1);
    return at !== -1;
  });
  return (2 * shared.length) / (a.length + b.length);
}

function words(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

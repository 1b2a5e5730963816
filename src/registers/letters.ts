/** Which letters a word has, a bit for each. */
export function lettersOf(word: string): number {
  let found = 0;
  for (let at = 0; at < word.length; at++) found |= 1 << (word.charCodeAt(at) & 31);
  return found;
}

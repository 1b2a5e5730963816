/**
 * Words that every English page of ours is full of and that are no words in Welsh. ("At", "am", "is", "a", "i" and "to" are Welsh words too.)
 */
const ENGLISH =
  /\b(the|and|an|of|or|you|your|our|we|us|it|its|this|that|these|be|are|was|were|been|have|has|had|not|will|would|can|cannot|must|should|do|does|did|for|from|with|by|in|on|if|when|what|where|which|who|why|how|all|any|more|than|enter|select|choose|add|another|remove|upload|answers?|back|continue|send|sent|change|save|search|find|found|see|call|contact|help|page|day|month|year|today|error|problem|there|something|went|wrong|again|try|use|yes|no|none)\b/gi;
/** Words of the list that are Welsh too: all is "can" in a question that asks who, problem is borrowed. */
const ALSO_WELSH: ReadonlySet<string> = new Set(["an", "all", "problem"]);

/** The English words in a text, each once, in small letters. */
export function englishWords(text: string): readonly string[] {
  const found = [...text.matchAll(ENGLISH)].map(([word]) => word.toLowerCase());
  return [...new Set(found)].filter((word) => !ALSO_WELSH.has(word));
}

import type { PublishedService } from "../../src/definition/service.ts";
import { ANSWER_WORDS } from "../../src/language/answer-words.ts";
import { HOUSE_LETTERS, HOUSE_MESSAGES } from "../../src/language/message-words.ts";
import { PAGE_WORDS } from "../../src/language/page-words.ts";

/**
 * Words that every English page of ours is full of and that are no words in Welsh. ("At", "am", "is", "a", "i" and "to" are Welsh words too.)
 */
const ENGLISH =
  /(?<!\p{L})(the|and|an|of|or|you|your|our|we|us|it|its|this|that|these|be|are|was|were|been|have|has|had|not|will|would|can|cannot|must|should|do|does|did|for|from|with|by|in|on|if|when|what|where|which|who|why|how|all|any|more|than|enter|select|choose|add|another|remove|upload|answers?|back|continue|send|sent|change|save|search|find|found|see|call|contact|help|page|day|month|year|today|error|problem|there|something|went|wrong|again|try|use|yes|no|none)(?!\p{L})/giu;
/** Words of the list that are Welsh too: all is "can" in a question that asks who, help and problem are borrowed. */
const ALSO_WELSH: ReadonlySet<string> = new Set(["an", "all", "help", "problem"]);

/** The English words in a text, each once, in small letters. */
export function englishWords(text: string): readonly string[] {
  const found = [...text.matchAll(ENGLISH)].map(([word]) => word.toLowerCase());
  return [...new Set(found)].filter((word) => !ALSO_WELSH.has(word));
}

/** Every word of our own English texts, and of a service's, that none of the Welsh ones has. */
export function ourEnglish(service?: PublishedService): ReadonlySet<string> {
  const own = [ANSWER_WORDS, PAGE_WORDS, HOUSE_MESSAGES, HOUSE_LETTERS];
  const english = wordsIn([...own.map(({ en }) => en), service && { ...service, welsh: undefined, source: "" }]);
  const welsh = wordsIn([...own.map(({ cy }) => cy), service?.welsh && { ...service.welsh, source: "" }]);
  return new Set([...english].filter((word) => !welsh.has(word)));
}

/** The words of all texts in something; of a text with something in it, those of its code, which are the same names in both languages. */
function wordsIn(value: unknown, seen = new Set<unknown>()): Set<string> {
  if (typeof value === "string" || typeof value === "function") return new Set(wordsOf(String(value)));
  if (typeof value !== "object" || value === null || seen.has(value)) return new Set();
  seen.add(value);
  const parts: readonly unknown[] = value instanceof Map ? [...value.values()] : Object.values(value);
  return new Set(parts.flatMap((part) => [...wordsIn(part, seen)]));
}

export function wordsOf(text: string): readonly string[] {
  return (text.match(/[\p{L}’]{3,}/gu) ?? []).map((word) => word.toLowerCase());
}

/** Words of the rule language, and names that the house gives a meaning of its own. A question of that name could not be read. */
const RULE_WORDS = [
  "and",
  "between",
  "else",
  "every",
  "external",
  "false",
  "for",
  "function",
  "if",
  "in",
  "instance",
  "item",
  "not",
  "null",
  "of",
  "or",
  "partial",
  "return",
  "satisfies",
  "some",
  "then",
  "today",
  "true",
];

/** Names that mean something to the program's own objects; no name of any kind may be one. */
const PROGRAM_WORDS = ["constructor", "prototype"];

const QUESTION_WORDS: ReadonlySet<string> = new Set([...RULE_WORDS, ...PROGRAM_WORDS]);
const OTHER_WORDS: ReadonlySet<string> = new Set(PROGRAM_WORDS);

/** Whether a name may not be used: for a question (underscore style) any word of the rule language, for others only a few. */
export function isReserved(name: string, forQuestion: boolean): boolean {
  return (forQuestion ? QUESTION_WORDS : OTHER_WORDS).has(name);
}

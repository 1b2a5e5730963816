import type { Naming } from "../../rules/naming.ts";
import { ruleInWords } from "../../rules/rule-words.ts";
import { oncePerOutline } from "../once-per-outline.ts";
import type { Outline } from "../outline.ts";
import { namingOf } from "../rule-naming.ts";
import type { TextNode } from "../yaml/node.ts";

/** Longer than this, a rule is no sentence that anybody would read in a finding. */
const LONGEST = 200;

/** A condition in words, for the middle of a sentence: `it is a danger`, or `this rule holds` where it is too long to be told or has a mistake. */
export function ruleTold(outline: Outline, node: TextNode): string {
  const rule = outline.rules.get(node);
  const words = rule === undefined ? "" : ruleInWords(rule, namingIn(outline));
  return words === "" || words.length > LONGEST ? "this rule holds" : words;
}

const namingIn = oncePerOutline(({ questions }): Naming => {
  return namingOf({ questions: new Map([...questions].map(([id, { question }]) => [id, question])) });
});

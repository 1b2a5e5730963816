import { problem } from "./problem.ts";
import type { RuleProblem } from "./rule.ts";
import type { At } from "./syntax.ts";
import { syntaxFix } from "./syntax-habits.ts";

/** Words that need another after them. */
const LACKING: readonly { readonly word: RegExp; readonly needs: RegExp; readonly fix: string }[] = [
  { word: /\b(some|every)\b/, needs: /\bsatisfies\b/, fix: 'Put "satisfies" before what is asked of each item.' },
  { word: /\bfor\b/, needs: /\breturn\b/, fix: 'Put "return" before what is made of each item.' },
  { word: /\bif\b/, needs: /\belse\b/, fix: 'Every "if ... then ..." needs an "else ...".' },
];

/** A plain sentence for the first place at which the grammar gave up. */
export function syntaxProblem(source: string, error: At): RuleProblem {
  const skipped = /^\s*/.exec(source.slice(error.from))?.[0].length ?? 0;
  const from = Math.min(error.from + skipped, source.length);
  const rest = source.slice(from);
  if (source.trim() === "")
    return problem("rule-syntax", { from: 0, to: source.length }, "The rule is empty.", "Write a condition or a value.");
  if (rest === "") return endsEarly(source);
  if (/^"(?:[^"\\]|\\.)*$/s.test(rest)) {
    return problem("rule-syntax", { from, to: source.length }, "The text that starts here has no closing quote.", 'Add a " at its end.');
  }
  // The grammar may give up inside a word.
  const word = /^\w+/.exec(rest)?.[0].length ?? 1;
  const to = Math.max(from + word, Math.min(error.to, source.length));
  return problem("rule-syntax", { from, to }, `The rule cannot be read from ${shown(rest)} on.`, syntaxFix(source, from));
}

function endsEarly(source: string): RuleProblem {
  const end = { from: source.trimEnd().length, to: source.length };
  return problem("rule-syntax", end, "The rule ends before it is complete.", lackingWord(source) ?? bracketFix(source));
}

function lackingWord(source: string): string | undefined {
  return LACKING.find(({ word, needs }) => word.test(source) && !needs.test(source))?.fix;
}

function bracketFix(source: string): string {
  const bare = source.replace(/"(?:[^"\\]|\\.)*"/g, "");
  const count = (bracket: RegExp): number => bare.match(bracket)?.length ?? 0;
  if (count(/\(/g) > count(/\)/g)) return 'Add the closing bracket ")".';
  // An end of a range may be open, so a round bracket also closes a square one.
  if (count(/[[(]/g) > count(/[\])]/g)) return 'Add the closing bracket "]".';
  if (/\bbetween\b/.test(bare) && !/\band\b/.test(bare)) return 'Put "and" and the second end after it, as in: rooms between 1 and 3.';
  return "Say what comes after it.";
}

function shown(rest: string): string {
  const line = rest.split("\n")[0] ?? "";
  return line.length > 20 ? `"${line.slice(0, 20)}..."` : `"${line}"`;
}

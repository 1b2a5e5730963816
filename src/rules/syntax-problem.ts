import { problem } from "./problem.ts";
import type { RuleProblem } from "./rule.ts";
import type { At } from "./syntax.ts";

/** Habits of other languages, and what to write instead. */
const HABITS: readonly { readonly starts: string; readonly fix: string }[] = [
  { starts: "&&", fix: 'Write "and".' },
  { starts: "||", fix: 'Write "or".' },
  { starts: "==", fix: 'Write one "=".' },
  { starts: "<>", fix: 'Write "!=" for "is not".' },
  { starts: "!", fix: 'Write "not(...)", or "!=" for "is not".' },
  { starts: "'", fix: 'Put texts in double quotes, as in "yes".' },
  { starts: "\u201c", fix: 'Put texts in straight double quotes, as in "yes".' },
  { starts: "\u2018", fix: 'Put texts in straight double quotes, as in "yes".' },
  { starts: "£", fix: "Write amounts of money as plain numbers, as in 12.50." },
  { starts: "?", fix: 'Write "if ... then ... else ...".' },
];

/** A plain sentence for the first place at which the grammar gave up. */
export function syntaxProblem(source: string, error: At): RuleProblem {
  const skipped = /^\s*/.exec(source.slice(error.from))?.[0].length ?? 0;
  const from = Math.min(error.from + skipped, source.length);
  const rest = source.slice(from);
  if (source.trim() === "")
    return problem("rule-syntax", { from: 0, to: source.length }, "The rule is empty.", "Write a condition or a value.");
  if (rest === "") return endsEarly(source);
  if (rest.startsWith('"')) {
    return problem("rule-syntax", { from, to: source.length }, "The text that starts here has no closing quote.", 'Add a " at its end.');
  }
  const to = Math.max(from + 1, Math.min(error.to, source.length));
  return problem("rule-syntax", { from, to }, `The rule cannot be read from ${shown(rest)} on.`, habit(source, from));
}

function endsEarly(source: string): RuleProblem {
  const end = { from: source.trimEnd().length, to: source.length };
  const lacksElse = /\bif\b/.test(source) && !/\belse\b/.test(source);
  const fix = lacksElse ? 'Every "if ... then ..." needs an "else ...".' : bracketFix(source);
  return problem("rule-syntax", end, "The rule ends before it is complete.", fix);
}

function bracketFix(source: string): string {
  const bare = source.replace(/"(?:[^"\\]|\\.)*"/g, "");
  const open = (bare.match(/\(/g)?.length ?? 0) - (bare.match(/\)/g)?.length ?? 0);
  return open > 0 ? 'Add the closing bracket ")".' : "Say what comes after it.";
}

function habit(source: string, from: number): string | undefined {
  // The grammar may give up on the second character of a two-character sign.
  return HABITS.find(({ starts }) => source.startsWith(starts, from) || (starts.length > 1 && source.startsWith(starts, from - 1)))?.fix;
}

function shown(rest: string): string {
  const line = rest.split("\n")[0] ?? "";
  return line.length > 20 ? `"${line.slice(0, 20)}..."` : `"${line}"`;
}

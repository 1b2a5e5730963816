import { parser } from "@bpmn-io/lezer-feel";
import { convert } from "./convert.ts";
import { problem } from "./problem.ts";
import type { RuleProblem } from "./rule.ts";
import type { Expression } from "./syntax.ts";
import { syntaxProblem } from "./syntax-problem.ts";
import { tooManyOpen } from "./open-brackets.ts";
import { firstError, firstTooDeep, type Node } from "./tree.ts";

export const LONGEST_SOURCE = 2000;
export const DEEPEST_NESTING = 50;

export type Parsing =
  | { readonly ok: true; readonly expression: Expression }
  | { readonly ok: false; readonly problems: readonly RuleProblem[] };

/** Readings of rules that came before: councils lay little over the same services, and a version changes few rules of the one before it. */
const READ = new Map<string, Parsing>();
const MOST_READ = 1000;
/** A longer one is seldom met again. */
const LONGEST_READ = 500;

/** Reads the text of a rule. What the language leaves out of FEEL is refused with its place. */
export function parse(source: string): Parsing {
  const known = READ.get(source);
  if (known !== undefined) return known;
  const parsing = readAnew(source);
  if (READ.size >= MOST_READ) READ.clear();
  if (source.length <= LONGEST_READ) READ.set(source, parsing);
  return parsing;
}

function readAnew(source: string): Parsing {
  if (source.length > LONGEST_SOURCE) return failed(tooLong(source));
  const bracket = tooManyOpen(source, MOST_OPEN);
  if (bracket !== undefined) return failed(tooDeep({ from: bracket, to: bracket + 1 }));
  const top = topOf(source);
  if (top === undefined) return failed(tooDeep({ from: 0, to: source.length }));
  const deep = firstTooDeep(top, DEEPEST_NESTING);
  if (deep !== undefined) return failed(tooDeep(deep));
  const error = firstError(top);
  if (error !== undefined) return failed(syntaxProblem(source, error));
  const problems: RuleProblem[] = [];
  const expression = convert({ source, problems }, top);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, expression };
}

/** So many brackets may be open at once before the grammar is asked at all: it goes into each by a call, and calls are not without end. */
const MOST_OPEN = 300;

/** The grammar's tree; undefined where what is wrong with the source drives the grammar deeper than calls can go. */
function topOf(source: string): Node | undefined {
  try {
    return parser.parse(joinNamesWithBetween(source)).topNode;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Whether a rule can name a question so: it is one plain name, no word of the language, and neither `today` nor `item`. */
export function isRuleName(name: string): boolean {
  if (name === "today" || name === "item" || /\W/.test(name)) return false;
  const parsing = parse(name);
  return parsing.ok && parsing.expression.kind === "name" && parsing.expression.name === name;
}

/**
 * The grammar takes the `between` of `days between(a, b)` for the operator. A joined name of the same length avoids that. A comma
 * inside the brackets tells the function from `days between (1) and (2)`, where days is a question.
 */
function joinNamesWithBetween(source: string): string {
  return source.replace(
    /\b(working\s+days|days|years)(\s+)between(?=(\s*\())/g,
    (whole, unit: string, gap: string, bracket: string, at: number) =>
      unit.startsWith("working") || hasCommaInBrackets(source, at + whole.length + bracket.length)
        ? `${unit}${"_".repeat(gap.length)}between`
        : whole,
  );
}

function hasCommaInBrackets(source: string, start: number): boolean {
  let depth = 1;
  let quoted = false;
  for (let index = start; index < source.length && depth > 0; index++) {
    const character = source[index];
    if (quoted && character === "\\") index++;
    else if (character === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (character === "(" || character === "[") depth++;
    else if (character === ")" || character === "]") depth--;
    else if (character === "," && depth === 1) return true;
  }
  return false;
}

function failed(found: RuleProblem): Parsing {
  return { ok: false, problems: [found] };
}

function tooLong(source: string): RuleProblem {
  const message = `A rule has up to ${LONGEST_SOURCE} characters; this one has ${source.length}.`;
  return problem("rule-not-supported", { from: LONGEST_SOURCE, to: source.length }, message, "Split it into several rules or questions.");
}

function tooDeep(node: { from: number; to: number }): RuleProblem {
  const message = `Brackets, conditions and loops go up to ${DEEPEST_NESTING} deep.`;
  return problem("rule-not-supported", { from: node.from, to: node.to }, message, "Split the rule into several.");
}

import type { RuleProblem } from "../rules/rule.ts";
import type { QuestionSource } from "./outline.ts";
import { ruleTypeOf } from "./rule-type-of.ts";
import type { Note, Place, TextNode } from "./yaml/node.ts";
import { sourceOffset } from "./yaml/source-offset.ts";

/** Names that a rule may hold without their being in sight of it. */
export interface KnownNames {
  readonly questions: ReadonlyMap<string, QuestionSource>;
  /** Decision tables in which something is wrong, which is said there. */
  readonly broken: ReadonlySet<string>;
}

/**
 * A rule's problem at its place in the file. A name that is a question of the service, only not asked yet, gets its own code:
 * the cure is to move the rule, not to respell the name.
 */
export function notesOf(node: TextNode, problem: RuleProblem, { questions, broken }: KnownNames): readonly Note[] {
  const at: Place = { file: node.file, from: sourceOffset(node, problem.from), to: sourceOffset(node, problem.to) };
  const name = /^[a-z][a-z0-9_]*/.exec(node.value.slice(problem.from))?.[0] ?? "";
  const source = questions.get(name);
  if (problem.code === "rule-unknown-name" && broken.has(name)) return [];
  const isPart = node.value[problem.from - 1] === ".";
  if (problem.code !== "rule-unknown-name" || isPart || source === undefined) return [{ ...spoken(problem), at }];
  // Its type is unknown, which is reported where it is written; nothing can be said about the rules that read it.
  if (ruleTypeOf(source) === undefined) return [];
  const message = `The rule reads ${name}, which is not asked before it.`;
  return [{ code: "answer-before-asked", at, message, fix: `Ask ${name} earlier in the flow, or take it out of the rule.` }];
}

function spoken(problem: RuleProblem): { code: string; message: string; fix?: string } {
  const { code, message, fix } = problem;
  return fix === undefined ? { code, message } : { code, message, fix };
}

import type { Outline } from "../outline.ts";
import type { TextNode } from "../yaml/node.ts";
import type { Check, Found } from "./check.ts";
import { everyItem } from "./look.ts";
import { ruleTold } from "./rule-told.ts";

const GUARD = 'when: tool = "ladder", ask: height';

function guard(rule: string): { right: string; wrong: string } {
  return { right: GUARD, wrong: `when: '${rule}', ask: height` };
}

/** The rules: whether they can be read, what they read, and what they give. */
export const RULE_CHECKS: readonly Check[] = [
  { code: "rule-syntax", severity: "error", about: "A rule cannot be read.", example: guard('tool = "ladder" and') },
  {
    code: "rule-unknown-name",
    severity: "error",
    about: "A rule reads something that there is not.",
    example: guard('tol = "ladder"'),
  },
  {
    code: "rule-type",
    severity: "error",
    about: "A rule compares or computes with things that do not go together.",
    example: guard("tool > 3"),
  },
  {
    code: "rule-unknown-option",
    severity: "error",
    about: "A rule compares an answer with an option that its question does not have.",
    example: guard('tool = "lader"'),
  },
  {
    code: "rule-unknown-function",
    severity: "error",
    about: "A rule uses a function that there is not.",
    example: guard("is definde(tool)"),
  },
  {
    code: "rule-not-supported",
    severity: "error",
    about: "A rule uses a part of FEEL that the rules do not have.",
    example: guard("function(a) a"),
  },
  {
    code: "answer-before-asked",
    severity: "error",
    about: "A rule reads an answer that is not asked before it.",
    example: guard("last_day > today"),
  },
  {
    code: "guard-constant",
    severity: "warning",
    about: "A rule of the flow reads no answer, so that it always gives the same.",
    example: guard("1 < 2"),
    *find(outline) {
      for (const item of everyItem(outline.flow)) {
        if (item.when !== undefined) yield* constant(item.when, outline);
        if (item.kind === "screen") for (const must of item.musts) yield* constant(must.rule, outline);
      }
    },
  },
  {
    code: "fee-type",
    severity: "error",
    about: "The fee is not an amount.",
    example: { right: "fee: if count(extras) > 1 then 5 else 3", wrong: 'fee: if count(extras) > 1 then "five" else "three"' },
    *find(outline) {
      const kind = kindOf(outline, outline.fee);
      if (outline.fee === undefined || kind === undefined || kind === "number" || kind === "money") return;
      yield { at: outline.fee, message: "The fee must be an amount in pounds.", fix: "Write a number, or a rule that gives one." };
    },
  },
  {
    code: "priority-type",
    severity: "error",
    about: "The priority is not a word.",
    example: { right: 'priority: if tool = "drill" then "high" else "normal"', wrong: "priority: 'if tool = \"drill\" then 1 else 2'" },
    *find(outline) {
      const kind = kindOf(outline, outline.priority);
      if (outline.priority === undefined || kind === undefined || kind === "code" || kind === "text") return;
      yield { at: outline.priority, message: "The priority must be a word.", fix: 'Write words in quotes, such as "high".' };
    },
  },
];

function kindOf(outline: Outline, node: TextNode | undefined): string | undefined {
  return node === undefined ? undefined : outline.rules.get(node)?.type.kind;
}

function* constant(node: TextNode, outline: Outline): Iterable<Found> {
  const rule = outline.rules.get(node);
  if (rule === undefined || rule.reads.length > 0 || /\btoday\b/.test(rule.source)) return;
  yield {
    at: node,
    message: `This rule reads no answer, so it is always or never so that ${ruleTold(outline, node)}.`,
    fix: "Compare an answer, or take the rule out.",
  };
}

import type { LeftOut } from "./left-out.ts";
import { problem } from "./problem.ts";
import type { RuleProblem } from "./rule.ts";
import type { At, Expression } from "./syntax.ts";
import type { Node } from "./tree.ts";

/** A source being read, and what is wrong with it so far. */
export interface Reading {
  readonly source: string;
  readonly problems: RuleProblem[];
}

/** Makes an expression of a node; handed down so that the files of the conversion do not import each other in a ring. */
export type Convert = (reading: Reading, node: Node | undefined) => Expression;

export function at(node: At): At {
  return { from: node.from, to: node.to };
}

export function textOf(reading: Reading, node: At): string {
  return reading.source.slice(node.from, node.to);
}

/** Refuses a form of FEEL that rules do not have. */
export function refuseForm(reading: Reading, node: At, { message, instead }: LeftOut): Expression {
  return refuse(reading, node, message, instead);
}

/** Notes the problem and stands in for what cannot be read; a reading with problems is never run. */
export function refuse(reading: Reading, node: At, message: string, fix?: string): Expression {
  reading.problems.push(problem("rule-not-supported", at(node), message, fix));
  return { ...at(node), kind: "literal", of: "nothing", value: null };
}

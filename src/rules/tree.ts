import type { parser } from "@bpmn-io/lezer-feel";

/** A node of the grammar's tree. */
export type Node = ReturnType<typeof parser.parse>["topNode"];

const BRACKETING = new Set([
  "ParenthesizedExpression",
  "List",
  "FunctionInvocation",
  "IfExpression",
  "FilterExpression",
  "ForExpression",
  "QuantifiedExpression",
]);

/** The parts of a node in their order, without comments. */
export function children(node: Node): Node[] {
  const found: Node[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) {
    if (child.name !== "LineComment" && child.name !== "BlockComment") found.push(child);
  }
  return found;
}

/** The first place where the grammar does not fit, or undefined. */
export function firstError(top: Node): Node | undefined {
  const cursor = top.cursor();
  do {
    if (cursor.type.isError) return cursor.node;
  } while (cursor.next());
  return undefined;
}

/**
 * The first node that stands inside more brackets, conditions or loops than `most`. Walks without recursion, so that no source
 * can exhaust the stack. `else if` is not nesting: a long row of bands reads as one list.
 */
export function firstTooDeep(top: Node, most: number): Node | undefined {
  const cursor = top.cursor();
  const depths = [0];
  for (;;) {
    const depth = (depths.at(-1) ?? 0) + (nests(cursor.node) ? 1 : 0);
    if (depth > most) return cursor.node;
    if (cursor.firstChild()) {
      depths.push(depth);
      continue;
    }
    while (!cursor.nextSibling()) {
      if (!cursor.parent()) return undefined;
      depths.pop();
    }
  }
}

function nests(node: Node): boolean {
  if (node.name === "ArithmeticExpression") return node.firstChild?.name === "ArithOp";
  if (node.name === "IfExpression" && node.parent?.name === "IfExpression" && node.nextSibling === null) return false;
  return BRACKETING.has(node.name);
}

import { comparison, SIGNS, test } from "./convert-comparison.ts";
import { textOf, type Convert, type Reading } from "./reading.ts";
import type { Expression, Test } from "./syntax.ts";
import { children, type Node } from "./tree.ts";

/** Terms and the words between them, as they stand side by side in the source. */
interface Row {
  readonly terms: Expression[];
  readonly words: ("and" | "or")[];
}

/**
 * `a and b or c` and whatever comparison it may start with. The grammar lets a test after `in` take in all that follows:
 * `a in b and c` comes as `a in (b and c)`. So the terms are laid out in a row as written and put together again by precedence,
 * `in` before `and` before `or`. That also makes one row of a long chain instead of a nest.
 */
export function row(reading: Reading, node: Node, convert: Convert): Expression {
  const found: Row = { terms: [], words: [] };
  spread(reading, node, convert, found, (term) => single(reading, term, convert));
  const alternatives: Expression[] = [];
  let start = 0;
  for (let index = 0; index < found.terms.length; index++) {
    if (index < found.words.length && found.words[index] === "and") continue;
    alternatives.push(together("and", found.terms.slice(start, index + 1)));
    start = index + 1;
  }
  return together("or", alternatives);
}

/** Adds the terms of a node to the row; `first` makes the expression of the leftmost. */
function spread(reading: Reading, node: Node, convert: Convert, found: Row, first: (node: Node) => Expression): void {
  const [left, , right] = children(node);
  if ((node.name === "Conjunction" || node.name === "Disjunction") && left !== undefined && right !== undefined) {
    spread(reading, left, convert, found, first);
    found.words.push(node.name === "Conjunction" ? "and" : "or");
    spread(reading, right, convert, found, (term) => single(reading, term, convert));
  } else if (isOpenIn(node) && left !== undefined && right !== undefined) {
    spreadTest(reading, convert(reading, left), right, convert, found);
  } else {
    found.terms.push(first(node));
  }
}

/** The test's leftmost term is what the value is tested against; the rest of what the grammar put in it goes on the row. */
function spreadTest(reading: Reading, value: Expression, holder: Node, convert: Convert, found: Row): void {
  const inner = children(holder)[0] ?? holder;
  const [word, compared] = children(inner);
  const sign = inner.name === "SimplePositiveUnaryTest" && word !== undefined ? SIGNS[textOf(reading, word)] : undefined;
  if (sign === undefined || word === undefined || compared === undefined) {
    spread(reading, inner, convert, found, (term) => within(value, test(reading, term, convert)));
    return;
  }
  spread(reading, compared, convert, found, (term) =>
    within(value, { kind: "compare", sign, value: convert(reading, term), from: word.from, to: term.to }),
  );
}

function within(value: Expression, test: Test): Expression {
  return { from: value.from, to: test.to, kind: "in", value, tests: [test] };
}

function single(reading: Reading, node: Node, convert: Convert): Expression {
  return node.name === "Comparison" ? comparison(reading, node, convert) : convert(reading, node);
}

function isOpenIn(node: Node): boolean {
  if (node.name !== "Comparison") return false;
  const [, word, holder] = children(node);
  return word?.name === "in" && holder?.name === "PositiveUnaryTest";
}

function together(kind: "and" | "or", terms: readonly Expression[]): Expression {
  const [first] = terms;
  const last = terms.at(-1);
  // A row has at least one term: the node that it is made from.
  if (first === undefined || last === undefined) return { from: 0, to: 0, kind: "literal", of: "nothing", value: null };
  return terms.length === 1 ? first : { from: first.from, to: last.to, kind, terms };
}

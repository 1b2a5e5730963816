import { ALWAYS, all, any, compare, not, opposite, test } from "./condition.ts";
import type { Comparison, Condition, Operand, Test } from "./condition.ts";
import type { Asked } from "./form.ts";
import { plain } from "./verdict.ts";
import type { Verdict } from "./verdict.ts";

/** How an engine holds an answer that is not there when it works a condition out. */
export interface EmptyAnswers {
  /** When reading a question is no mistake: always, or only where it (or another of its section) was asked. */
  present(field: string): Condition;
  /** Nothing chosen of several: an empty list, or nothing, in which looking is a mistake. */
  readonly noneChosen: "list" | "fails";
}

/** Reading a question is never a mistake: one that was not asked is the same as one left empty. */
export const NEVER_A_MISTAKE = (): Condition => ALWAYS;

/** What a comparison gives where the answer was left empty, in JavaScript, in which the engines compare: nothing counts as 0 beside a number. */
function whenEmpty(comparison: Comparison, value: Operand): boolean {
  if (comparison === "=" || comparison === "!=") return comparison === "!=";
  return "number" in value && compare(0, comparison, value.number);
}

export function comparing(asked: Asked, comparison: Comparison, value: Operand, empty: EmptyAnswers): Verdict {
  const [as, against]: [Test, Test] = [
    { op: comparison, value },
    { op: opposite(comparison), value },
  ];
  return verdict({ field: asked.source, as, against, ofEmpty: whenEmpty(comparison, value), ofNotAsked: comparison === "!=" }, empty);
}

/** The engines take the length of the word ‘null’ where the answer was left empty, and of ‘undefined’ where it was not asked. */
const LENGTH_OF_EMPTY = "null".length;
const LENGTH_OF_NOT_ASKED = "undefined".length;

export function measuring(asked: Asked, is: Comparison, number: number, empty: EmptyAnswers): Verdict {
  const [as, against]: [Test, Test] = [
    { op: "length", is, number },
    { op: "length", is: opposite(is), number },
  ];
  const [ofEmpty, ofNotAsked] = [compare(LENGTH_OF_EMPTY, is, number), compare(LENGTH_OF_NOT_ASKED, is, number)];
  return verdict({ field: asked.source, as, against, ofEmpty, ofNotAsked }, empty);
}

export function having(asked: Asked, option: string, empty: EmptyAnswers): Verdict {
  const has = test(asked.source, asked.type === "declaration" ? { op: "=", value: { yes: true } } : { op: "has", option });
  if (empty.noneChosen === "list") return plain(has);
  return { yes: has, no: all([test(asked.source, { op: "answered" }), not(has)]) };
}

interface Compared {
  readonly field: string;
  readonly as: Test;
  /** What holds of an answer exactly when `as` does not. */
  readonly against: Test;
  /** Whether it holds of an answer left empty, and of a question that was not asked while reading it is no mistake. */
  readonly ofEmpty: boolean;
  readonly ofNotAsked: boolean;
}

function verdict({ field, as, against, ofEmpty, ofNotAsked }: Compared, empty: EmptyAnswers): Verdict {
  const present = empty.present(field);
  if (present === ALWAYS) return plain(ofEmpty ? not(test(field, against)) : test(field, as));
  const asked: Condition = { kind: "asked", field };
  const yes = any([
    test(field, as),
    ...(ofEmpty ? [all([asked, not(test(field, { op: "answered" }))])] : []),
    ...(ofNotAsked ? [all([present, not(asked)])] : []),
  ]);
  return { yes, no: all([present, not(yes)]) };
}

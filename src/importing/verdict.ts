import { NEVER, all, any, not } from "./condition.ts";
import type { Condition } from "./condition.ts";

/**
 * How a condition comes out in an engine where reading an answer that is not there is a mistake, which makes the whole named condition false:
 * it is true, it is false, or (neither) it fails. As there, the left side decides first and what it decides is not looked at further.
 */
export interface Verdict {
  readonly yes: Condition;
  readonly no: Condition;
}

/** Fails whatever was answered. */
export const FAILS: Verdict = { yes: NEVER, no: NEVER };

/** A verdict that never fails. */
export function plain(yes: Condition): Verdict {
  return { yes, no: not(yes) };
}

function neverFails({ yes, no }: Verdict): boolean {
  return no.kind === "not"
    ? no.of === yes
    : yes.kind === "not"
      ? yes.of === no
      : yes.kind === "constant" && no.kind === "constant" && yes.value !== no.value;
}

export function bothOf(left: Verdict, right: Verdict): Verdict {
  if (neverFails(left) && neverFails(right)) return plain(all([left.yes, right.yes]));
  return { yes: all([left.yes, right.yes]), no: any([left.no, all([left.yes, right.no])]) };
}

export function eitherOf(left: Verdict, right: Verdict): Verdict {
  if (neverFails(left) && neverFails(right)) return plain(any([left.yes, right.yes]));
  return { yes: any([left.yes, all([left.no, right.yes])]), no: all([left.no, right.no]) };
}

export function oppositeOf({ yes, no }: Verdict): Verdict {
  return { yes: no, no: yes };
}

const LARGEST = 2000;

/** Whether a condition is small enough to work with; shared parts count wherever they stand. */
export function isSmall(condition: Condition): boolean {
  return sizeOf(condition, LARGEST) < LARGEST;
}

function sizeOf(condition: Condition, most: number): number {
  if (condition.kind === "not") return 1 + sizeOf(condition.of, most - 1);
  if (condition.kind !== "all" && condition.kind !== "any") return 1;
  let size = 1;
  for (const part of condition.of) {
    if (size >= most) break;
    size += sizeOf(part, most - size);
  }
  return size;
}

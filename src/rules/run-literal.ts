import { isDate } from "./dates.ts";
import type { Run } from "./frame.ts";
import { type Look, lookAlong, pathOf } from "./run-path.ts";
import type { ComparisonSign } from "./syntax.ts";
import type { Typed } from "./typed.ts";

type Comparison = Extract<Typed, { kind: "compare" }>;

/**
 * The commonest comparisons, of an answer with a literal, in one function each: reading and comparing apart take three times as
 * long. Undefined for others. What is not of the question's type is null, as everywhere.
 */
export function runLiteral({ sign, left, right }: Comparison): Run | undefined {
  const path = pathOf(left);
  if (path === undefined || right.kind !== "literal") return undefined;
  const { value } = right;
  const look = lookAlong(path);
  const { kind } = left.type;
  if ((kind === "number" || kind === "money") && typeof value === "number") return NUMBERS[sign](look, value);
  if ((kind === "text" || kind === "code") && typeof value === "string") return equality(sign, look, value);
  if (kind === "boolean" && typeof value === "boolean") return equality(sign, look, value);
  return kind === "date" && typeof value === "string" ? DATES[sign]?.(look, value) : undefined;
}

/** A value of another type is not equal to it either, so that no type need be asked. */
function equality(sign: ComparisonSign, look: Look, value: string | boolean): Run | undefined {
  if (sign === "=") return ({ facts }) => look(facts) === value;
  return sign === "!=" ? ({ facts }) => look(facts) !== value : undefined;
}

type ToNumber = (look: Look, value: number) => Run;

const NUMBERS: Readonly<Record<ComparisonSign, ToNumber>> = {
  "=":
    (look, value) =>
    ({ facts }) =>
      look(facts) === value,
  "!=":
    (look, value) =>
    ({ facts }) =>
      look(facts) !== value,
  "<":
    (look, value) =>
    ({ facts }) => {
      const raw = look(facts);
      return typeof raw === "number" && Number.isFinite(raw) ? raw < value : null;
    },
  "<=":
    (look, value) =>
    ({ facts }) => {
      const raw = look(facts);
      return typeof raw === "number" && Number.isFinite(raw) ? raw <= value : null;
    },
  ">":
    (look, value) =>
    ({ facts }) => {
      const raw = look(facts);
      return typeof raw === "number" && Number.isFinite(raw) ? raw > value : null;
    },
  ">=":
    (look, value) =>
    ({ facts }) => {
      const raw = look(facts);
      return typeof raw === "number" && Number.isFinite(raw) ? raw >= value : null;
    },
};

/** A day that does not exist is null: it has no order and equals no day that does. */
const DATES: Readonly<Partial<Record<ComparisonSign, (look: Look, value: string) => Run>>> = {
  "<": (look, value) => ordered(look, (day) => day < value),
  "<=": (look, value) => ordered(look, (day) => day <= value),
  ">": (look, value) => ordered(look, (day) => day > value),
  ">=": (look, value) => ordered(look, (day) => day >= value),
};

function ordered(look: Look, judge: (day: string) => boolean): Run {
  return ({ facts }) => {
    const raw = look(facts);
    return typeof raw === "string" && isDate(raw) ? judge(raw) : null;
  };
}

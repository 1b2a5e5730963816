import * as fc from "fast-check";
import { BOOLEAN, code, DATE, list, NUMBER, record, type Scope, TEXT } from "../../src/rules/type.ts";
import type { Facts } from "../../src/rules/value.ts";

/** What the generated expressions read. Names that end in _set are always answered. */
export const SCOPE: Scope = {
  a: NUMBER,
  b: NUMBER,
  n_set: NUMBER,
  yes: BOOLEAN,
  word: TEXT,
  width: code(["small", "large"]),
  day: DATE,
  day_set: DATE,
  numbers_set: list(NUMBER),
  kids_set: list(record({ age: NUMBER, name: TEXT, well: BOOLEAN })),
};

type Written = fc.Arbitrary<string>;

const quarter = fc.integer({ min: -400, max: 400 }).map((quarters) => quarters / 4);
const anyDay = fc
  .date({ min: new Date("1990-01-01T00:00:00Z"), max: new Date("2030-12-31T00:00:00Z"), noInvalidDate: true })
  .map((instant) => instant.toISOString().slice(0, 10));
const shortText = fc.constantFrom("", "a", "ab", "Ada", "b", "large", "small");
const maybe = <Of>(of: fc.Arbitrary<Of>): fc.Arbitrary<Of | null> => fc.option(of, { nil: null, freq: 3 });

export const facts: fc.Arbitrary<Facts> = fc.record({
  today: anyDay,
  a: maybe(quarter),
  b: maybe(quarter),
  n_set: quarter,
  yes: maybe(fc.boolean()),
  word: maybe(shortText),
  width: maybe(fc.constantFrom("small", "large")),
  day: maybe(anyDay),
  day_set: anyDay,
  numbers_set: fc.array(quarter, { maxLength: 4 }),
  kids_set: fc.array(fc.record({ age: quarter, name: shortText, well: fc.boolean() }), { maxLength: 3 }),
});

const numeral = quarter.map(String);
const ends = fc.tuple(quarter, quarter).map(([one, other]) => [Math.min(one, other), Math.max(one, other)]);
const span = (between: string): Written => ends.map((pair) => pair.join(between));
const daySpan = fc.tuple(anyDay, anyDay).map((days) =>
  days
    .toSorted()
    .map((day) => `date("${day}")`)
    .join(".."),
);
const dayLiteral = anyDay.map((day) => `date("${day}")`);
const textLiteral = shortText.map((text) => `"${text}"`);
const length = fc.constantFrom('duration("P1M")', 'duration("P2Y3M")', 'duration("P10D")', '@"P400D"');
const order = fc.constantFrom("<", "<=", ">", ">=");
const equality = fc.constantFrom("=", "!=");

const join = (...parts: readonly (Written | string)[]): Written =>
  fc.tuple(...parts.map((part) => (typeof part === "string" ? fc.constant(part) : part))).map((texts) => texts.join(""));

/** Names that a part may read: all of them, or, inside loops, only those whose value cannot be null. */
interface Sight {
  readonly numbers: Written;
  readonly flags: Written;
  readonly texts: Written;
  readonly days: Written;
}

const OUTSIDE: Sight = {
  numbers: fc.constantFrom("a", "b", "n_set"),
  flags: fc.constantFrom("yes", "true", "false"),
  texts: fc.constantFrom("word"),
  days: fc.constantFrom("day", "day_set"),
};

function inside(variable: string): Sight {
  return {
    numbers: fc.constantFrom(`${variable}.age`, "n_set"),
    flags: fc.constantFrom(`${variable}.well`, "true"),
    texts: fc.constantFrom(`${variable}.name`),
    days: fc.constant("day_set"),
  };
}

function number(depth: number, sight: Sight): Written {
  const leaf = fc.oneof(numeral, sight.numbers);
  if (depth <= 0) return leaf;
  const part = number(depth - 1, sight);
  return fc.oneof(
    leaf,
    join("(", part, fc.constantFrom(" + ", " - ", " * "), part, ")"),
    join("(", part, " / ", fc.constantFrom("2", "4"), ")"),
    join("-(", part, ")"),
    join("if ", condition(depth - 1, sight), " then ", part, " else ", part).map((text) => `(${text})`),
    join(fc.constantFrom("abs", "floor", "ceiling"), "(", part, ")"),
    join(fc.constantFrom("min", "max", "sum", "mean"), "(", part, ", ", part, ")"),
    join("modulo(", part, ", ", fc.constantFrom("2", "-3", "0.5"), ")"),
    join(fc.constantFrom("round up", "round down"), "(", part, ", ", fc.constantFrom("0", "1"), ")"),
    join(day(depth - 1, sight), fc.constantFrom(".year", ".month", ".day", ".weekday")).map((read) => `(${read})`),
    join("count(", numbers(depth - 1), ")"),
    join("string length(", text(depth - 1, sight), ")"),
    join(fc.constantFrom("day of year", "week of year"), "(", day(depth - 1, sight), ")"),
    join("numbers_set", fc.constantFrom("[1]", "[2]", "[-1]", "[9]")),
    join("kids_set", fc.constantFrom("[1]", "[-1]", "[5]"), ".age"),
  );
}

function numbers(depth: number): Written {
  const part = number(depth - 1, inside("kid"));
  return fc.oneof(
    fc.constantFrom("numbers_set", "kids_set.age", "[1, 2, 3]"),
    join("numbers_set[item ", order, " ", numeral, "]"),
    join("kids_set[age ", order, " ", numeral, "].age"),
    join("(for kid in kids_set return ", part, ")"),
    join("sublist(", fc.constantFrom("numbers_set", "kids_set.age"), ", ", fc.constantFrom("1", "2"), fc.constantFrom("", ", 1"), ")"),
    join("index of(numbers_set, ", numeral, ")"),
    fc.constantFrom("union(numbers_set, kids_set.age)", "union([1, 2], [2, 3])", "append(kids_set.age, 5)", "index of(kids_set.age, 1)"),
    fc.constantFrom("distinct values(numbers_set)", "concatenate(numbers_set, kids_set.age)", "concatenate([1], numbers_set)"),
  );
}

function text(depth: number, sight: Sight): Written {
  const leaf = fc.oneof(textLiteral, sight.texts);
  if (depth <= 0) return leaf;
  const part = text(depth - 1, sight);
  return fc.oneof(
    leaf,
    join("upper case(", part, ")"),
    join("string(", fc.oneof(number(depth - 1, sight), part, condition(depth - 1, sight), day(0, sight)), ")"),
    join(fc.constantFrom("day of week", "month of year"), "(", day(depth - 1, sight), ")").map((read) => `string(${read})`),
    join("(if ", condition(depth - 1, sight), " then ", part, " else ", part, ")"),
    join("(", part, " + ", part, ")"),
    join("substring(", part, ", ", fc.constantFrom("1", "2", "-1"), fc.constantFrom("", ", 1", ", 0"), ")"),
    join(fc.constantFrom("substring before", "substring after"), "(", part, ", ", part, ")"),
    fc.constantFrom('string join(kids_set.name, "-")', "string join(kids_set.name)"),
  );
}

function day(depth: number, sight: Sight): Written {
  const leaf = fc.oneof(dayLiteral, sight.days);
  return depth <= 0 ? leaf : fc.oneof(leaf, join("(", day(depth - 1, sight), fc.constantFrom(" + ", " - "), length, ")"));
}

function comparison(depth: number, sight: Sight): Written {
  const amount = number(depth - 1, sight);
  const words = text(depth - 1, sight);
  const when = day(depth - 1, sight);
  return fc.oneof(
    join(amount, " ", fc.oneof(order, equality), " ", amount),
    join(words, " ", fc.oneof(order, equality), " ", words),
    join(when, " ", fc.oneof(order, equality), " ", when),
    join(amount, " between ", span(" and ")),
    join("(", amount, " in ", fc.constantFrom("[", "("), span(".."), fc.constantFrom("])", "))")),
    join("(", when, " in [", daySpan, "])"),
    join(amount, " in (", numeral, ", ", order, " ", numeral, ", [", span(".."), "])"),
    join("(", amount, " in ", numbers(depth - 1), ")"),
    join("day of week(", when, ") ", equality, ' "Saturday"'),
    join("width ", equality, " ", fc.constantFrom('"small"', '"large"')),
    join("(width in ", fc.constantFrom('["small"]', '("large", "small")'), ")"),
    join(fc.constantFrom("a", "word", "yes", "width", "day"), " ", equality, " null"),
    join(fc.constantFrom("contains", "starts with", "ends with"), "(", words, ", ", words, ")"),
    join("list contains(", numbers(depth - 1), ", ", number(0, sight), ")"),
  );
}

function condition(depth: number, sight: Sight): Written {
  if (depth <= 0) return sight.flags;
  const part = condition(depth - 1, sight);
  return fc.oneof(
    sight.flags,
    comparison(depth, sight),
    join("(", part, fc.constantFrom(" and ", " or "), part, ")"),
    join("(", part, " and ", part, " and ", part, ")"),
    join("not(", part, ")"),
    join(fc.constantFrom("all", "any"), "(", part, ", ", part, ")"),
    join("(", fc.constantFrom("some", "every"), " kid in kids_set satisfies ", condition(depth - 1, inside("kid")), ")"),
    join("(", fc.constantFrom("some", "every"), " x in ", numbers(depth - 1), " satisfies x ", order, " ", numeral, ")"),
  );
}

/** Well-typed expressions over SCOPE that FEEL and the rule language both have. */
export const expression: Written = fc.oneof(
  condition(3, OUTSIDE),
  condition(2, OUTSIDE),
  number(3, OUTSIDE),
  text(2, OUTSIDE),
  day(2, OUTSIDE),
  numbers(2),
);

import { DATE_PARTS, DURATION_PARTS } from "./date-functions.ts";
import type { BuiltIn } from "./built-in.ts";
import { FUNCTIONS } from "./functions.ts";
import { ITEM_AT } from "./list-shape-functions.ts";
import type { Naming } from "./naming.ts";
import { BOOLEAN, code, DATE, list, MONEY, NUMBER, record, type Scope, TEXT } from "./type.ts";
import type { Facts, Value } from "./value.ts";
import { type Calendar, calendarOf } from "./working-days.ts";

/** One entry of the language reference. Its example gives its value with EXAMPLE_SCOPE and EXAMPLE_FACTS; a test runs every one. */
export interface ReferenceEntry {
  readonly name: string;
  readonly group: "values" | "comparing" | "combining" | "counting money and numbers" | "dates" | "texts" | "lists" | "functions";
  readonly says: string;
  readonly example: string;
  readonly gives: Value;
  /** Whether the rule language has it and FEEL has not. */
  readonly own: boolean;
}

/** The questions that the examples read. */
export const EXAMPLE_SCOPE: Scope = {
  name: TEXT,
  partner: TEXT,
  born: DATE,
  danger: BOOLEAN,
  income: MONEY,
  rooms: NUMBER,
  width: code(["small", "large"]),
  needs: list(code(["ramp", "large print", "interpreter"])),
  where: record({ road: record({ owner: TEXT }) }),
  children: list(record({ name: TEXT, age: NUMBER, cost: MONEY })),
};

export const EXAMPLE_FACTS: Facts = {
  today: "2026-07-01",
  name: "Ada Brown",
  partner: null,
  born: "2000-08-14",
  danger: false,
  income: 250.5,
  rooms: 3,
  width: "large",
  needs: ["ramp"],
  where: { road: { owner: "council" } },
  children: [
    { name: "Ben", age: 4, cost: 30.25 },
    { name: "Cal", age: 9, cost: 12.25 },
  ],
};

/** The bank holidays of the examples. */
export const EXAMPLE_CALENDAR: Calendar = calendarOf(["2026-12-25", "2026-12-28"]);

/** What the questions of the examples are called in words. */
export const EXAMPLE_NAMING: Naming = {
  name: { says: "the name" },
  partner: { says: "the partner's name" },
  born: { says: "the date of birth" },
  danger: { says: 'the answer to "Is it a danger?"', holds: "it is a danger" },
  income: { says: "the income" },
  rooms: { says: "the number of rooms" },
  width: { says: "the width", options: { small: "Smaller than a plate", large: "Larger than a plate" } },
  needs: { says: "the needs", options: { ramp: "A ramp", "large print": "Large print", interpreter: "An interpreter" } },
  where: { says: "the place", parts: { road: { says: "the road", parts: { owner: { says: "the owner of the road" } } } } },
  children: {
    says: "the children",
    entry: "child",
    parts: { name: { says: "the child's name" }, age: { says: "the child's age" }, cost: { says: "the cost of the child" } },
  },
};

type Row = readonly [group: ReferenceEntry["group"], name: string, says: string, example: string, gives: Value];

const LANGUAGE: readonly Row[] = [
  ["values", "numbers", "Up to 15 digits, with a point and no commas; also pounds next to money.", "12.50", 12.5],
  ["values", "texts", "In double quotes; next to a choice a text is the id of an option.", '"council"', "council"],
  ["values", "true and false", "The answers to yes-or-no questions.", "danger = false", true],
  ["values", "null", "What was not asked or not answered.", "partner = null", true],
  ["values", "today", "The day on which the rule is worked out; also today().", "today", "2026-07-01"],
  ["values", ".", "A part of an answer; over a list of groups, that part of each.", "where.road.owner", "council"],
  ["comparing", "=", "The same.", 'width = "large"', true],
  ["comparing", "!=", "Not the same.", 'where.road.owner != "council"', false],
  ["comparing", "<", "Less, or earlier.", "income < 300", true],
  ["comparing", "<=", "Less or the same.", "rooms <= 3", true],
  ["comparing", ">", "More, or later.", "rooms > 3", false],
  ["comparing", ">=", "More or the same.", "rooms >= 3", true],
  ["comparing", "between", "From the first to the second, both included.", "rooms between 1 and 3", true],
  ["comparing", "in a list", "One of several.", 'width in ["small", "large"]', true],
  ["comparing", "in a range", "Square brackets include the end, round ones leave it out.", "income in [200..250.50)", false],
  ["comparing", "in tests", "Any of several tests.", "rooms in (< 2, 3, [5..9])", true],
  ["combining", "and", "All hold.", 'width = "large" and rooms > 1', true],
  ["combining", "or", "At least one holds.", "danger or rooms > 1", true],
  ["combining", "not", "The opposite; what is unknown stays unknown.", "not(danger)", true],
  ["combining", "if", "One value or another.", 'if danger then "emergency" else "normal"', "normal"],
  ["counting money and numbers", "+", "Added, exactly.", "income + 0.10", 250.6],
  ["counting money and numbers", "-", "Taken away, exactly.", "income - 0.10", 250.4],
  ["counting money and numbers", "*", "Multiplied, exactly.", "rooms * 12.35", 37.05],
  ["texts", "text + text", "One text after the other.", 'name + " (" + width + ")"', "Ada Brown (large)"],
  ["counting money and numbers", "/", "Divided; exact, or to 15 digits. Nothing where the second is 0.", "income / 3", 83.5],
  ["dates", "date", "A day, as year, month and day.", 'born < date("2008-07-01")', true],
  ["dates", "duration", "Years and months, or days.", 'duration("P1Y6M")', { unit: "months", amount: 18 }],
  ["dates", "@", "A day or a duration in short.", '@"2026-01-31" + @"P1M"', "2026-02-28"],
  ["dates", "date + duration", "The day so much later; a month that is too short gives its last day.", 'today + @"P10D"', "2026-07-11"],
  ["dates", "date - date", "The days from the second to the first.", 'today - date("2026-06-01")', { unit: "days", amount: 30 }],
  [
    "dates",
    "duration * number",
    "The length of time so many times; nothing where it is not whole.",
    '@"P1M" * 3',
    { unit: "months", amount: 3 },
  ],
  ["lists", "[...]", "A list of values of one type.", "[1, 2, 3]", [1, 2, 3]],
  ["lists", "filter", "Those of a list that fit; their parts go by their own names, the whole by item.", "children[age < 5].name", ["Ben"]],
  ["lists", "some", "Whether at least one fits.", "some child in children satisfies child.age > 8", true],
  ["lists", "every", "Whether all fit.", "every child in children satisfies child.age > 8", false],
  ["lists", "for", "One value made from each.", "for child in children return child.age + 1", [5, 10]],
];

/** What councils need and FEEL has no function for. */
const OWN = new Set(["age", "days between", "years between", "working days after", "working days between", "is working day", "is defined"]);

/** Every operator and function of the rule language, in the order to read them. */
export const RULE_REFERENCE: readonly ReferenceEntry[] = [
  ...LANGUAGE.map(([group, name, says, example, gives]) => ({ group, name, says, example, gives, own: false })),
  ...[...DATE_PARTS.values(), ...DURATION_PARTS.values()].map((part) => entryOf("dates", `.${part.name}`, part)),
  entryOf("lists", "[number]", ITEM_AT),
  ...[...FUNCTIONS.values()].map((built) => entryOf("functions", built.name === "date" ? "date of parts" : built.name, built)),
];

function entryOf(group: ReferenceEntry["group"], name: string, { says, example }: BuiltIn): ReferenceEntry {
  return { group, name, says, example: example.source, gives: example.gives, own: OWN.has(name) };
}

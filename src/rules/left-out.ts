/** A part of FEEL that rules do not have: how it looks, what is said where it is met, and what to write instead. */
export interface LeftOut {
  readonly name: string;
  readonly example: string;
  readonly message: string;
  readonly instead: string;
}

/** Forms of FEEL that are read, so that they can be refused by name. A test proves each of them refused so. */
export const FORMS = {
  power: form("powers", "rooms ** 2", '"**" is not part of the rule language.', "Multiply instead, as in rooms * rooms."),
  context: form(
    "groups in braces",
    "{ rooms: 1 }",
    "Groups in braces are not part of the rule language.",
    "Read the parts of an answer with a point, as in where.road.",
  ),
  definition: form(
    "functions of one's own",
    "function(x) x",
    "Rules do not define functions.",
    "Put what several rules share into a decision table, and use some, every, for or a filter for lists.",
  ),
  instance: form(
    "instance of",
    "rooms instance of number",
    '"instance of" is not part of the rule language; the types of answers are known.',
    "Use is defined(...) for whether something was answered.",
  ),
  range: form("a range as a value", "[1..5]", 'A range such as [1..5] stands only after "in".', "Write rooms in [1..5]."),
  test: form("a test alone", "> 5", 'A test such as "> 5" stands only after "in".', "Write what is compared, as in rooms > 5."),
  mark: form("the question mark", "? > 5", "The question mark stands for nothing here.", "Write the name of the answer, as in rooms > 5."),
  called: form("calling a value", "where.road(1)", "Only a named function can be called.", "Write a function of the rule language."),
  named: form(
    "values by name",
    "upper case(string: name)",
    "Values are given to a function in their order, without names.",
    "Leave the name and the colon out, as in upper case(name).",
  ),
  numbers: form(
    "loops over ranges",
    "for x in 1..3 return x",
    "A loop goes through a list, not through a range of numbers.",
    "Write the numbers in square brackets, as in [1, 2, 3].",
  ),
  lists: form(
    "loops over several lists",
    "some a in [1], b in [2] satisfies a = b",
    "A loop goes through one list.",
    "Put a second loop inside the first.",
  ),
  place: form(
    "an item by a number that is worked out",
    "children[rooms].name",
    "Items are not picked by a number that is worked out.",
    "Write the number itself, as in [1] or [-1], or say which items are meant by a condition.",
  ),
  exponent: form("1e3", "1e3", "Numbers are written out.", "Write 1000 for 1e3."),
  digits: form("more than 15 digits", "1234567890123456", "A number has up to 15 digits.", "Write a rounder number."),
  time: form(
    "times of day",
    'time("10:00:00")',
    "Times of day are not part of the rule language; dates are.",
    "Compare days, as in born < today.",
  ),
  date: form(
    "a date made of a text",
    "date(name)",
    "date takes one text in quotes, or a year, a month and a day.",
    'Write date("2026-01-31"), or ask for it as a date.',
  ),
  duration: form(
    "a length of time made of a text",
    "duration(name)",
    "duration takes one text in quotes.",
    'Write duration("P10D"), or multiply, as in @"P1D" * rooms.',
  ),
} satisfies Readonly<Record<string, LeftOut>>;

function form(name: string, example: string, message: string, instead: string): LeftOut {
  return { name, example, message, instead };
}

const ENDS = "Compare the ends with < and >.";
const SPREAD = "Use mean(...), min(...) or max(...).";
const ROUNDING = "Use round half up(...), round up(...) or round down(...).";
const PARTS = "Read a part of an answer with a point, as in where.road.";

/** Functions of FEEL that rules do not have, with what to write instead. */
const FUNCTIONS: Readonly<Record<string, string>> = {
  number: "Ask for it as a number.",
  now: "Write today for the day; rules know no time of day.",
  is: 'Use "=".',
  matches: "Use contains(...), starts with(...) or ends with(...).",
  replace: "Use substring before(...) and substring after(...), and put the parts together with +.",
  split: "Use substring before(...) and substring after(...).",
  "list replace": "Make a new list with for ... return.",
  "insert before": "Use append(...) or concatenate(...).",
  remove: "Use a filter in square brackets, as in children[age > 5].",
  reverse: "Count from the end, as in children[-1].",
  flatten: "Use concatenate(...) for two lists.",
  sort: "Use min(...) or max(...).",
  product: "Multiply with *.",
  median: SPREAD,
  stddev: SPREAD,
  mode: SPREAD,
  decimal: ROUNDING,
  "round half down": ROUNDING,
  "round half even": ROUNDING,
  sqrt: "Compare the squares, as in rooms * rooms > 4.",
  log: "Rules know +, -, *, / and modulo(...).",
  exp: "Rules know +, -, *, / and modulo(...).",
  odd: "Use modulo(..., 2) = 1.",
  even: "Use modulo(..., 2) = 0.",
  before: 'Use "<".',
  after: 'Use ">".',
  includes: 'Use "in", as in rooms in [1..5].',
  during: 'Use "in", as in rooms in [1..5].',
  meets: ENDS,
  "met by": ENDS,
  overlaps: ENDS,
  "overlaps before": ENDS,
  "overlaps after": ENDS,
  finishes: ENDS,
  "finished by": ENDS,
  starts: ENDS,
  "started by": ENDS,
  coincides: ENDS,
  "get value": PARTS,
  "get entries": PARTS,
  context: PARTS,
  "context put": PARTS,
  "context merge": PARTS,
};

/** What to write instead of a function of FEEL that rules do not have; undefined for any other name. */
export function leftOutFunction(name: string): LeftOut | undefined {
  const instead = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
  return instead === undefined
    ? undefined
    : { name, example: `${name}(rooms)`, message: `${name} is part of FEEL, but not of the rule language.`, instead };
}

export const LEFT_OUT_FUNCTIONS: readonly LeftOut[] = Object.keys(FUNCTIONS).flatMap((name) => leftOutFunction(name) ?? []);

export const LEFT_OUT_FORMS: readonly LeftOut[] = Object.values(FORMS);

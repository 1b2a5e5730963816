import assert from "node:assert/strict";
import { test } from "node:test";
import { problem } from "./support.ts";

/** Each rule has one problem, at the part that is named, with the fix that is named. */
function cures(cases: Readonly<Record<string, readonly [part: string, fix: string]>>): void {
  for (const [source, [part, fix]] of Object.entries(cases)) {
    const found = problem(source);
    assert.deepEqual([found.part, found.fix], [part, fix], source);
    assert.match(found.message, /^["A-Za-z0-9].*\.$/s, source);
  }
}

test("signs and words of other languages, and of paper, have their fix", () => {
  cures({
    "rooms => 3": ["=> 3", 'Write ">=".'],
    "rooms =< 3": ["=< 3", 'Write "<=".'],
    "rooms <> 3": ["<> 3", 'Write "!=".'],
    "rooms ≥ 3": ["≥", 'Write ">=" for "at least".'],
    "rooms % 2": ["%", "Write modulo(a, b) for what is left over, or divide by 100 for a percentage."],
    "rooms in 1..3": ["..3", "Put a range in square brackets, as in [1..3]."],
    "rooms = 10 days": ["days", 'Write a length of time as @"P10D".'],
    "born > today - 18 years": ["years", 'Write a length of time as @"P18Y".'],
    "fee > 1,000": [",000", "Write numbers without commas, as in 1000."],
    "fee > 10p": ["p", "Write amounts of money in pounds, as plain numbers: 0.10 for 10 pence."],
    'width = "small", "large"': [",", 'Put several values in square brackets, as in ["a", "b"].'],
    'width in ["small" "large"]': ['"large"', "Put a comma between the two."],
    "width = 'small'": ["'", 'Put texts in double quotes, as in "yes".'],
    'name is "Ada"': ['"Ada"', 'Write "=" for "is", and "!=" for "is not".'],
    "rooms is not 3": ["rooms is not 3", 'Write "!=" for "is not".'],
    "rooms not in [1]": ["rooms not", "Write not(...) around the whole condition, or != for =."],
    "danger AND rooms > 1": ["danger AND rooms", "Write the words of the language in small letters."],
    'needs contains "ramp"': ['"ramp"', "Write contains(text, part), or list contains(list, item)."],
    'name like "A%"': ['"A%"', "Write contains(text, part), starts with(text, part) or ends with(text, part)."],
    "rooms between 1 to 3": ["to", 'Write "and" between the two ends, as in: rooms between 1 and 3.'],
    "3 < rooms < 5": ["3 < rooms < 5", 'Put "and" between two whole comparisons, as in: rooms > 3 and rooms < 5, or use "between".'],
  });
});

test("half a rule has the word or the bracket that it lacks", () => {
  cures({
    "some x in needs": ["", 'Put "satisfies" before what is asked of each item.'],
    "for x in needs": ["", 'Put "return" before what is made of each item.'],
    "if danger 1 else 2": ["else", 'Put "then" before it.'],
    "if danger then 1": ["", 'Every "if ... then ..." needs an "else ...".'],
    "if danger then 1 elseif rooms > 3 then 2 else 3": ["elseif", 'Write "else if ... then ...".'],
    "each c in children satisfies c.age > 1": [
      "satisfies",
      'Begin with "some" or "every", as in: some child in children satisfies child.age < 5.',
    ],
    "rooms in [1, 3": ["", 'Add the closing bracket "]".'],
    "rooms)": [")", "Take out this bracket, or add the one that opens it."],
    "danger and or danger": ["or", 'Write one "and" or "or", with a condition on each side.'],
    "rooms between 1": ["", 'Put "and" and the second end after it, as in: rooms between 1 and 3.'],
  });
});

test("a name that is a part, an option, an answer or a function has the way to write it", () => {
  cures({
    "some c in children satisfies age > 3": ["age", "Did you mean c.age?"],
    'where.owner = "council"': ["owner", "Did you mean road.owner?"],
    "width = large": ["large", 'Put an option in double quotes: "large".'],
    "danger = yes": ["yes", "Write true for yes."],
    "count children > 1": ["count children", "count is a function: write count(children), or as many values as it takes."],
    "age > 18": ["age", "age is a function: write age(born, today)."],
    "length(name) > 3": ["length", "Use string length(...) for a text and count(...) for a list."],
    "children.count > 3": ["count", "Use count(...)."],
    "name.length > 3": ["length", "Use string length(...) for a text and count(...) for a list."],
    "name.first": ["first", "Take out the point and what follows it."],
    "average(scores)": ["average", "Use mean(...)."],
    "year(born)": ["year", "Write .year after the date."],
  });
});

test("types that do not go together have the way to bring them together", () => {
  cures({
    "born < 18": ["born < 18", 'Write a day as date("2026-01-31"), or ask for an age: age(born, today) < 18.'],
    'born < "2020-01-01"': ['born < "2020-01-01"', 'Write dates as date("2026-01-31").'],
    'fee = "10"': ['fee = "10"', "Write amounts of money without quotes."],
    "fee < rooms": ["fee < rooms", "Ask for both as money, or both as numbers."],
    "danger = 1": ["danger = 1", "Write true or false."],
    'where = "council"': ['where = "council"', "Compare one of its parts, with a point before its name."],
    'needs = "ramp"': ['needs = "ramp"', 'Use list contains(...), "some ... satisfies" or count(...) for a list.'],
    "rooms = 1 or 2": ["2", 'Write the whole comparison again, or use "in", as in: width in ["small", "large"].'],
    "born + 10": ["born + 10", 'Write a length of time as @"P10D" for 10 days or @"P2M" for 2 months.'],
    "scores + 1": ["scores + 1", "Use sum(...) or count(...) for a list."],
    "danger + 1": ["danger + 1", "Write if ... then 1 else 0 to count a yes."],
    "age(born)": ["age(born)", "For example: age(born, today)"],
    "width = height": ["width = height", "Compare each with its own options, or ask one of the two another way."],
  });
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { changedMeanings, diffServices } from "../../src/definition/diff/diff-services.ts";
import { serviceFrom, SOUND } from "./compile-text.ts";
import { asks, compiled, definition, yesNo } from "../journey/small-service.ts";

const BASE = definition(
  `${yesNo("red", "blue")}
  tool: { ask: Which tool?, type: choice, label: which tool, options: { drill: A drill, saw: A saw } }
  days: { ask: For how many days?, type: number, label: how many days, least: 1, most: 7 }
  children:
    ask: Who will use it?
    type: group
    entry: child
    label: who will use it
    most: 3
    questions: { age: { ask: How old is the child?, type: number, label: how old the child is, least: 1, most: 99 } }`,
  `${asks("red", "blue", "tool", "days", "children")}\n  - { when: red and days > 6, stop: no }`,
);
const before = compiled(BASE);

function difference(...replacements: readonly (readonly [string, string])[]): {
  readonly words: readonly string[];
  readonly drafts: readonly string[];
  readonly meanings: readonly string[];
} {
  let text = BASE;
  for (const [from, to] of replacements) {
    assert.ok(text.includes(from), from);
    text = text.replace(from, to);
  }
  const changes = diffServices(before, compiled(text));
  return {
    words: changes.map(({ words }) => words),
    drafts: changes.flatMap(({ drafts }) => drafts ?? []),
    meanings: changedMeanings(changes),
  };
}

test("a definition does not differ from itself", () => {
  assert.deepEqual(diffServices(before, compiled(BASE)), []);
  assert.deepEqual(diffServices(serviceFrom(SOUND), serviceFrom(SOUND)), []);
});

test("questions added, removed, reworded and made optional are said, with what drafts make of them", () => {
  const added = difference(["  - red\n", "  - red\n  - green\n"], [yesNo("red"), yesNo("red", "green")]);
  assert.deepEqual(added.words, ["The question green is added: ‘Is it green?’."]);
  assert.match(added.drafts.join(), /is asked it/);
  assert.deepEqual(added.meanings, []);
  const removed = difference(["  - blue\n", ""], [`${yesNo("blue")}\n`, ""]);
  assert.deepEqual(removed.words, ["The question blue is removed: ‘Is it blue?’."]);
  const reworded = difference(["ask: Is it blue?", "ask: Is it dark blue?"]);
  assert.deepEqual(reworded.words, ["The question blue is reworded: ‘Is it dark blue?’ in place of ‘Is it blue?’."]);
  assert.deepEqual(reworded.meanings, ["blue"]);
  const optional = difference(["label: if it is blue }", "label: if it is blue, optional: true }"]);
  assert.deepEqual([optional.words, optional.meanings], [["The question blue becomes optional."], []]);
});

test("options, limits and questions inside a group are said; an option that is gone changes the meaning, a new one does not", () => {
  const options = difference(["saw: A saw", "axe: An axe"]);
  assert.deepEqual(options.words, [
    "The question tool loses the option saw: ‘A saw’.",
    "The question tool has a new option axe: ‘An axe’.",
  ]);
  assert.deepEqual(options.meanings, ["tool"]);
  assert.deepEqual(difference(["saw: A saw", "saw: A saw, axe: An axe"]).meanings, []);
  assert.deepEqual(difference(["most: 7", "most: 14"]).words, ["The question days: the most was ‘7’ and becomes ‘14’."]);
  const inside = difference(["How old is the child?", "How old is your child?"]);
  assert.match(inside.words.join(), /^The question age in children is reworded/);
  assert.deepEqual(inside.meanings, ["children"]);
});

test("guards, order and endings are said, and that a draft is walked again", () => {
  const guard = difference(["days > 6", "days > 5"]);
  assert.deepEqual(guard.words, ["A journey stops at no when red and days > 5; it was when red and days > 6."]);
  const asked = difference(["  - blue\n", "  - { when: red, ask: blue }\n"]);
  assert.deepEqual(asked.words, ["The screen blue is asked when red; it was asked of everybody."]);
  assert.match(asked.drafts.join(), /walked again/);
  const order = difference(["  - red\n  - blue\n", "  - blue\n  - red\n"]);
  assert.deepEqual(
    order.words.at(0),
    "The order of the screens changes from red on: blue, red, tool, days, children, in place of red, blue, tool, days, children.",
  );
});

test("deadline, stages, messages, retention, fee and team are said", () => {
  assert.deepEqual(difference(["any: 5 working days", "any: 1 working days"]).words, [
    "The deadline for other cases was ‘5 working days’ and becomes ‘1 working day’.",
  ]);
  assert.deepEqual(difference(["says: It is done.", "says: We are done."]).words, [
    "What the stage finished says to the resident was ‘It is done.’ and becomes ‘We are done.’.",
  ]);
  assert.deepEqual(difference(["retention: 1 years", "retention: 2 years"]).words, [
    "How long a case is kept after it is closed was ‘1 year’ and becomes ‘2 years’.",
  ]);
  assert.match(
    difference(["messages: { received: default }", "messages: { received: default, finished: default }"]).words.join(),
    /message finished is added/,
  );
  assert.match(difference(["case:\n  team: tools", "case:\n  team: roads"]).words.join(), /^The team was ‘tools’ and becomes ‘roads’/);
  assert.match(
    difference(["retention:", "fee: days * 2\nretention:"]).words.join(),
    /^The fee in pounds was nothing and becomes ‘days \* 2’/,
  );
});

test("long texts are shown from just before they differ", () => {
  const long = "We have it. ".repeat(30);
  const other = compiled(BASE.replace("says: We have it.", `says: "${long}Soon."`));
  const another = compiled(BASE.replace("says: We have it.", `says: "${long}Late."`));
  assert.match(diffServices(other, another)[0]?.words ?? "", /Soon\.’ and becomes .*Late\.’/);
});

test("what an outcome tells and works out is compared part by part", () => {
  const after = compiled(
    BASE.replace(
      "no: { title: Not for you,",
      "no: { kind: maybe, bring: [a letter], figures: { over: { label: Days too many, value: days - 6 } }, title: Not for you,",
    ),
  );
  assert.deepEqual(
    diffServices(before, after).map(({ words }) => words),
    [
      "The kind of the outcome no was nothing and becomes ‘maybe’.",
      "The outcome no works out over, ‘Days too many’: days - 6.",
      "What to bring of the outcome no was nothing and becomes ‘a letter’.",
    ],
  );
});

test("what the clock does is said: stage deadlines, stops, warnings, escalation and the priority that an action gives", () => {
  const former = serviceFrom(SOUND);
  const changes = (from: string, to: string) => diffServices(former, serviceFrom(SOUND.replace(from, to))).map(({ words }) => words);
  assert.deepEqual(changes("deadline: 10 working days", "deadline: 5 days"), [
    "The deadline of the stage waiting was ‘10 working days, then give-up’ and becomes ‘5 days, then give-up’.",
  ]);
  assert.deepEqual(changes("pauses: waiting for you,", ""), [
    "Why the clock is stopped at the stage waiting was ‘waiting for you’ and becomes nothing.",
  ]);
  assert.deepEqual(changes(", replied: go-on", ""), [
    "What happens by itself on replied at the stage waiting was ‘go-on’ and becomes nothing.",
  ]);
  assert.deepEqual(changes("warn: 4 working hours before", "warn: never"), [
    "When officers are warned of a deadline was ‘4 working hours before’ and becomes ‘never’.",
  ]);
  assert.deepEqual(changes("1 working day after, to adviser", "2 hours after"), [
    "When a missed deadline is escalated was ‘1 working day after, to adviser’ and becomes ‘2 hours after’.",
  ]);
  assert.deepEqual(changes("priority: high, ", ""), ["The priority that chase gives was ‘high’ and becomes nothing."]);
});

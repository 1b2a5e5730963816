import { LONGEST_LINE } from "../key.ts";
import type { Outline, QuestionSource } from "../outline.ts";
import { alike, rangeOf, sharedNumber } from "../wording/label-range.ts";
import type { TextNode } from "../yaml/node.ts";
import { nodeAt } from "../yaml/read.ts";
import type { Check, Found } from "./check.ts";
import { entriesOf, everyQuestion } from "./look.ts";

/** A list of thousands is not compared each with each. */
const MOST_COMPARED = 30;

/** What may be chosen, and the limits of answers. */
export const OPTION_CHECKS: readonly Check[] = [
  {
    code: "options-empty",
    severity: "error",
    about: "A question gives nothing, or only one thing, to choose from.",
    example: { right: "options: { drill: A drill, ladder: A ladder }", wrong: "options: { ladder: A ladder }" },
    *find(outline) {
      for (const source of everyQuestion(outline)) yield* tooFewOptions(source);
    },
  },
  {
    code: "option-duplicate-label",
    severity: "error",
    about: "Two options of a question read the same.",
    example: { right: "gloves: Gloves, goggles: Goggles", wrong: "gloves: Gloves, goggles: gloves" },
    *find(outline) {
      for (const source of everyQuestion(outline)) yield* sameLabels(source);
    },
  },
  {
    code: "option-alike",
    severity: "warning",
    about: "Two options of a question differ only by small things: punctuation, articles, an s at the end.",
    example: { right: "gloves: Gloves, goggles: Goggles", wrong: "gloves: Gloves, goggles: A glove" },
    find: alikeLabels,
  },
  {
    code: "option-overlap",
    severity: "warning",
    about: "Two options of a question take the same number.",
    example: { right: "gloves: Gloves, goggles: Goggles", wrong: "gloves: 1 to 5 pairs, goggles: 5 to 10 pairs" },
    find: overlaps,
  },
  {
    code: "option-hint-unknown",
    severity: "error",
    about: "A hint belongs to an option that the question does not have.",
    example: { right: "option_hints: { gloves:", wrong: "option_hints: { mittens:" },
    *find(outline) {
      for (const source of everyQuestion(outline)) yield* strayHints(source);
    },
  },
  {
    code: "ranked-without-most",
    severity: "warning",
    about: "Choices are ranked without saying how many a person may name.",
    example: { right: "    ranked: true\n    most: 2\n", wrong: "    ranked: true\n" },
    *find(outline) {
      for (const source of everyQuestion(outline)) {
        const { ranked, most } = source.question.settings;
        if (ranked !== true || most !== undefined) continue;
        const message = `${source.question.id} is ranked, but does not say how many may be named.`;
        yield { at: source.key, message, fix: "Add most, such as most: 3." };
      }
    },
  },
];

function* tooFewOptions(source: QuestionSource): Iterable<Found> {
  const options = nodeAt(source.node, "options");
  if (options?.kind !== "map" || options.entries.size > 1) return;
  const count = options.entries.size === 0 ? "nothing" : "only one thing";
  yield { at: options, message: `${source.question.id} gives ${count} to choose from.`, fix: "Add options, or ask a yes-no question." };
}

function* sameLabels(source: QuestionSource): Iterable<Found> {
  const seen = new Map<string, TextNode>();
  for (const { key, value } of entriesOf(source.node, "options")) {
    if (value.kind !== "text") continue;
    const label = value.value.trim().toLowerCase();
    const first = seen.get(label);
    if (first === undefined) seen.set(label, key);
    else yield { at: value, message: `The options ${first.value} and ${key.value} read the same.`, fix: "Word one of them differently." };
  }
}

function* alikeLabels(outline: Outline): Iterable<Found> {
  for (const source of everyQuestion(outline)) {
    const seen = new Map<string, TextNode>();
    for (const value of labelsOf(source)) {
      const [label, first] = [alike(value.value), seen.get(alike(value.value))];
      if (first === undefined) seen.set(label, value);
      // Labels that are the same but for case are reported as such.
      else if (label !== "" && first.value.trim().toLowerCase() !== value.value.trim().toLowerCase())
        yield {
          at: value,
          message: `"${first.value}" and "${value.value}" are easy to take for each other.`,
          fix: "Word one of them differently.",
        };
    }
  }
}

function* overlaps(outline: Outline): Iterable<Found> {
  for (const source of everyQuestion(outline)) {
    const ranges = labelsOf(source).flatMap((node) => {
      const range = /\d/.test(node.value) ? rangeOf(node.value) : undefined;
      return range === undefined ? [] : [{ node, range }];
    });
    for (const [at, { node, range }] of ranges.entries()) {
      const before = ranges.slice(Math.max(0, at - MOST_COMPARED), at);
      const other = before.find((one) => sharedNumber(one.range, range) !== undefined);
      const shared = other && sharedNumber(other.range, range);
      if (other === undefined || shared === undefined) continue;
      const message = `${shared} is in two options, "${other.node.value}" and "${node.value}".`;
      yield { at: node, message, fix: "Let one begin where the other has ended." };
    }
  }
}

function labelsOf(source: QuestionSource): readonly TextNode[] {
  return entriesOf(source.node, "options").flatMap(({ value }) =>
    value.kind === "text" && value.value.length <= LONGEST_LINE ? [value] : [],
  );
}

function* strayHints(source: QuestionSource): Iterable<Found> {
  const options = nodeAt(source.node, "options");
  for (const { key } of entriesOf(source.node, "option_hints")) {
    if (options?.kind !== "map" || options.entries.has(key.value)) continue;
    yield {
      at: key,
      message: `There is no option ${key.value} for this hint.`,
      fix: `The options are ${[...options.entries.keys()].join(", ")}.`,
    };
  }
}

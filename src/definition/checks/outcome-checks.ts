import { closest } from "../../rules/closest.ts";
import { nameOf } from "../../rules/type.ts";
import type { FigureSource, Outline } from "../outline.ts";
import { placeholdersIn } from "../placeholders.ts";
import { nodeAt, textNodesOf } from "../yaml/read.ts";
import { sourceOffset } from "../yaml/source-offset.ts";
import type { Check, Found } from "./check.ts";
import { alwaysStops, everyItem } from "./look.ts";

/** Endings that are not a case. */
export const OUTCOME_CHECKS: readonly Check[] = [
  {
    code: "outcome-unknown",
    severity: "error",
    about: "A stop names an outcome that the file does not have.",
    example: { right: "stop: too-high", wrong: "stop: too-hig" },
    find: unknownOutcomes,
  },
  {
    code: "outcome-unused",
    severity: "warning",
    about: "No stop leads to an outcome.",
    example: { right: "  - { when: height > 6, stop: too-high }\n", wrong: "" },
    find: unusedOutcomes,
  },
  {
    code: "case-missing",
    severity: "error",
    about: "A journey may come to its end, but nothing says how its case is worked.",
    example: { right: "case:\n", wrong: "cases:\n" },
    *find(outline) {
      if (outline.root.entries.has("case") || alwaysStops(outline)) return;
      const { file, from } = outline.root;
      const fix = "Add case, with a team, a deadline and stages, or end the flow with { stop: ... } that has no rule.";
      yield { at: { file, from, to: from }, message: "The service has no case.", fix };
    },
  },
  {
    code: "case-never",
    severity: "warning",
    about: "Every journey ends in an outcome, so that the case in the file is never made.",
    example: { right: "  - who-you-are\n", wrong: "  - who-you-are\n  - stop: too-high\n" },
    *find(outline) {
      const entry = outline.root.entries.get("case");
      if (entry === undefined || !alwaysStops(outline)) return;
      yield {
        at: entry.key,
        message: "No journey comes to a case.",
        fix: "Give the last stop a when, or take out case, messages and retention.",
      };
    },
  },
  {
    code: "figure-name",
    severity: "error",
    about: "A figure of an outcome has the name of a question or a decision table, so that a rule could mean either.",
    example: { right: "figures: { over: {", wrong: "figures: { tool: {" },
    *find(outline) {
      for (const { key } of everyFigure(outline)) {
        if (!outline.questions.has(key.value) && !outline.tables.has(key.value)) continue;
        yield { at: key, message: `${key.value} is the name of a question or a table too.`, fix: "Name the figure by what it works out." };
      }
    },
  },
  {
    code: "figure-type",
    severity: "error",
    about: "A figure of an outcome gives something that is not shown as one line: a list, a group, yes or no.",
    example: { right: "value: height - 6", wrong: "value: height > 6" },
    *find(outline) {
      for (const { key, value } of everyFigure(outline)) {
        const type = outline.rules.get(value)?.type;
        if (type === undefined || SHOWN.has(type.kind)) continue;
        yield { at: value, message: `${key.value} gives ${nameOf(type)}.`, fix: "Give a number, an amount of money, a date or a text." };
      }
    },
  },
  {
    code: "figure-unknown",
    severity: "error",
    about: "A text of an outcome has a figure in braces that the outcome does not work out.",
    example: { right: "You are {over}", wrong: "You are {ovre}" },
    find: unknownFigures,
  },
];

const SHOWN: ReadonlySet<string> = new Set(["number", "money", "date", "text", "code"]);
const TEXTS = ["title", "body", "source"] as const;
const LISTS = ["bring", "next", "links"] as const;

function* everyFigure(outline: Outline): Iterable<FigureSource> {
  for (const figures of outline.figures.values()) yield* figures;
}

function* unknownFigures(outline: Outline): Iterable<Found> {
  for (const [id, { node }] of outline.outcomes) {
    const known = (outline.figures.get(id) ?? []).map(({ key }) => key.value);
    const texts = [...TEXTS, ...LISTS].flatMap((key) => textNodesOf(nodeAt(node, key)));
    for (const text of texts) {
      for (const { name, from, to } of placeholdersIn(text.value)) {
        if (known.includes(name)) continue;
        const at = { file: text.file, from: sourceOffset(text, from), to: sourceOffset(text, to) };
        const meant = closest(name, known);
        const fix = meant === undefined ? "Add it under figures, or take the braces out." : `Did you mean {${meant}}?`;
        yield { at, message: `The outcome ${id} has no figure ${name}.`, fix };
      }
    }
  }
}

function* unknownOutcomes(outline: Outline): Iterable<Found> {
  for (const item of everyItem(outline.flow)) {
    if (item.kind !== "stop" || outline.outcomes.has(item.outcome.value)) continue;
    const meant = closest(item.outcome.value, [...outline.outcomes.keys()]);
    const fix = meant === undefined ? "Add it under outcomes, with a title and a body." : `Did you mean ${meant}?`;
    yield { at: item.outcome, message: `There is no outcome called ${item.outcome.value}.`, fix };
  }
}

function* unusedOutcomes(outline: Outline): Iterable<Found> {
  const used = new Set([...everyItem(outline.flow)].flatMap((item) => (item.kind === "stop" ? [item.outcome.value] : [])));
  for (const [id, { key }] of outline.outcomes) {
    if (!used.has(id))
      yield { at: key, message: `No journey ends in ${id}.`, fix: `Add { when: ..., stop: ${id} } to the flow, or take it out.` };
  }
}

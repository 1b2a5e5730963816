import { oncePerOutline } from "../once-per-outline.ts";
import type { Outline, QuestionSource } from "../outline.ts";
import type { TextNode } from "../yaml/node.ts";
import { nodeAt } from "../yaml/read.ts";
import type { Check, Found } from "./check.ts";
import { everyQuestion } from "./look.ts";

const ASK = "Which tool do you need?";

/** How questions and hints are written, after the GOV.UK style guide. */
export const WORDING_CHECKS: readonly Check[] = [
  {
    code: "wording-please",
    severity: "advice",
    about: "A question or its hint says please.",
    example: { right: ASK, wrong: "Please choose a tool" },
    find: (outline) => saying(outline, /\bplease\b/i, 'The text says "please".', "Take it out: it suggests that there is a choice."),
  },
  {
    code: "wording-capitals",
    severity: "advice",
    about: "A question or its hint has three or more words in a row in capitals.",
    example: { right: ASK, wrong: "WHICH TOOL DO you need?" },
    find: (outline) => saying(outline, /\b[A-Z]{2,}(?: [A-Z]{2,}){2,}\b/, "The text is in capitals.", "Write it in small letters."),
  },
  {
    code: "wording-latin",
    severity: "advice",
    about: "A question or its hint has a Latin abbreviation: e.g., i.e. or etc.",
    example: { right: ASK, wrong: "Which tool (e.g. a drill) do you need?" },
    find: (outline) => saying(outline, /\b(?:e\.g|i\.e|etc)\b/i, "The text has a Latin abbreviation.", 'Write "for example" or "that is".'),
  },
  {
    code: "wording-click-here",
    severity: "advice",
    about: "A question or its hint says click here.",
    example: { right: ASK, wrong: "Which tool do you need? Click here for a list" },
    find: (outline) => saying(outline, /\bclick here\b/i, 'The text says "click here".', "Say what is to be found there."),
  },
  {
    code: "wording-link-open",
    severity: "warning",
    about: "A question or its hint has a link that is not https.",
    example: { right: ASK, wrong: "Which tool of http://tools.example do you need?" },
    find: (outline) => saying(outline, /\bhttp:\/\//i, "The link is not https.", "Start the link with https://."),
  },
];

function* saying(outline: Outline, words: RegExp, message: string, fix: string): Iterable<Found> {
  for (const at of askedTexts(outline)) if (words.test(at.value)) yield { at, message, fix };
}

const askedTexts = oncePerOutline((outline) => everyQuestion(outline).flatMap(textsOf));

function textsOf(source: QuestionSource): readonly TextNode[] {
  return ["ask", "hint", ...(source.fact === undefined ? [] : ["label", "says", "source"])]
    .map((key) => nodeAt(source.node, key))
    .filter((node) => node?.kind === "text");
}

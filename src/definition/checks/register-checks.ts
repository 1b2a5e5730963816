import { didYouMean } from "../../rules/closest.ts";
import type { Outline, QuestionSource } from "../outline.ts";
import { nodeAt, textNodesOf } from "../yaml/read.ts";
import { rowFacts } from "../../answers/register-offers.ts";
import { withOffers } from "../wire-offers.ts";
import type { Check, Found } from "./check.ts";
import { everyQuestion } from "./look.ts";

/** Registers: the CSV files of rows to choose from, and the questions that choose from them. The files are read where a question names one. */
export const REGISTER_CHECKS: readonly Check[] = [
  {
    code: "register-unknown",
    severity: "error",
    about: "A question chooses from a register that is not there, or that lacks its rows or its declaration.",
    example: { right: "type: address }", wrong: "type: register, from: homes }" },
  },
  {
    code: "register-file",
    severity: "error",
    about: "The file of a register cannot be read: another encoding, too large, a quote that is never closed, a line with too many cells.",
  },
  {
    code: "register-column",
    severity: "error",
    about:
      "The declaration of a register and its file do not go together: a column is not there, is there twice, or has a name that is taken.",
  },
  {
    code: "register-key",
    severity: "error",
    about: "A row of a register has no key, or the key of another row.",
  },
  {
    code: "register-cell",
    severity: "error",
    about: "A cell of a register holds something else than its column, is too long, or is a label that is empty.",
  },
  {
    code: "register-empty",
    severity: "error",
    about: "A register has no rows.",
  },
  {
    code: "register-show",
    severity: "error",
    about: "A question shows a column that its register does not declare.",
    find: (outline) => perRegister(outline, strangeColumns),
  },
  {
    code: "register-none-offered",
    severity: "error",
    about: "No row of the register meets the rule that says which are offered.",
    find: (outline) => perRegister(outline, noneOffered),
  },
];

function* perRegister(outline: Outline, find: (source: QuestionSource, outline: Outline) => Iterable<Found>): Iterable<Found> {
  for (const source of everyQuestion(outline)) if (source.question.register !== undefined) yield* find(source, outline);
}

function* strangeColumns({ node, question }: QuestionSource): Iterable<Found> {
  const columns = Object.keys(question.register?.columns ?? {});
  for (const at of textNodesOf(nodeAt(node, "show"))) {
    if (columns.includes(at.value)) continue;
    const fix = didYouMean(at.value, columns) ?? (columns.length === 0 ? "It declares none." : `Its columns are ${columns.join(", ")}.`);
    yield { at, message: `The register ${question.settings.from} declares no column ${at.value.slice(0, 60)}.`, fix };
  }
}

/** A rule over earlier answers may offer nothing to some; a rule over the row alone offers the same to everybody. */
function* noneOffered(source: QuestionSource, outline: Outline): Iterable<Found> {
  const where = nodeAt(source.node, "where");
  const { offers, register } = withOffers(source, outline.rules);
  if (where === undefined || offers === undefined || offers.answers.length > 0 || /\btoday\b/.test(offers.rule.source)) return;
  for (const row of register?.rows() ?? []) if (offers.rule.run({ ...rowFacts(source.question, row) }) === true) return;
  yield {
    at: where,
    message: `No row of the register ${source.question.settings.from} is offered.`,
    fix: "Correct the rule, or the rows.",
  };
}

import { LOSS_KINDS } from "./form.ts";
import type { Dialect, Form, Loss, LossKind } from "./form.ts";
import type { NamedQuestions } from "./named-form.ts";
import { cell, reportTables } from "./report-tables.ts";

export const DIALECTS: Readonly<Record<Dialect, string>> = {
  xgov: "the XGov digital form builder (version 1)",
  defra: "the Defra forms designer (version 2)",
  xlsform: "an XLSForm spreadsheet",
};

/** What nothing in a form of another engine says. */
const ALWAYS: readonly string[] = [
  "Fill in the lines of the definition marked ‘to do’: the team, the lawful basis, the deadline, the stages, the retention and the start page were not in the old form.",
  "Check which answers are personal data. The old form does not say; the import marks those that look like it.",
  "A line of text may have 250 characters here, where the old form set no limit.",
];

/** The report beside a definition, in Markdown: what became of everything that the definition does not say as the source did. */
export function reportText(file: string, form: Form, losses: readonly Loss[], questions: NamedQuestions): string {
  const lines = [
    `# Import of ${cell(file)}`,
    "",
    `Read as ${DIALECTS[form.dialect]}. ${questions.size} ${questions.size === 1 ? "question" : "questions"}.`,
    "",
    ...summary(losses),
    "What to do whatever the form:",
    "",
    ...ALWAYS.map((way) => `- ${way}`),
    "",
    ...kinds().flatMap(([kind, title]) =>
      section(
        title,
        losses.filter((loss) => loss.kind === kind),
      ),
    ),
    ...reportTables(form, questions),
  ];
  return lines.join("\n");
}

/** What there is to read, and how much of it. */
function summary(losses: readonly Loss[]): readonly string[] {
  const counts = kinds().flatMap(([kind, title]) => {
    const count = losses.filter((loss) => loss.kind === kind).length;
    return count === 0 ? [] : [`- ${count}: ${title.charAt(0).toLowerCase()}${title.slice(1)}`];
  });
  if (counts.length === 0) return ["Everything in the form is in the definition.", ""];
  return ["Everything else in the form is in the definition. In this report:", "", ...counts, ""];
}

function kinds(): readonly [LossKind, string][] {
  // Object.entries forgets the names of keys.
  return Object.entries(LOSS_KINDS) as [LossKind, string][];
}

function section(title: string, losses: readonly Loss[]): readonly string[] {
  return losses.length === 0 ? [] : [`## ${title}`, "", ...losses.flatMap(lossLines), ""];
}

function lossLines({ at, says, text }: Loss): readonly string[] {
  const first = `- **${cell(at)}**: ${cell(says)}`;
  return text === undefined ? [first] : [first, "", ...text.split("\n").map((each) => `  > ${each}`), ""];
}

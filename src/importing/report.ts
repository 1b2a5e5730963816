import { LOSS_KINDS } from "./form.ts";
import type { Dialect, Form, Loss, LossKind } from "./form.ts";
import type { NamedQuestions } from "./named-form.ts";
import { cell, reportTables } from "./report-tables.ts";

export const DIALECTS: Readonly<Record<Dialect, string>> = {
  xgov: "the XGov digital form builder (version 1)",
  defra: "the Defra forms designer (version 2)",
  xlsform: "an XLSForm spreadsheet",
};

const WAYS: readonly string[] = [
  "To do in the definition: the lines marked ‘to do’ (team, lawful basis, deadline, stages, retention, start page) were not in the old form.",
  "Check which answers are personal data: the old form does not say, and the import marks those that look like it.",
];

/** The report beside a definition, in Markdown: what became of everything that the definition does not say as the source did. */
export function reportText(file: string, form: Form, losses: readonly Loss[], questions: NamedQuestions): string {
  const lines = [
    `# Import of ${cell(file)}`,
    "",
    `Read as ${DIALECTS[form.dialect]}. ${questions.size} ${questions.size === 1 ? "question" : "questions"}.`,
    "",
    ...WAYS.map((way) => `- ${way}`),
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

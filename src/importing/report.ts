import { LOSS_KINDS } from "./form.ts";
import type { Dialect, Loss, LossKind } from "./form.ts";
import type { NamedQuestion, NamedQuestions } from "./named-form.ts";

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
export function reportText(file: string, dialect: Dialect, losses: readonly Loss[], questions: NamedQuestions): string {
  const lines = [
    `# Import of ${line(file)}`,
    "",
    `Read as ${DIALECTS[dialect]}. ${questions.size} ${questions.size === 1 ? "question" : "questions"}.`,
    "",
    ...WAYS.map((way) => `- ${way}`),
    "",
    ...kinds().flatMap(([kind, title]) =>
      section(
        title,
        losses.filter((loss) => loss.kind === kind),
      ),
    ),
    "## Names",
    "",
    "| in the old form | here | options, where their codes differ |",
    "|---|---|---|",
    ...[...questions.values()].flatMap((question) => nameRows(question, "")),
    "",
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
  const first = `- **${line(at)}**: ${line(says)}`;
  return text === undefined ? [first] : [first, "", ...text.split("\n").map((each) => `  > ${each}`), ""];
}

function nameRows({ id, asked, codes, inner }: NamedQuestion, prefix: string): readonly string[] {
  const differ = [...codes].filter(([value, code]) => value !== code).map(([value, code]) => `${line(value)} → ${code}`);
  const row = `| ${prefix}${line(asked.source)} | ${id} | ${differ.join(", ")} |`;
  return [row, ...inner.flatMap((each) => nameRows(each, `${asked.source}.`))];
}

/** One line of Markdown that no text of the source can break out of. */
function line(text: string): string {
  return text.replaceAll(/\s+/g, " ").replaceAll("|", "\\|").slice(0, 1500);
}

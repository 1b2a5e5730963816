import type { Form, NamedCondition, NamedPage } from "./form.ts";
import type { NamedQuestion, NamedQuestions } from "./named-form.ts";

/** The tables at the end of a report: where each page, question and condition of the source went. */
export function reportTables(form: Form, questions: NamedQuestions): readonly string[] {
  return [...pageRows(form, questions), ...questionRows(questions), ...conditionRows(form.conditions ?? [])];
}

function table(title: string, about: string, head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  if (rows.length === 0) return [];
  const lines = [head, head.map(() => "---"), ...rows.map((cells) => cells.map(cell))].map((cells) => `| ${cells.join(" | ")} |`);
  return [`## ${title}`, "", ...(about === "" ? [] : [about, ""]), ...lines, ""];
}

function pageRows({ pages, sourcePages = [] }: Form, questions: NamedQuestions): readonly string[] {
  const rows = sourcePages.map(({ path, title, role }: NamedPage) => {
    const here = pages.filter(({ source }) => source === path);
    const ids = here.flatMap((page) => page.questions.map(({ source }) => questions.get(source)?.id ?? source));
    const ends = here.some(({ ending }) => ending !== undefined) ? ["an outcome"] : [];
    const became = ids.length > 0 ? [`asks ${ids.join(", ")}`] : ends;
    return [path, title, became.join("") || role || "no screen: see above"];
  });
  return table("Pages", "", ["page", "heading", "here"], rows);
}

function questionRows(questions: NamedQuestions): readonly string[] {
  const rows = [...questions.values()].flatMap((question) => nameRows(question, ""));
  return table("Names", "", ["in the old form", "here", "options, where their codes differ"], rows);
}

function nameRows({ id, asked, codes, inner }: NamedQuestion, prefix: string): readonly (readonly string[])[] {
  const differ = [...codes].filter(([value, code]) => value !== code).map(([value, code]) => `${value} → ${code}`);
  return [[prefix + asked.source, id, differ.join(", ")], ...inner.flatMap((each) => nameRows(each, `${asked.source}.`))];
}

function conditionRows(conditions: readonly NamedCondition[]): readonly string[] {
  const rows = conditions.map(({ name, title, uses }) => [title, name, uses.join(", ") || "nothing"]);
  const about = "Each stands as a rule where it is used, in the words of the definition.";
  return table("Conditions", about, ["condition", "its name in the old form", "used by"], rows);
}

/** One line of Markdown that no text of the source can break out of. */
export function cell(text: string): string {
  return text.replaceAll(/\s+/g, " ").replaceAll("|", "\\|").slice(0, 1500);
}

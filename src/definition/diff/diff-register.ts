import type { Question } from "../../answers/answer-type.ts";
import type { Register, Row } from "../../registers/register.ts";
import { quoted } from "./change.ts";
import type { Change } from "./change.ts";

/** Rows that are named; of more, how many. */
const MOST_NAMED = 5;

/** What changes in the rows that a question is chosen from: how many there are more and fewer, and what is said of those that stay. */
export function diffRegister(name: string, before: Question, after: Question): readonly Change[] {
  const [was, is] = [before.register, after.register];
  if (was === undefined || is === undefined || was === is) return [];
  const gone = without(was, is);
  const fresh = without(is, was);
  const other = [...is.rows()].filter((row) => isOther(was.row(row.key), row));
  const said: Change[] = [];
  if (fresh.length > 0) said.push({ part: "questions", words: `${name}: its register gains ${inWords(fresh)}.` });
  if (gone.length > 0)
    said.push(meaning(after, `${name}: its register loses ${inWords(gone)}.`, "A journey that chose one of them is asked again."));
  if (other.length > 0)
    said.push(
      meaning(after, `${name}: its register says something else of ${inWords(other)}.`, "A journey keeps what was said when it chose."),
    );
  return said;
}

function meaning({ id }: Question, words: string, drafts: string): Change {
  return { part: "questions", words, drafts, changedMeaning: id };
}

function without(one: Register, other: Register): readonly Row[] {
  return [...one.rows()].filter(({ key }) => other.row(key) === undefined);
}

function isOther(before: Row | undefined, after: Row): boolean {
  return before !== undefined && JSON.stringify(before) !== JSON.stringify(after);
}

function inWords(rows: readonly Row[]): string {
  const count = `${rows.length} ${rows.length === 1 ? "row" : "rows"}`;
  const named = rows.slice(0, MOST_NAMED).map(({ label }) => quoted(label));
  return `${count}: ${named.join(", ")}${rows.length > MOST_NAMED ? " and others" : ""}`;
}

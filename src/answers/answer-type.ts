import type { Html } from "../components/html.ts";
import type { Language } from "../language/language.ts";
import type { Register } from "../registers/register.ts";
import type { Rule } from "../rules/rule.ts";
import type { RuleType } from "../rules/type.ts";
import type { Facts, Value } from "../rules/value.ts";

/**
 * A question as it stands in a compiled definition. Which settings a question may carry depends on its type
 * (`AnswerType.settings`); the parser refuses the others.
 */
export interface Question {
  /** Its name in rules, forms and the API: lower-case words joined by underscores. */
  readonly id: string;
  /** The name of its answer type. */
  readonly type: string;
  /** The question as it is asked. */
  readonly ask: string;
  readonly hint?: string;
  /** What a summary, a worklist or an export calls it; the question itself when absent. */
  readonly label?: string;
  readonly optional: boolean;
  /** Personal data: erased on time, never in open data, never in a log. */
  readonly personal: boolean;
  readonly settings: Settings;
  /** register: the rows to choose from, and which of them are offered. */
  readonly register?: Register;
  readonly offers?: Offers;
  /** The language that its words are in, and so all that is said about it; English when absent. */
  readonly language?: Language;
  /** yes-no in Welsh: what yes and no are in answer to this question, where its translation says. */
  readonly says?: { readonly yes?: string; readonly no?: string };
  /** Present where nobody is asked: the council states it on a screen, and the type says how it is shown and kept. */
  readonly stated?: Stated;
}

/** Which rows of a register are offered. */
export interface Offers {
  /** Over the columns, by their own names, and answers given before. */
  readonly rule: Rule;
  /** The answers it reads; where there are none, the same rows are offered to everybody. */
  readonly answers: readonly string[];
}

/** How a fact is stated. */
export interface Stated {
  /** A sentence with `{value}` in it, in place of a line of a summary. */
  readonly says?: string;
  /** Where it comes from, in words for the person. */
  readonly source?: string;
}

/** Settings that only some answer types take. Lengths in characters, sizes in MB, limits of dates as `DateLimit` text. */
export interface Settings {
  /** choice, choices, matrix: code to label, in the order shown. */
  readonly options?: Readonly<Record<string, string>>;
  /** choice, choices: code to hint. */
  readonly option_hints?: Readonly<Record<string, string>>;
  /** choices, files, group: how few and how many. number, money: the smallest and largest allowed. duration: in its shortest unit. */
  readonly least?: number;
  readonly most?: number;
  /** text, long-text: the greatest length in characters. */
  readonly longest?: number;
  /** number: digits after the point. */
  readonly decimals?: number;
  /** number: what is counted, shown after the box. */
  readonly unit?: string;
  /** duration: what it may be given in, of hours, days, weeks, months and years. */
  readonly units?: readonly string[];
  /** matrix: what is asked in each row, by the name that rules know it by. */
  readonly rows?: Readonly<Record<string, string>>;
  /** date, month-and-year: `today`, an ISO date, or `18 years before today`, `28 days after today`. time: `HH:MM`. */
  readonly earliest?: string;
  readonly latest?: string;
  /** files: what is accepted. */
  readonly accept?: "image" | "document" | "any";
  /** declaration, signature: what the person declares. */
  readonly declare?: string;
  /**
   * text, date: the HTML autocomplete purpose (`bday` for a date of birth). name, email, phone, address and postcode set their own;
   * `off` where the question is about someone else than the person who answers.
   */
  readonly autocomplete?: string;
  /** choice: ranked means nothing here; choices: the order of choosing counts (ranked preferences). */
  readonly ranked?: boolean;
  /** register: its name, the columns shown below a label, and the rule that a row must meet, as it is written. */
  readonly from?: string;
  readonly show?: readonly string[];
  readonly where?: string;
  /** group: the questions of one entry, and what one entry is called ("child"). */
  readonly questions?: readonly Question[];
  readonly entry?: string;
}

/** A file as an answer holds it. Its bytes are in the file store under `sha256`. */
export interface FileAnswer {
  readonly id: string;
  readonly sha256: string;
  readonly name: string;
  readonly type: string;
  /** bytes */
  readonly size: number;
}

/** An answer as it is stored and as the API carries it: plain JSON. `null` means asked and left empty. */
export type Answer = null | boolean | number | string | readonly Answer[] | { readonly [key: string]: Answer };
export type Answers = { readonly [question: string]: Answer };

/**
 * The posted fields of a form. A field that was posted twice keeps all its values. An uploaded file is stored by the face, which puts the
 * file's id among the values of the question's field and the file itself into `ReadingContext.files`.
 */
export type Fields = ReadonlyMap<string, readonly string[]>;

/** What is wrong with an answer, in words for the person, and the field it belongs to (`question` or `question.part`). */
export interface Problem {
  readonly field: string;
  /** A stable code, listed in docs/reference/problems.md: "answer-missing", "date-not-real", ... */
  readonly code: string;
  readonly message: string;
}

export type Reading = { readonly ok: true; readonly answer: Answer } | { readonly ok: false; readonly problems: readonly Problem[] };

/** What reading may depend on besides the question: the day, and (for files) what has been uploaded to this journey. */
export interface ReadingContext {
  /** Today in Europe/London, `YYYY-MM-DD`. */
  readonly today: string;
  readonly files: readonly FileAnswer[];
}

/** What the inputs show: what was typed last (kept as it was, also when wrong), and the problems beside it. */
export interface FieldState {
  readonly fields: Fields;
  readonly problems: readonly Problem[];
  /** Whether the question is the page's heading (one question on the screen). */
  readonly heading: boolean;
  /** Put before each input name and id, for questions inside a group: `children.0.`. */
  readonly prefix: string;
  /** Which entry of a group the inputs stand in ("Child 1"), so that its buttons are told from those of the others. */
  readonly within?: string;
  readonly files: readonly FileAnswer[];
  /** The answers before, as rules see them, for what is offered to choose from. */
  readonly facts?: Facts;
  /** Address that a script may ask for rows of a register while somebody types. */
  readonly find?: string;
}

export interface JsonSchema {
  readonly [key: string]: unknown;
}

/** One answer type: one file. All its functions are pure. */
export interface AnswerType {
  readonly name: string;
  /** One sentence for the definition reference. */
  readonly about: string;
  /** The settings it takes, and those it can't do without. */
  readonly settings: readonly (keyof Settings)[];
  readonly needs: readonly (keyof Settings)[];
  ruleType(question: Question): RuleType;
  /** The answer as rules see it. */
  value(question: Question, answer: Answer): Value;
  /** Reads the posted fields. Trims, is liberal in what it takes, and says what is wrong. */
  read(question: Question, fields: Fields, prefix: string, context: ReadingContext): Reading;
  /** Checks a JSON answer (from the API, or again at submit) by the same rules. */
  accept(question: Question, json: unknown, prefix: string, context: ReadingContext): Reading;
  /** The fields that show this answer again for change: the reverse of `read`. */
  fields(question: Question, answer: Answer, prefix: string): Fields;
  /** The inputs, with label, hint and errors: a GOV.UK component. */
  input(question: Question, state: FieldState): Html;
  /** For check-answers, case pages and letters. */
  show(question: Question, answer: Answer): Html;
  /** One line of plain text, for emails, exports and search. */
  text(question: Question, answer: Answer): string;
  schema(question: Question): JsonSchema;
  /** The id of the input to go to for a problem at `field`: the first input where the problem is about the whole question. */
  inputId(question: Question, field: string, prefix: string): string;
  /**
   * The fields as they are after one of the input's own buttons ("Add another child", "Remove") was pressed, without that button's field;
   * null when none of them was. The face shows the screen again with these fields and reads nothing.
   */
  press?(question: Question, fields: Fields, prefix: string): Fields | null;
  /** Valid answers that matter to routing (every option, each boundary), the plainest first. For generated tests and examples in the API. */
  examples(question: Question, today: string): readonly Answer[];
}

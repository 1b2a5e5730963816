import type { Problem, Question } from "../../answers/answer-type.ts";
import { inputId } from "../../answers/answer-types.ts";
import type { ErrorMessageOptions } from "../../components/error-message.ts";
import { errorSummary } from "../../components/error-summary.ts";
import type { Html, Slot } from "../../components/html.ts";
import { html } from "../../components/html.ts";
import { PAGE_WORDS, type PageWords } from "../../language/page-words.ts";

/** What is said over all that is wrong, and before each of it. */
type ProblemWords = Pick<PageWords, "problem" | "error">;

interface FormOptions {
  readonly key: string;
  readonly body: Slot;
  readonly action?: string;
  readonly files?: boolean;
  readonly id?: string;
}

/** A form that posts to its own address unless told, with its one-time key. */
export function form(options: FormOptions): Html {
  const action = options.action !== undefined && html` action="${options.action}"`;
  const id = options.id !== undefined && html` id="${options.id}"`;
  const encoding = options.files === true && html` enctype="multipart/form-data"`;
  return html`<form method="post"${id}${action}${encoding} novalidate><input type="hidden" name="key" value="${options.key}">${options.body}</form>`;
}

/** All that is wrong with the answers to questions, linked to the inputs. Empty where nothing is. */
export function answerSummary(questions: readonly Question[], problems: readonly Problem[], words?: ProblemWords): Slot {
  return problemSummary(problems, words, (field) => {
    const question = questions.find(({ id }) => id === field.split(".", 1)[0]);
    return question === undefined ? field : inputId(question, field);
  });
}

/** All that is wrong, linked to the fields. Empty where nothing is. */
export function problemSummary(
  problems: readonly Problem[],
  words: ProblemWords = PAGE_WORDS.en,
  idOf: (field: string) => string = (field) => field,
): Slot {
  if (problems.length === 0) return undefined;
  const errorList = problems.map(({ field, message }) => ({ text: message, href: `#${idOf(field)}` }));
  return errorSummary({ titleText: words.problem, errorList });
}

/** The error of one field, as an option of its component. */
export function errorAt(
  problems: readonly Problem[],
  field: string,
  words: ProblemWords = PAGE_WORDS.en,
): { readonly errorMessage?: ErrorMessageOptions } {
  const problem = problems.find((one) => one.field === field);
  return problem === undefined ? {} : { errorMessage: { text: problem.message, visuallyHiddenText: words.error } };
}

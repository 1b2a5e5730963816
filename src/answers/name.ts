import type { AnswerType, Question } from "./answer-type.ts";
import { capital, labelOf } from "./messages.ts";
import { partsType } from "./parts.ts";

const LONGEST = 100;

/** A person's name. JSON: `{ first, last }`. */
export const name: AnswerType = partsType({
  name: "name",
  about: "A person's first and last name.",
  settings: ["autocomplete"],
  between: " ",
  example: { first: "Ada", last: "Osei" },
  parts: [
    {
      name: "first",
      label: "First name",
      longest: LONGEST,
      optional: false,
      autocomplete: "given-name",
      classes: "govuk-!-width-two-thirds",
      missing: (question) => `Enter ${called(question, "first")}`,
      subject: (question) => capital(called(question, "first")),
    },
    {
      name: "last",
      label: "Last name",
      longest: LONGEST,
      optional: false,
      autocomplete: "family-name",
      classes: "govuk-!-width-two-thirds",
      missing: (question) => `Enter ${called(question, "last")}`,
      subject: (question) => capital(called(question, "last")),
    },
  ],
});

/** "your name" and "the child's full name" -> "your first name", "the child's first name" */
function called(question: Question, part: "first" | "last"): string {
  const whose = /^(.+ )(?:full )?name$/.exec(labelOf(question)?.replace(" full name", " name") ?? "")?.[1] ?? "a ";
  return `${whose}${part} name`;
}

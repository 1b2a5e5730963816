import type { AnswerType, Question } from "./answer-type.ts";
import { labelOf, placed, words } from "./messages.ts";
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
      label: "firstName",
      longest: LONGEST,
      optional: false,
      autocomplete: "given-name",
      classes: "govuk-!-width-two-thirds",
      missing: (question) => words(question).enter(called(question, "first")),
      subject: (question) => placed(question, called(question, "first")),
    },
    {
      name: "last",
      label: "lastName",
      longest: LONGEST,
      optional: false,
      autocomplete: "family-name",
      classes: "govuk-!-width-two-thirds",
      missing: (question) => words(question).enter(called(question, "last")),
      subject: (question) => placed(question, called(question, "last")),
    },
  ],
});

/** "your name" and "the child's full name" -> "your first name", "the child's first name"; "eich enw" -> "eich enw cyntaf" */
function called(question: Question, part: "first" | "last"): string {
  if (question.language === "cy")
    return `${/^(?:.+ )?h?enw\b/.exec(labelOf(question) ?? "")?.[0] ?? "enw"} ${part === "first" ? "cyntaf" : "olaf"}`;
  const whose = /^(.+ )(?:full )?name$/.exec(labelOf(question)?.replace(" full name", " name") ?? "")?.[1] ?? "a ";
  return `${whose}${part} name`;
}

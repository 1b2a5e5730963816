import type { Answer, Fields, Question } from "../../../answers/answer-type.ts";
import { answerType } from "../../../answers/answer-types.ts";
import type { PersonDetails, PersonRecord } from "../../../contact/person.ts";
import type { Service } from "../../../definition/service.ts";

const SOURCE = "Filled in from what the council knows of them. Ask whether it is right.";

/** What the record of a person fills in: fields, and the questions with where that is from. */
export interface KnownFields {
  readonly fields: Fields;
  readonly questions: readonly Question[];
}

/** Fills in who the person is, where nobody has answered yet and the question would take it. Pure. */
export function knownFields(
  service: Service,
  asked: readonly Question[],
  answers: Readonly<Record<string, Answer>>,
  person: PersonRecord,
  today: string,
): KnownFields {
  const parts = Object.entries(service.person);
  const filled = asked.flatMap((question) => {
    const part = parts.find(([, id]) => id === question.id)?.[0];
    const known = part === undefined || answers[question.id] !== undefined ? undefined : answerFor(part, question, person);
    if (known === undefined) return [];
    const reading = answerType(question).accept(question, known, "", { today, files: [] });
    return reading.ok && reading.answer !== null ? [{ question, answer: reading.answer }] : [];
  });
  const fields = new Map(filled.flatMap(({ question, answer }) => [...answerType(question).fields(question, answer, "")]));
  return { fields, questions: filled.map(({ question }) => withSource(question)) };
}

function withSource(question: Question): Question {
  return { ...question, hint: question.hint === undefined ? SOURCE : `${question.hint.replace(/\.$/, "")}. ${SOURCE}` };
}

/** What is known, in the shape that the question's type keeps; undefined where nothing is. */
export function answerFor(part: string, { type }: Question, { name, email, phone, address, postcode }: PersonDetails): Answer | undefined {
  if (part === "email") return email ?? undefined;
  if (part === "phone") return phone ?? undefined;
  if (part === "name") return type === "name" ? named(name) : name;
  const [line1] = address;
  if (part !== "address" || line1 === undefined || postcode === null) return undefined;
  const between = address.slice(1, -1).join(", ");
  return { line1, line2: between, town: address.length > 1 ? (address.at(-1) ?? "") : "", postcode };
}

/** The last word is taken for the last name: the officer asks. */
function named(name: string): Answer | undefined {
  const words = name.split(/\s+/);
  const last = words.pop();
  return last === undefined || words.length === 0 ? undefined : { first: words.join(" "), last };
}

import type { Answer, AnswerType, Question, Reading } from "./answer-type.ts";
import { words } from "./messages.ts";
import { bad, isRecord, own, textOf } from "./reading.ts";

/** Somebody named in an answer of the type `people`. */
export interface NamedPerson {
  /** First and last name. */
  readonly name: string;
  readonly email: string;
}

/**
 * Several people, each with a name and an email address of their own. JSON: an array of `{ name: { first, last }, email }`. It is the group of
 * these two questions, so that nobody has to write them.
 */
export function peopleType(group: AnswerType): AnswerType {
  return {
    name: "people",
    about: "Several people, each with a name and an email address of their own, such as those who must confirm. Asked as a group is.",
    settings: ["entry", "least", "most"],
    needs: [],
    ruleType: (question) => group.ruleType(peopleGroup(question)),
    value: (question, answer) => group.value(peopleGroup(question), answer),
    read: (question, fields, prefix, context) => apart(question, group.read(peopleGroup(question), fields, prefix, context), prefix),
    accept: (question, json, prefix, context) => apart(question, group.accept(peopleGroup(question), json, prefix, context), prefix),
    fields: (question, answer, prefix) => group.fields(peopleGroup(question), answer, prefix),
    input: (question, state) => group.input(peopleGroup(question), state),
    show: (question, answer) => group.show(peopleGroup(question), answer),
    text: (question, answer) => group.text(peopleGroup(question), answer),
    schema: (question) => group.schema(peopleGroup(question)),
    inputId: (question, field, prefix) => group.inputId(peopleGroup(question), field, prefix),
    press: (question, fields, prefix) => group.press?.(peopleGroup(question), fields, prefix) ?? null,
    examples: (question, today) => group.examples(peopleGroup(question), today).map(withOwnEmails),
  };
}

/** The group that asks for people. */
export function peopleGroup(question: Question): Question {
  const say = words(question);
  const part = { optional: false, personal: question.personal, settings: { autocomplete: "off" } };
  const language = question.language === undefined ? {} : { language: question.language };
  const questions: readonly Question[] = [
    { id: "name", type: "name", ask: say.theirNameAsk, label: say.theirName, ...part, ...language },
    { id: "email", type: "email", ask: say.theirEmailAsk, label: say.theirEmail, ...part, ...language },
  ];
  return { ...question, type: "group", settings: { entry: say.person, ...question.settings, questions } };
}

/** Who is named in an answer, in order. */
export function peopleIn(answer: Answer | undefined): readonly NamedPerson[] {
  if (!Array.isArray(answer)) return [];
  return answer.map((entry: Answer) => {
    const name = own(entry, "name");
    return { name: `${textOf(own(name, "first"))} ${textOf(own(name, "last"))}`.trim(), email: textOf(own(entry, "email")) };
  });
}

/** An address stands for one person: what is sent there must reach them and nobody else. */
function apart(question: Question, reading: Reading, prefix: string): Reading {
  if (!reading.ok) return reading;
  const emails = peopleIn(reading.answer).map(({ email }) => email.toLowerCase());
  const again = emails.findIndex((email, index) => emails.indexOf(email) < index);
  if (again === -1) return reading;
  return bad(`${prefix}${question.id}.${again}.email`, "people-same-email", words(question).sameEmail);
}

/** Of several examples that were made alike, each gets an address of its own. */
function withOwnEmails(answer: Answer): Answer {
  if (!Array.isArray(answer)) return answer;
  return answer.map((entry: Answer, index) =>
    isRecord(entry) && index > 0 ? { ...entry, email: `person.${index + 1}@example.com` } : entry,
  );
}

import { address } from "./address.ts";
import type { AnswerType, Fields, Question } from "./answer-type.ts";
import { bankDetails } from "./bank-details.ts";
import { charityNumber } from "./charity-number.ts";
import { choice } from "./choice.ts";
import { choices } from "./choices.ts";
import { companyNumber } from "./company-number.ts";
import { country } from "./country.ts";
import { date } from "./date.ts";
import { declaration } from "./declaration.ts";
import { duration } from "./duration.ts";
import { email } from "./email.ts";
import { files } from "./files.ts";
import { groupType } from "./group.ts";
import { longText } from "./long-text.ts";
import { matrix } from "./matrix.ts";
import { money } from "./money.ts";
import { monthAndYear } from "./month-and-year.ts";
import { name } from "./name.ts";
import { nationalInsurance } from "./national-insurance.ts";
import { number } from "./number.ts";
import { peopleType } from "./people.ts";
import { phone } from "./phone.ts";
import { place } from "./place.ts";
import { postcode } from "./postcode.ts";
import { register } from "./register.ts";
import { signature } from "./signature.ts";
import { text } from "./text.ts";
import { time } from "./time.ts";
import { uprn } from "./uprn.ts";
import { vehicleRegistration } from "./vehicle-registration.ts";
import { yesNo } from "./yes-no.ts";

const SINGLE: readonly AnswerType[] = [
  text,
  longText,
  choice,
  choices,
  yesNo,
  number,
  money,
  date,
  name,
  email,
  phone,
  address,
  postcode,
  place,
  files,
  declaration,
  time,
  duration,
  monthAndYear,
  nationalInsurance,
  vehicleRegistration,
  uprn,
  companyNumber,
  charityNumber,
  bankDetails,
  country,
  matrix,
  signature,
  register,
];

/** The questions of a group inside a group are of these types. */
const SINGLE_TYPES: ReadonlyMap<string, AnswerType> = new Map(SINGLE.map((type) => [type.name, type]));

const innerGroup = groupType((question) => find(SINGLE_TYPES, question));

/** The questions of a group may be groups themselves, and those hold none. */
const INNER_TYPES: ReadonlyMap<string, AnswerType> = new Map([...SINGLE_TYPES, [innerGroup.name, innerGroup]]);

export const group: AnswerType = groupType((question) => find(INNER_TYPES, question));

/** A group whose two questions are given. */
const people: AnswerType = peopleType(groupType((question) => find(SINGLE_TYPES, question)));

/** How deep groups may stand in groups. */
export const DEEPEST_GROUP = 2;

/** Every answer type by its name in definitions. The only such list. */
export const ANSWER_TYPES: ReadonlyMap<string, AnswerType> = new Map([...SINGLE, group, people].map((type) => [type.name, type]));

/** The type of a question of a compiled definition. Throws for a type that does not exist: compiling refuses those. */
export function answerType(question: Question): AnswerType {
  return find(ANSWER_TYPES, question);
}

function find(types: ReadonlyMap<string, AnswerType>, question: Question): AnswerType {
  const type = types.get(question.type);
  if (type === undefined)
    throw new Error(`Question ${question.id} has the type ${question.type}, which is not an answer type that can stand there`);
  return type;
}

/** The id of the input that the link of a problem goes to. */
export function inputId(question: Question, field: string): string {
  return answerType(question).inputId(question, field, "");
}

/** The fields after a button inside one of the questions was pressed ("Add another", "Remove"); null when none was. */
export function pressed(questions: readonly Question[], fields: Fields): Fields | null {
  for (const question of questions) {
    const after = answerType(question).press?.(question, fields, "");
    if (after) return after;
  }
  return null;
}

import type { Question } from "../../answers/answer-type.ts";
import type { Service } from "../service.ts";
import { became, compareEach, lengthInWords, quoted } from "./change.ts";
import type { Change, Part } from "./change.ts";
import { diffCase } from "./diff-case.ts";
import { diffConfirm } from "./diff-confirm.ts";
import { diffRequests } from "./diff-requests.ts";
import { diffFacts } from "./diff-facts.ts";
import { diffFlow } from "./diff-flow.ts";
import { diffTables } from "./diff-tables.ts";
import { diffQuestions } from "./diff-questions.ts";

/** Everything that changes from one definition of a service to another, in plain words. Pure. Rules are compared as they are written. */
export function diffServices(before: Service, after: Service): readonly Change[] {
  const english = diffInOneLanguage(before, after);
  return [...english, ...diffWelsh(before, after, english)];
}

function diffInOneLanguage(before: Service, after: Service): readonly Change[] {
  return [
    ...diffAbout(before, after),
    ...diffQuestions(asked(before), asked(after)),
    ...diffFacts(before, after),
    ...diffFields("questions", "What fills in the question", filledIn(before), filledIn(after)),
    ...diffFlow(before, after),
    ...became("money", "The fee in pounds", before.fee?.source, after.fee?.source),
    ...diffTables(before.tables, after.tables),
    ...diffCase(before.case, after.case),
    ...diffConfirm(before, after),
    ...diffRequests(before, after),
    ...diffMessages(before.messages, after.messages),
    ...became("keeping", "How long a case is kept after it is closed", lengthInWords(before.retention), lengthInWords(after.retention)),
    ...became("keeping", "How long answers that are not sent are kept", `${before.drafts.days} days`, `${after.drafts.days} days`),
    ...became("keeping", "When their person is reminded", remindWords(before), remindWords(after)),
    ...became("keeping", "The lawful basis", before.basis, after.basis),
    ...became("case", "How sure an officer must be who somebody is", before.identity, after.identity),
  ];
}

/** What changes in the Welsh alone: what is said of both languages in the same words is one change. It changes no meaning, since rules read codes. */
function diffWelsh(before: Service, after: Service, english: readonly Change[]): readonly Change[] {
  if (before.welsh === undefined && after.welsh === undefined) return [];
  if (before.welsh === undefined) return [{ part: "welsh", words: "The service can be had in Welsh." }];
  if (after.welsh === undefined) return [{ part: "welsh", words: "The service can no longer be had in Welsh." }];
  const said = new Set(english.map(({ words }) => words));
  return diffInOneLanguage(before.welsh, after.welsh)
    .filter(({ words }) => !said.has(words))
    .map(({ words }) => ({ part: "welsh", words: `In Welsh: ${words.charAt(0).toLowerCase()}${words.slice(1)}` }));
}

function remindWords({ drafts: { remind } }: Service): string {
  return remind === 0 ? "never" : `${lengthInWords({ amount: remind, unit: "days" })} before they are deleted`;
}

/** The questions that both have, and whose answers mean something else in the second or may be refused there. */
export function changedMeanings(changes: readonly Change[]): readonly string[] {
  return [...new Set(changes.flatMap(({ changedMeaning }) => changedMeaning ?? []))];
}

function asked({ questions }: Service): ReadonlyMap<string, Question> {
  return new Map([...questions].filter(([, { stated }]) => stated === undefined));
}

function startOf({ start }: Service): object {
  return { ...start, who: start.who.join("; "), need: start.need.join("; ") };
}

function fieldsOf(named: object): ReadonlyMap<string, string> {
  return new Map(Object.entries(named).map(([key, value]) => [key, String(value)]));
}

function diffAbout(before: Service, after: Service): readonly Change[] {
  const texts = ["title", "summary", "group", "owner", "lead"] as const;
  return [
    ...became("service", "Its name in addresses", before.id, after.id),
    ...became("service", "The shelf service that it lies over", before.extends, after.extends),
    ...texts.flatMap((text) => became("service", `The ${text}`, before[text], after[text])),
    ...became("service", "The words to search by", before.keywords.join(", "), after.keywords.join(", ")),
    ...diffFields("service", "The start page's", fieldsOf(startOf(before)), fieldsOf(startOf(after))),
    ...diffFields("service", "The code", fieldsOf(before.codes), fieldsOf(after.codes)),
    ...diffFields("service", "The question for the person's", fieldsOf(before.person), fieldsOf(after.person)),
  ];
}

function filledIn({ filledFrom }: Service): ReadonlyMap<string, string> {
  return new Map([...filledFrom].map(([id, { from, part }]) => [id, part === undefined ? from : `${from}.${part}`]));
}

function diffFields(group: Part, what: string, before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): readonly Change[] {
  return compareEach(before, after, {
    added: (key, value) => became(group, `${what} ${key}`, undefined, value),
    removed: (key, value) => became(group, `${what} ${key}`, value, undefined),
    both: (key, former, value) => became(group, `${what} ${key}`, former, value),
  });
}

function diffMessages(before: Service["messages"], after: Service["messages"]): readonly Change[] {
  return compareEach(before, after, {
    added: (id, { subject }) => [{ part: "messages", words: `The message ${id} is added: ${quoted(subject)}.` }],
    removed: (id, { subject }) => [{ part: "messages", words: `The message ${id} is removed: ${quoted(subject)}.` }],
    both: (id, former, message) => [
      ...became("messages", `The subject of the message ${id}`, former.subject, message.subject),
      ...became("messages", `The text of the message ${id}`, former.body, message.body),
    ],
  });
}

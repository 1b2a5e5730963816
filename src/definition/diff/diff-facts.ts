import type { Fact, Service } from "../service.ts";
import { became, compareEach, quoted } from "./change.ts";
import type { Change } from "./change.ts";

const SHOWN = "A journey that moves on is shown it, also where it has come further already.";

/** What changes in what the council states. */
export function diffFacts(before: Service, after: Service): readonly Change[] {
  return compareEach(factsOf(before), factsOf(after), {
    added: (id, { question }) => [{ part: "questions", words: `The fact ${id} is stated: ${quoted(question.ask)}.`, drafts: SHOWN }],
    removed: (id, { question }) => [{ part: "questions", words: `The fact ${id} is no longer stated: ${quoted(question.ask)}.` }],
    both: (id, former, fact) => diffFact(`The fact ${id}`, former, fact),
  });
}

function factsOf({ screens }: Service): ReadonlyMap<string, Fact> {
  return new Map([...screens.values()].flatMap(({ facts }) => facts.map((fact) => [fact.question.id, fact] as const)));
}

function diffFact(name: string, { question: was, rule: ruled }: Fact, { question: is, rule }: Fact): readonly Change[] {
  return [
    ...shown(became("questions", `${name} is worked out otherwise: it`, ruled.source, rule.source)),
    ...shown(became("questions", `The type of ${name.toLowerCase()}`, was.type, is.type)),
    ...became("questions", `${name} is called otherwise: it`, was.ask, is.ask),
    ...became("questions", `The sentence of ${name.toLowerCase()}`, was.stated?.says, is.stated?.says),
    ...became("questions", `The source of ${name.toLowerCase()}`, was.stated?.source, is.stated?.source),
    ...became("questions", `${name} is marked as personal: it`, String(was.personal), String(is.personal)),
    ...became("questions", `The unit of ${name.toLowerCase()}`, was.settings.unit, is.settings.unit),
    ...became("questions", `The decimals of ${name.toLowerCase()}`, was.settings.decimals?.toString(), is.settings.decimals?.toString()),
  ];
}

function shown(changes: readonly Change[]): readonly Change[] {
  return changes.map((change) => ({ ...change, drafts: SHOWN }));
}

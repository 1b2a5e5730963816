import { conditionCall } from "./function-words.ts";
import type { Naming } from "./naming.ts";
import type { Rule } from "./rule.ts";
import type { ComparisonSign } from "./syntax.ts";
import { testWords } from "./test-words.ts";
import type { Typed } from "./typed.ts";
import { entered, entryWord, givenWords, namedOf, type Telling, valueWords } from "./value-words.ts";
import { OPPOSITE, signWords } from "./sign-words.ts";

type Loop = Extract<Typed, { body: Typed }>;
type Of<Kind extends Typed["kind"]> = Extract<Typed, { kind: Kind }>;

/**
 * A rule as an English sentence without capital and full stop, for people who do not read rules: `it is a danger or the answer to
 * "How wide is it?" is "Wider than a car door"`. What `naming` does not name goes by its name in the rule.
 */
export function ruleInWords(rule: Rule, naming: Naming): string {
  const telling: Telling = { naming, variables: [], condition };
  const { tree } = rule;
  return tree.type.kind === "boolean" && tree.kind !== "if" ? condition(telling, tree, true) : valueWords(telling, tree);
}

/** The sentence that a condition holds or, where `wanted` is false, that it does not. */
function condition(telling: Telling, typed: Typed, wanted: boolean): string {
  switch (typed.kind) {
    case "literal":
      return (typed.value === true) === wanted ? "always" : "never";
    case "fact":
    case "local":
    case "field":
      return answered(telling, typed, wanted);
    case "not":
      return condition(telling, typed.of, !wanted);
    case "and":
    case "or":
      return joined(telling, typed, wanted);
    case "compare":
      return compared(telling, typed, wanted);
    case "in":
      return tested(telling, typed, wanted);
    case "some":
    case "every":
      return overEntries(telling, typed, wanted);
    case "call":
      return called(telling, typed, wanted);
    default:
      return `it is ${wanted ? "" : "not "}so that ${valueWords(telling, typed)}`;
  }
}

function answered(telling: Telling, typed: Typed, wanted: boolean): string {
  const holds = namedOf(telling, typed)?.holds;
  return wanted && holds !== undefined ? holds : `${valueWords(telling, typed)} is ${wanted ? "yes" : "no"}`;
}

/** Not all is at least one not; not one is all not. */
function joined(telling: Telling, { kind, terms }: Extract<Typed, { terms: readonly Typed[] }>, wanted: boolean): string {
  const word = (kind === "and") === wanted ? "and" : "or";
  return terms.map((term) => bracketed(telling, term, wanted)).join(` ${word} `);
}

function bracketed(telling: Telling, term: Typed, wanted: boolean): string {
  const words = condition(telling, term, wanted);
  return isCompound(term) ? `(${words})` : words;
}

function isCompound(term: Typed): boolean {
  if (term.kind === "not") return isCompound(term.of);
  return ["and", "or", "some", "every", "if"].includes(term.kind) || (term.kind === "in" && term.tests.length > 1);
}

function compared(telling: Telling, { sign, left, right }: Of<"compare">, wanted: boolean): string {
  const shown = wanted ? sign : OPPOSITE[sign];
  if (right.kind === "literal" && right.value === null) return `${valueWords(telling, left)} is ${shown === "=" ? "not " : ""}answered`;
  if (right.kind === "literal" && typeof right.value === "boolean") return equalsYesOrNo(telling, left, right.value, shown);
  return `${valueWords(telling, left, right)} ${signWords(shown, left.type)} ${valueWords(telling, right, left)}`;
}

/** `danger = false` reads as the answer does; `danger != false` also holds where nothing was answered. */
function equalsYesOrNo(telling: Telling, left: Typed, value: boolean, sign: ComparisonSign): string {
  if (sign === "=") return isCompound(left) ? `(${condition(telling, left, value)})` : condition(telling, left, value);
  return `${valueWords(telling, left)} is not ${value ? "yes" : "no"}`;
}

function tested(telling: Telling, { value, tests }: Of<"in">, wanted: boolean): string {
  const words = tests.map((test) => testWords(telling, value, test, wanted));
  return `${valueWords(telling, value)} ${words.join(wanted ? " or " : " and ")}`;
}

function overEntries(telling: Telling, typed: Loop, wanted: boolean): string {
  const each = (typed.kind === "every") === wanted;
  return `for ${each ? "each" : "at least one"} ${entryWord(telling, typed.list)}, ${condition(entered(telling, typed), typed.body, wanted)}`;
}

function called(telling: Telling, typed: Of<"call">, wanted: boolean): string {
  const [first, second] = typed.arguments;
  const given = typed.arguments.map((part) => givenWords(telling, part, part === first ? second : first));
  return conditionCall(typed.function.name, given, wanted) ?? `${valueWords(telling, typed)} is ${wanted ? "yes" : "no"}`;
}

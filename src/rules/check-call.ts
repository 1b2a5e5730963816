import { common, commonOfAll, describe, gives, itemOf, optionProblems } from "./fit.ts";
import { type BuiltIn, inCalendar, type Takes } from "./built-in.ts";
import type { Calendar } from "./working-days.ts";
import { FUNCTIONS } from "./functions.ts";
import { leftOutFunction } from "./left-out.ts";
import { functionFix } from "./name-fix.ts";
import { problem } from "./problem.ts";
import type { RuleProblem } from "./rule.ts";
import type { At } from "./syntax.ts";
import { BOOLEAN, DATE, list, NUMBER, type RuleType, TEXT } from "./type.ts";
import type { Shape, Typed } from "./typed.ts";
import { choices, comparable, orderable } from "./check-operator.ts";

const LANGUAGE_WORDS = ["not", "duration"];

const WANTED: Readonly<Record<Takes, { readonly says: string; readonly fits: (shape: Shape) => boolean }>> = {
  text: { says: "a text", fits: (shape) => gives(shape, TEXT) },
  date: { says: "a date", fits: (shape) => gives(shape, DATE) },
  number: { says: "a number", fits: (shape) => gives(shape, NUMBER) },
  amount: { says: "a number or an amount of money", fits: (shape) => isAmount(shape.type) },
  list: { says: "a list", fits: (shape) => shape.type.kind === "list" || shape.type.kind === "nothing" },
  "same list": { says: "a list", fits: (shape) => shape.type.kind === "list" || shape.type.kind === "nothing" },
  texts: { says: "a list of texts", fits: (shape) => isTexts(itemOf(shape)) },
  conditions: { says: "conditions (yes or no)", fits: (shape) => isCondition(itemOf(shape)?.type) },
  "same item": { says: "something of the list's type", fits: () => true },
  item: { says: "something that can be in the list", fits: () => true },
  amounts: { says: "a list of numbers or amounts of money", fits: (shape) => isAmount(itemOf(shape)?.type) },
  ordered: { says: "a list of numbers, amounts of money or dates", fits: (shape) => isOrdered(itemOf(shape)?.type) },
  writable: { says: "a text, a number, an amount of money, a date, or yes or no", fits: (shape) => isWritable(shape.type) },
  anything: { says: "anything", fits: () => true },
};

/** What to write where FEEL would take more values. */
const MORE_VALUES: Readonly<Record<string, string>> = {
  floor: "Use round down(amount, 2) to keep digits after the point.",
  ceiling: "Use round up(amount, 2) to keep digits after the point.",
  append: "Put one append(...) inside another, or use concatenate(...).",
  concatenate: "Put one concatenate(...) inside another.",
  union: "Put one union(...) inside another.",
};

/** A call whose arguments are typed already; `undefined` among them were refused before. */
export function call(
  place: At & { name: string; nameAt: At },
  given: readonly (Typed | undefined)[],
  problems: RuleProblem[],
  calendar: Calendar,
): Typed | undefined {
  const whole = { from: place.from, to: place.to };
  if (place.name === "not") return negation(whole, given, problems);
  const found = FUNCTIONS.get(place.name);
  if (found === undefined) {
    problems.push(unknown(place));
    return undefined;
  }
  const packed = found.packs ? pack(whole, found, given, problems) : given;
  if (packed.length > found.takes.length || packed.length < found.takes.length - found.optional) {
    const message = `${found.name} takes ${counted(found)}, not ${packed.length}.`;
    problems.push(problem("rule-type", whole, message, MORE_VALUES[found.name] ?? `For example: ${found.example.source}`));
    return undefined;
  }
  const fitting = packed.filter((part, index): part is Typed => fits(found, index, part, problems));
  if (fitting.length < packed.length || !itemFits(found, fitting, problems) || !listsFit(found, fitting, problems)) return undefined;
  return {
    ...whole,
    kind: "call",
    function: inCalendar(found, calendar),
    arguments: fitting,
    type: resultOf(found, fitting),
    literal: false,
  };
}

function negation(whole: At, given: readonly (Typed | undefined)[], problems: RuleProblem[]): Typed | undefined {
  const [of, another] = given;
  if (given.length !== 1 || another !== undefined) {
    problems.push(problem("rule-type", whole, `not takes one condition, not ${given.length}.`, "For example: not(danger)"));
    return undefined;
  }
  if (of === undefined) return undefined;
  if (of.type.kind !== "boolean" && of.type.kind !== "nothing") {
    problems.push(problem("rule-type", of, `not needs a condition (yes or no), not ${describe(of)}.`));
    return undefined;
  }
  return { ...whole, kind: "not", of, type: BOOLEAN, literal: false };
}

/** Several values given side by side become one list; a single list stays as it is. */
function pack(whole: At, found: BuiltIn, given: readonly (Typed | undefined)[], problems: RuleProblem[]): readonly (Typed | undefined)[] {
  const [only] = given;
  if (given.length === 0 || (given.length === 1 && (only === undefined || itemOf(only) !== undefined))) return given;
  const items = given.filter((item): item is Typed => item !== undefined);
  if (items.length < given.length) return [undefined];
  const of = commonOfAll(items);
  if (of === undefined) {
    problems.push(problem("rule-type", whole, `${found.name} needs values of one type, not ${items.map(describe).join(", ")}.`));
    return [undefined];
  }
  return [{ ...whole, kind: "list", items, type: list(of), literal: items.every((item) => item.literal) }];
}

function fits(found: BuiltIn, index: number, part: Typed | undefined, problems: RuleProblem[]): boolean {
  const wanted = WANTED[found.takes[index] ?? "anything"];
  if (part === undefined) return false;
  if (wanted.fits(part)) return true;
  const message = `${found.name} needs ${wanted.says} here, not ${describe(part)}.`;
  problems.push(problem("rule-type", part, message, `For example: ${found.example.source}`));
  return false;
}

function itemFits(found: BuiltIn, [holder, item]: readonly Typed[], problems: RuleProblem[]): boolean {
  const inside = holder === undefined ? undefined : itemOf(holder);
  if (found.takes[1] !== "item" || holder === undefined || item === undefined || inside === undefined) return true;
  const type = common(inside, item);
  if (type === undefined || !comparable(type)) {
    problems.push(problem("rule-type", item, `The list holds ${describe(inside)}, which cannot be compared with ${describe(item)}.`));
    return false;
  }
  const options = [...optionProblems(item, choices(inside)), ...optionProblems(holder, list(choices(item)))];
  problems.push(...options);
  return options.length === 0;
}

/** Two lists that become one hold items of one type, and so does a list that grows. */
function listsFit(found: BuiltIn, given: readonly Typed[], problems: RuleProblem[]): boolean {
  const [first, second] = given;
  if (first === undefined || second === undefined || !found.takes[1]?.startsWith("same") || grown(found, given) !== undefined) return true;
  const needs = found.takes[1] === "same item" ? "an item of the list's type" : "two lists of one type";
  const message = `${found.name} needs ${needs}, not ${describe(first)} and ${describe(second)}.`;
  problems.push(problem("rule-type", second, message, `For example: ${found.example.source}`));
  return false;
}

/** The type of a list that two lists, or a list and an item, become. */
function grown({ takes }: BuiltIn, [first, second]: readonly Typed[]): RuleType | undefined {
  if (first === undefined || second === undefined) return undefined;
  if (takes[1] === "same list") return common(first, second);
  const inside = itemOf(first) ?? { type: { kind: "nothing" }, literal: true };
  const of = common(inside, second);
  return of === undefined ? undefined : list(of);
}

function resultOf(found: BuiltIn, given: readonly Typed[]): RuleType {
  const [first] = given;
  if (found.takes[1]?.startsWith("same")) return grown(found, given) ?? { kind: "nothing" };
  if (found.result !== "first" && found.result !== "item") return found.result;
  if (first === undefined) return { kind: "nothing" };
  return found.result === "first" ? first.type : (itemOf(first)?.type ?? first.type);
}

function unknown(place: { name: string; nameAt: At }): RuleProblem {
  if (place.name === "today") {
    return problem("rule-unknown-function", place.nameAt, "today is not a function.", "Write today without brackets.");
  }
  const leftOut = leftOutFunction(place.name);
  if (leftOut !== undefined) return problem("rule-not-supported", place.nameAt, leftOut.message, leftOut.instead);
  const message = `There is no function called "${place.name}".`;
  return problem("rule-unknown-function", place.nameAt, message, functionFix(place.name, [...FUNCTIONS.keys(), ...LANGUAGE_WORDS]));
}

function counted({ takes, optional }: BuiltIn): string {
  const most = takes.length === 1 ? "1 value" : `${takes.length} values`;
  return optional === 0 ? most : `${takes.length - optional} or ${most}`;
}

const WRITABLE = new Set<RuleType["kind"]>(["text", "code", "number", "money", "date", "boolean", "nothing"]);

function isWritable({ kind }: RuleType): boolean {
  return WRITABLE.has(kind);
}

function isTexts(item: Shape | undefined): boolean {
  return item !== undefined && gives(item, TEXT);
}

function isCondition(type: RuleType | undefined): boolean {
  return type?.kind === "boolean" || type?.kind === "nothing";
}

function isAmount(type: RuleType | undefined): boolean {
  return type?.kind === "number" || type?.kind === "money" || type?.kind === "nothing";
}

function isOrdered(type: RuleType | undefined): boolean {
  return type !== undefined && type.kind !== "text" && (orderable(type) || type.kind === "nothing");
}

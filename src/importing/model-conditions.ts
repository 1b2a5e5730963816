import { NEVER } from "./condition.ts";
import type { Comparison, Condition, Operand } from "./condition.ts";
import { comparing, having, measuring } from "./comparing.ts";
import type { EmptyAnswers } from "./comparing.ts";
import type { Asked, Loss } from "./form.ts";
import { entryOf, listAt, numberAt, textAt } from "./json.ts";
import type { Json } from "./json.ts";
import { FAILS, bothOf, eitherOf, isSmall, oppositeOf, plain } from "./verdict.ts";
import type { Verdict } from "./verdict.ts";

/** What a condition of the two JSON dialects may speak of. */
export interface ConditionSource {
  /** A question by its name in conditions; undefined where there is none, or where it is asked several times over. */
  asked(name: string): Asked | undefined;
  /** The named condition itself, as it stands in the file. */
  condition(name: string): Json;
  /** Reads one condition of the file as its dialect writes it. */
  read(condition: Json, conditions: Conditions): Verdict;
  readonly empty: EmptyAnswers;
  readonly losses: Loss[];
}

const DEEPEST = 12;
/** Conditions that speak of others, one within the other. */
const DEEPEST_NAMES = 40;
const MOST_PARTS = 200;

/** The named conditions of a form, each worked out once, when it is first asked for. */
export class Conditions {
  private readonly known = new Map<string, Condition | "open">();
  private readonly reported = new Set<string>();
  private depth = 0;
  readonly source: ConditionSource;

  constructor(source: ConditionSource) {
    this.source = source;
  }

  /** True or false whatever was answered; false where it cannot be said, with a word in the report. */
  named(name: string): Condition {
    const known = this.known.get(name);
    if (known === "open") return this.unsaid(name, "It speaks of itself, through others. It never holds here.");
    if (known !== undefined) return known;
    if (this.source.condition(name) === undefined)
      return this.settle(name, this.unsaid(name, "There is no condition of that name. It never holds here."));
    if (this.depth >= DEEPEST_NAMES)
      return this.unsaid(name, "It stands on too many other conditions. It never holds here; write it by hand.");
    this.known.set(name, "open");
    this.depth++;
    const { yes } = this.source.read(this.source.condition(name), this);
    this.depth--;
    return this.settle(
      name,
      isSmall(yes) ? yes : this.unsaid(name, "It is too long to carry over. It never holds here; write it by hand."),
    );
  }

  private settle(name: string, condition: Condition): Condition {
    this.known.set(name, condition);
    return condition;
  }

  /** Says once what is wrong with a condition. */
  unsaid(where: string, says: string): Condition {
    const key = `${where}: ${says}`;
    if (!this.reported.has(key)) this.source.losses.push({ kind: "routing", at: `condition ${where.slice(0, 100)}`, says });
    this.reported.add(key);
    return NEVER;
  }
}

/** The parts of a condition one after the other, as a person adds them: `and` binds more strongly than `or`. */
export function readChain(parts: readonly Json[], coordinator: (part: Json) => string, read: (part: Json) => Verdict): Verdict {
  const chains: Verdict[][] = [];
  for (const [index, part] of parts.slice(0, MOST_PARTS).entries()) {
    const last = chains.at(-1);
    if (index === 0 || last === undefined || coordinator(part) === "or") chains.push([read(part)]);
    else last.push(read(part));
  }
  return joined(
    chains.map((chain) => joined(chain, bothOf)),
    eitherOf,
  );
}

function joined(verdicts: readonly Verdict[], join: (left: Verdict, right: Verdict) => Verdict): Verdict {
  const [first, ...rest] = verdicts;
  return first === undefined ? FAILS : rest.reduce(join, first);
}

/** One part in the form that both dialects know: a test of a question, the name of another condition, or a group of parts. */
export function readModelPart(part: Json, where: string, conditions: Conditions, depth = 0): Verdict {
  const name = textAt(part, "conditionName");
  if (name !== "") return plain(conditions.named(name));
  const group = listAt(part, "conditions");
  if (group.length > 0 && depth < DEEPEST) {
    return readChain(
      group,
      (each) => textAt(each, "coordinator"),
      (each) => readModelPart(each, where, conditions, depth + 1),
    );
  }
  const tested = { field: textAt(part, "field", "name"), operator: textAt(part, "operator"), value: valueOf(part) };
  return tested.field === "" ? cannot(where, "A part of it cannot be read.", conditions) : readTest(tested, where, conditions);
}

function valueOf(part: Json): PlainValue | undefined {
  const period = numberAt(part, "value", "period") ?? numberAt(part, "value", "timePeriod");
  const unit = ["unit", "units", "timeUnit"].map((key) => textAt(part, "value", key)).find((text) => text !== "") ?? "";
  const past = textAt(part, "value", "direction").includes("past");
  if (textAt(part, "value", "timeOnly") === "true") return { period: period ?? 0, unit: `${unit} by the clock`, past };
  if (period !== undefined) return { period, unit, past };
  return textAt(part, "value", "value") || textAt(part, "value");
}

export type PlainValue = string | { readonly period: number; readonly unit: string; readonly past: boolean };

export interface Tested {
  readonly field: string;
  readonly operator: string;
  readonly value: PlainValue | undefined;
}

function cannot(where: string, says: string, conditions: Conditions): Verdict {
  conditions.unsaid(where, `${says} It never holds here; write it by hand.`);
  return FAILS;
}

/** A test of one question, by the words of the designers of both dialects: is, is at least, contains, has length and so on. */
export function readTest({ field, operator, value }: Tested, where: string, conditions: Conditions): Verdict {
  const asked = conditions.source.asked(field);
  if (asked === undefined)
    return cannot(where, `It reads ${field.slice(0, 100)}, which is not asked, or is asked several times over.`, conditions);
  const { empty } = conditions.source;
  if (value !== undefined && typeof value !== "string") {
    return relative(asked, operator, value, empty) ?? cannot(where, `It counts in ${value.unit || "no unit"}.`, conditions);
  }
  const text = value ?? "";
  const length = entryOf(LENGTHS, operator);
  if (length !== undefined && Number.isFinite(Number(text))) return measuring(asked, length, Number(text), empty);
  if (operator === "contains" && MANY.has(asked.type)) return having(asked, text, empty);
  if (operator === "does not contain" && MANY.has(asked.type)) return oppositeOf(having(asked, text, empty));
  const comparison = entryOf(COMPARISONS, operator);
  const operand = operandOf(asked, text);
  const ordered = operand !== undefined && !("text" in operand) && !("yes" in operand);
  if (comparison === undefined || operand === undefined || (!ordered && comparison !== "=" && comparison !== "!="))
    return cannot(where, `It tests if ${field} ${operator} ${text.slice(0, 60)}.`, conditions);
  return comparing(asked, comparison, operand, empty);
}

const COMPARISONS: Readonly<Record<string, Comparison>> = {
  is: "=",
  "is not": "!=",
  "is at least": ">=",
  "is at most": "<=",
  "is less than": "<",
  "is more than": ">",
  "is before": "<",
  "is after": ">",
};

const LENGTHS: Readonly<Record<string, Comparison>> = { "is longer than": ">", "is shorter than": "<", "has length": "=" };

/** A value as the question's answers are compared; undefined where such an answer cannot be compared with it. */
export function operandOf({ type, options }: Asked, text: string): Operand | undefined {
  if (type === "yes-no" || type === "declaration") return yesOf(text);
  if (type === "number") return text !== "" && Number.isFinite(Number(text)) ? { number: Number(text) } : undefined;
  if (type === "date") return /^\d{4}-\d{2}-\d{2}/.test(text) ? { day: text.slice(0, 10) } : undefined;
  if (options !== undefined && type === "choice") return { text };
  return TEXTS.has(type) ? { text } : undefined;
}

function yesOf(text: string): Operand | undefined {
  return text === "true" || text === "false" ? { yes: text === "true" } : undefined;
}

const TEXTS: ReadonlySet<string> = new Set(["text", "long-text", "email", "phone", "time"]);
/** Several to choose; of one to choose, the box to tick. */
const MANY: ReadonlySet<string> = new Set(["choices", "declaration"]);

type Relative = Exclude<PlainValue, string>;

/** In the past the larger number is the earlier day. */
const IN_THE_PAST: Readonly<Record<string, Comparison>> = {
  "is at least": "<=",
  "is at most": ">=",
  "is less than": ">",
  "is more than": "<",
};

function relative(asked: Asked, operator: string, { period, unit, past }: Relative, empty: EmptyAnswers): Verdict | undefined {
  const comparison = (past ? entryOf(IN_THE_PAST, operator) : undefined) ?? entryOf(COMPARISONS, operator);
  const months = entryOf({ years: 12, months: 1 }, unit);
  if (comparison === undefined || asked.type !== "date" || !Number.isInteger(period) || Math.abs(period) > 100_000) return undefined;
  if (months === undefined && unit !== "days") return undefined;
  const amount = (past ? -period : period) * (months ?? 1);
  return comparing(asked, comparison, { fromToday: amount, unit: months === undefined ? "days" : "months" }, empty);
}

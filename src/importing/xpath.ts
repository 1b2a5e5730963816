import { all, any, compare, not, test } from "./condition.ts";
import type { Comparison, Condition, Operand, Test } from "./condition.ts";
import type { Asked } from "./form.ts";

/** What an expression of a spreadsheet form may read. */
export interface Readable {
  /** A question by its name; undefined where it cannot be read. */
  asked(name: string): Asked | undefined;
  /** Whether a value of a question that became yes-or-no means yes. */
  means(value: string): boolean | undefined;
  /** A calculation by its name. */
  calculation(name: string): string | undefined;
  /** The question that a full stop stands for. */
  readonly here?: string;
}

const TOKEN =
  /\s*(?:\$\{\s*([\w.-]{1,200})\s*\}|(\d+(?:\.\d+)?)|'([^']*)'|"([^"]*)"|([A-Za-z][\w-]*(?::[\w-]+)?)|(!=|<=|>=|[=<>()+*,.-]))/y;
const LONGEST = 5000;
const DEEPEST = 12;
const MOST_CALCULATIONS = 40;
/** Comparisons made of one expression: each way through an `if` is one. */
const MOST_COMPARISONS = 300;

type Token = { readonly kind: "field" | "number" | "text" | "word" | "sign"; readonly text: string };

type Side =
  | { readonly kind: "answer"; readonly asked: Asked }
  | { readonly kind: "measured"; readonly asked: Asked; readonly op: "length" | "count" }
  | { readonly kind: "value"; readonly text: string; readonly number: boolean }
  | { readonly kind: "day"; readonly operand: Operand }
  | { readonly kind: "condition"; readonly condition: Condition }
  | { readonly kind: "if"; readonly when: Condition; readonly yes: Side; readonly otherwise: Side };

export type Expressed = { readonly ok: true; readonly condition: Condition } | { readonly ok: false; readonly why: string };

/** What cannot be said, thrown to the one place that gives it back as a value. */
class Unsaid extends Error {}

/** A condition of a spreadsheet form. In it an answer that is not there is an empty text: less and more than nothing, and unlike everything. */
export function readXpath(text: string, readable: Readable): Expressed {
  try {
    const reader = new Reader(tokensOf(text), readable);
    const condition = reader.either(0);
    reader.end();
    return { ok: true, condition };
  } catch (error) {
    if (error instanceof Unsaid) return { ok: false, why: error.message };
    throw error;
  }
}

function tokensOf(text: string): readonly Token[] {
  if (text.length > LONGEST) throw new Unsaid(`it is longer than ${LONGEST} characters`);
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (text.slice(TOKEN.lastIndex).trim() !== "") {
    const from = TOKEN.lastIndex;
    const found = TOKEN.exec(text);
    if (found === null) throw new Unsaid(`it cannot be read from ‘${text.slice(from, from + 20).trim()}’ on`);
    const [, field, number, single, double, word, sign] = found;
    if (field !== undefined) tokens.push({ kind: "field", text: field });
    else if (number !== undefined) tokens.push({ kind: "number", text: number });
    else if (word !== undefined) tokens.push({ kind: "word", text: word });
    else if (sign !== undefined) tokens.push({ kind: "sign", text: sign });
    else tokens.push({ kind: "text", text: single ?? double ?? "" });
  }
  return tokens;
}

class Reader {
  private at = 0;
  private readonly tokens: readonly Token[];
  private readonly readable: Readable;
  private readonly outer: number;
  /** Calculations that were put in so far, by this reader and those inside it. */
  private readonly spent: { count: number; comparisons: number };

  constructor(tokens: readonly Token[], readable: Readable, outer = 0, spent = { count: 0, comparisons: 0 }) {
    this.spent = spent;
    this.tokens = tokens;
    this.readable = readable;
    this.outer = outer;
  }

  either(depth: number): Condition {
    if (depth + this.outer > DEEPEST) throw new Unsaid("it has too many brackets inside each other");
    const parts = [this.both(depth)];
    while (this.takeWord("or")) parts.push(this.both(depth));
    return any(parts);
  }

  end(): void {
    const rest = this.tokens[this.at];
    if (rest !== undefined) throw new Unsaid(`it cannot be read from ‘${rest.text.slice(0, 20)}’ on`);
  }

  private both(depth: number): Condition {
    const parts = [this.comparison(depth)];
    while (this.takeWord("and")) parts.push(this.comparison(depth));
    return all(parts);
  }

  private comparison(depth: number): Condition {
    const left = this.sum(depth);
    const sign = this.tokens[this.at];
    const comparison = sign?.kind === "sign" ? COMPARISONS[sign.text] : undefined;
    if (comparison === undefined) return this.asCondition(left);
    this.at++;
    return this.compared(left, comparison, this.sum(depth));
  }

  /** A value by itself: a number is true unless it is nothing, a text unless it is empty. */
  private asCondition(side: Side): Condition {
    if (side.kind === "condition") return side.condition;
    if (side.kind === "if") return eitherWay(side, (each) => this.asCondition(each));
    if (side.kind === "value") return constant(side.number ? Number(side.text) !== 0 : side.text !== "");
    if (side.kind === "measured") return this.compared(side, ">", { kind: "value", text: "0", number: true });
    throw new Unsaid("it uses a value as if it were true or false");
  }

  private compared(left: Side, comparison: Comparison, right: Side): Condition {
    if (++this.spent.comparisons > MOST_COMPARISONS) throw new Unsaid("it has too many ways through it");
    if (left.kind === "if") return eitherWay(left, (each) => this.compared(each, comparison, right));
    if (right.kind === "if") return eitherWay(right, (each) => this.compared(left, comparison, each));
    if (left.kind === "value" && right.kind === "value") return twoValues(left, comparison, right);
    if (left.kind === "value" || left.kind === "day") {
      if (right.kind === "value" || right.kind === "day") throw new Unsaid("it compares two values");
      return this.compared(right, MIRRORED[comparison], left);
    }
    if (left.kind === "condition") return equalsTruth(left.condition, comparison, right);
    if (left.kind === "measured") return measured(left.asked, left.op, comparison, right);
    if (right.kind === "answer") return twoAnswers(left.asked, comparison, right.asked);
    if (right.kind === "value" && right.text === "" && !right.number) return emptiness(left.asked.source, comparison);
    const operand = this.operand(left.asked, right);
    if (typeof operand === "boolean") return constant(operand);
    return versus(left.asked.source, comparison, operand);
  }

  private operand(asked: Asked, side: Side): Operand {
    if (side.kind === "day" && asked.type === "date") return side.operand;
    if (side.kind !== "value") throw new Unsaid(`it compares ${asked.source} with something of another kind`);
    const { text } = side;
    if (asked.type === "yes-no") return { yes: this.readable.means(text) ?? cannot(`${asked.source} has no option ${text.slice(0, 60)}`) };
    if (asked.type === "number")
      return Number.isFinite(Number(text)) ? { number: Number(text) } : cannot(`${text.slice(0, 60)} is no number`);
    if (asked.type === "date") return /^\d{4}-\d{2}-\d{2}$/.test(text) ? { day: text } : cannot(`${text.slice(0, 60)} is no day`);
    return ["text", "long-text", "choice"].includes(asked.type)
      ? { text }
      : cannot(`answers to ${asked.source} cannot be compared with a text`);
  }

  /** Days added to or taken from a day. */
  private sum(depth: number): Side {
    let left = this.product(depth);
    for (let sign = this.tokens[this.at]; sign?.kind === "sign" && (sign.text === "+" || sign.text === "-"); sign = this.tokens[this.at]) {
      this.at++;
      left = moved(left, sign.text, this.product(depth));
    }
    return left;
  }

  private product(depth: number): Side {
    let left = this.single(depth);
    while (this.tokens[this.at]?.kind === "sign" && this.tokens[this.at]?.text === "*") {
      this.at++;
      left = moved(left, "*", this.single(depth));
    }
    return left;
  }

  private single(depth: number): Side {
    const token = this.tokens[this.at++];
    if (token === undefined) throw new Unsaid("it ends too early");
    if (token.kind === "number" || token.kind === "text") return { kind: "value", text: token.text, number: token.kind === "number" };
    if (token.kind === "field") return this.field(token.text);
    if (token.text === ".") return this.field(this.readable.here ?? "");
    if (token.text === "-") return negative(this.single(depth));
    if (token.text === "(") {
      const inner = this.bracket(depth);
      this.expect(")");
      return inner;
    }
    return token.kind === "word" ? this.call(token.text, depth) : cannot(`it cannot be read at ‘${token.text}’`);
  }

  /** In brackets stands a condition, or a day that is reckoned. */
  private bracket(depth: number): Side {
    if (depth + this.outer > DEEPEST) throw new Unsaid("it has too many brackets inside each other");
    const from = this.at;
    const side = this.sum(depth + 1);
    const next = this.tokens[this.at];
    if ((next === undefined || next.text === ")" || next.text === ",") && side.kind !== "condition") return side;
    this.at = from;
    return { kind: "condition", condition: this.either(depth + 1) };
  }

  private field(name: string): Side {
    const asked = this.readable.asked(name);
    if (asked !== undefined) return { kind: "answer", asked };
    const calculation = this.readable.calculation(name);
    if (calculation === undefined || this.outer >= 4 || ++this.spent.count > MOST_CALCULATIONS)
      throw new Unsaid(`it reads ${name.slice(0, 60) || "nothing"}, which is not asked, or is asked several times over`);
    const inner = new Reader(tokensOf(calculation), this.readable, this.outer + 1, this.spent);
    const side = inner.bracket(0);
    inner.end();
    return side;
  }

  private call(name: string, depth: number): Side {
    this.expect("(");
    const side = this.called(name, depth);
    this.expect(")");
    return side;
  }

  private called(name: string, depth: number): Side {
    switch (name) {
      case "true":
      case "false":
        return { kind: "condition", condition: constant(name === "true") };
      case "today":
      case "now":
        return { kind: "day", operand: { fromToday: 0, unit: "days" } };
      case "not":
        return { kind: "condition", condition: not(this.either(depth + 1)) };
      case "boolean":
        return { kind: "condition", condition: this.either(depth + 1) };
      case "if":
        return this.choice(depth);
      case "coalesce":
        return this.firstOf(depth);
      case "selected":
        return { kind: "condition", condition: this.selected(depth) };
      case "count-selected":
      case "count":
        return this.size("count", depth);
      case "string-length":
        return this.size("length", depth);
      case "date":
      case "number":
      case "int":
      case "string":
        return this.sum(depth + 1);
      default:
        throw new Unsaid(`it uses ${name.slice(0, 40)}, which rules do not have`);
    }
  }

  private choice(depth: number): Side {
    const when = this.either(depth + 1);
    this.expect(",");
    const yes = this.bracket(depth + 1);
    this.expect(",");
    return { kind: "if", when, yes, otherwise: this.bracket(depth + 1) };
  }

  /** The first of two that is not empty. */
  private firstOf(depth: number): Side {
    const first = this.sum(depth + 1);
    this.expect(",");
    const second = this.sum(depth + 1);
    if (first.kind !== "answer") throw new Unsaid("it takes the first of two that are no answers");
    return { kind: "if", when: not(isEmpty(first.asked.source)), yes: first, otherwise: second };
  }

  private size(op: "length" | "count", depth: number): Side {
    const side = this.sum(depth + 1);
    if (side.kind !== "answer") throw new Unsaid("it counts something that is no answer");
    return { kind: "measured", asked: side.asked, op };
  }

  private selected(depth: number): Condition {
    const side = this.sum(depth + 1);
    this.expect(",");
    const value = this.sum(depth + 1);
    if (side.kind !== "answer" || value.kind !== "value") throw new Unsaid("it looks for something that is no fixed option");
    if (side.asked.type === "choices") return test(side.asked.source, { op: "has", option: value.text });
    // Of one option, the box to tick.
    if (side.asked.type === "declaration") return test(side.asked.source, { op: "=", value: { yes: true } });
    return this.compared(side, "=", value);
  }

  private takeWord(word: string): boolean {
    const token = this.tokens[this.at];
    const found = token?.kind === "word" && token.text === word;
    if (found) this.at++;
    return found;
  }

  private expect(sign: string): void {
    const token = this.tokens[this.at++];
    if (token?.kind !== "sign" || token.text !== sign) throw new Unsaid(`‘${sign}’ is missing`);
  }
}

function constant(value: boolean): Condition {
  return { kind: "constant", value };
}

function eitherWay({ when, yes, otherwise }: Extract<Side, { kind: "if" }>, said: (side: Side) => Condition): Condition {
  return any([all([when, said(yes)]), all([not(when), said(otherwise)])]);
}

/** Numbers where both are, else texts, of which none is more than another. */
function twoValues(left: Extract<Side, { kind: "value" }>, comparison: Comparison, right: Extract<Side, { kind: "value" }>): Condition {
  const [one, other] = [left.text === "" ? Number.NaN : Number(left.text), right.text === "" ? Number.NaN : Number(right.text)];
  if (Number.isFinite(one) && Number.isFinite(other)) return constant(compare(one, comparison, other));
  if (comparison === "=" || comparison === "!=") return constant((left.text === right.text) === (comparison === "="));
  return constant(false);
}

function cannot(why: string): never {
  throw new Unsaid(why);
}

/** Unlike is true of nothing too; every other comparison with nothing is false. */
function versus(field: string, comparison: Comparison, value: Operand): Condition {
  return comparison === "!=" ? not(test(field, { op: "=", value })) : test(field, { op: comparison, value });
}

function emptiness(field: string, comparison: Comparison): Condition {
  if (comparison === "=") return isEmpty(field);
  return comparison === "!=" ? not(isEmpty(field)) : constant(false);
}

function twoAnswers(left: Asked, comparison: Comparison, right: Asked): Condition {
  if (left.type !== right.type || !["text", "number", "date"].includes(left.type))
    throw new Unsaid(`it compares ${left.source} with ${right.source}`);
  const same = (op: Comparison): Condition => test(left.source, { op, value: { field: right.source } });
  if (comparison !== "=" && comparison !== "!=") return same(comparison);
  // Two empty answers are two empty texts, which are the same.
  const equal = any([same("="), all([isEmpty(left.source), isEmpty(right.source)])]);
  return comparison === "=" ? equal : not(equal);
}

function isEmpty(field: string): Condition {
  return not(test(field, { op: "answered" }));
}

function equalsTruth(condition: Condition, comparison: Comparison, right: Side): Condition {
  if (right.kind !== "condition" || (comparison !== "=" && comparison !== "!=")) throw new Unsaid("it compares a condition with a value");
  const same = any([all([condition, right.condition]), all([not(condition), not(right.condition)])]);
  return comparison === "=" ? same : not(same);
}

/** Nothing has the length 0. */
function measured(asked: Asked, op: "length" | "count", is: Comparison, side: Side): Condition {
  const number = side.kind === "value" ? Number(side.text) : Number.NaN;
  if (!Number.isInteger(number)) throw new Unsaid("it compares a length with something that is no whole number");
  if (op === "count" && asked.type !== "choices" && asked.type !== "group") throw new Unsaid(`it counts ${asked.source}, which is no list`);
  if (op === "length" && asked.type !== "text" && asked.type !== "long-text")
    throw new Unsaid(`it measures ${asked.source}, which is no text`);
  const as: Test = { op, is, number };
  const ofNothing = compare(0, is, number);
  return ofNothing ? any([isEmpty(asked.source), test(asked.source, as)]) : test(asked.source, as);
}

function negative(side: Side): Side {
  return side.kind === "value" && side.number
    ? { ...side, text: String(-Number(side.text)) }
    : cannot("it takes a minus of something that is no number");
}

function moved(left: Side, sign: string, right: Side): Side {
  if (right.kind !== "value" || !Number.isFinite(Number(right.text))) throw new Unsaid("it reckons with answers");
  const amount = Number(right.text);
  if (left.kind === "value" && left.number) {
    const result = sign === "*" ? Number(left.text) * amount : Number(left.text) + (sign === "+" ? amount : -amount);
    return { kind: "value", text: String(result), number: true };
  }
  if (left.kind !== "day" || !("fromToday" in left.operand) || sign === "*" || !Number.isInteger(amount))
    throw new Unsaid("it reckons with answers");
  if (Math.abs(amount) > 100_000) throw new Unsaid("it reckons too far from today");
  return { kind: "day", operand: { fromToday: left.operand.fromToday + (sign === "+" ? amount : -amount), unit: "days" } };
}

const COMPARISONS: Readonly<Record<string, Comparison>> = { "=": "=", "!=": "!=", ">=": ">=", "<=": "<=", "<": "<", ">": ">" };
const MIRRORED: Readonly<Record<Comparison, Comparison>> = { "=": "=", "!=": "!=", "<": ">", ">": "<", "<=": ">=", ">=": "<=" };

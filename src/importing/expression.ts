import { comparing, having, measuring } from "./comparing.ts";
import type { Comparison, Operand } from "./condition.ts";
import type { Asked } from "./form.ts";
import { entryOf } from "./json.ts";
import { operandOf } from "./model-conditions.ts";
import type { Conditions } from "./model-conditions.ts";
import { FAILS, bothOf, eitherOf, oppositeOf, plain } from "./verdict.ts";
import type { Verdict } from "./verdict.ts";

const TOKEN = /\s*(?:([A-Za-z_][\w.-]*)|(-?\d+(?:\.\d+)?)|'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|(==|!=|>=|<=|&&|\|\||[<>()!,]))/y;
const LONGEST = 5000;
const DEEPEST = 12;

type Token =
  | { readonly kind: "word" | "sign" | "text"; readonly text: string }
  | { readonly kind: "number"; readonly text: string; readonly number: number };

/** One side of a comparison. */
type Side =
  | { readonly kind: "answer" | "length"; readonly asked: Asked }
  | { readonly kind: "value"; readonly text: string }
  | { readonly kind: "relative"; readonly operand: Operand };

/** What cannot be carried over, thrown to the one place that reports it. */
class Unreadable extends Error {}

/** A condition written as an expression: comparisons of answers with values, joined by and, or, not and brackets. */
export function readExpression(text: string, where: string, conditions: Conditions): Verdict {
  try {
    const reader = new Reader(tokensOf(text), conditions);
    const verdict = reader.either(0);
    reader.end();
    return verdict;
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    conditions.unsaid(where, `${error.message} It never holds here; write it by hand: ${text.slice(0, 300)}`);
    return FAILS;
  }
}

function tokensOf(text: string): readonly Token[] {
  if (text.length > LONGEST) throw new Unreadable(`It is longer than ${LONGEST} characters.`);
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (text.slice(TOKEN.lastIndex).trim() !== "") {
    const from = TOKEN.lastIndex;
    const found = TOKEN.exec(text);
    if (found === null) throw new Unreadable(`It cannot be read from ‘${text.slice(from, from + 20).trim()}’ on.`);
    const [, word, number, single, double, sign] = found;
    if (word !== undefined) tokens.push({ kind: "word", text: word });
    else if (number !== undefined) tokens.push({ kind: "number", text: number, number: Number(number) });
    else if (sign !== undefined) tokens.push({ kind: "sign", text: sign });
    else tokens.push({ kind: "text", text: (single ?? double ?? "").replaceAll(/\\(.)/g, "$1") });
  }
  return tokens;
}

class Reader {
  private at = 0;
  private readonly tokens: readonly Token[];
  private readonly conditions: Conditions;

  constructor(tokens: readonly Token[], conditions: Conditions) {
    this.tokens = tokens;
    this.conditions = conditions;
  }

  either(depth: number): Verdict {
    if (depth > DEEPEST) throw new Unreadable("It has too many brackets inside each other.");
    let verdict = this.both(depth);
    while (this.take("or", "||")) verdict = eitherOf(verdict, this.both(depth));
    return verdict;
  }

  end(): void {
    const rest = this.tokens[this.at];
    if (rest !== undefined) throw new Unreadable(`It cannot be read from ‘${rest.text.slice(0, 20)}’ on.`);
  }

  private both(depth: number): Verdict {
    let verdict = this.single(depth);
    while (this.take("and", "&&")) verdict = bothOf(verdict, this.single(depth));
    return verdict;
  }

  private single(depth: number): Verdict {
    if (depth > DEEPEST) throw new Unreadable("It has too many brackets inside each other.");
    if (this.take("not", "!")) return oppositeOf(this.single(depth + 1));
    if (this.take("(")) {
      const inner = this.either(depth + 1);
      this.expect(")");
      return inner;
    }
    return this.comparison();
  }

  private comparison(): Verdict {
    const named = this.tokens[this.at];
    if (named?.kind === "word" && this.isCondition(named.text)) {
      this.at++;
      return plain(this.conditions.named(named.text));
    }
    const left = this.side();
    if (this.take("in")) return this.contains(left, this.side());
    const sign = this.tokens[this.at]?.text ?? "";
    const comparison = entryOf(COMPARISONS, sign);
    if (comparison === undefined) return this.compared(left, "=", { kind: "value", text: "true" });
    this.at++;
    return this.compared(left, comparison, this.side());
  }

  /** A name that is a condition's and no question's. */
  private isCondition(name: string): boolean {
    const { source } = this.conditions;
    return source.asked(name) === undefined && source.condition(name) !== undefined;
  }

  private contains(value: Side, list: Side): Verdict {
    if (value.kind !== "value" || list.kind !== "answer" || !["choices", "declaration"].includes(list.asked.type))
      throw new Unreadable("It looks into something that is no list.");
    return having(list.asked, value.text, this.conditions.source.empty);
  }

  private compared(left: Side, comparison: Comparison, right: Side): Verdict {
    const { empty } = this.conditions.source;
    if (left.kind === "value" && right.kind !== "value") return this.compared(right, MIRRORED[comparison] ?? comparison, left);
    if (left.kind === "length" && right.kind === "value") return measuring(left.asked, comparison, Number(right.text), empty);
    if (left.kind !== "answer") throw new Unreadable("It compares two values, or a value with a length.");
    const operand = right.kind === "value" ? operandOf(left.asked, right.text) : right.kind === "relative" ? right.operand : undefined;
    if (operand === undefined) throw new Unreadable(`It compares ${left.asked.source} with something of another kind.`);
    return comparing(left.asked, comparison, operand, empty);
  }

  private side(): Side {
    const token = this.tokens[this.at++];
    if (token === undefined) throw new Unreadable("It ends too early.");
    if (token.kind === "number" || token.kind === "text") return { kind: "value", text: token.text };
    if (token.text === "true" || token.text === "false") return { kind: "value", text: token.text };
    if (token.text === "dateForComparison") return this.relative();
    if (token.text === "length" && this.take("(")) {
      const asked = this.asked(this.tokens[this.at++]);
      this.expect(")");
      return { kind: "length", asked };
    }
    return { kind: "answer", asked: this.asked(token) };
  }

  private relative(): Side {
    this.expect("(");
    const amount = this.tokens[this.at++];
    this.expect(",");
    const unit = this.tokens[this.at++]?.text ?? "";
    this.expect(")");
    const months = entryOf({ years: 12, months: 1 }, unit);
    if (amount?.kind !== "number" || !Number.isInteger(amount.number) || (months === undefined && unit !== "days"))
      throw new Unreadable("It counts in a unit that rules do not have.");
    return { kind: "relative", operand: { fromToday: amount.number * (months ?? 1), unit: months === undefined ? "days" : "months" } };
  }

  private asked(token: Token | undefined): Asked {
    const asked = token?.kind === "word" ? this.conditions.source.asked(token.text) : undefined;
    if (asked === undefined)
      throw new Unreadable(`It reads ${token?.text.slice(0, 100) ?? "nothing"}, which is not asked, or is asked several times over.`);
    return asked;
  }

  private take(...texts: readonly string[]): boolean {
    const token = this.tokens[this.at];
    const found = token !== undefined && token.kind !== "text" && texts.includes(token.text);
    if (found) this.at++;
    return found;
  }

  private expect(sign: string): void {
    if (!this.take(sign)) throw new Unreadable(`‘${sign}’ is missing.`);
  }
}

const COMPARISONS: Readonly<Record<string, Comparison>> = { "==": "=", "!=": "!=", ">=": ">=", "<=": "<=", "<": "<", ">": ">" };
const MIRRORED: Readonly<Partial<Record<Comparison, Comparison>>> = { "<": ">", ">": "<", "<=": ">=", ">=": "<=" };

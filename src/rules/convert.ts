import { dateTime, number, text } from "./literals.ts";
import { FORMS, type LeftOut } from "./left-out.ts";
import { at, refuse, refuseForm, textOf, type Reading } from "./reading.ts";
import type { ArithmeticSign, Expression } from "./syntax.ts";
import { row } from "./convert-row.ts";
import { children, type Node } from "./tree.ts";

type Converter = (reading: Reading, node: Node) => Expression;

const CONVERTERS: ReadonlyMap<string, Converter> = new Map<string, Converter>([
  ["Expression", (reading, node) => convert(reading, children(node)[0])],
  ["ParenthesizedExpression", (reading, node) => convert(reading, children(node)[1])],
  ["NumericLiteral", number],
  ["StringLiteral", text],
  ["DateTimeLiteral", (reading, node) => dateOfParts(reading, node) ?? dateTime(reading, node)],
  ["BooleanLiteral", (reading, node) => ({ ...at(node), kind: "literal", of: "boolean", value: textOf(reading, node) === "true" })],
  ["null", (_, node) => ({ ...at(node), kind: "literal", of: "nothing", value: null })],
  ["VariableName", (reading, node) => ({ ...at(node), kind: "name", name: nameOf(reading, node) })],
  [
    "List",
    (reading, node) => ({
      ...at(node),
      kind: "list",
      items: children(node)
        .slice(1, -1)
        .map((item) => convert(reading, item)),
    }),
  ],
  ["PathExpression", path],
  ["FunctionInvocation", call],
  ["ArithmeticExpression", arithmetic],
  ["Comparison", (reading, node) => row(reading, node, convert)],
  ["Conjunction", (reading, node) => row(reading, node, convert)],
  ["Disjunction", (reading, node) => row(reading, node, convert)],
  ["IfExpression", condition],
  ["FilterExpression", filter],
  ["QuantifiedExpression", loop],
  ["ForExpression", loop],
]);

/** Nodes of the grammar that stand for forms which rules do not have. */
const REFUSED: Readonly<Record<string, LeftOut>> = {
  Interval: FORMS.range,
  SimplePositiveUnaryTest: FORMS.test,
  Context: FORMS.context,
  FunctionDefinition: FORMS.definition,
  InstanceOfExpression: FORMS.instance,
};

export function convert(reading: Reading, node: Node | undefined): Expression {
  // The grammar's tree has no error nodes here, so a part that is missing means a form that this language does not know.
  if (node === undefined) return refuse(reading, { from: 0, to: reading.source.length }, "The rule is not complete.");
  const converter = CONVERTERS.get(node.name);
  if (converter !== undefined) return converter(reading, node);
  const isRange = node.name === "SimplePositiveUnaryTest" && children(node)[0]?.name === "Interval";
  const form = textOf(reading, node) === "?" ? FORMS.mark : isRange ? FORMS.range : REFUSED[node.name];
  return form === undefined ? refuse(reading, node, "This form is not part of the rule language.") : refuseForm(reading, node, form);
}

function nameOf(reading: Reading, node: Node): string {
  return textOf(reading, node).replace(/\s+/g, " ");
}

function path(reading: Reading, node: Node): Expression {
  const [target, , field] = children(node);
  if (field === undefined) return convert(reading, undefined);
  return { ...at(node), kind: "path", target: convert(reading, target), field: nameOf(reading, field), fieldAt: at(field) };
}

function call(reading: Reading, node: Node): Expression {
  const [target, , given] = children(node);
  // The grammar has a name of its own for functions that are called "... and ...".
  const isNamed = target?.name === "VariableName" || target?.name === "SpecialFunctionName";
  if (target === undefined || !isNamed || given === undefined) return refuseForm(reading, node, FORMS.called);
  if (given.name !== "PositionalParameters") {
    return refuseForm(reading, given, FORMS.named);
  }
  const values = children(given).map((value) => convert(reading, value));
  // FEEL writes today with brackets; as a name it reads better.
  if (values.length === 0 && nameOf(reading, target) === "today") return { ...at(node), kind: "name", name: "today" };
  return { ...at(node), kind: "call", name: nameOf(reading, target), nameAt: at(target), arguments: values };
}

/** `date(2026, 9, 1)`, which the grammar takes for a way to write a date down. */
function dateOfParts(reading: Reading, node: Node): Expression | undefined {
  const parts = children(node);
  const [target] = parts;
  const values = parts.flatMap((part) => (part.name === "PositionalParameters" ? children(part) : []));
  if (target === undefined || values.length < 2 || nameOf(reading, target) !== "date") return undefined;
  return { ...at(node), kind: "call", name: "date", nameAt: at(target), arguments: values.map((value) => convert(reading, value)) };
}

const ARITHMETIC: Readonly<Record<string, ArithmeticSign>> = { "+": "+", "-": "-", "*": "*", "/": "/" };

function arithmetic(reading: Reading, node: Node): Expression {
  const [first, second, third] = children(node);
  if (first?.name === "ArithOp") return { ...at(node), kind: "negate", of: convert(reading, second) };
  const written = second === undefined ? "" : textOf(reading, second);
  const sign = ARITHMETIC[written];
  if (sign === undefined) return refuseForm(reading, second ?? node, FORMS.power);
  return { ...at(node), kind: "arithmetic", sign, left: convert(reading, first), right: convert(reading, third) };
}

function condition(reading: Reading, node: Node): Expression {
  const [, test, , then, , otherwise] = children(node);
  return {
    ...at(node),
    kind: "if",
    condition: convert(reading, test),
    yes: convert(reading, then),
    no: convert(reading, otherwise),
  };
}

function filter(reading: Reading, node: Node): Expression {
  const [list, , condition] = children(node);
  return { ...at(node), kind: "filter", list: convert(reading, list), condition: convert(reading, condition) };
}

function loop(reading: Reading, node: Node): Expression {
  const [word, sources, , body] = children(node);
  const [source, another] = sources === undefined ? [] : children(sources);
  if (another !== undefined) return refuseForm(reading, another, FORMS.lists);
  const [name, , context] = source === undefined ? [] : children(source);
  const [list, range] = context === undefined ? [] : children(context);
  if (context !== undefined && range !== undefined) return refuseForm(reading, context, FORMS.numbers);
  const kind = word?.name === "some" || word?.name === "every" ? word.name : "for";
  const bound = name === undefined ? "" : nameOf(reading, name);
  return { ...at(node), kind, name: bound, list: convert(reading, list), body: convert(reading, body) };
}

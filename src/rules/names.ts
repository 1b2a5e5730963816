import { didYouMean } from "./closest.ts";
import { describe } from "./fit.ts";
import type { BuiltIn } from "./built-in.ts";
import { DATE_PARTS, DURATION_PARTS } from "./date-functions.ts";
import { deeperPart, functionFix, nameFix } from "./name-fix.ts";
import { problem } from "./problem.ts";
import type { RuleProblem } from "./rule.ts";
import type { Calendar } from "./working-days.ts";
import type { At } from "./syntax.ts";
import type { Tables } from "./tables.ts";
import { DATE, list, NUMBER, type RuleType, type Scope } from "./type.ts";
import type { Shape, Typed } from "./typed.ts";

/** A name that a loop or a filter brings, innermost first. */
export interface Local {
  readonly name: string;
  readonly see: (at: At) => Typed;
}

/** What a check carries along: the names in sight from outside, what was read of them, and what is wrong so far. */
export interface Checking {
  readonly scope: Scope;
  readonly problems: RuleProblem[];
  readonly reads: Set<string>;
  readonly tables: Tables;
  readonly calendar: Calendar;
  slots: number;
  /** How many parts were checked so far. */
  parts: number;
}

/** The name of a loop's variable, or `item` of a filter. It is as literal as the list that it goes through. */
export function variable(name: string, slot: number, item: Shape): Local {
  return { name, see: (at) => ({ ...at, ...item, kind: "local", slot }) };
}

/** In a filter the fields of each item are in sight by their own names. */
export function fieldsOf(slot: number, type: RuleType): Local[] {
  if (type.kind !== "record") return [];
  return Object.entries(type.fields).map(([name, field]) => ({
    name,
    see: (at) => {
      const target: Typed = { ...at, kind: "local", slot, type, literal: false };
      return { ...at, kind: "field", target, name, many: false, type: field, literal: false };
    },
  }));
}

/** What a name stands for; undefined, with a problem noted, where it stands for nothing. */
export function resolve(checking: Checking, at: At, name: string, locals: readonly Local[]): Typed | undefined {
  const local = locals.find((known) => known.name === name);
  if (local !== undefined) return local.see(at);
  if (name === "today") return { ...at, kind: "fact", name, type: DATE, literal: false };
  const type = Object.hasOwn(checking.scope, name) ? checking.scope[name] : undefined;
  if (type === undefined) {
    const early = Object.hasOwn(checking.tables, name) ? checking.tables[name] : undefined;
    checking.problems.push(early === undefined ? unknownName(checking, at, name, locals) : notAskedYet(checking, at, name, early.reads));
    return undefined;
  }
  checking.reads.add(name);
  return { ...at, kind: "fact", name, type, literal: false };
}

/** `target.name`; over a list of groups it is the list of their fields. */
export function field(checking: Checking, at: At, target: Typed, name: string, fieldAt: At): Typed | undefined {
  const parts = partsOf(target.type);
  if (parts !== undefined) return partOf(checking, at, target, { name, nameAt: fieldAt, parts });
  const many = target.type.kind === "list";
  const holder = target.type.kind === "list" ? target.type.of : target.type;
  if (holder.kind !== "record") {
    const message = `${capital(describe(target))} has no parts, so ".${name}" finds nothing.`;
    checking.problems.push(problem("rule-type", fieldAt, message, functionFix(name, []) ?? "Take out the point and what follows it."));
    return undefined;
  }
  const type = Object.hasOwn(holder.fields, name) ? holder.fields[name] : undefined;
  if (type === undefined) {
    const names = Object.keys(holder.fields);
    const fix = deeperPart(name, holder.fields) ?? functionFix(name, names) ?? `It has ${names.join(", ")}.`;
    checking.problems.push(problem("rule-unknown-name", fieldAt, `There is no "${name}" in it.`, fix));
    return undefined;
  }
  return { ...at, kind: "field", target, name, many, type: many ? list(type) : type, literal: false };
}

function partsOf({ kind }: RuleType): ReadonlyMap<string, BuiltIn> | undefined {
  if (kind === "date") return DATE_PARTS;
  return kind === "duration" ? DURATION_PARTS : undefined;
}

interface NamedPart {
  readonly name: string;
  readonly nameAt: At;
  readonly parts: ReadonlyMap<string, BuiltIn>;
}

/** The year of a date, the days of a length of time: a function under another way of writing. */
function partOf(checking: Checking, at: At, target: Typed, { name, nameAt, parts }: NamedPart): Typed | undefined {
  const found = parts.get(name);
  if (found !== undefined) return { ...at, kind: "call", function: found, arguments: [target], type: NUMBER, literal: false };
  const names = [...parts.keys()];
  const fix = didYouMean(name, names) ?? `It has ${names.join(", ")}.`;
  checking.problems.push(problem("rule-unknown-name", nameAt, `There is no "${name}" in ${describe(target)}.`, fix));
  return undefined;
}

function notAskedYet({ scope }: Checking, at: At, name: string, reads: readonly string[]): RuleProblem {
  const missing = reads.filter((read) => !Object.hasOwn(scope, read)).join(" and ");
  const message = `The table ${name} reads ${missing}, which ${missing.includes(" and ") ? "are" : "is"} not asked before it.`;
  return problem("rule-unknown-name", at, message, "Ask it earlier in the flow, or move the rule.");
}

function unknownName(checking: Checking, at: At, name: string, locals: readonly Local[]): RuleProblem {
  const { scope, tables } = checking;
  const names = [...locals.map((local) => local.name), ...Object.keys(scope), ...Object.keys(tables), "today"];
  const variables = locals.map((local) => ({ name: local.name, type: local.see(at).type }));
  return problem("rule-unknown-name", at, `There is nothing called "${name}" here.`, nameFix(name, { scope, names, variables }));
}

function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

import { compileRule } from "../rules/compile-rule.ts";
import type { Rule, RuleCompilation } from "../rules/rule.ts";
import type { Tables } from "../rules/tables.ts";
import type { RuleType } from "../rules/type.ts";
import { BOOLEAN, DATE, TEXT } from "../rules/type.ts";
import type { Calendar } from "../rules/working-days.ts";
import { NAME_PATTERNS } from "./key.ts";
import type { FigureSource, FlowItem, QuestionSource, ScreenItem } from "./outline.ts";
import { notesOf } from "./rule-note.ts";
import { ruleTypeOf } from "./rule-type-of.ts";
import { offersIn } from "./wire-offers.ts";
import type { Note, TextNode } from "./yaml/node.ts";

/** What there is to wire: the flow's guards and musts see what was asked before them; the other rules see everything asked. */
export interface Wiring {
  readonly flow: readonly FlowItem[];
  readonly questions: ReadonlyMap<string, QuestionSource>;
  /** Decision tables that any rule may read once what they read is asked. */
  readonly tables: Tables;
  readonly calendar: Calendar | undefined;
  readonly broken: ReadonlySet<string>;
  /** What each outcome works out from the answers in sight of the first stop that leads to it. */
  readonly figures: ReadonlyMap<string, readonly FigureSource[]>;
  /** Rules that were compiled before, in another language of the same definition. */
  readonly compiled?: ReadonlyMap<TextNode, Rule> | undefined;
  /** Rules that run once all is answered: the fee, the priority. */
  readonly rules: readonly TextNode[];
  /** What officers record, and the rules by which actions are offered: these see that and the priority besides everything asked. */
  readonly recorded: ReadonlyMap<string, QuestionSource>;
  readonly whens: readonly TextNode[];
}

export interface Wired {
  readonly asked: ReadonlyMap<string, TextNode>;
  readonly rules: ReadonlyMap<TextNode, Rule>;
  readonly notes: readonly Note[];
}

interface Pass {
  readonly questions: ReadonlyMap<string, QuestionSource>;
  readonly tables: Tables;
  readonly calendar: Calendar | undefined;
  readonly broken: ReadonlySet<string>;
  readonly figures: ReadonlyMap<string, readonly FigureSource[]>;
  /** The outcomes whose figures are wired. */
  readonly met: Set<string>;
  readonly compiled: ReadonlyMap<TextNode, Rule> | undefined;
  /** Grows as the walk passes screens, so that a guard sees only what is asked before it. */
  readonly scope: Record<string, RuleType>;
  readonly asked: Map<string, TextNode>;
  readonly rules: Map<TextNode, Rule>;
  readonly notes: Note[];
}

/** Types and compiles every rule in the order of the flow, each with the answers in its sight. */
export function wireRules(wiring: Wiring): Wired {
  const scope: Record<string, RuleType> = { today: DATE };
  const pass: Pass = {
    questions: wiring.questions,
    tables: wiring.tables,
    calendar: wiring.calendar,
    broken: wiring.broken,
    figures: wiring.figures,
    met: new Set(),
    compiled: wiring.compiled,
    scope,
    asked: new Map(),
    rules: new Map(),
    notes: [],
  };
  wireItems(wiring.flow, pass);
  for (const rule of wiring.rules) wireRule(rule, pass);
  wireWhens(wiring, pass);
  return { asked: pass.asked, rules: pass.rules, notes: pass.notes };
}

function wireWhens({ recorded, whens, questions }: Wiring, pass: Pass): void {
  const known = new Map([...recorded, ...questions]);
  const after: Pass = { ...pass, questions: known, scope: { priority: TEXT, ...pass.scope } };
  for (const name of recorded.keys()) if (!Object.hasOwn(after.scope, name)) bring(name, after);
  for (const when of whens) wireRule(when, after, BOOLEAN);
}

function wireItems(items: readonly FlowItem[], pass: Pass): void {
  for (const item of items) {
    if (item.when !== undefined) wireRule(item.when, pass, BOOLEAN);
    if (item.kind === "screen") wireScreen(item, pass);
    else if (item.kind === "branch" || item.kind === "section") wireItems(item.items, pass);
    else wireFigures(item.outcome.value, pass);
  }
}

function wireScreen(screen: ScreenItem, pass: Pass): void {
  wireOffers(screen, pass);
  for (const name of screen.names) if (!pass.asked.has(name.value)) pass.asked.set(name.value, name);
  const isFact = ({ value }: TextNode): boolean => pass.questions.get(value)?.fact !== undefined;
  // What a screen states is worked out before it is answered, so its facts see nothing of its own questions.
  for (const name of screen.names.filter(isFact)) wireFact(name.value, pass);
  for (const name of screen.names.filter((one) => !isFact(one))) bring(name.value, pass);
  for (const must of screen.musts) wireRule(must.rule, pass, BOOLEAN);
}

/** What a register offers is known before the screen is shown, so its rule sees none of the screen's own answers. */
function wireOffers({ names }: ScreenItem, pass: Pass): void {
  const sources = names.flatMap((name) => pass.questions.get(name.value) ?? []);
  for (const { where, compile } of sources.flatMap(offersIn)) {
    if (!isWired(where, pass)) keep(where, compile(pass.scope, pass.tables, pass.calendar), pass);
  }
}

/** A later stop that leads to the same outcome has at least as much in its sight. Each figure sees those before it too. */
function wireFigures(outcome: string, pass: Pass): void {
  if (pass.met.has(outcome)) return;
  pass.met.add(outcome);
  const scope: Record<string, RuleType> = { ...pass.scope };
  for (const { key, value } of pass.figures.get(outcome) ?? []) {
    wireRule(value, { ...pass, scope });
    const type = pass.rules.get(value)?.type;
    if (type !== undefined && !Object.hasOwn(scope, key.value)) scope[key.value] = type;
  }
}

function wireFact(name: string, pass: Pass): void {
  const rule = pass.questions.get(name)?.fact?.rule;
  if (rule !== undefined) wireRule(rule, pass);
  bring(name, pass);
}

/** Brings an answer or a fact into sight of the rules that follow. */
function bring(name: string, pass: Pass): void {
  const source = pass.questions.get(name);
  const type = source === undefined || !NAME_PATTERNS.underscore.test(name) ? undefined : ruleTypeOf(source);
  if (type !== undefined) pass.scope[name] = type;
}

function wireRule(node: TextNode, pass: Pass, expected?: RuleType): void {
  if (!isWired(node, pass)) keep(node, compileRule(node.value, pass.scope, expected, pass.tables, pass.calendar), pass);
}

/** A fragment that is taken in twice brings the same rule again; the first place is the one that counts. */
function isWired(node: TextNode, pass: Pass): boolean {
  const known = pass.compiled?.get(node);
  if (known !== undefined) pass.rules.set(node, known);
  return pass.rules.has(node);
}

function keep(node: TextNode, compiled: RuleCompilation, pass: Pass): void {
  if (compiled.ok) pass.rules.set(node, compiled.rule);
  else pass.notes.push(...compiled.problems.flatMap((problem) => notesOf(node, problem, pass)));
}

import type { Calendar } from "../rules/working-days.ts";
import { fragmentOf, parseFragment } from "./read-fragment.ts";
import type { Fragment, Fragments } from "./read-fragment.ts";
import type { CouncilNames, FlowItem, MessageSource, NamedMap, Outline, QuestionSource, StageSource } from "./outline.ts";
import { present } from "./present.ts";
import { readFlow, ruleAt } from "./read-flow.ts";
import { readFigures } from "./read-outcomes.ts";
import { readAsked } from "./read-fact.ts";
import { readTables } from "./read-table.ts";
import { attachRegisters } from "./attach-registers.ts";
import { readOwnQuestions, readRequests } from "./request-plans.ts";
import { recordedIn, whensIn } from "./recorded.ts";
import { NO_REGISTERS } from "./register-file.ts";
import type { RegisterFiles } from "./register-file.ts";
import { wireRules } from "./wire-rules.ts";
import { type WiredTables, wireTables } from "./wire-tables.ts";
import type { Entry, MapNode, Note, SourceFile, TextNode } from "./yaml/node.ts";
import { entriesAt, mapAt, nodeAt, textNodeAt } from "./yaml/read.ts";

const PERSON_PARTS = ["name", "email", "phone", "address", "born"] as const;

/** What a definition in another language is read beside: the trees of its fragments, by their files, and its outline, whose rules are the same. */
export interface Model {
  readonly trees: ReadonlyMap<SourceFile, MapNode>;
  readonly outline: Outline;
}

/** What a definition is read with, besides its text. */
export interface Sight {
  readonly council: CouncilNames | undefined;
  readonly calendar: Calendar | undefined;
  readonly registers: RegisterFiles | undefined;
}

/** What the flow takes in, gathered while it is read. */
interface Gathered {
  readonly questions: Map<string, QuestionSource>;
  readonly fragments: Fragment[];
  readonly notes: Note[];
}

/** Reads a file whose tree is a group of keys into an outline, with its rules typed and compiled. `notes` are those of parsing. */
export function readOutline(root: MapNode, fragments: Fragments, notes: Note[], sight: Sight, model?: Model): Outline {
  const { council, calendar, registers = NO_REGISTERS } = sight;
  const own = new Map(readAsked(root, notes).map((source) => [source.question.id, source]));
  const gathered: Gathered = { questions: own, fragments: [], notes };
  const flow = readFlow(nodeAt(root, "flow"), (name) => expand(name, fragments, gathered, model));
  const questions = attachRegisters(own, registers, notes);
  const plan = mapAt(root, "case");
  const [fee, priority] = [ruleAt(root, "fee"), plan === undefined ? undefined : ruleAt(plan, "priority")];
  const tables = readTables(root);
  const wiredTables = model === undefined ? wireTables(tables, questions, calendar) : asIn(model);
  const outcomes = namedMaps(entriesAt(root, "outcomes"));
  const stages = stagesOf(plan, registers, notes);
  const figures = readFigures(outcomes);
  const wired = wireRules({
    flow,
    figures,
    questions,
    tables: wiredTables.tables,
    calendar,
    broken: wiredTables.broken,
    compiled: model?.outline.rules,
    rules: [fee, priority].filter((node) => node !== undefined),
    recorded: recordedIn(stages),
    whens: whensIn(stages),
  });
  return present<Outline>({
    file: root.file,
    extends: undefined,
    base: undefined,
    root,
    fragments: gathered.fragments.map((fragment) => fragment.file),
    fragmentRoots: gathered.fragments.map((fragment) => fragment.root),
    language: undefined,
    questions,
    flow,
    asked: wired.asked,
    outcomes,
    figures,
    stages,
    messages: messagesOf(root),
    requests: readRequests(root, registers, notes),
    person: personOf(root, gathered.fragments),
    tables,
    tableRules: wiredTables.rules,
    fee,
    priority,
    rules: wired.rules,
    council,
    notes: [...notes, ...wiredTables.notes, ...wired.notes],
  });
}

/** The rules that read them are compiled already. */
function asIn({ outline }: Model): WiredTables {
  return { tables: {}, broken: new Set(), rules: outline.tableRules, notes: [] };
}

function expand(name: TextNode, fragments: Fragments, gathered: Gathered, model?: Model): readonly FlowItem[] | undefined {
  const file = fragments.get(name.value);
  if (file === undefined || gathered.questions.has(name.value)) return undefined;
  const known = gathered.fragments.find((fragment) => fragment.file === file);
  if (known !== undefined) return known.flow;
  const tree = model?.trees.get(file);
  const fragment = tree === undefined ? parseFragment(file, name.value, gathered.notes) : fragmentOf(tree, []);
  gathered.fragments.push(fragment);
  for (const source of fragment.questions) takeIn(source, name, gathered);
  return fragment.flow;
}

function takeIn(source: QuestionSource, name: TextNode, gathered: Gathered): void {
  const id = source.question.id;
  const own = gathered.questions.get(id);
  if (own === undefined) gathered.questions.set(id, source);
  else gathered.notes.push(clash(own, name.value));
}

function clash(own: QuestionSource, fragment: string): Note {
  const id = own.question.id;
  const message = `The fragment ${fragment} has a question ${id} too.`;
  return { code: "fragment-clash", at: own.key, message, fix: `Give this question another name, or leave it to the fragment.` };
}

function namedMaps(entries: ReadonlyMap<string, Entry>): ReadonlyMap<string, NamedMap> {
  const found = new Map<string, NamedMap>();
  for (const [id, entry] of entries) if (entry.value.kind === "map") found.set(id, { key: entry.key, node: entry.value });
  return found;
}

function stagesOf(plan: MapNode | undefined, registers: RegisterFiles, notes: Note[]): ReadonlyMap<string, StageSource> {
  const found = new Map<string, StageSource>();
  for (const [id, stage] of namedMaps(entriesAt(plan, "stages"))) {
    const actions = [...namedMaps(entriesAt(stage.node, "actions"))].map(([name, action]) => {
      return [name, { ...action, asks: readOwnQuestions(action.node, "asks", registers, notes) }] as const;
    });
    found.set(id, { ...stage, actions: new Map(actions) });
  }
  return found;
}

function messagesOf(root: MapNode): ReadonlyMap<string, MessageSource> {
  const found = new Map<string, MessageSource>();
  for (const [id, entry] of entriesAt(root, "messages")) {
    const node = entry.value.kind === "map" ? entry.value : undefined;
    found.set(id, present<MessageSource>({ key: entry.key, node }));
  }
  return found;
}

/** The file's own word first; then the fragments', in the order they are taken in. */
function personOf(root: MapNode, fragments: readonly Fragment[]): ReadonlyMap<string, TextNode> {
  const found = new Map<string, TextNode>();
  for (const map of [root, ...fragments.map((fragment) => fragment.root)]) {
    for (const part of PERSON_PARTS) {
      const node = textNodeAt(mapAt(map, "person"), part);
      if (node !== undefined && !found.has(part)) found.set(part, node);
    }
  }
  return found;
}

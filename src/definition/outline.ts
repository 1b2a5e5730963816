import type { AnswerType, Question } from "../answers/answer-type.ts";
import type { Language } from "../language/language.ts";
import type { Rule } from "../rules/rule.ts";
import type { TableRules } from "../rules/table.ts";
import type { Hit } from "../rules/tables.ts";
import type { MapNode, Note, Place, SourceFile, TextNode } from "./yaml/node.ts";

/** The teams and roles of the council that a definition is checked for; without them names of teams and roles go unchecked. */
export interface CouncilNames {
  readonly teams: readonly string[];
  readonly roles: readonly string[];
  /** Those of the roles that may work cases. */
  readonly workers: readonly string[];
  /** What it publishes in; unknown when absent. */
  readonly languages?: readonly Language[];
}

/** A definition as read, with the place of everything: what the checks look at and the compiler turns into a service. */
export interface Outline {
  readonly file: SourceFile;
  readonly root: MapNode;
  /** The shelf service that an overlay lies over, and its file; absent for a whole definition. */
  readonly extends?: string;
  readonly base?: SourceFile;
  /** The shared fragments that the flow takes in, in that order. */
  readonly fragments: readonly SourceFile[];
  /** Their trees. */
  readonly fragmentRoots: readonly MapNode[];
  /** The language of its texts; English when absent. */
  readonly language?: Language;
  /** Every question and fact of the file and of the fragments it takes in. */
  readonly questions: ReadonlyMap<string, QuestionSource>;
  readonly flow: readonly FlowItem[];
  /** Questions of the flow, by where each is first asked. */
  readonly asked: ReadonlyMap<string, TextNode>;
  readonly outcomes: ReadonlyMap<string, NamedMap>;
  /** What each outcome works out; those without figures are absent. */
  readonly figures: ReadonlyMap<string, readonly FigureSource[]>;
  readonly stages: ReadonlyMap<string, StageSource>;
  readonly messages: ReadonlyMap<string, MessageSource>;
  /** What officers may ask the person for. Its questions are its own: the flow asks none of them, and no rule reads them. */
  readonly requests: ReadonlyMap<string, RequestSource>;
  /** Which question says who the person is: by `name`, `email`, `phone`, `address`. */
  readonly person: ReadonlyMap<string, TextNode>;
  readonly tables: ReadonlyMap<string, TableNode>;
  /** The rules of each table that is sound. */
  readonly tableRules: ReadonlyMap<string, TableRules>;
  readonly fee?: TextNode;
  readonly priority?: TextNode;
  /** By the node of their text. A rule that did not compile is absent, and noted. */
  readonly rules: ReadonlyMap<TextNode, Rule>;
  readonly council?: CouncilNames;
  /** What reading brought up. */
  readonly notes: readonly Note[];
}

export interface QuestionSource {
  readonly key: TextNode;
  readonly node: MapNode;
  readonly question: Question;
  /** Absent where the file names a type that there is not. */
  readonly type?: AnswerType;
  /** The questions of a group's entry. */
  readonly inner: readonly QuestionSource[];
  /** Present for a fact, which nobody is asked. */
  readonly fact?: FactSource;
}

export interface FactSource {
  /** Absent where the file lacks it, which is reported. */
  readonly rule?: TextNode;
}

export type FlowItem = ScreenItem | StopItem | BranchItem | SectionItem;

export interface ScreenItem {
  readonly kind: "screen";
  readonly at: Place;
  readonly names: readonly TextNode[];
  readonly title?: string;
  readonly musts: readonly MustSource[];
  readonly when?: TextNode;
}

export interface StopItem {
  readonly kind: "stop";
  readonly at: Place;
  readonly outcome: TextNode;
  readonly when?: TextNode;
}

export interface BranchItem {
  readonly kind: "branch";
  readonly at: Place;
  readonly when: TextNode;
  readonly items: readonly FlowItem[];
}

export interface SectionItem {
  readonly kind: "section";
  readonly at: Place;
  readonly key: TextNode;
  readonly title: string;
  readonly items: readonly FlowItem[];
  readonly when?: TextNode;
}

export interface MustSource {
  readonly rule: TextNode;
  readonly at: TextNode;
  readonly say: string;
}

export interface FigureSource {
  readonly key: TextNode;
  readonly label: string;
  readonly value: TextNode;
  readonly unit?: string;
}

export interface TableNode {
  readonly key: TextNode;
  readonly hit: Hit;
  readonly rows: readonly RowSource[];
  readonly otherwise?: TextNode;
}

export interface RowSource {
  readonly when: TextNode;
  readonly gives: TextNode;
}

export interface NamedMap {
  readonly key: TextNode;
  readonly node: MapNode;
}

export interface StageSource extends NamedMap {
  readonly actions: ReadonlyMap<string, ActionSource>;
}

export interface ActionSource extends NamedMap {
  /** What the officer fills in. Its questions are the action's: the flow asks none of them. */
  readonly asks: ReadonlyMap<string, QuestionSource>;
}

export interface RequestSource extends NamedMap {
  readonly questions: ReadonlyMap<string, QuestionSource>;
}

export interface MessageSource {
  readonly key: TextNode;
  /** Absent for the house text. */
  readonly node?: MapNode;
}

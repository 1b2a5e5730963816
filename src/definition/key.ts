/** How a name is written. underscore: `keep_from`. hyphen: `report-a-pothole`. either: both, as in the codes of options. */
export type NameStyle = "underscore" | "hyphen" | "either";

export type LevelName =
  | "service"
  | "overlay"
  | "add edit"
  | "move edit"
  | "remove edit"
  | "replace edit"
  | "fragment"
  | "start"
  | "question"
  | "fact"
  | "screen item"
  | "ask item"
  | "stop item"
  | "branch item"
  | "section item"
  | "must"
  | "outcome"
  | "figure"
  | "person"
  | "drafts"
  | "confirm"
  | "request"
  | "case"
  | "stage"
  | "sub-case"
  | "sub-stage"
  | "sub-action"
  | "on"
  | "reopen"
  | "asked"
  | "action"
  | "message"
  | "table"
  | "row"
  | "register";

/** What may stand after a key. The structural check, the JSON Schema and the reference page are all read off this. */
export type Shape =
  | { readonly kind: "line" | "paragraphs" | "number" | "switch" | "rule" | "code" }
  /** A text of a fixed form; `pattern` is matched against the whole text. */
  | { readonly kind: "form"; readonly pattern: RegExp; readonly says: string }
  | { readonly kind: "word"; readonly values: readonly string[] }
  | { readonly kind: "name"; readonly style: NameStyle }
  | { readonly kind: "list"; readonly of: Shape }
  | { readonly kind: "map"; readonly names: NameStyle; readonly of: Shape }
  | { readonly kind: "level"; readonly level: LevelName }
  /** English texts, each with its Welsh, or with the name of a place and the Welsh there. */
  | { readonly kind: "translations" }
  /** Told apart by what is written: a text, a list, or a group whose level is the one whose first key it has. */
  | { readonly kind: "either"; readonly text?: Shape; readonly list?: Shape; readonly levels?: readonly LevelName[] };

export interface Key {
  readonly shape: Shape;
  /** One sentence for the reference and for editors. */
  readonly about: string;
  readonly required?: true;
  /** Who reads its texts, where not every person does: texts for officers stay English, words to search by need no translation. */
  readonly readBy?: "officers" | "searches";
  /** The check that reports its absence, where that is not `key-missing`; implies neither error nor required in the schema. */
  readonly missing?: string;
}

/** The keys of one level, in the order of the reference. */
export type Level = Readonly<Record<string, Key>>;

export const NAME_PATTERNS: Readonly<Record<NameStyle, RegExp>> = {
  underscore: /^[a-z][a-z0-9]*(_[a-z0-9]+)*$/,
  hyphen: /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
  either: /^[a-z][a-z0-9]*([_-][a-z0-9]+)*$/,
};

/** Characters in a name. */
export const LONGEST_NAME = 60;
/** Characters in a text that stands on one line. */
export const LONGEST_LINE = 500;
/** Characters in a text of paragraphs, and in a rule. */
export const LONGEST_TEXT = 10_000;

export const LINE: Shape = { kind: "line" };
export const LINES: Shape = { kind: "list", of: LINE };
export const PARAGRAPHS: Shape = { kind: "paragraphs" };
export const NUMBER: Shape = { kind: "number" };
export const SWITCH: Shape = { kind: "switch" };
export const RULE: Shape = { kind: "rule" };

export function named(style: NameStyle): Shape {
  return { kind: "name", style };
}

export function mapOf(names: NameStyle, of: Shape): Shape {
  return { kind: "map", names, of };
}

export function level(name: LevelName): Shape {
  return { kind: "level", level: name };
}

/** One name, or a list of names. */
export function namesOf(style: NameStyle): Shape {
  return { kind: "either", text: named(style), list: { kind: "list", of: named(style) } };
}

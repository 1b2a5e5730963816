/** A file as it was read: its name for findings, and its text. */
export interface SourceFile {
  readonly name: string;
  readonly text: string;
}

/** A stretch of a file, in offsets into its text (UTF-16 units, `to` excluded). */
export interface Place {
  readonly file: SourceFile;
  readonly from: number;
  readonly to: number;
}

/** A value in a definition file, with its place. Trees are small (200 KB of text) and at most `DEEPEST` levels deep. */
export type Node = TextNode | NumberNode | SwitchNode | NothingNode | ListNode | MapNode;

export interface TextNode extends Place {
  readonly kind: "text";
  readonly value: string;
  readonly style: "plain" | "single" | "double" | "block";
}

export interface NumberNode extends Place {
  readonly kind: "number";
  readonly value: number;
}

/** `true` or `false`. */
export interface SwitchNode extends Place {
  readonly kind: "switch";
  readonly value: boolean;
}

/** A key with nothing after it. */
export interface NothingNode extends Place {
  readonly kind: "nothing";
}

export interface ListNode extends Place {
  readonly kind: "list";
  readonly items: readonly Node[];
}

export interface MapNode extends Place {
  readonly kind: "map";
  readonly entries: ReadonlyMap<string, Entry>;
}

export interface Entry {
  readonly key: TextNode;
  readonly value: Node;
}

/** Something found while a file is read; its severity is in the registry of checks. */
export interface Note {
  readonly code: string;
  readonly at: Place;
  readonly message: string;
  readonly fix?: string;
}

/** What a node is, in words for a service designer. */
export function describeNode(node: Node): string {
  switch (node.kind) {
    case "text":
      return `the text "${shorten(node.value)}"`;
    case "number":
      return `the number ${node.value}`;
    case "switch":
      return String(node.value);
    case "nothing":
      return "nothing";
    case "list":
      return "a list";
    default:
      return "a group of keys";
  }
}

/** A text cut to a length that fits in a sentence. */
export function shorten(text: string): string {
  const line = text.replaceAll(/\s+/g, " ");
  return line.length > 40 ? `${line.slice(0, 37)}...` : line;
}

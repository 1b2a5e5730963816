import { closest } from "../rules/closest.ts";
import type { Shape } from "./key.ts";
import { LONGEST_LINE, LONGEST_TEXT } from "./key.ts";
import type { Node, Note, TextNode } from "./yaml/node.ts";
import { describeNode } from "./yaml/node.ts";

/** Control and direction marks, which show as nothing or confuse a reader about what is written; tabs and line ends may stand. */
const INVISIBLE = /(?![\t\n\r])[\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;
/** What nearly every text is made of. */
const PRINTED = /^[\x20-\x7E\n£–’‘]*$/;
const LONE_SURROGATE = /\p{Surrogate}/u;

/** A note that a value is not what its key takes. */
export function wrongShape(node: Node, name: string, wanted: string): Note {
  const fix = node.kind === "nothing" ? "Write the value after the colon, or take the key out." : `Write ${wanted}.`;
  return { code: "value-shape", at: node, message: `${quoted(name)} should be ${wanted}; here it is ${describeNode(node)}.`, fix };
}

/** Reports a value that is not the single value its key takes. */
export function checkScalar(node: Node, shape: Shape, name: string, notes: Note[]): void {
  switch (shape.kind) {
    case "line":
    case "paragraphs":
      return checkText(node, shape.kind === "line" ? LONGEST_LINE : LONGEST_TEXT, name, notes);
    case "rule":
      return node.kind === "number" || node.kind === "switch" ? undefined : checkText(node, LONGEST_TEXT, name, notes);
    case "code":
      return node.kind === "number" ? undefined : checkText(node, LONGEST_LINE, name, notes);
    case "number":
      return node.kind === "number" && Number.isFinite(node.value) ? undefined : void notes.push(wrongShape(node, name, "a number"));
    case "switch":
      return node.kind === "switch" ? undefined : void notes.push(wrongShape(node, name, "true or false"));
    case "form":
      return node.kind === "text" && shape.pattern.test(node.value) ? undefined : void notes.push(wrongShape(node, name, shape.says));
    case "word":
      return checkWord(node, shape.values, name, notes);
    default:
      return undefined;
  }
}

function checkText(node: Node, longest: number, name: string, notes: Note[]): void {
  if (node.kind === "number" || node.kind === "switch") return void notes.push(unquoted(node, name));
  if (node.kind !== "text") return void notes.push(wrongShape(node, name, "a text"));
  if (node.value.trim() === "") notes.push(wrongShape(node, name, "a text with words in it"));
  else if (node.value.length > longest) notes.push(overLong(node, longest, name));
  else if (!PRINTED.test(node.value) && (INVISIBLE.test(node.value) || LONE_SURROGATE.test(node.value))) notes.push(invisible(node, name));
}

function unquoted(node: Node, name: string): Note {
  const message = `${quoted(name)} should be a text; here it is ${describeNode(node)}.`;
  return { code: "value-shape", at: node, message, fix: "Put it in quotes." };
}

function overLong(node: TextNode, longest: number, name: string): Note {
  const message = `${quoted(name)} has ${node.value.length} characters; at most ${longest} fit.`;
  return { code: "value-shape", at: node, message, fix: "Shorten it." };
}

function invisible(node: TextNode, name: string): Note {
  const message = `${quoted(name)} holds characters that cannot be seen.`;
  return { code: "value-shape", at: node, message, fix: "Delete the text and type it again." };
}

function checkWord(node: Node, values: readonly string[], name: string, notes: Note[]): void {
  if (node.kind === "text" && values.includes(node.value)) return;
  const note = wrongShape(node, name, inWords(values));
  const meant = node.kind === "text" ? closest(node.value, values) : undefined;
  notes.push(meant === undefined ? note : { ...note, fix: `Did you mean ${meant}?` });
}

function inWords(values: readonly string[]): string {
  return values.length === 1 ? `${values[0]}` : `${values.slice(0, -1).join(", ")} or ${values.at(-1)}`;
}

function quoted(name: string): string {
  const line = name.slice(0, 100).replaceAll(/\s+/g, " ");
  const shown = line.length > 60 ? `${line.slice(0, 57)}...` : line;
  return shown.startsWith("an item") || shown.startsWith("the ") ? shown.charAt(0).toUpperCase() + shown.slice(1) : `"${shown}"`;
}

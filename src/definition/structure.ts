import { closest } from "../rules/closest.ts";
import type { Key, Level, LevelName, Shape } from "./key.ts";
import { PARAGRAPHS } from "./key.ts";
import { LEVELS } from "./keys.ts";
import { checkName } from "./structure-name.ts";
import { checkScalar, wrongShape } from "./structure-scalar.ts";
import type { Entry, ListNode, MapNode, Node, Note } from "./yaml/node.ts";

/** A file with more wrong than this is no definition; the rest would say the same again, and the suggestions cost time. */
const ENOUGH = 100;

/** The keys of each level whose absence is reported. */
const NEEDED = new Map(Object.entries(LEVELS).map(([name, level]) => [name, neededOf(level)] as const));

function neededOf(level: Level): readonly (readonly [string, Key])[] {
  return Object.entries(level).filter(([, key]) => key.required === true || key.missing !== undefined);
}

/** Compares a file's tree with the tables of keys: unknown, missing and misspelt keys, and values of the wrong shape. */
export function checkStructure(root: Node, level: LevelName, notes: Note[]): void {
  checkShape(root, { kind: "level", level }, `the ${level}`, notes);
}

/** The same for one value: one part of a file that is checked by itself. */
export function checkNode(node: Node, shape: Shape, name: string, notes: Note[]): void {
  checkShape(node, shape, name, notes);
}

function checkShape(node: Node, shape: Shape, name: string, notes: Note[]): void {
  if (notes.length >= ENOUGH) return;
  switch (shape.kind) {
    case "level":
      return checkLevel(node, shape.level, name, notes);
    case "list":
      return checkList(node, shape.of, name, notes);
    case "map":
      return checkMap(node, shape, name, notes);
    case "either":
      return checkEither(node, shape, name, notes);
    case "translations":
      return checkTranslations(node, name, notes);
    case "name":
      return checkName(node, shape.style, name, notes);
    default:
      return checkScalar(node, shape, name, notes);
  }
}

function checkLevel(node: Node, level: LevelName, name: string, notes: Note[]): void {
  if (node.kind !== "map") return void notes.push(wrongShape(node, name, "a group of keys"));
  const keys: Level = LEVELS[level];
  for (const [id, entry] of node.entries) {
    const key = keyOf(keys, id);
    if (notes.length >= ENOUGH) return;
    if (key === undefined) notes.push(unknownKey(entry, level, keys));
    else checkShape(entry.value, key.shape, id, notes);
  }
  for (const [id, key] of NEEDED.get(level) ?? []) if (!node.entries.has(id)) notes.push(missingKey(node, id, key, name));
}

function keyOf(keys: Level, id: string): Key | undefined {
  return Object.hasOwn(keys, id) ? keys[id] : undefined;
}

function missingKey(node: MapNode, id: string, key: Key, name: string): Note {
  const at = { file: node.file, from: node.from, to: node.from };
  const fix = `Add ${id}. ${key.about}`;
  return { code: key.missing ?? "key-missing", at, message: `${capital(name)} has no ${id}.`, fix };
}

function unknownKey(entry: Entry, level: LevelName, keys: Level): Note {
  const id = entry.key.value;
  const meant = closest(id, Object.keys(keys));
  const fix = meant === undefined ? otherKeys(entry, keys) : `Did you mean ${meant}?`;
  return { code: "key-unknown", at: entry.key, message: `There is no key "${id.slice(0, 60)}" in ${article(level)} ${level}.`, fix };
}

function otherKeys(entry: Entry, keys: Level): string {
  if (entry.value.kind === "nothing") return "If it belongs to the text before it, put that whole text in quotes.";
  return `Take it out. The keys are ${Object.keys(keys).join(", ")}.`;
}

function checkList(node: Node, of: Shape, name: string, notes: Note[]): void {
  if (node.kind !== "list") return void notes.push(wrongShape(node, name, "a list"));
  for (const item of node.items) checkShape(item, of, `an item of ${name}`, notes);
}

function checkMap(node: Node, shape: Shape & { kind: "map" }, name: string, notes: Note[]): void {
  if (node.kind !== "map") return void notes.push(wrongShape(node, name, "a group of names"));
  for (const entry of node.entries.values()) {
    if (notes.length >= ENOUGH) return;
    checkName(entry.key, shape.names, name, notes);
    checkShape(entry.value, shape.of, entry.key.value, notes);
  }
}

function checkTranslations(node: Node, name: string, notes: Note[]): void {
  if (node.kind !== "map") return void notes.push(wrongShape(node, name, "a group of English texts, each with its Welsh"));
  for (const { key, value } of node.entries.values()) {
    if (notes.length >= ENOUGH) return;
    if (value.kind !== "map") checkScalar(value, PARAGRAPHS, key.value, notes);
    else for (const inner of value.entries.values()) checkScalar(inner.value, PARAGRAPHS, inner.key.value, notes);
  }
}

function checkEither(node: Node, shape: Shape & { kind: "either" }, name: string, notes: Note[]): void {
  if (node.kind === "text" && shape.text !== undefined) return checkShape(node, shape.text, name, notes);
  if (node.kind === "list" && shape.list !== undefined) return checkShape(node, nonEmpty(node, shape.list, name, notes), name, notes);
  if (node.kind === "map" && shape.levels !== undefined) return checkOneOf(node, shape.levels, name, notes);
  notes.push(wrongShape(node, name, eitherInWords(shape)));
}

function nonEmpty(node: ListNode, shape: Shape, name: string, notes: Note[]): Shape {
  if (node.items.length === 0) notes.push(wrongShape(node, name, "a list with something in it"));
  return shape;
}

function checkOneOf(node: MapNode, levels: readonly LevelName[], name: string, notes: Note[]): void {
  const level = levelOf(node, levels);
  if (level !== undefined) return checkLevel(node, level, name, notes);
  notes.push(wrongShape(node, name, `a group with ${levels.map(firstKey).join(", ")}`));
}

/** The level of a group where several may stand: told by its first key. */
export function levelOf(node: MapNode, levels: readonly LevelName[]): LevelName | undefined {
  return levels.find((candidate) => node.entries.has(firstKey(candidate))) ?? (levels.length === 1 ? levels[0] : undefined);
}

function firstKey(level: LevelName): string {
  return Object.keys(LEVELS[level])[0] ?? "";
}

function eitherInWords(shape: Shape & { kind: "either" }): string {
  const kinds = [];
  const names = shape.text?.kind === "name";
  if (shape.text !== undefined) kinds.push(shape.text.kind === "word" ? shape.text.values.join(" or ") : names ? "a name" : "a text");
  if (shape.list !== undefined) kinds.push(shape.text === undefined || names ? "a list of names" : "a list of texts");
  if (shape.levels !== undefined) kinds.push(`a group with ${shape.levels.map(firstKey).join(", ")}`);
  return kinds.join(" or ");
}

function article(word: string): string {
  return /^[aeiou]/.test(word) ? "an" : "a";
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

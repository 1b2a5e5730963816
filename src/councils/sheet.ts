import type { Finding } from "../definition/service.ts";
import { describeNode } from "../definition/yaml/node.ts";
import type { MapNode, Node, Note, Place, SourceFile, TextNode } from "../definition/yaml/node.ts";
import { parseYaml } from "../definition/yaml/parse-yaml.ts";
import { positionsOf } from "../definition/yaml/position.ts";

/** A group of keys in council.yaml, with the list that everything wrong with the file is noted in. */
export interface Sheet {
  readonly map: MapNode;
  /** What a finding calls it: "the council", "the team highways". */
  readonly name: string;
  readonly notes: Note[];
}

/** How a text must look. */
export interface Form {
  readonly pattern?: RegExp;
  /** "a colour such as #00703c": what a finding says it should be. */
  readonly says: string;
}

export const LINE: Form = { says: "a text" };
export const NAME: Form = { pattern: /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, says: "a name in lower-case words joined by hyphens" };
const LONGEST = 300;

/** The file's top group; undefined, with a note, when it is no group of keys. */
export function openSheet(file: SourceFile, name: string, notes: Note[]): Sheet | undefined {
  const { root, notes: found } = parseYaml(file);
  notes.push(...found);
  if (root?.kind === "map") return { map: root, name, notes };
  if (found.length === 0) notes.push(shapeNote(root ?? { kind: "nothing", file, from: 0, to: 0 }, name, "a group of keys"));
  return undefined;
}

function shapeNote(node: Node, name: string, says: string): Note {
  const fix = node.kind === "nothing" ? 'Write it after the key. A text that starts with # needs quotes: "#00703c".' : undefined;
  const note = { code: "value-shape", at: node, message: `${name} should be ${says}; here it is ${describeNode(node)}.` };
  return fix === undefined ? note : { ...note, fix };
}

/** Notes keys that the group may not have and keys that it must have. */
export function checkKeys({ map, name, notes }: Sheet, needed: readonly string[], optional: readonly string[]): void {
  const all = [...needed, ...optional];
  for (const { key } of map.entries.values()) {
    if (all.includes(key.value)) continue;
    const fix = `Take it out. The keys are ${all.join(", ")}.`;
    notes.push({ code: "key-unknown", at: key, message: `There is no key "${key.value.slice(0, 60)}" in ${name}.`, fix });
  }
  for (const key of needed) {
    if (map.entries.has(key)) continue;
    const at: Place = { file: map.file, from: map.from, to: map.from };
    notes.push({ code: "key-missing", at, message: `${name.charAt(0).toUpperCase()}${name.slice(1)} has no ${key}.`, fix: `Add ${key}.` });
  }
}

function fits(node: Node, form: Form): node is TextNode {
  if (node.kind !== "text" || node.value.trim() === "" || node.value.length > LONGEST) return false;
  return form.pattern === undefined || form.pattern.test(node.value.trim());
}

/** A text; undefined, with a note, when it is something else. A key that is not there is noted by `checkKeys`. */
export function text({ map, notes }: Sheet, key: string, form: Form): string | undefined {
  const node = map.entries.get(key)?.value;
  if (node === undefined) return undefined;
  if (fits(node, form)) return node.value.trim();
  notes.push(shapeNote(node, key, form.says));
  return undefined;
}

/** The items of a list of texts, each with its place, in order and without those that don't fit. */
export function textNodes({ map, notes }: Sheet, key: string, form: Form): readonly TextNode[] {
  const node = map.entries.get(key)?.value;
  if (node === undefined) return [];
  if (node.kind !== "list") {
    notes.push(shapeNote(node, key, "a list"));
    return [];
  }
  for (const item of node.items) if (!fits(item, form)) notes.push(shapeNote(item, `an item of ${key}`, form.says));
  return node.items.filter((item) => fits(item, form));
}

export function texts(sheet: Sheet, key: string, form: Form): readonly string[] {
  return textNodes(sheet, key, form).map((node) => node.value.trim());
}

/** A whole number from `least` to `most`. */
export function wholeNumber({ map, notes }: Sheet, key: string, least: number, most: number): number | undefined {
  const node = map.entries.get(key)?.value;
  if (node === undefined) return undefined;
  if (node.kind === "number" && Number.isInteger(node.value) && node.value >= least && node.value <= most) return node.value;
  notes.push(shapeNote(node, key, `a whole number from ${least} to ${most}`));
  return undefined;
}

export function trueOrFalse({ map, notes }: Sheet, key: string): boolean | undefined {
  const node = map.entries.get(key)?.value;
  if (node === undefined) return undefined;
  if (node.kind === "switch") return node.value;
  notes.push(shapeNote(node, key, "true or false"));
  return undefined;
}

/** A group inside this one. */
export function group({ map, notes }: Sheet, key: string, name: string): Sheet | undefined {
  const node = map.entries.get(key)?.value;
  if (node === undefined) return undefined;
  if (node.kind === "map") return { map: node, name, notes };
  notes.push(shapeNote(node, key, "a group of keys"));
  return undefined;
}

/** The groups inside the group at `key`, by name, in the order of the file. */
export function groups(sheet: Sheet, key: string, kind: string, form: Form): readonly (readonly [string, Sheet])[] {
  const found = group(sheet, key, key);
  if (found === undefined) return [];
  return [...found.map.entries.values()].flatMap((entry) => {
    const id = entry.key.value;
    if (!fits(entry.key, form)) sheet.notes.push(shapeNote(entry.key, `a key of ${key}`, form.says));
    const inner = group(found, id, `the ${kind} ${id}`);
    return inner === undefined || !fits(entry.key, form) ? [] : [[id, inner] as const];
  });
}

/** Notes as findings, in the order of the file. All of them stop the council's folder from being used. */
export function findingsOf(notes: readonly Note[]): readonly Finding[] {
  return notes
    .map(({ code, at, message, fix }): Finding => {
      const position = positionsOf(at.file)(at.from);
      const firstLine = at.file.text.slice(at.from, at.to).split("\n", 1)[0] ?? "";
      const length = Math.max(1, firstLine.trimEnd().length);
      return { code, severity: "error", message, ...(fix === undefined ? {} : { fix }), file: at.file.name, ...position, length };
    })
    .toSorted((a, b) => a.line - b.line || a.column - b.column);
}

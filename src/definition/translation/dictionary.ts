import type { Entry, MapNode, TextNode } from "../yaml/node.ts";
import { entriesAt } from "../yaml/read.ts";
import { plainSegment } from "./segments.ts";

/** A translation as it stands in a file: the English it was made from, and the Welsh. */
export interface Translation {
  /** The key: the English. */
  readonly english: TextNode;
  /** For one place alone: its name. `any` is for the places that are not named. */
  readonly where?: TextNode;
  readonly welsh: TextNode;
}

export const ANYWHERE = "any";

/** The translations of a definition and of the fragments it takes in. Where both translate the same English, the definition's own counts. */
export interface Dictionary {
  readonly all: readonly Translation[];
  find(english: string, where: string): Translation | undefined;
}

/** `roots`: the definition's own first. */
export function dictionaryOf(roots: readonly MapNode[]): Dictionary {
  const all: Translation[] = [];
  const found = new Map<string, Translation>();
  for (const root of roots) {
    for (const entry of entriesAt(root, "welsh").values()) {
      for (const translation of translationsOf(entry)) {
        all.push(translation);
        const name = nameOf(plainSegment(entry.key.value), translation.where?.value);
        if (!found.has(name)) found.set(name, translation);
      }
    }
  }
  const find = (english: string, where: string) => found.get(nameOf(english, where)) ?? found.get(nameOf(english, undefined));
  return { all, find };
}

function translationsOf({ key: english, value }: Entry): readonly Translation[] {
  if (value.kind === "text") return [{ english, welsh: value }];
  if (value.kind !== "map") return [];
  return [...value.entries.values()].flatMap(({ key: where, value: welsh }) => (welsh.kind === "text" ? [{ english, where, welsh }] : []));
}

function nameOf(english: string, where: string | undefined): string {
  return where === undefined || where === ANYWHERE ? english : `${where}\n${english}`;
}

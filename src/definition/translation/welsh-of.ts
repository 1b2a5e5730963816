import type { Outline } from "../outline.ts";
import type { Fragments } from "../read-fragment.ts";
import { readOutline, type Sight } from "../read-outline.ts";
import type { SourceFile, MapNode } from "../yaml/node.ts";
import { dictionaryOf } from "./dictionary.ts";
import { translateTree } from "./translate-tree.ts";

/**
 * The outline of the same definition in Welsh: read again from its translated tree, so that whatever a key comes to be, its text is translated.
 * Nothing where the definition has no Welsh, where the council does not publish in it, or where a text lacks that belongs to the service as a
 * whole, such as its title.
 */
export function welshOutline(outline: Outline, fragments: Fragments, sight: Sight): Outline | undefined {
  const { root, fragmentRoots, council } = outline;
  if (council?.languages?.includes("cy") === false || !root.entries.has("welsh")) return undefined;
  const dictionary = dictionaryOf([root, ...fragmentRoots]);
  const translated = translateTree(root, "service", dictionary);
  const trees = new Map<SourceFile, MapNode>();
  let { complete } = translated;
  for (const fragment of fragmentRoots) {
    const part = translateTree(fragment, "fragment", dictionary);
    trees.set(fragment.file, part.root);
    complete &&= part.complete;
  }
  if (!complete) return undefined;
  return { ...readOutline(translated.root, fragments, [], sight, { trees, outline }), language: "cy" };
}

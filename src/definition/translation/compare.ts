import type { LevelName } from "../key.ts";
import type { MapNode, TextNode } from "../yaml/node.ts";
import { textAt } from "../yaml/read.ts";
import { ANYWHERE, type Dictionary, dictionaryOf, type Translation } from "./dictionary.ts";
import { likeness } from "./likeness.ts";
import { isWordless, segmentsOf } from "./segments.ts";
import { walkTexts } from "./walk-texts.ts";

/** A piece of English that people read, at the first place where it stands. */
export interface Piece {
  readonly english: string;
  readonly where: string;
  readonly node: TextNode;
  readonly needed: boolean;
  readonly translation?: Translation;
}

/** A translation whose English stands nowhere any more, and the English that is likely to have taken its place. */
export interface Stale {
  readonly translation: Translation;
  readonly now?: Piece;
}

export interface Comparison {
  /** Each piece once; one that has its own translation at a place, once more for that place. */
  readonly pieces: readonly Piece[];
  readonly missing: readonly Piece[];
  readonly stale: readonly Stale[];
  readonly dictionary: Dictionary;
}

/** Holds a definition and the fragments it takes in against their translations. */
export function compareTranslations(root: MapNode, fragments: readonly MapNode[]): Comparison {
  const dictionary = dictionaryOf([root, ...fragments]);
  const used = new Set<Translation>();
  const pieces = new Map<string, Piece>();
  const files = [[root, "service"], ...fragments.map((fragment) => [fragment, "fragment"] as const)] as const;
  for (const [file, level] of files) {
    for (const piece of piecesOf(file, level)) {
      const translation = dictionary.find(piece.english, piece.where);
      if (translation !== undefined) used.add(translation);
      const name = translation?.where === undefined ? piece.english : `${translation.where.value}\n${piece.english}`;
      if (!pieces.has(name)) pieces.set(name, translation === undefined ? piece : { ...piece, translation });
    }
  }
  const all = [...pieces.values()];
  const missing = all.filter(({ translation, needed }) => translation === undefined && needed);
  const unused = dictionary.all.filter((translation) => !used.has(translation) && !isSpare(translation, dictionary, used));
  return { pieces: all, missing, stale: pairs(unused, missing), dictionary };
}

function piecesOf(root: MapNode, level: LevelName): readonly Piece[] {
  const found: Piece[] = [];
  walkTexts(root, level, {
    text: (told) => {
      for (const english of segmentsOf(told.node.value)) if (!isWordless(english)) found.push({ ...told, english });
      return told.node;
    },
    group: (name, node, where, inner) => {
      const made = inner();
      const type = name === "question" || name === "asked" ? node.entries.get("type")?.value : undefined;
      // The words of the house for yes and no may be translated otherwise, question by question.
      if (type?.kind === "text" && textAt(node, "type") === "yes-no")
        for (const english of ["Yes", "No"]) found.push({ english, where, node: type, needed: false });
      return made;
    },
  });
  return found;
}

/** The translation for any place beside those for named places is kept, also while each place has its own. */
function isSpare(translation: Translation, { all }: Dictionary, used: ReadonlySet<Translation>): boolean {
  const { english, where } = translation;
  return where?.value === ANYWHERE && all.some((other) => other.english === english && used.has(other));
}

/** Each stale translation with the missing piece that is most like it, if one is. */
function pairs(unused: readonly Translation[], missing: readonly Piece[]): readonly Stale[] {
  const free = new Set(missing);
  return unused.map((translation) => {
    const [best] = [...free]
      .map((piece) => ({ piece, score: likeness(translation.english.value, piece.english) }))
      .filter(({ score }) => score >= 0.4)
      .toSorted((a, b) => b.score - a.score);
    if (best === undefined) return { translation };
    free.delete(best.piece);
    return { translation, now: best.piece };
  });
}

import { LONGEST_TEXT } from "../definition/key.ts";
import { fixedParts } from "../definition/translation/fixed-parts.ts";
import { isWordless, segmentsOf } from "../definition/translation/segments.ts";
import { walkTexts } from "../definition/translation/walk-texts.ts";
import { parseYaml } from "../definition/yaml/parse-yaml.ts";
import { yamlText } from "../definition/yaml/quote.ts";
import type { NamedQuestion, NamedQuestions } from "./named-form.ts";
import type { TextPair } from "./text-pairs.ts";

/** The `welsh:` section of a definition that was made of two forms. */
export interface WelshSection {
  readonly text: string;
  /** The Welsh that stands in it, paragraph by paragraph. */
  readonly taken: ReadonlySet<string>;
  /** How many texts of the definition that people read have none. */
  readonly missing: number;
}

/** Welsh by the place in the source, or `ANYWHERE`, and by the English. */
type Known = ReadonlyMap<string, ReadonlyMap<string, string>>;
const ANYWHERE = "any";

/**
 * Puts the Welsh of the pairs under the English that the definition says. Where one English has another Welsh in one place (Other is Arall or
 * Eraill), that place is named.
 */
export function welshSection(definition: string, pairs: readonly TextPair[], questions: NamedQuestions): WelshSection {
  const { root } = parseYaml({ name: "imported.yaml", text: definition });
  const known = knownFrom(pairs);
  const places = placesOf([...questions.values()]);
  const found = new Map<string, Map<string, string | undefined>>();
  const note = (english: string, where: string): void => {
    const welsh = known.get(places.get(where) ?? where)?.get(english) ?? known.get(ANYWHERE)?.get(english);
    found.set(english, new Map([...(found.get(english) ?? []), [where, welsh]]));
  };
  if (root?.kind === "map") {
    walkTexts(root, "service", {
      text: ({ node, where, needed }) => {
        for (const english of segmentsOf(node.value)) if (needed && !isWordless(english)) note(english, where);
        return node;
      },
    });
  }
  const lines = [...found].flatMap(([english, welsh]) => lineOf(english, welsh));
  const all = [...found.values()].flatMap((welsh) => [...welsh.values()]);
  return {
    text: lines.length === 0 ? "" : `welsh:\n${lines.join("\n")}\n`,
    taken: new Set(all.filter((welsh) => welsh !== undefined)),
    missing: [...found.values()].filter((welsh) => [...welsh.values()].includes(undefined)).length,
  };
}

function lineOf(english: string, found: ReadonlyMap<string, string | undefined>): readonly string[] {
  const welsh = [...found].flatMap(([where, text]) => (text === undefined ? [] : [[where, text] as const]));
  const most = welsh[0]?.[1];
  if (most === undefined) return [];
  const others = welsh.filter(([where, text]) => text !== most && where !== "");
  if (others.length === 0) return [`  ${yamlText(english)}: ${yamlText(most)}`];
  const named = [...others, [ANYWHERE, most] as const].map(([where, text]) => `${where}: ${JSON.stringify(text)}`);
  return [`  ${yamlText(english)}: { ${named.join(", ")} }`];
}

/** Paragraph by paragraph: where the two have another number of them, nobody knows which belongs to which. */
function knownFrom(pairs: readonly TextPair[]): Known {
  const known = new Map<string, Map<string, string>>();
  const add = (at: string, english: string, welsh: string): void => {
    const here = known.get(at) ?? new Map<string, string>();
    if (!here.has(english)) here.set(english, welsh);
    known.set(at, here);
  };
  for (const { at, english, welsh } of pairs) {
    const [ours, theirs] = [segmentsOf(english), segmentsOf(welsh)];
    if (ours.length !== theirs.length || welsh.length > LONGEST_TEXT) continue;
    for (const [index, segment] of ours.entries()) {
      const its = theirs[index] ?? "";
      // A figure or a link that one of them lacks is for a person to look at.
      if (fixedParts(segment).join(" ") !== fixedParts(its).join(" ")) continue;
      add(at, segment, its);
      add(ANYWHERE, segment, its);
    }
  }
  return known;
}

/** The name in the source by the name in the definition. */
function placesOf(questions: readonly NamedQuestion[], prefix = ""): ReadonlyMap<string, string> {
  const places = new Map<string, string>();
  for (const { id, asked, inner } of questions) {
    if (!places.has(id)) places.set(id, prefix + asked.source);
    for (const [name, source] of placesOf(inner, `${prefix}${asked.source}, `)) if (!places.has(name)) places.set(name, source);
  }
  return places;
}
